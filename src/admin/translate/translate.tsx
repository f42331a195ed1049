import { personOf } from '../../desk/person.ts'
import { segmentsOfTranslation } from '../../desk/segments.ts'
import type { DocumentViewProps } from '../view-props.ts'
import { TranslateDesk } from './translate-desk.tsx'
import '../desk.css'
import '../views.css'
import './translate.css'

/** A translation beside its original, to be answered segment by segment. */
export async function Translate({ payload, user, i18n, initPageResult }: DocumentViewProps) {
  const actor = personOf(user)
  if (!actor || initPageResult.docID === undefined) return null
  const id = String(initPageResult.docID)
  const first = await segmentsOfTranslation(payload, id, actor, i18n.language)
  return first ? <TranslateDesk id={id} first={first} /> : null
}
