import type { Payload } from 'payload'
import { bundleView, type BundleText } from '../desk/bundle-view.ts'
import { inBothZones, languageIn, momentIn } from '../desk/names.ts'
import { personOf } from '../desk/person.ts'
import { BundleActions } from './bundle-actions.tsx'
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

/** A bundle: what would come of each of its texts, and what can be done. Shows the view and decides nothing. */
export async function Bundle({ id, payload, user, i18n: { language } }: Props) {
  const actor = personOf(user)
  const words = wordsOf(language)
  if (!actor) return null
  if (id === undefined) return <p className="desk-bar__hint">{words.bundleSaveFirst}</p>
  const view = await bundleView(payload, String(id), actor, new Date(), language)
  if (!view) return null
  const { zones } = view
  const same = zones.post === zones.capital
  return (
    <div className="desk-open">
      <p className="desk-open__text">
        <strong>{words[`bundle-${view.state}`]}</strong>
        {view.scheduledFor ? (
          <span>
            {fill(
              same ? words.timeAtPost : words.timeAtBoth,
              inBothZones(view.scheduledFor, zones, language),
            )}
          </span>
        ) : null}
      </p>
      {view.missedAt ? (
        <p className="desk-notice">
          {fill(words.bundleMissed, { at: momentIn(view.missedAt, language, zones.post) })}
        </p>
      ) : null}
      <ul className="desk-bundle">
        {view.texts.map((text) => (
          <Text key={text.id} text={text} over={view.state === 'published'} language={language} />
        ))}
      </ul>
      <BundleActions view={view} />
    </div>
  )
}

function Text({ text, over, language }: { text: BundleText; over: boolean; language: string }) {
  const words = wordsOf(language)
  const { state, headline, why } = text
  const came = text.went ? words.bundleWent : words.bundleStayed
  const now = why.length > 0 ? words.bundleHeld : words.bundleReady
  return (
    <li>
      <p className="desk-open__text">
        {state ? (
          <>
            <a href={`/admin/collections/${text.collection}/${text.id}`}>{headline}</a>
            <span>{languageIn(text.language, language)}</span>
            <StateBadge state={state} language={language} />
          </>
        ) : (
          <span>{words.bundleGone}</span>
        )}
        <span>
          {over ? came : now}
          {text.must ? '' : ` · ${words.bundleMayStay}`}
        </span>
      </p>
      {why.map((sentence) => (
        <p key={sentence} className="desk-bar__hint">
          {sentence}
        </p>
      ))}
    </li>
  )
}
