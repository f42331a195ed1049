import type { Payload } from 'payload'
import { languageIn, utcIn } from '../desk/names.ts'
import { personOf } from '../desk/person.ts'
import { type OpenItemView, openItemView } from '../exchange/open-item-view.ts'
import { Comparison } from './comparison.tsx'
import { OpenItemActions } from './open-item-actions.tsx'
import { StartButton } from './start-button.tsx'
import { StateBadge } from './state-badge.tsx'
import { fill, wordsOf } from './words/words.ts'
import './desk.css'

/** The props that Payload gives to a server component in a form. */
interface Props {
  id?: string | number
  payload: Payload
  user?: unknown
  i18n: { language: string }
}

/** An open item: what it is about, what can be done, and what would change. Shows the view and decides nothing. */
export async function OpenItem({ id, payload, user, i18n }: Props) {
  const actor = personOf(user)
  if (id === undefined || !actor) return null
  const view = await openItemView(payload, String(id), actor, i18n.language)
  if (!view) return null
  const words = wordsOf(i18n.language)
  return (
    <div className="desk-open">
      <Facts view={view} language={i18n.language} />
      {view.startable ? (
        <p>
          <StartButton from={{ item: view.id }} label={words.startItem} name={view.version} />
        </p>
      ) : null}
      <OpenItemActions id={view.id} actions={view.actions} revision={view.text?.revision ?? null} />
      {view.comparison ? (
        <Comparison
          comparison={view.comparison}
          language={view.text?.language ?? ''}
          words={words}
          say={{
            title: words.comparison,
            heading: true,
            legend: words.comparisonLegend,
            nothing: words.nothingDiffers,
          }}
        />
      ) : null}
    </div>
  )
}

function Facts({ view, language }: { view: OpenItemView; language: string }) {
  const words = wordsOf(language)
  const { text } = view
  const moment = (at: string | null): string => (at ? utcIn(at, language) : '')
  const settled = view.settledAt
    ? fill(words.settledAs, {
        how: labelOf(view.state, words),
        by: view.settledBy,
        at: moment(view.settledAt),
      })
    : null
  const facts: [string, string][] = [
    [words.kind, labelOf(view.kind, words)],
    ...originOf(view, words, moment),
    [words.raisedAt, `${moment(view.raisedAt)} · ${view.raisedBy}`],
    ...(view.note ? [[words.dismissReason, view.note] as [string, string]] : []),
  ]
  return (
    <>
      {settled ? <p className="desk-notice">{settled}</p> : null}
      {text ? (
        <p className="desk-open__text">
          <a href={`/admin/collections/${text.collection}/${text.id}`}>{words.openText}</a>
          <StateBadge state={text.state} language={language} />
          <span>{languageIn(text.language, language)}</span>
        </p>
      ) : null}
      <dl className="desk-open__facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** What it came of: a source, or what happened at the desk. */
function originOf(
  { kind, uri, version, versionAt, reason }: OpenItemView,
  words: ReturnType<typeof wordsOf>,
  moment: (at: string | null) => string,
): [string, string][] {
  switch (kind) {
    case 'clock-failure':
      return [
        [words.setTime, moment(versionAt)],
        [words.openItemReason, reason],
      ]
    case 'emergency':
    case 'came-to-fail':
      return [[words.openItemReason, reason]]
    default:
      return [
        [words.provenanceUri, uri],
        [words.provenanceVersion, [version, moment(versionAt)].filter(Boolean).join(' · ')],
      ]
  }
}

function labelOf(value: string, words: ReturnType<typeof wordsOf>): string {
  const key = `item-${value}`
  return key in words ? words[key as keyof typeof words] : value
}
