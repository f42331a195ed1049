import type { Payload } from 'payload'
import { fill, wordsOf } from '../admin/words/words.ts'
import { languageTags } from '../language/languages.ts'
import { releasePath, sectionPath } from '../press-room/addresses.ts'
import { catalogueOf, sentenceOf } from '../workflow/sentences/sentences.ts'
import type { Person, Subject } from '../workflow/situation.ts'
import { type DeskType, isText, type Standing, type State } from '../workflow/states.ts'
import { refusalsOfChange } from '../workflow/transitions.ts'
import { type AgingLine, agingLines } from './aging-lines.ts'
import { type BarActions, barActionsOf, mustFixIn } from './bar-actions.ts'
import { peopleOf } from './desk-lists.ts'
import { collectionOf, type DeskDoc, familyOf, loadDoc, parseDeskDoc } from './documents.ts'
import { entryOf } from './entries.ts'
import { settled } from './finish.ts'
import { holderOf } from './holder.ts'
import { type MissionFacts, missionOf, type Zones } from './mission-facts.ts'
import { languageIn, listIn, momentIn, inBothZones } from './names.ts'
import { openNotesOn } from './notes.ts'
import { isHiddenFrom, restrictionOf } from './restrictions.ts'
import { factsOf, situationOf } from './situation.ts'
import { isStale } from './stale.ts'
import { eventsSince, lastEvent } from './timeline.ts'
import { usesOf } from './uses.ts'
import { type SignedException, signedExceptions } from './waivers.ts'

/** What the workflow bar of a text or item shows. Everything in it is said in the person's language. */
export interface Bar extends BarActions {
  type: DeskType
  collection: string
  id: string
  revision: number
  state: State
  standing: Standing
  /** "Edition 2: Live"; empty while there is none. */
  edition: string
  /** Path in the press room, while the public can read it there. */
  publicPage: string | null
  /** Path of the preview; null for items, which have none. */
  preview: string | null
  /** Who it lies with; null when nobody has to do anything. */
  holder: string | null
  /** Why a translation is out of date; null when it isn't. */
  stale: string | null
  /** When a scheduled text will be published, in both time zones of the mission. */
  scheduled: string | null
  /** Until when it is to be looked at again, and when it ends by itself. */
  aging: AgingLine[]
  /** Note of the reviewer who returned the text, until it is submitted again. */
  returned: { note: string; by: string; at: string } | null
  /** What somebody published alone, until another person confirms it. */
  emergency: { note: string; open: string } | null
  /** The other language versions of a text, its release first. */
  family: { name: string; state: State; stale: boolean; href: string }[]
  /** Whether this person can begin another release with it, or make a template of it. Items: never. */
  makes: { start: boolean; template: boolean }
  /** Who alone may know of it, with where that is changed; null where everybody at the desk may. */
  restricted: { words: string; href: string } | null
  /** Why this person can't change the fields now, and what to do first; null when they can. */
  readOnly: string | null
  /** Of an item that is public: where it is shown, in words, with links. Empty for texts. */
  uses: { words: string; href: string }[]
  zones: Zones
  /** Fields that can hold something to be mended and stand in another form; null when all are in this one. */
  elsewhere: { fields: string[]; href: string } | null
  /** Open notes, and those of them that stop an approval. Null for items, which have none. */
  notes: { open: number; mustFix: number } | null
  /** Warnings that somebody has signed for, as long as the text is what it was then. */
  signed: SignedException[]
  /** What happened after the revision that was asked about, oldest first. */
  meanwhile: string[]
}

/** The moment that a person asks at, and what they were looking at. */
export interface BarAsk {
  payload: Payload
  type: DeskType
  id: string
  actor: Person
  now: Date
  language: string
  /** The revision after which `meanwhile` begins. */
  since?: number
}

/** The workflow bar of one text or item as this person sees it; null when there is none. */
export async function barOf(ask: BarAsk): Promise<Bar | null> {
  const { payload, type, id, actor, now, language, since } = ask
  const doc = await settled(payload, type, id)
  if (!doc || (await isHiddenFrom(payload, actor.id, doc))) return null
  const words = wordsOf(language)
  const facts = await factsOf(payload, doc)
  const situation = situationOf(facts, actor, now.toISOString())
  const mission = await missionOf(payload)
  return {
    type,
    collection: collectionOf[type],
    id,
    revision: doc.revision,
    state: doc.state,
    standing: doc.standing,
    edition:
      doc.edition === 0
        ? ''
        : fill(words.editionStands, {
            number: String(doc.edition),
            standing: words[`standing-${doc.standing}`],
          }),
    publicPage: await publicPageOf(payload, doc, mission.defaultLanguage),
    preview: isText(type) ? `/api/${collectionOf[type]}/${id}/preview` : null,
    holder: await holderOf(payload, doc, language),
    stale: (await isStale(payload, doc)) ? words.staleExplained : null,
    scheduled: scheduledIn(doc, mission.zones, language),
    aging: agingIn(facts.subject, mission.zones, now, language),
    returned: await returnedIn(payload, doc, mission, language),
    emergency: await emergencyIn(payload, doc, mission, language),
    family: await familyIn(payload, doc, language),
    makes: {
      start: type === 'release' && actor.roles.includes('editor'),
      template: isText(type) && actor.roles.includes('editor'),
    },
    restricted: await restrictedIn(payload, doc, language),
    readOnly: readOnlyIn(actor, facts.subject, language),
    uses: await usesIn(payload, doc, actor.id, language),
    zones: mission.zones,
    meanwhile:
      since === undefined
        ? []
        : (await eventsSince(payload, id, since)).map(({ what, actorName, at }) =>
            fill(words.changedBy, {
              what: whatIn(what, language),
              by: actorName,
              at: momentIn(at, language, mission.zones.post),
            }),
          ),
    elsewhere: elsewhereOf(payload, doc),
    signed: await signedExceptions(payload, facts, { now, language, zone: mission.zones.post }),
    notes: isText(type)
      ? { open: await openNotesOn(payload, id), mustFix: mustFixIn(situation).length }
      : null,
    ...barActionsOf(situation, language),
  }
}

async function familyIn(payload: Payload, doc: DeskDoc, language: string): Promise<Bar['family']> {
  if (!isText(doc.type)) return []
  const family = familyOf(doc)
  const release = doc.type === 'release' ? null : await loadDoc(payload, 'release', family)
  const { docs } = await payload.db.find({
    collection: 'translations',
    where: { release: { equals: family } },
    limit: 0,
    pagination: false,
  })
  const translations = docs.map((row) => parseDeskDoc('translation', row))
  const inOrder = translations
    .filter(({ id }) => id !== doc.id)
    .sort((one, other) => orderOf(one) - orderOf(other))
  return Promise.all(
    [...(release ? [release] : []), ...inOrder].map(async (text) => ({
      name: languageIn(languageOf(text), language),
      state: text.state,
      stale: await isStale(payload, text),
      href: `/admin/collections/${collectionOf[text.type]}/${text.id}`,
    })),
  )
}

const languageOf = (doc: DeskDoc): string =>
  doc.type === 'release' || doc.type === 'translation' ? doc.language : ''
const orderOf = (doc: DeskDoc): number => languageTags.findIndex((tag) => tag === languageOf(doc))

async function usesIn(
  payload: Payload,
  doc: DeskDoc,
  person: string,
  language: string,
): Promise<Bar['uses']> {
  if (isText(doc.type) || doc.standing !== 'live') return []
  const words = wordsOf(language)
  return (await usesOf(payload, doc, person)).map((use) => ({
    words: fill(use.live ? words.useLive : words.useListed, {
      headline: use.headline,
      language: languageIn(use.language, language),
    }),
    href: `/admin/collections/${collectionOf[use.type]}/${use.id}`,
  }))
}

async function restrictedIn(
  payload: Payload,
  doc: DeskDoc,
  language: string,
): Promise<Bar['restricted']> {
  const restriction = isText(doc.type) ? await restrictionOf(payload, familyOf(doc)) : null
  if (!restriction?.holds) return null
  const names = await peopleOf(payload, restriction.people)
  return {
    words: fill(wordsOf(language).restrictedTo, {
      names: listIn([...names.values()].sort(), language),
    }),
    href: `/admin/collections/releases/${familyOf(doc)}/who-sees`,
  }
}

/** What the timeline records, in words: an action as its button says it, or one of the desk's own. */
export function whatIn(what: string, language: string): string {
  const words: Record<string, string> = wordsOf(language)
  const actions: Record<string, string> = catalogueOf(language).actions
  return actions[what] ?? words[`what-${what}`] ?? what
}

/** Who can't change it in any state is told that alone: what others would have to do first is no help to them. */
function readOnlyIn(actor: Person, subject: Subject, language: string): string | null {
  const refusals = refusalsOfChange(actor, subject)
  const [first] = refusals
  if (!first) return null
  const catalogue = catalogueOf(language)
  if (first.code === 'wrong-role') {
    const roles = first.roles.map((role) => catalogue.roles[role])
    return fill(wordsOf(language).whoChanges, { roles: listIn(roles, language, 'disjunction') })
  }
  const own = refusals.find(({ code }) => code === 'not-own')
  return (own ? [own] : refusals).map((refusal) => sentenceOf(refusal, catalogue)).join(' ')
}

/** A translation shows the pictures, contacts and dates of its release. */
function elsewhereOf(payload: Payload, doc: DeskDoc): Bar['elsewhere'] {
  if (doc.type !== 'translation' || !doc.release) return null
  const names = (type: DeskType): string[] =>
    payload.collections[collectionOf[type]].config.flattenedFields.map(({ name }) => name)
  const own = names('translation')
  return {
    fields: names('release').filter((name) => !own.includes(name)),
    href: `/admin/collections/releases/${doc.release}`,
  }
}

function agingIn(
  { aging, standing, state }: Subject,
  zones: Zones,
  now: Date,
  language: string,
): AgingLine[] {
  if (!aging) return []
  const shown = {
    isLive: standing === 'live',
    isToCome: state !== 'published' && state !== 'withdrawn',
  }
  return agingLines(aging, shown, { now: now.toISOString(), zones, language })
}

function scheduledIn(doc: DeskDoc, zones: Zones, language: string): string | null {
  // The time stays in the row after it has passed.
  if (doc.state !== 'scheduled' || !doc.scheduledFor) return null
  const words = wordsOf(language)
  const sentence = zones.post === zones.capital ? words.scheduledAtPost : words.scheduledAt
  return fill(sentence, inBothZones(doc.scheduledFor, zones, language))
}

async function returnedIn(
  payload: Payload,
  doc: DeskDoc,
  { zones }: MissionFacts,
  language: string,
): Promise<Bar['returned']> {
  if (doc.state !== 'draft' || doc.returnNote === '') return null
  const event = await lastEvent(payload, doc.id, 'return')
  return {
    note: doc.returnNote,
    by: event?.actorName ?? '',
    at: event ? momentIn(event.at, language, zones.post) : '',
  }
}

async function emergencyIn(
  payload: Payload,
  doc: DeskDoc,
  { zones }: MissionFacts,
  language: string,
): Promise<Bar['emergency']> {
  if (!doc.emergency) return null
  const words = wordsOf(language)
  const { at, reason } = doc.emergency
  const event = await lastEvent(payload, doc.id, 'emergency-publish')
  return {
    note: fill(words.emergencyBy, {
      by: event?.actorName ?? '',
      at: momentIn(at, language, zones.post),
      reason,
    }),
    open: words.emergencyOpen,
  }
}

/** Where the public reads it. A retracted text has no page, an item stands on the page of its shelf. */
async function publicPageOf(
  payload: Payload,
  doc: DeskDoc,
  defaultLanguage: string,
): Promise<string | null> {
  const entry = await entryOf(payload, doc.id)
  if (!entry || entry.standing === 'retracted' || entry.of === 'term') return null
  if (entry.of === 'release' || entry.of === 'translation')
    return releasePath(entry.language, entry.slug)
  return entry.standing === 'live' ? sectionPath(defaultLanguage, `${entry.of}s`) : null
}
