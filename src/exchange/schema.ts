import { z } from 'zod'

/**
 * ninjs as the import reads it. Unknown keys are let be; what is used must be what the standard says. Messages
 * complete the sentence "expected …".
 */

const mostBody = 1_000_000

const text = (most: number) =>
  z.string({ error: 'text' }).max(most, `at most ${most.toLocaleString('en')} characters`)
const name = text(2000)
/** Absolute; no more is asked of it than that it names one thing. */
const absolute = 'an absolute URI, such as urn:… or https://…'
const uri = z
  .string({ error: absolute })
  .max(2000, 'at most 2,000 characters')
  .regex(/^[a-z][a-z0-9+.-]*:[^\s\p{Cc}]+$/iu, absolute)
const moment = z.iso.datetime({
  offset: true,
  error: 'a date and time with its zone, such as 2026-11-24T10:00:00Z',
})
const list = <Of extends z.ZodType>(of: Of, what = 'a list') =>
  z.array(of, { error: what }).max(1000, 'at most 1,000 entries')
const thing = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.looseObject(shape, { error: 'an object' })

const wording = (most: number) =>
  thing({ role: name.optional(), contentType: name.optional(), value: text(most) })
const named = thing({ name: name.optional(), literal: name.optional(), rel: name.optional() })

const associated = thing({
  name: name.optional(),
  rel: name.optional(),
  // An agency's pictures often have none; what a translation is made from must have one.
  uri: name.optional(),
  type: name.optional(),
  language: name.optional(),
})

/** What every item says, a cancelled one too. ninjs 3.x as it is, ninjs 1.x and 2.x after `asListed`. */
export const headSchema = thing({
  uri,
  type: name.optional(),
  version: text(200).optional(),
  versionCreated: moment.optional(),
  pubStatus: z
    .enum(['usable', 'withheld', 'canceled'], { error: 'usable, withheld or canceled' })
    .optional(),
})

const tag = 'a language tag, such as nb-NO'

/** An item that brings a text. */
export const itemSchema = headSchema.extend({
  language: z
    .string({ error: tag })
    .max(35, tag)
    .regex(/^[a-z]{2,3}([-_][a-z0-9]{1,8})*$/i, tag),
  profile: name.optional(),
  firstCreated: moment.optional(),
  contentCreated: moment.optional(),
  embargoedUntil: moment.optional(),
  headlines: list(wording(5000), 'a headline').min(1, 'a headline'),
  descriptions: list(wording(50_000)).optional(),
  bodies: list(wording(mostBody)).optional(),
  located: text(200).optional(),
  by: name.optional(),
  copyrightHolder: name.optional(),
  edNote: text(50_000).optional(),
  infoSources: list(
    thing({
      name: name.optional(),
      role: name.optional(),
      uri: name.optional(),
      literal: name.optional(),
    }),
  ).optional(),
  subjects: list(named).optional(),
  places: list(named).optional(),
  people: list(named).optional(),
  associations: list(associated).optional(),
  renditions: z.unknown().optional(),
})

export type NinjsItem = z.infer<typeof itemSchema>

/** Other spellings of a property: ninjs 1.x and 2.x write small letters, and some names in the singular. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['versioncreated', 'versionCreated'],
  ['firstcreated', 'firstCreated'],
  ['contentcreated', 'contentCreated'],
  ['embargoed', 'embargoedUntil'],
  ['embargoeduntil', 'embargoedUntil'],
  ['pubstatus', 'pubStatus'],
  ['byline', 'by'],
  ['copyrightholder', 'copyrightHolder'],
  ['ednote', 'edNote'],
  ['infosource', 'infoSources'],
  ['infosources', 'infoSources'],
  ['infoSource', 'infoSources'],
  ['subject', 'subjects'],
  ['place', 'places'],
  ['person', 'people'],
])

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['xhtml', 'text/html'],
  ['html', 'text/html'],
  ['html5', 'text/html'],
  ['text', 'text/plain'],
])

/** Deeper than any item is; what walks through one must come to an end. */
export const mostDeep = 100

export function isTooDeep(json: unknown, left = mostDeep): boolean {
  if (json === null || typeof json !== 'object') return false
  return left === 0 || Object.values(json).some((one) => isTooDeep(one, left - 1))
}

type Path = (string | number)[]

/** An item with the properties of ninjs 3.x, and where each of them stood in the file. */
export interface Listed {
  item: unknown
  pathOf: (path: readonly PropertyKey[]) => string
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** `headlines[0].value`, `associations["a b"].uri`. */
export function written(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`
      const key = String(part)
      if (!/^[\w$]+$/.test(key)) return `[${JSON.stringify(key)}]`
      return index === 0 ? key : `.${key}`
    })
    .join('')
}

/** One wording, where properties may be called otherwise: `text` or `name` for `value` or `role`. */
function wordingOf(value: unknown): unknown {
  if (!isRecord(value)) return value
  const { contenttype, name: named, text: words, ...rest } = value
  return {
    ...(typeof contenttype === 'string' ? { contentType: contenttype } : {}),
    ...(typeof named === 'string' ? { role: named } : {}),
    ...(typeof words === 'string' ? { value: words } : {}),
    ...rest,
  }
}

/**
 * Brings an item of ninjs 1.x or 2.x (`headline`, `body_xhtml`, `description_text`, `associations` by name) into the
 * form of 3.x. An item of 3.x stays as it is. Anything that isn't an object is given back for the schema to refuse.
 */
export function asListed(json: unknown): Listed {
  if (!isRecord(json)) return { item: json, pathOf: written }
  const item: Record<string, unknown> = {}
  const origins = new Map<string, Path>()
  const wordings: Record<'headlines' | 'descriptions' | 'bodies', unknown[]> = {
    headlines: [],
    descriptions: [],
    bodies: [],
  }
  const plural = { headline: 'headlines', description: 'descriptions', body: 'bodies' } as const
  for (const [key, value] of Object.entries(json)) {
    // Would become what the item inherits from.
    if (key === '__proto__') continue
    const flat = /^(headline|description|body)(?:_(.+))?$/.exec(key)
    if (flat) {
      const to = plural[flat[1] as keyof typeof plural]
      const form = flat[2]?.toLowerCase() ?? ''
      for (const [index, one] of (Array.isArray(value) ? value : [value]).entries()) {
        const listed = Array.isArray(value)
        origins.set(`${to}.${wordings[to].length}`, listed ? [key, index] : [key])
        const contentType = contentTypes.get(form.split('_').at(-1) ?? '')
        wordings[to].push(
          isRecord(one)
            ? wordingOf(one)
            : { role: form || 'main', value: one, ...(contentType ? { contentType } : {}) },
        )
      }
    } else if (key === 'associations' && isRecord(value)) {
      item.associations = Object.entries(value).map(([name, one], index) => {
        origins.set(`associations.${index}`, [key, name])
        return isRecord(one) ? { name, ...one } : one
      })
    } else {
      const proper = spellings.get(key) ?? key
      if (proper !== key && Object.hasOwn(json, proper)) continue
      if (proper !== key) origins.set(proper, [key])
      item[proper] =
        Object.hasOwn(wordings, proper) && Array.isArray(value)
          ? value.map((one) => wordingOf(one))
          : value
    }
  }
  for (const [key, found] of Object.entries(wordings)) {
    if (found.length > 0 && !(key in item)) item[key] = found
    else if (found.length > 0)
      for (const origin of origins.keys()) if (origin.startsWith(`${key}.`)) origins.delete(origin)
  }
  const pathOf = (path: readonly PropertyKey[]): string => {
    for (let length = Math.min(path.length, 2); length > 0; length--) {
      const origin = origins.get(path.slice(0, length).map(String).join('.'))
      if (!origin) continue
      const rest = path.slice(length)
      // `headline` itself is the value.
      const inside =
        rest[0] === 'value' && origin.length === 1 && !isRecord(json[String(origin[0])])
      return written([...origin, ...(inside ? rest.slice(1) : rest)])
    }
    return written(path)
  }
  return { item, pathOf }
}
