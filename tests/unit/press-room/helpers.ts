import type { Edition, Entry, Mission, Topic } from '@/press-room/records.ts'
import { respond } from '@/press-room/respond.ts'
import type { PressStore } from '@/press-room/store.ts'
import type { Content, TextContent } from '@/workflow/content.ts'

export const origin = 'https://press.halvoria.example'

/** The embassy of a country that doesn't exist. */
export const halvoria: Mission = {
  names: [
    {
      language: 'en',
      name: 'Embassy of Halvoria in Astana',
      about: 'The embassy represents the Republic of Halvoria in Kazakhstan and Kyrgyzstan.',
    },
    { language: 'nb', name: 'Halvorias ambassade i Astana', about: '' },
    { language: 'kk', name: 'Халвория елшілігі, Астана', about: '' },
    { language: 'ar', name: 'سفارة هالفوريا في أستانا', about: '' },
  ],
  languages: ['en', 'nb', 'kk', 'ar'],
  defaultLanguage: 'en',
  address: '12 Saryarqa Avenue\nAstana 010000',
  timeZone: 'Asia/Almaty',
  colour: '#7a1f3d',
  logo: null,
  countsReaders: true,
}

export function text(changes: Partial<TextContent> = {}): Content {
  return {
    type: 'text',
    language: 'en',
    kind: 'press-release',
    headline: 'Halvoria opens a library',
    lead: 'The doors open on Friday.',
    body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Everybody is welcome.' }] }],
    datelinePlace: 'Astana',
    datelineDate: '2026-11-20',
    sourceLabel: '',
    sourceUrl: '',
    topics: [],
    images: [],
    documents: [],
    contacts: [],
    embargo: null,
    about: '',
    ...changes,
  }
}

export function image(changes: Partial<Extract<Content, { type: 'image' }>> = {}): Content {
  return {
    type: 'image',
    texts: [{ language: 'en', alt: 'A reading room', caption: 'The reading room' }],
    credit: 'Ida Lund',
    copyright: '',
    licence: '',
    cleared: true,
    file: {
      name: 'room.jpg',
      mime: 'image/jpeg',
      bytes: 3_100_000,
      sha256: 'a1'.repeat(32),
      width: 4000,
      height: 2667,
    },
    focalX: 50,
    focalY: 50,
    ...changes,
  }
}

export function contact(changes: Partial<Extract<Content, { type: 'contact' }>> = {}): Content {
  return {
    type: 'contact',
    name: 'Mira Solheim',
    texts: [{ language: 'en', title: 'Press attaché', note: '' }],
    organisation: '',
    email: 'press@halvoria.example',
    telephone: '+7 7172 55 01 10',
    telephoneAfterHours: '',
    languages: ['en', 'kk'],
    ...changes,
  }
}

export function document(changes: Partial<Extract<Content, { type: 'document' }>> = {}): Content {
  return {
    type: 'document',
    texts: [{ language: 'en', title: 'Facts about the library' }],
    file: {
      name: 'Library facts.pdf',
      mime: 'application/pdf',
      bytes: 245_000,
      sha256: 'd0'.repeat(32),
    },
    ...changes,
  }
}

interface Shown {
  entry: Entry
  edition: Edition
}

/** A published text or item: its entry and the edition that it shows. */
export function published(
  subject: string,
  content: Content,
  changes: Partial<Entry> = {},
  edition: Partial<Edition> = {},
): Shown {
  const isText = content.type === 'text'
  const number = changes.number ?? 1
  const entry: Entry = {
    id: `entry-${subject}`,
    subject,
    of: isText ? 'release' : content.type,
    shelf: isText ? 'texts' : (`${content.type}s` as Entry['shelf']),
    family: subject,
    language: isText ? content.language : 'mul',
    slug: subject,
    kind: isText ? content.kind : '',
    headline: isText ? content.headline : '',
    standing: 'live',
    edition: `${subject}-e${number}`,
    number,
    fingerprint: `fingerprint-${subject}-${number}`,
    madeFrom: null,
    publishedAt: '2026-11-20T05:00:00.000Z',
    updatedAtPublic: '2026-11-20T05:00:00.000Z',
    noticeAt: null,
    explanation: '',
    ...changes,
  }
  return {
    entry,
    edition: {
      id: entry.edition,
      subject,
      number,
      change: number === 1 ? 'first' : 'minor',
      publicNote: '',
      publishedAt: entry.publishedAt,
      content,
      ...edition,
    },
  }
}

/** A press room in memory, holding what it is given. */
export function memoryStore(
  shown: readonly Shown[],
  {
    mission = halvoria,
    earlier = [],
    topics = [],
  }: {
    mission?: Mission
    /** Editions that no entry shows any more. */
    earlier?: readonly Edition[]
    topics?: readonly Topic[]
  } = {},
): PressStore {
  const entries = shown.map(({ entry }) => entry)
  const editions = [...shown.map(({ edition }) => edition), ...earlier]
  const isAbout = (entry: Entry, topic: string): boolean =>
    editions.some(
      ({ id, content }) =>
        id === entry.edition &&
        content.type === 'text' &&
        content.topics.some((one) => one.id === topic),
    )
  return {
    mission: async () => mission,
    revision: async () => 1,
    entryAt: async (language, slug) =>
      entries.find((entry) => entry.language === language && entry.slug === slug) ?? null,
    edition: async (id) => editions.find((edition) => edition.id === id) ?? null,
    editionsOf: async (ids) => editions.filter(({ id }) => ids.includes(id)),
    family: async (family) => entries.filter((entry) => entry.family === family),
    families: async (families) => entries.filter(({ family }) => families.includes(family)),
    entriesOf: async (subjects) => entries.filter(({ subject }) => subjects.includes(subject)),
    latest: async (language, shelf, { page, size, standing = 'live', topic }) => {
      const all = entries
        .filter((entry) => topic === undefined || isAbout(entry, topic))
        .filter(
          (entry) =>
            entry.language === language && entry.shelf === shelf && entry.standing === standing,
        )
        .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))
      return { entries: all.slice((page - 1) * size, page * size), more: all.length > page * size }
    },
    within: async (language, { since, until, topic }, size) =>
      entries
        .filter((entry) => topic === undefined || isAbout(entry, topic))
        .filter(
          (entry) =>
            entry.language === language &&
            entry.shelf === 'texts' &&
            entry.standing === 'live' &&
            (since === null || entry.publishedAt >= since) &&
            (until === null ||
              entry.publishedAt < until.at ||
              (until.included && entry.publishedAt === until.at)),
        )
        .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))
        .slice(0, size),
    topics: async (by) =>
      'first' in by
        ? topics.slice(0, by.first)
        : topics.filter(({ id, slug }) => ('ids' in by ? by.ids.includes(id) : by.slug === slug)),
    nextIn: async (language, after) =>
      entries
        .filter((entry) => entry.language === language && entry.shelf === 'texts')
        .filter(({ standing, publishedAt }) => standing === 'live' && publishedAt > after)
        .sort((a, b) => a.publishedAt.localeCompare(b.publishedAt))[0] ?? null,
    showing: async (image, language, size) =>
      entries
        .filter(
          (entry) =>
            entry.language === language &&
            entry.shelf === 'texts' &&
            entry.standing === 'live' &&
            editions.some(
              ({ id, content }) =>
                id === entry.edition &&
                content.type === 'text' &&
                content.images.some((one) => one.id === image),
            ),
        )
        .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))
        .slice(0, size),
    countLive: async (language, shelf) =>
      entries.filter(
        (entry) =>
          entry.language === language && entry.shelf === shelf && entry.standing === 'live',
      ).length,
    countWithin: async (language, { since, until }) =>
      entries.filter(
        (entry) =>
          entry.language === language &&
          entry.shelf === 'texts' &&
          entry.standing === 'live' &&
          entry.publishedAt >= since &&
          entry.publishedAt < until,
      ).length,
    firstIn: async (language) =>
      entries
        .filter(
          (entry) =>
            entry.language === language && entry.shelf === 'texts' && entry.standing === 'live',
        )
        .map(({ publishedAt }) => publishedAt)
        .sort()[0] ?? null,
    changed: async (since, page, size) =>
      entries
        .map((entry) => ({ ...entry, changedAt: entry.publishedAt }))
        .filter(({ changedAt }) => since === null || changedAt >= since)
        .sort((a, b) => a.changedAt.localeCompare(b.changedAt) || a.id.localeCompare(b.id))
        .slice((page - 1) * size, page * size),
    lastChange: async () =>
      entries.map(({ publishedAt }) => publishedAt).sort((a, b) => b.localeCompare(a))[0] ?? null,
    corrections: async (texts) =>
      editions
        .filter(
          (edition) =>
            edition.number > 1 &&
            texts.some(
              ({ subject, number }) => edition.subject === subject && edition.number <= number,
            ) &&
            edition.change === 'major' &&
            edition.publicNote !== '',
        )
        .map(({ subject, number, publicNote, publishedAt }) => ({
          subject,
          number,
          note: publicNote,
          publishedAt,
        }))
        .sort((a, b) => b.number - a.number),
  }
}

export interface Answer {
  status: number
  headers: Headers
  body: string
}

/** Asks the press room for a path, as a browser would. */
export async function ask(
  store: PressStore,
  path: string,
  init: RequestInit = {},
): Promise<Answer> {
  const response = await respond(new Request(origin + path, init), {
    store,
    now: () => new Date('2026-11-24T12:00:00Z'),
    origin,
    log: () => {},
  })
  return { status: response.status, headers: response.headers, body: await response.text() }
}

/** A picture as it stands in a text. */
export const readingRoom = {
  id: 'room',
  alt: 'A reading room',
  caption: 'The reading room',
  credit: 'Ida Lund',
  copyright: '© Halvoria',
  licence: 'https://licence.example/by',
  file: 'a1'.repeat(32),
  width: 4000,
  height: 2667,
}
