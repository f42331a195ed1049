import type { NinjsItem } from './schema.ts'
import { shown } from './strays.ts'

/** What something is called, by the last part of a code: `nar:translationOf` → `translationof`. */
export function code(text: string | undefined): string {
  return (text ?? '')
    .toLowerCase()
    .replace(/^.*[:/#]/, '')
    .replace(/[^a-z]/g, '')
}

const translationCodes = new Set(['translationof', 'istranslationof', 'translatedfrom'])

type Association = NonNullable<NinjsItem['associations']>[number]

export function isTranslationOf({ rel, name }: Association): boolean {
  return translationCodes.has(code(rel)) || (!rel && translationCodes.has(code(name)))
}

/** Properties that are read, or that say something of the file and nothing of the text. */
const silent = new Set(
  [
    'uri type version versionCreated pubStatus language profile firstCreated contentCreated embargoedUntil',
    'headlines descriptions bodies located by copyrightHolder edNote infoSources associations renditions',
    'standard $schema representationType representationtype mimeType mimetype charcount wordcount altIds altids',
  ].flatMap((row) => row.split(' ')),
)

/** Where people say it otherwise than the standard. */
const called: Readonly<Record<string, string>> = {
  digitalSourceType: 'kind of origin',
  places: 'place',
  people: 'person',
  organisations: 'organisation',
  usageTerms: 'terms of use',
  usageterms: 'terms of use',
  copyrightNotice: 'copyright notice',
  copyrightnotice: 'copyright notice',
  rightsInfo: 'rights',
  rightsinfo: 'rights',
}

/** The words of a value: a text, a number, or the names of what is listed. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (value === null || typeof value !== 'object') return []
  const { name, literal, value: own, uri } = value as Record<string, unknown>
  return wordsOf(name || literal || own || uri)
}

function associated(item: NinjsItem): string[] {
  return (item.associations ?? []).flatMap((association) => {
    const { name, rel, type, uri } = association
    if (isTranslationOf(association) || rel === 'alternate') return []
    const what = type && type !== 'text' ? type : 'associated item'
    const hint =
      what === 'picture' || what === 'graphic' ? ' (pictures are uploaded on the desk)' : ''
    return [`${what} “${shown(name ?? uri ?? '')}”${hint}`]
  })
}

const rendition = (one: unknown): string[] => {
  const { name, href, contentType, contenttype } = (one ?? {}) as Record<string, unknown>
  const type = contentType ?? contenttype
  // The page of the text itself is where it came from.
  if (typeof type === 'string' && type.startsWith('text/html')) return []
  return [`rendition “${shown([name, href].filter((part) => typeof part === 'string').join(' '))}”`]
}

function renditions({ renditions: all }: NinjsItem): string[] {
  if (Array.isArray(all)) return all.flatMap(rendition)
  if (all === null || typeof all !== 'object') return []
  return Object.entries(all).flatMap(([name, one]) =>
    rendition({ name, ...(one as Record<string, unknown> | null) }),
  )
}

/** Parts of an item that a text has no field for, each in words. Empty ones say nothing. */
export function elsewhere(item: NinjsItem): string[] {
  const others = Object.entries(item).flatMap(([key, value]) => {
    if (silent.has(key) || key === 'subjects') return []
    const words = wordsOf(value)
      .map((one) => shown(one))
      .filter((one) => one !== '')
    return words.map((one) => `${called[key] ?? shown(key)} “${one}”`)
  })
  return [
    ...others,
    ...associated(item),
    ...renditions(item),
    ...(item.edNote?.trim() ? [`note to editors: “${shown(item.edNote)}”`] : []),
  ]
}
