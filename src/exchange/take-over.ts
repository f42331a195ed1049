import type { PayloadRequest, TypedUser } from 'payload'
import { type Settling, refusalsOfSettling } from '../desk/dismiss.ts'
import { collectionOf, type DeskDoc } from '../desk/documents.ts'
import { settled } from '../desk/finish.ts'
import { loadOpenItem, type OpenItem, type Settlement } from '../desk/open-items.ts'
import { changesMeanwhile, Refused } from '../desk/refused.ts'
import { factsOf } from '../desk/situation.ts'
import { eventsSince } from '../desk/timeline.ts'
import type { Refusal } from '../workflow/refusals.ts'
import { catalogueOf } from '../workflow/sentences/sentences.ts'
import type { Person } from '../workflow/situation.ts'
import type { TextType } from '../workflow/states.ts'
import { refusalsOfChange } from '../workflow/transitions.ts'
import { columnsOf, fieldsOfItem, fieldsOfText, merged, sameFields } from './fields.ts'
import { type IncomingItem, incomingItem } from './item.ts'
import { provenanceOf } from './payload-desk.ts'
import { loadTopics } from './topics.ts'

export type TextDoc = Extract<DeskDoc, { type: TextType }>

/** What came from the source, as it was read then. */
export function itemOf(open: OpenItem): IncomingItem {
  return incomingItem.parse(JSON.parse(open.item))
}

/** An open item with the text that it is about, nothing under way on it. `text`: null when it is gone. */
export async function loadWithText({
  payload,
  id,
}: Pick<Settling, 'payload' | 'id'>): Promise<{ open: OpenItem; text: TextDoc | null } | null> {
  const about = await loadOpenItem(payload, id)
  const doc = about && (await settled(payload, about.of, about.subject))
  // Read after the text: whoever settled it has raised the text's revision.
  const open = await loadOpenItem(payload, id)
  if (!open) return null
  return { open, text: doc?.type === 'release' || doc?.type === 'translation' ? doc : null }
}

/** Why this person can't take it over; none when they can. `seen`: the text's revision that they were looking at. */
export async function refusalsOfTakeOver(
  { payload, actor }: Pick<Settling, 'payload' | 'actor'>,
  open: OpenItem,
  text: TextDoc | null,
  seen?: number,
): Promise<Refusal[]> {
  const settling = refusalsOfSettling(actor, open, text)
  const changing = text
    ? refusalsOfChange(actor, (await factsOf(payload, text)).subject, seen)
    : ([] as Refusal[])
  const refusals = [
    ...settling,
    ...changing.filter(({ code }) => !settling.some((one) => one.code === code)),
  ]
  if (open.kind !== 'proposed-update') refusals.push({ code: 'nothing-to-take-over' })
  if (text?.busy === 1) refusals.push({ code: 'busy' })
  return refusals
}

/**
 * Puts what came from the source into the text, by the same way as every change of content, with its provenance, and
 * settles the open item with the same conditional write. The same request repeated is one act. Throws `Refused` and
 * what Payload throws; null when there is no such item.
 */
export async function takeOver(
  ask: Settling & { revision: number; user: TypedUser; i18n: PayloadRequest['i18n'] },
): Promise<OpenItem | null> {
  const { payload, id, actor, revision } = ask
  const loaded = await loadWithText(ask)
  if (!loaded) return null
  const { open, text } = loaded
  if (isRepeated(actor, open, text, revision)) return open
  const refusals = await refusalsOfTakeOver(ask, open, text, revision)
  if (refusals.length > 0 || !text)
    throw new Refused(refusals, catalogueOf(ask.language), {
      ...(text ? { revision: text.revision } : {}),
      changes: changesMeanwhile(await eventsSince(payload, open.subject, revision)),
    })
  const item = itemOf(open)
  const coming = fieldsOfItem(item, await loadTopics(payload))
  const fields = merged(fieldsOfText(text), coming)
  const mixed = !sameFields(text.type, fields, coming)
  const settles: Settlement = {
    id,
    state: 'taken-over',
    by: actor.id,
    byName: actor.name,
    at: ask.now.toISOString(),
    note: '',
  }
  await payload.update({
    collection: collectionOf[text.type],
    id: text.id,
    data: { ...columnsOf(text.type, fields), revision } as never,
    depth: 0,
    user: ask.user,
    overrideAccess: false,
    context: { provenance: { ...provenanceOf(item, ask.now), mixed }, settles: [settles] },
    req: { i18n: ask.i18n },
  })
  return loadOpenItem(payload, id)
}

/** The answer to the first request was lost, and it is asked again. */
function isRepeated(
  actor: Person,
  open: OpenItem,
  text: TextDoc | null,
  revision: number,
): boolean {
  return (
    open.state === 'taken-over' && open.settledBy === actor.id && text?.revision === revision + 1
  )
}
