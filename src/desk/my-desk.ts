import { fill, wordsOf } from '../admin/words/words.ts'
import { type DeskGroup, groupsOf, type NextStep, nextStepsOf } from '../workflow/desk-groups.ts'
import {
  addressOf,
  type DeskItemRow,
  deskItemRow,
  type DeskList,
  listsOf,
  mostNamed,
  newestReleases,
  peopleOf,
  type Reader,
  whereOf,
} from './desk-lists.ts'
import { missionOf, type Zones } from './mission-facts.ts'
import { owedKinds } from './outbox/rows.ts'
import { dayNameIn, inBothZones, languageIn, momentIn, relativeIn } from './names.ts'
import { reasonOfItem } from './rechecks.ts'
import { lastEvent } from './timeline.ts'
import { dayOf } from '../workflow/zoned-time.ts'

/** How many texts of a list stand on the desk itself. */
const shown = 5

/** One text that waits. Everything in it is said in the person's language; `since` and `at` are ISO 8601, UTC. */
export interface WaitingItem {
  collection: string
  id: string
  title: string
  /** Name of its language; empty for pictures, documents and contacts. */
  language: string
  /** BCP 47 tag of the title's language; empty where none is known. */
  tag: string
  state: string
  /** Whose work it is, or who did what it waits after; empty where nobody did. */
  who: string
  since: string | null
  /** "12 minutes ago". */
  sinceIn: string
  /** The same moment with day and time, in the zone of the post. */
  sinceExact: string
  /** Why it came back, or what went wrong; empty where nobody said. */
  note: string
  /** When something will happen to it by itself, in both time zones of the mission; empty where nothing will. */
  time: string
  href: string
}

export interface WaitingList {
  collection: string
  label: string
  /** How many its list holds. */
  count: number
  href: string
  items: WaitingItem[]
}

export interface WaitingGroup {
  group: DeskGroup
  title: string
  /** What the lists hold where the title alone doesn't say it; empty where it does. */
  explains: string
  count: number
  lists: WaitingList[]
}

export interface MyDesk {
  name: string
  groups: WaitingGroup[]
  /** A friendly word when nothing waits; null when something does. */
  empty: string | null
  next: { step: NextStep; label: string; href: string }[]
}

/** What waits for this person, the most urgent first. Groups in which nothing waits are left out. */
export async function myDeskOf(reader: Reader, language: string): Promise<MyDesk> {
  const said = wordsOf(language)
  const { zones } = await missionOf(reader.payload)
  const groups: WaitingGroup[] = []
  for (const group of groupsOf(reader.actor)) {
    const lists = await Promise.all(
      (await listsOf(group, reader)).map((list) => waiting(group, list, reader, zones, language)),
    )
    const count = lists.reduce((sum, one) => sum + one.count, 0)
    if (count === 0) continue
    groups.push({
      group,
      title: said[`desk-${group}`],
      explains: explained(group, said),
      count,
      lists: lists.filter((one) => one.count > 0),
    })
  }
  return {
    name: reader.actor.name,
    groups,
    empty: groups.length === 0 ? said.deskEmpty : null,
    next: nextStepsOf(reader.actor).map((step) => ({
      step,
      label: said[`next-${step}`],
      href: addresses[step],
    })),
  }
}

const addresses: Record<NextStep, string> = {
  start: '/admin/collections/releases/create',
  translate: '/admin/collections/translations/create',
  calendar: '/admin/calendar',
  accounts: '/admin/collections/users',
}

function explained(group: DeskGroup, said: ReturnType<typeof wordsOf>): string {
  const facts = { releases: String(newestReleases), most: String(mostNamed) }
  switch (group) {
    case 'renew':
      return fill(said.deskRenewExplains, facts)
    case 'translate':
      return fill(said.deskTranslateExplains, facts)
    case 'scheduled':
    case 'embargo':
    case 'ending':
      return said.deskAheadExplains
    case 'failing':
      return said.deskFailingExplains
    case 'mail':
      return said.deskMailExplains
    default:
      return ''
  }
}

const labels = {
  releases: 'releases',
  translations: 'translations',
  contacts: 'contacts',
  images: 'images',
  documents: 'documents',
  terms: 'terms',
  'open-items': 'openItems',
  outbox: 'outgoingMails',
} as const

async function waiting(
  group: DeskGroup,
  list: DeskList,
  { payload, user, now }: Reader,
  zones: Zones,
  language: string,
): Promise<WaitingList> {
  const { collection } = list
  const asReader = { overrideAccess: false, user: user as never }
  const where = whereOf(list)
  const [{ totalDocs: count }, { docs }] = await Promise.all([
    payload.count({ collection, where, ...asReader }),
    payload.find({
      collection,
      where,
      sort: list.sort,
      limit: shown,
      pagination: false,
      depth: 0,
      select: selected(collection),
      ...asReader,
    }),
  ])
  const rows = docs.map((row) => deskItemRow.parse(row))
  const names = await peopleOf(
    payload,
    rows.flatMap((row) => [row.submittedBy, row.approvedBy]),
  )
  const items = await Promise.all(
    rows.map(async (row): Promise<WaitingItem> => {
      const { who, since, note, at } = await saidOf(group, row, names, payload, language)
      return {
        collection,
        id: row.id,
        title: row.title,
        language: row.language ? languageIn(row.language, language) : '',
        tag: row.language,
        // Open items and mails have states of their own.
        state: collection === 'open-items' || collection === 'outbox' ? '' : row.state,
        who,
        since,
        sinceIn: since ? relativeIn(since, now, language) : '',
        sinceExact: since ? momentIn(since, language, zones.post) : '',
        note,
        time: at ? timeIn(at, zones, language) : '',
        href: placeOf(collection, row),
      }
    }),
  )
  return {
    collection,
    label: wordsOf(language)[labels[collection]],
    count,
    href: addressOf(list),
    items,
  }
}

/** An emergency is settled at its text only, which says all of it; other open items are settled on their own page. */
function placeOf(collection: DeskList['collection'], row: DeskItemRow): string {
  if (row.kind !== 'emergency' || collection !== 'open-items')
    return `/admin/collections/${collection}/${row.id}`
  const about = row.of === 'translation' ? 'translations' : 'releases'
  return `/admin/collections/${about}/${row.subject}`
}

/** Only what stands on the desk: a text may be long. */
function selected(collection: DeskList['collection']): Record<string, true> {
  const common = ['state', 'updatedAt']
  const workflow = [
    'holder',
    'submittedBy',
    'submittedAt',
    'approvedBy',
    'approvedAt',
    'returnNote',
  ]
  const fields = {
    releases: [
      'headline',
      'language',
      'scheduledFor',
      'embargo',
      'liveReviewBy',
      'liveEndsAt',
      ...workflow,
    ],
    translations: ['headline', 'language', 'scheduledFor', ...workflow],
    contacts: ['name', ...workflow],
    images: ['filename', ...workflow],
    documents: ['filename', ...workflow],
    terms: ['name', ...workflow],
    'open-items': [
      'title',
      'language',
      'kind',
      'subject',
      'of',
      'reason',
      'item',
      'raisedAt',
      'raisedByName',
    ],
    outbox: ['receiverName', 'what', 'problem', 'dueAt'],
  }[collection]
  return Object.fromEntries([...common, ...fields].map((field) => [field, true as const]))
}

interface Said {
  who: string
  since: string | null
  note: string
  /** When something happens by itself; null where nothing does. */
  at: string | null
}

async function saidOf(
  group: DeskGroup,
  row: DeskItemRow,
  names: ReadonlyMap<string, string>,
  payload: Reader['payload'],
  language: string,
): Promise<Said> {
  const plain: Said = { who: row.holder, since: row.updatedAt, note: '', at: null }
  switch (group) {
    case 'clock-failure':
    case 'emergency':
    case 'failing':
    case 'other-item':
    case 'import': {
      const note = reasonOfItem(row, language)
      return { ...plain, who: row.raisedByName, since: row.raisedAt, note }
    }
    case 'mail': {
      const what = owedKinds.find((kind) => kind === row.what)
      const said = wordsOf(language)
      const note = [what ? said[`owed-${what}`] : '', row.problem].filter(Boolean).join(' · ')
      return { ...plain, who: '', since: row.dueAt, note }
    }
    case 'review':
      return { ...plain, who: names.get(row.submittedBy) ?? '', since: row.submittedAt }
    case 'publish':
      return { ...plain, who: names.get(row.approvedBy) ?? '', since: row.approvedAt }
    case 'returned': {
      const event = await lastEvent(payload, row.id, 'return')
      const since = event?.at ?? row.updatedAt
      return { ...plain, who: event?.actorName ?? '', since, note: row.returnNote }
    }
    case 'scheduled':
      return { ...plain, who: '', since: null, at: row.scheduledFor }
    case 'embargo':
      return { ...plain, who: '', since: null, at: row.embargo }
    case 'ending':
      return { ...plain, who: '', since: null, at: row.liveEndsAt }
    case 'overdue': {
      const day = dayNameIn(dayOf(row.liveReviewBy) ?? '', language)
      return { ...plain, note: fill(wordsOf(language).reviewOverdue, { day }) }
    }
    case 'translate':
      // Nobody has begun, so it is nobody's and since no time.
      return { ...plain, who: '', since: null }
    default:
      return plain
  }
}

function timeIn(at: string, zones: Zones, language: string): string {
  const said = wordsOf(language)
  const sentence = zones.post === zones.capital ? said.timeAtPost : said.timeAtBoth
  return fill(sentence, inBothZones(at, zones, language))
}
