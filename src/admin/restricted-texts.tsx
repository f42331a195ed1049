import { momentIn } from '../desk/names.ts'
import { missionOf } from '../desk/mission-facts.ts'
import { restrictedTexts } from '../desk/restriction-view.ts'
import { RestrictedList } from './restricted-list.tsx'
import { readerOrSignIn, type ViewProps } from './view-props.ts'
import { AdminFrame } from './view-frame.tsx'
import { fill, wordsOf } from './words/words.ts'
import './desk.css'
import './views.css'

/** That there are restricted texts, and whom to ask; for administrators, and without a word of what they say. */
export async function RestrictedTexts(props: ViewProps) {
  const reader = readerOrSignIn(props, '/admin/restricted')
  const { language } = props.initPageResult.req.i18n
  const words = wordsOf(language)
  const allowed = reader.actor.roles.includes('administrator')
  const { zones } = await missionOf(reader.payload)
  const texts = allowed ? await restrictedTexts(reader.payload) : []
  return (
    <AdminFrame {...props} title={words.restrictedTexts}>
      <div className="desk-view gutter--left gutter--right">
        <header className="desk-view__head">
          <h1>{words.restrictedTexts}</h1>
        </header>
        {allowed ? (
          <>
            <p className="desk-preview__explains">{words.restrictedExplain}</p>
            <RestrictedList
              texts={texts.map(({ id, by, at, people }) => ({
                id,
                name: fill(words.restrictedText, { id: id.slice(0, 8) }),
                since: fill(words.restrictedSince, {
                  name: by,
                  at: at ? momentIn(at, language, zones.post, true) : '',
                }),
                people,
              }))}
            />
          </>
        ) : (
          <p className="desk-notice">{words.restrictedAdministrators}</p>
        )}
      </div>
    </AdminFrame>
  )
}
