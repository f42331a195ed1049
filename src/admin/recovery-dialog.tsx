'use client'

import { useTranslation } from '@payloadcms/ui'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { wordsOf } from './words/words.ts'

/** Shown once. It doesn't close by itself: the codes are nowhere else. */
export function RecoveryDialog({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const words = wordsOf(useTranslation().i18n.language)
  return (
    <Dialog title={words.recoveryTitle} explains={words.recoveryHelp} busy onClose={onKept}>
      <ol className="desk-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="desk-dialog__buttons">
        <Button strong onClick={onKept}>
          {words.recoveryKept}
        </Button>
      </div>
    </Dialog>
  )
}
