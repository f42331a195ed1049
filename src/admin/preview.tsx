import { collectionOf } from '../desk/documents.ts'
import { clockOf } from '../desk/desk-clock.ts'
import { linksView } from '../desk/link-view.ts'
import { missionOf } from '../desk/mission-facts.ts'
import { momentIn } from '../desk/names.ts'
import { personOf } from '../desk/person.ts'
import type { TextType } from '../workflow/states.ts'
import { PreviewFrame } from './preview-frame.tsx'
import { type LinkLine, PreviewLinks } from './preview-links.tsx'
import type { DocumentViewProps } from './view-props.ts'
import { fill, wordsOf } from './words/words.ts'
import './desk.css'
import './views.css'

interface Props extends DocumentViewProps {
  type: TextType
}

/** The real page of a draft, and who outside can see it. Shows the model and decides nothing. */
export async function Preview({ type, payload, user, i18n, initPageResult }: Props) {
  const actor = personOf(user)
  if (!actor || initPageResult.docID === undefined) return null
  const id = String(initPageResult.docID)
  const { language } = i18n
  const view = await linksView(payload, type, id, actor, clockOf({ payload }), language)
  if (!view) return null
  const { zones } = await missionOf(payload)
  const words = wordsOf(language)
  const moment = (at: string) => momentIn(at, language, zones.post, true)
  const lines = view.links.map(
    ({ standing, madeAt, madeBy, until, openedAt, revoked, ...link }): LinkLine => ({
      id: link.id,
      recipient: link.recipient,
      made: `${madeBy.name}, ${moment(madeAt)}`,
      until: moment(until),
      opened: openedAt === null ? words.linkNever : moment(openedAt),
      state: fill(words[`link-${standing}`], { name: revoked?.byName ?? '' }),
      open: standing === 'open',
      revoke: link.revoke,
    }),
  )
  const text = { collection: collectionOf[type], id }
  return (
    <div className="desk-view desk-preview gutter--left gutter--right">
      <section aria-labelledby="desk-preview-page">
        <h2 id="desk-preview-page">{words.preview}</h2>
        <p className="desk-preview__explains">{words.previewExplains}</p>
        <PreviewFrame address={`/api/${text.collection}/${id}/preview`} />
      </section>
      <PreviewLinks text={text} links={lines} make={view.make} />
    </div>
  )
}
