import { createHash, randomUUID } from 'node:crypto'
import { slugOf } from '../../src/language/slug.ts'
import { canonicalForm, type Content, type TextContent } from '../../src/workflow/content.ts'

/** Made-up rows of `entries` and `editions`, as the door would have written them over the years. */
export interface EntryRow {
  subject: string
  of: 'release' | 'translation' | 'image' | 'contact'
  shelf: 'texts' | 'images' | 'contacts'
  family: string
  language: string
  slug: string
  kind: string
  headline: string
  edition: string
  number: number
  fingerprint: string
  madeFrom: string | null
  publishedAt: string
  uses: string[]
  topics: string[]
}

export interface EditionRow {
  id: string
  subject: string
  of: EntryRow['of']
  family: string
  number: number
  language: string
  headline: string
  fingerprint: string
  content: string
  madeFrom: string | null
  change: 'first' | 'minor' | 'major'
  publicNote: string
  publishedAt: string
}

export interface Published {
  entry: EntryRow
  editions: EditionRow[]
}

/** The languages that have releases, and one that has none. */
export const filled = ['en', 'nb', 'kk', 'ru'] as const
export const unfilled = 'ar'

const words: Record<(typeof filled)[number], string> = {
  en: 'the embassy of talvania and its partners have agreed on a programme for lakes ferries and the people who live beside them which begins in spring',
  nb: 'ambassaden og dens partnere er enige om et program for innsjøer ferger og menneskene som bor ved dem som begynner til våren',
  kk: 'елшілік пен оның серіктестері көлдер паромдар және олардың жағасында тұратын адамдар туралы көктемде басталатын бағдарлама жөнінде келісті',
  ru: 'посольство и его партнёры договорились о программе для озёр паромов и людей которые живут рядом с ними и которая начнётся весной',
}
const picked = Object.fromEntries(
  Object.entries(words).map(([language, text]) => [language, text.split(' ')]),
) as Record<(typeof filled)[number], string[]>

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function sentence(language: (typeof filled)[number], seed: number, length: number): string {
  const from = picked[language]
  const said = Array.from(
    { length },
    (_, at) => from[(seed * 7 + at * (1 + (seed % 5))) % from.length],
  )
  return `${capital(said.join(' '))}.`
}

function frozen(
  content: Content,
  rest: Omit<EntryRow, 'edition' | 'fingerprint' | 'headline'> & { headline: string },
  corrected: boolean,
): Published {
  const form = canonicalForm(content)
  const fingerprint = hash(form)
  const editions = (corrected ? [1, 2] : [1]).map(
    (number): EditionRow => ({
      id: randomUUID(),
      subject: rest.subject,
      of: rest.of,
      family: rest.family,
      number,
      language: rest.language,
      headline: rest.headline,
      fingerprint,
      content: form,
      madeFrom: rest.madeFrom,
      change: number === 1 ? 'first' : 'major',
      publicNote: number === 1 ? '' : 'A figure was corrected.',
      publishedAt: rest.publishedAt,
    }),
  )
  const last = editions.at(-1)
  return {
    entry: { ...rest, edition: last?.id ?? '', number: editions.length, fingerprint },
    editions,
  }
}

export interface Items {
  images: { row: Published; id: string; sha256: string }[]
  contact: { row: Published; id: string }
}

/** Forty pictures and a contact for the releases to show. */
export function items(): Items {
  const at = '2010-01-01T08:00:00.000Z'
  const item = (of: 'image' | 'contact', content: Content, headline: string): Published => {
    const subject = randomUUID()
    return frozen(
      content,
      {
        subject,
        of,
        shelf: `${of}s`,
        family: subject,
        language: 'mul',
        slug: subject,
        kind: '',
        headline,
        number: 1,
        madeFrom: null,
        publishedAt: at,
        uses: [],
        topics: [],
      },
      false,
    )
  }
  const images = Array.from({ length: 40 }, (_, index) => {
    const sha256 = hash(`picture ${index}`)
    const row = item(
      'image',
      {
        type: 'image',
        texts: filled.map((language) => ({
          language,
          alt: sentence(language, index, 12),
          caption: sentence(language, index + 1, 9),
        })),
        credit: 'Embassy of Talvania',
        copyright: '© Embassy of Talvania',
        licence: '',
        cleared: true,
        file: {
          name: `picture-${index}.jpg`,
          mime: 'image/jpeg',
          bytes: 900_000,
          sha256,
          width: 2400,
          height: 1600,
        },
        focalX: 50,
        focalY: 50,
      },
      `picture-${index}.jpg`,
    )
    return { row, id: row.entry.subject, sha256 }
  })
  const contact = item(
    'contact',
    {
      type: 'contact',
      name: 'Leda Varen',
      texts: filled.map((language) => ({ language, title: 'Press Attaché', note: '' })),
      organisation: 'Embassy of Talvania',
      email: 'press@talvania.example',
      telephone: '+47 00 00 00 01',
      telephoneAfterHours: '',
      languages: [...filled],
    },
    'Leda Varen',
  )
  return { images, contact: { row: contact, id: contact.entry.subject } }
}

/**
 * One family: a release and its translations, some four thousand letters each. Every tenth text was corrected once.
 * `index` counts back from today, a family every four hours.
 */
export function family(index: number, { images, contact }: Items): Published[] {
  const release = randomUUID()
  const publishedAt = new Date(Date.UTC(2026, 10, 20) - index * 4 * 3_600_000).toISOString()
  const shown = [images[index % images.length], images[(index + 7) % images.length]].filter(
    (image) => image !== undefined,
  )
  const topics = [`topic-${index % 9}`, `topic-${(index + 4) % 9}`]
  let madeFrom: string | null = null
  return filled.map((language) => {
    const headline = `${sentence(language, index, 8).slice(0, -1)} ${index}`
    const content: { type: 'text' } & TextContent = {
      type: 'text',
      language,
      kind: 'press-release',
      headline,
      lead: sentence(language, index, 24),
      body: Array.from({ length: 14 }, (_, at) =>
        at % 5 === 4
          ? {
              type: 'heading',
              level: 2,
              children: [{ type: 'text', text: sentence(language, at, 4) }],
            }
          : {
              type: 'paragraph',
              children: [
                {
                  type: 'text',
                  text: `${sentence(language, index + at, 22)} ${sentence(language, index + at + 1, 18)}`,
                },
              ],
            },
      ),
      datelinePlace: 'Oslo',
      datelineDate: publishedAt.slice(0, 10),
      sourceLabel: 'Embassy of Talvania',
      sourceUrl: '',
      topics: topics.map((id) => ({ id, name: id })),
      images: shown.map(({ id, sha256 }) => ({
        id,
        alt: sentence(language, 3, 12),
        caption: sentence(language, 4, 9),
        credit: 'Embassy of Talvania',
        copyright: '© Embassy of Talvania',
        licence: '',
        file: sha256,
        width: 2400,
        height: 1600,
      })),
      documents: [],
      contacts: [{ id: contact.id, name: 'Leda Varen', title: 'Press Attaché' }],
      embargo: null,
      about: sentence(language, 1, 30),
    }
    const original = language === 'en'
    const made = frozen(
      content,
      {
        subject: original ? release : randomUUID(),
        of: original ? 'release' : 'translation',
        shelf: 'texts',
        family: release,
        language,
        // Addresses are cut at a length, which the number might not survive.
        slug: `${slugOf(headline)}-${index}`,
        kind: content.kind,
        headline,
        number: 1,
        madeFrom,
        publishedAt,
        uses: [...shown.map(({ id }) => id), contact.id],
        topics,
      },
      index % 10 === 9,
    )
    if (original) madeFrom = made.entry.fingerprint
    return made
  })
}
