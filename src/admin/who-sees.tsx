import { momentIn } from '../desk/names.ts'
import { missionOf } from '../desk/mission-facts.ts'
import { personOf } from '../desk/person.ts'
import { restrictionView } from '../desk/restriction-view.ts'
import { familiesHiddenFrom } from '../desk/restrictions.ts'
import { WhoSeesForm } from './who-sees-form.tsx'
import type { DocumentViewProps } from './view-props.ts'
import { fill, wordsOf } from './words/words.ts'
import './desk.css'
import './views.css'

/** Who may know of a release and its family. Shows the model and decides nothing. */
export async function WhoSees({
  payload,
  user,
  i18n: { language },
  initPageResult,
}: DocumentViewProps) {
  const actor = personOf(user)
  if (!actor || initPageResult.docID === undefined) return null
  const id = String(initPageResult.docID)
  if ((await familiesHiddenFrom(payload, actor.id)).includes(id)) return null
  const view = await restrictionView(payload, id, actor, language)
  const { zones } = await missionOf(payload)
  const words = wordsOf(language)
  const since = view.since
    ? fill(words.restrictedSince, {
        name: view.since.by,
        at: view.since.at ? momentIn(view.since.at, language, zones.post, true) : '',
      })
    : words.seesEverybody
  return (
    <div className="desk-view gutter--left gutter--right">
      <h2>{words.whoSees}</h2>
      <p>{since}</p>
      <WhoSeesForm
        id={id}
        you={actor.id}
        view={view}
        people={view.people.map((person) => ({
          ...person,
          does: person.roles.map((role) => words[`role-${role}`]).join(', '),
        }))}
      />
    </div>
  )
}
