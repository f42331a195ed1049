import { Bar } from './bar.tsx'
import { barOfDocument, type DocumentProps } from './load-bar.ts'
import { wordsOf } from './words/words.ts'

/** Shows the state of a text and what can be done with it. */
export async function WorkflowBar(props: DocumentProps) {
  const bar = await barOfDocument(props)
  if (bar) return <Bar first={bar} />
  return props.id === undefined ? (
    <p className="desk-bar__hint">{wordsOf(props.i18n.language).saveFirst}</p>
  ) : null
}
