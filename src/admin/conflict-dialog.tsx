'use client'

import type { Bar } from '../desk/bar.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import type { wordsOf } from './words/words.ts'

/** Somebody else changed the text while this person was writing. What was typed stays until they let it go. */
export function ConflictDialog({
  newest,
  words,
  refreshing,
  onReload,
  onClose,
}: {
  newest: Bar
  words: ReturnType<typeof wordsOf>
  refreshing: boolean
  /** Null where the page can't be drawn anew. */
  onReload: (() => void) | null
  onClose: () => void
}) {
  return (
    <Dialog
      title={words.conflictTitle}
      explains={words.conflictKept}
      busy={refreshing}
      onClose={onClose}
    >
      {newest.meanwhile.length > 0 ? (
        <div className="desk-dialog__reason">
          <p className="desk-dialog__head">{words.changedMeanwhile}</p>
          <ul>
            {newest.meanwhile.map((sentence, index) => (
              <li key={index}>{sentence}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <p>
        <a
          href={`/admin/collections/${newest.collection}/${newest.id}`}
          target="_blank"
          rel="noreferrer"
        >
          {words.openNewest}
        </a>
      </p>
      {onReload ? <p>{words.loadNewestLoses}</p> : null}
      <output className="desk-dialog__working">{refreshing ? words.working : ''}</output>
      <div className="desk-dialog__buttons">
        <Button strong data-first disabled={refreshing} onClick={onClose}>
          {words.keepWriting}
        </Button>
        {onReload ? (
          <Button disabled={refreshing} onClick={onReload}>
            {words.loadNewest}
          </Button>
        ) : null}
      </div>
    </Dialog>
  )
}
