import type { Comparison as ComparisonModel } from '../language/comparison.ts'
import type { BlockDiff, Piece } from '../language/diff.ts'
import type { WordKey } from './words/en.ts'
import { fill, type wordsOf } from './words/words.ts'

type Words = ReturnType<typeof wordsOf>

/**
 * Two forms of a text in one order to be read: what goes is struck, what comes is underlined, and both say so to
 * screen readers. What stays is folded.
 */
export function Comparison({
  comparison,
  language,
  words,
  say,
}: {
  comparison: ComparisonModel<WordKey>
  /** Of the text. */
  language: string
  words: Words
  /** What it is about: name (as a heading too, where the page gives it none), legend, and what is said where nothing differs. */
  say: { title: string; heading: boolean; legend: string; nothing: string }
}) {
  const { changed, fields, body } = comparison
  if (!changed) return <p className="desk-notice">{say.nothing}</p>
  return (
    <section className="desk-diff" aria-label={say.title}>
      {say.heading ? <h2>{say.title}</h2> : null}
      <p className="desk-diff__legend">{say.legend}</p>
      {fields
        .filter((field) => field.changed)
        .map((field) => (
          <div key={field.field}>
            <h3>{words[field.field]}</h3>
            <p lang={language} dir="auto">
              <Pieces pieces={field.words} words={words} />
            </p>
          </div>
        ))}
      {body.some(({ kind }) => kind !== 'same') ? (
        <div>
          <h3>{words.body}</h3>
          {folded(body).map((part, index) =>
            typeof part === 'number' ? (
              <p key={index} className="desk-diff__fold">
                {fill(words.unchangedBlocks, { count: String(part) })}
              </p>
            ) : (
              <div key={index} className={`desk-diff__block desk-diff__block--${part.kind}`}>
                {part.onlyForm ? <p className="desk-diff__legend">{words.onlyForm}</p> : null}
                {part.kind === 'moved' ? (
                  <p className="desk-diff__legend">{words.movedBlock}</p>
                ) : null}
                <p lang={language} dir="auto">
                  {part.type === 'image' ? (
                    words.image
                  ) : (
                    <Pieces pieces={part.words} words={words} />
                  )}
                </p>
              </div>
            ),
          )}
        </div>
      ) : null}
    </section>
  )
}

/** Blocks that change, and numbers of blocks that stay between them. */
function folded(body: readonly BlockDiff[]): (BlockDiff | number)[] {
  const out: (BlockDiff | number)[] = []
  for (const block of body) {
    const last = out.at(-1)
    if (block.kind !== 'same') out.push(block)
    else if (typeof last === 'number') out[out.length - 1] = last + 1
    else out.push(1)
  }
  return out
}

export function Pieces({ pieces, words }: { pieces: readonly Piece[]; words: Words }) {
  return pieces.map(({ kind, text }, index) =>
    kind === 'same' ? (
      <span key={index}>{text}</span>
    ) : kind === 'removed' ? (
      <del key={index}>
        <span className="desk-hidden">{words.removedWords} </span>
        {text}
      </del>
    ) : (
      <ins key={index}>
        <span className="desk-hidden">{words.addedWords} </span>
        {text}
      </ins>
    ),
  )
}
