import { toLexical } from '../../../src/desk/lexical.ts'
import { blocksOf } from './contents.ts'
import { type Flavour, flavours, full, mark, passage, picturing, title } from './words.ts'
import type { Item, ItemFields, Text, TextFields, World } from './world.ts'

/** A change that somebody makes to a text or item: what they send, and what of it is to be there afterwards. */
interface Save<Fields> {
  says: string
  data: object
  fields: Fields
  /** Of what can't be stored at all. */
  status?: number
}

const hour = 3_600_000

const bodyData = (fields: Pick<TextFields, 'body' | 'link' | 'picture'>): unknown =>
  toLexical(blocksOf(fields) as Parameters<typeof toLexical>[0])

/** A text as REST takes it when it is made. */
export function textData(fields: TextFields, of: Text | null): object {
  const { language, headline, lead, place } = fields
  const words = {
    language,
    headline: headline.text,
    lead: lead.text,
    body: bodyData(fields),
    datelinePlace: place,
  }
  if (of) return { ...words, release: of.id, translator: fields.translator }
  return { ...words, ...sharedData(fields) }
}

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

function sharedData(fields: TextFields): object {
  return {
    kind: fields.kind,
    datelineDate: fields.date ? `${fields.date}T12:00:00.000Z` : null,
    contacts: ids(fields.contacts),
    images: ids(fields.images),
    documents: ids(fields.documents),
    topics: ids(fields.topics),
    embargo: fields.embargo,
    about: fields.about,
  }
}

/** Columns that are the workflow's alone, whatever a form says. */
const forged = {
  state: 'published',
  standing: 'live',
  edition: 9,
  authors: '[]',
  approvedBy: 'somebody',
  approvedAt: '2026-01-01T00:00:00.000Z',
  approvedFingerprint: 'f'.repeat(64),
  createdBy: 'somebody',
  submittedBy: 'somebody',
  scheduledFor: '2026-01-01T00:00:00.000Z',
  waivers: '[{}]',
  madeFrom: 'f'.repeat(64),
  busy: 0,
  unfinished: null,
}

export function saveOfText(world: World, text: Text, n: number, m: number): Save<TextFields> {
  const { fields } = text
  const save = (says: string, data: object, changed: Partial<TextFields>): Save<TextFields> => ({
    says,
    data,
    fields: { ...fields, ...changed },
  })
  const bodied = (says: string, changed: Partial<TextFields>) =>
    save(says, { body: bodyData({ ...fields, ...changed }) }, changed)
  const flavour = flavours[m % flavours.length] ?? 'fine'
  const worded = (where: 'headline' | 'lead', how: Flavour) => {
    const words = passage(where, how)
    return save(`a ${where} (${how})`, { [where]: words.text }, { [where]: words })
  }
  const images = world.items.filter(({ type, deleted }) => type === 'image' && !deleted)
  const common: (() => Save<TextFields>)[] = [
    () => bodied('a new body', { body: passage('body', 'fine') }),
    () => save('nothing', {}, {}),
    () => worded('headline', 'fine'),
    () => worded('headline', flavour),
    () => worded('lead', flavour),
    () => bodied(`a body (${flavour})`, { body: passage('body', flavour) }),
    () => worded('lead', 'fine'),
    () => {
      const versions = [...text.versions.values()]
      const { headline, lead, body, link } = versions[m % versions.length] ?? fields
      const words = { headline, lead, body, link }
      const data = {
        headline: headline.text,
        lead: lead.text,
        body: bodyData({ ...fields, ...words }),
      }
      return save('the words of an earlier version', data, words)
    },
    () => {
      const headline = full('headline')
      const lead = full('lead')
      const data = { headline: headline.text, lead: lead.text }
      return save('as much as is allowed', data, { headline, lead })
    },
    () => save('what isn’t theirs to say', forged, {}),
    () => ({ ...save('no headline', { headline: '' }, {}), status: 400 }),
    () => {
      const link = m % 2 === 0 ? 'http://10.0.0.1/desk' : 'https://roads.example/a'
      return bodied(`a link to ${link}`, { link })
    },
    () => {
      const place = m % 2 === 0 ? '' : `Oslo ${mark()}`
      return save(place ? 'a place' : 'no place', { datelinePlace: place }, { place })
    },
    () => {
      const picture = m % 2 === 0 ? (images[0] ?? null) : null
      return bodied(`${picture ? 'a' : 'no'} picture in the body`, { picture })
    },
  ]
  const own = text.of ? savesOfTranslation(world, text, save, m) : savesOfRelease(world, save, m)
  const choices = [...common, ...own]
  const choice = choices[n % choices.length] ?? choices[0]
  if (!choice) throw new Error('nothing to save')
  return choice()
}

type Saving = (says: string, data: object, changed: Partial<TextFields>) => Save<TextFields>

function savesOfTranslation(
  world: World,
  { of }: Text,
  save: Saving,
  m: number,
): (() => Save<TextFields>)[] {
  const people = world.people.filter(({ roles }) => roles.includes('translator'))
  const translator = people[m % people.length]?.id ?? null
  return [
    () => save('another translator', { translator }, { translator }),
    () => save('no translator', { translator: null }, { translator: null }),
    // A translation stays what it is of, and in its language.
    () => save('another language', { language: 'ru', release: of?.id }, {}),
  ]
}

function savesOfRelease(world: World, save: Saving, m: number): (() => Save<TextFields>)[] {
  const some = (type: Item['type']) =>
    world.items.filter((item) => item.type === type && !item.deleted)
  /** None, the first, the last, all of them. */
  const choose = <One>(list: readonly One[]): One[] =>
    [[], list.slice(0, 1), list.slice(-1), [...list]][m % 4] ?? []
  const shared = (says: string, changed: Partial<TextFields>, fields: TextFields) => {
    const data = sharedData({ ...fields, ...changed })
    const names: Partial<Record<string, string>> = { date: 'datelineDate' }
    const keys = Object.keys(changed).map((key) => names[key] ?? key)
    const sent = Object.entries(data).filter(([key]) => keys.includes(key))
    return save(says, Object.fromEntries(sent), changed)
  }
  const { fields } = save('', {}, {})
  return [
    () => shared('contacts', { contacts: choose(some('contact')) }, fields),
    () => shared('images', { images: choose(some('image')) }, fields),
    () => shared('documents', { documents: choose(some('document')) }, fields),
    () => shared('topics', { topics: choose(world.topics.filter(({ gone }) => !gone)) }, fields),
    () => shared('about', { about: !fields.about }, fields),
    () => {
      const times = [null, -1, 1, 5].map((hours) => hours && world.now.getTime() + hours * hour)
      const time = times[m % 4]
      const embargo = time ? new Date(time).toISOString() : null
      return shared('an embargo', { embargo }, fields)
    },
    () => {
      const kind = m % 3 === 0 ? 'news' : 'press-release'
      return shared('another kind', { kind, date: m % 2 === 0 ? '' : '2026-05-04' }, fields)
    },
    () => {
      const language = ['nb', 'kk', 'en', 'ru'][m % 4] ?? 'en'
      return save(`the language ${language}`, { language }, { language })
    },
  ]
}

export function saveOfItem(item: Item, n: number, m: number): Save<ItemFields> {
  const { fields, type } = item
  const save = (says: string, changed: Partial<ItemFields>, data: object): Save<ItemFields> => ({
    says,
    data,
    fields: { ...fields, ...changed },
  })
  const texts = {
    contact: [[title('en')], [title('nb'), title('en')], []],
    document: [[title('en')], [title('nb'), title('en')], []],
    image: [
      [picturing('en', 'what'), picturing('nb', 'what')],
      [picturing('en', 'what')],
      [picturing('en', 'what'), picturing('nb', 'nothing')],
      [picturing('en', 'caption')],
      [],
    ],
  }[type]
  const chosen = texts[m % texts.length] ?? []
  const wording = save(
    'other words',
    { texts: chosen },
    {
      texts: chosen.map(({ language, title: words, caption }) =>
        type === 'image' ? { language, alt: words, caption } : { language, title: words },
      ),
    },
  )
  const nothing = save('nothing', {}, {})
  const name = m % 4 === 3 ? '\u00A0' : `Bo ${mark()}`
  const telephone = m % 3 === 2 ? '' : `+47 22 00 00 ${String(10 + m)}`
  const credit = m % 3 === 2 ? '' : `AFP ${mark()}`
  const choices = {
    contact: [
      save('another name', { name }, { name }),
      save('another number', { telephone }, { telephone }),
      wording,
      nothing,
    ],
    document: [wording, nothing],
    image: [
      wording,
      save('another credit', { credit }, { credit }),
      save('clearance', { cleared: m % 2 === 0 }, { cleared: m % 2 === 0 }),
      nothing,
    ],
  }[type]
  return choices[n % choices.length] ?? nothing
}
