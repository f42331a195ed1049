import type { z } from 'zod'
import { allowedHref } from '../syndication/html.ts'
import { type Block, canonicalForm, type Inline, plainText } from '../workflow/content.ts'
import { sha256 } from '../workflow/fingerprint.ts'
import { type ReleaseKind, releaseKinds } from '../workflow/states.ts'
import { code, elsewhere, isTranslationOf } from './elsewhere.ts'
import { blocksFromHtml, blocksFromPlain } from './html.ts'
import { type ImportProblem, type IncomingItem, type Place, problemAt } from './item.ts'
import { MarkupError } from './markup.ts'
import { asListed, headSchema, isTooDeep, itemSchema, mostDeep, type NinjsItem } from './schema.ts'
import { shown, withoutStrays } from './strays.ts'

export type Read = { ok: true; item: IncomingItem } | { ok: false; problems: ImportProblem[] }

/** Most letters that the desk keeps of each. */
const most = { headline: 500, lead: 4000, sourceLabel: 300, sourceUrl: 2000 }

function oneLine(text: string): string {
  return text.replace(/\s*[\t\n\r]\s*/g, ' ').trim()
}

function utc(moment: string | undefined): string | null {
  return moment === undefined ? null : new Date(moment).toISOString()
}

type Wording = NinjsItem['headlines'][number]

type Form = 'html' | 'plain' | 'other'

function formOf({ contentType, value }: Wording): Form {
  const type = contentType?.split(';')[0]?.trim().toLowerCase()
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html'
  if (type === 'text/plain') return 'plain'
  if (type) return 'other'
  return /<\/?[a-z][^>]*>|&(#\d+|#x[\da-f]+|[a-z]+);/i.test(value) ? 'html' : 'plain'
}

const leadRoles = new Set(
  'abstract deck dek ingress intro introduction lead lede preamble standfirst summary'.split(' '),
)
const bodyRoles = new Set(['body', 'text'])

class Reading {
  readonly notPlaced: string[] = []
  readonly problems: ImportProblem[] = []

  constructor(
    readonly at: Place,
    readonly pathOf: (path: readonly PropertyKey[]) => string,
  ) {}

  refuse(path: readonly PropertyKey[], expected: string): void {
    this.problems.push(problemAt(this.at, this.pathOf(path), expected))
  }

  /** Without what no text may hold; that is told. */
  clean(text: string): string {
    return withoutStrays(text, (stray) => this.notPlaced.push(stray))
  }

  line(text: string | undefined): string {
    return oneLine(this.clean(text ?? ''))
  }

  blocks(wording: Wording, path: readonly PropertyKey[]): Block[] {
    const form = formOf(wording)
    if (form === 'plain') return blocksFromPlain(this.clean(wording.value))
    if (form === 'other') {
      this.notPlaced.push(`a text of the type ${shown(wording.contentType ?? '')}`)
      return []
    }
    try {
      const { blocks, notPlaced } = blocksFromHtml(wording.value)
      this.notPlaced.push(...notPlaced)
      return blocks
    } catch (error) {
      if (!(error instanceof MarkupError)) throw error
      this.refuse([...path, 'value'], error.message)
      return []
    }
  }

  /** Words without their markup; paragraphs as lines. Addresses of links are told. */
  plain(wording: Wording, path: readonly PropertyKey[]): string {
    if (formOf(wording) !== 'html') return this.clean(wording.value).replaceAll('\r\n', '\n').trim()
    return this.blocks(wording, path)
      .map((block) => this.wordsOf(block))
      .join('\n')
  }

  private wordsOf(block: Block): string {
    if (block.type === 'quotation') return block.text
    if (block.type === 'image') return ''
    if (block.type !== 'list') return this.inline(block.children)
    return block.items
      .map(({ children, list }) =>
        [this.inline(children), ...(list ? [this.wordsOf(list)] : [])].join('\n'),
      )
      .join('\n')
  }

  private inline(children: readonly Inline[]): string {
    for (const child of children)
      if (child.type === 'link')
        this.notPlaced.push(`link of “${shown(plainText(child.children))}” (${shown(child.href)})`)
    return plainText(children)
  }
}

function refused(at: Place, pathOf: Reading['pathOf'], error: z.ZodError): Read {
  return {
    ok: false,
    problems: error.issues.map((issue) => problemAt(at, pathOf(issue.path), issue.message)),
  }
}

/**
 * Reads one ninjs item of 1.x, 2.x or 3.x. Everything used is checked, and each problem says where in which file it
 * is and what was expected. A cancelled item needs no more than its `uri`.
 */
export function readItem(json: unknown, at: Place): Read {
  if (isTooDeep(json))
    return {
      ok: false,
      problems: [problemAt(at, '', `an item that is nested at most ${mostDeep} deep`)],
    }
  const { item, pathOf } = asListed(json)
  const head = headSchema.safeParse(item)
  if (!head.success) return refused(at, pathOf, head.error)
  const { type = 'text', pubStatus = 'usable' } = head.data
  const reading = new Reading(at, pathOf)
  if (pubStatus === 'canceled') return { ok: true, item: canceledItem(head.data, json) }
  if (type !== 'text') {
    reading.refuse(['type'], `text, not ${type}: only texts become releases`)
    return { ok: false, problems: reading.problems }
  }
  const whole = itemSchema.safeParse(item)
  if (!whole.success) return refused(at, pathOf, whole.error)
  const read = incoming(whole.data, json, reading)
  return reading.problems.length > 0
    ? { ok: false, problems: reading.problems }
    : { ok: true, item: read }
}

type Head = z.infer<typeof headSchema>

function versionOf({ version, versionCreated }: Head, json: unknown): string {
  const named = version?.trim()
  if (named) return named
  return utc(versionCreated) ?? `sha256:${sha256(canonicalForm(json)).slice(0, 32)}`
}

function canceledItem(head: Head, json: unknown): IncomingItem {
  return {
    uri: head.uri,
    version: versionOf(head, json),
    versionAt: utc(head.versionCreated),
    canceled: true,
    withheld: false,
    language: typeof head.language === 'string' ? head.language : '',
    kind: null,
    headline: '',
    lead: '',
    blocks: [],
    datelinePlace: '',
    datelineDate: null,
    sourceLabel: '',
    sourceUrl: '',
    subjects: [],
    embargo: null,
    translationOf: null,
    notPlaced: [],
  }
}

function incoming(item: NinjsItem, json: unknown, reading: Reading): IncomingItem {
  const headlineAt = Math.max(
    0,
    item.headlines.findIndex(({ role }) => role === undefined || role === 'main'),
  )
  const headline = item.headlines[headlineAt]
  const words = headline ? oneLine(reading.plain(headline, ['headlines', headlineAt])) : ''
  if (words === '')
    reading.refuse(['headlines', headlineAt, 'value'], 'a headline, not an empty one')
  item.headlines.forEach((one, index) => {
    if (index !== headlineAt)
      reading.notPlaced.push(`another headline${roleOf(one)}: “${shown(one.value)}”`)
  })
  const { lead, blocks } = leadAndBody(item, reading)
  const { sourceLabel, sourceUrl } = sourceOf(item, reading)
  reading.notPlaced.push(...elsewhere(item))
  const limits = { headline: words, lead, sourceLabel, sourceUrl }
  const paths = {
    headline: ['headlines', headlineAt, 'value'],
    lead: ['descriptions'],
    sourceLabel: ['infoSources'],
    sourceUrl: ['infoSources'],
  }
  for (const [name, value] of Object.entries(limits) as [keyof typeof limits, string][])
    if (value.length > most[name])
      reading.refuse(
        paths[name],
        `at most ${most[name].toLocaleString('en')} characters for the ${names[name]}, not ${value.length.toLocaleString('en')}`,
      )
  return {
    uri: item.uri,
    version: versionOf(item, json),
    versionAt: utc(item.versionCreated),
    canceled: false,
    withheld: item.pubStatus === 'withheld',
    language: item.language,
    kind: kindOf(item.profile),
    headline: words,
    lead,
    blocks,
    datelinePlace: reading.line(item.located),
    // The day as the provider wrote it: in its zone, not in ours.
    datelineDate:
      (item.contentCreated ?? item.firstCreated ?? item.versionCreated)?.slice(0, 10) ?? null,
    sourceLabel,
    sourceUrl,
    subjects: [
      ...new Set((item.subjects ?? []).map(({ name, literal }) => reading.line(name || literal))),
    ].filter((name) => name !== ''),
    embargo: utc(item.embargoedUntil),
    translationOf: translated(item, reading),
    notPlaced: reading.notPlaced,
  }
}

const names = {
  headline: 'headline',
  lead: 'lead',
  sourceLabel: 'source line',
  sourceUrl: 'address of the source',
} as const

function roleOf({ role }: Wording): string {
  return role ? ` (${shown(role)})` : ''
}

/** A profile of our own names the kind; other providers' profiles don't. */
function kindOf(profile: string | undefined): ReleaseKind | null {
  const named = code(profile)
  return releaseKinds.find((kind) => code(kind) === named) ?? null
}

/** The lead is what is called so; what is called text is the body where there is no other. */
function leadAndBody(item: NinjsItem, reading: Reading): { lead: string; blocks: Block[] } {
  const descriptions = item.descriptions ?? []
  const bodies = item.bodies ?? []
  const order: Form[] = ['html', 'plain']
  const ranked = bodies
    .map((body, index) => ({ body, index, rank: order.indexOf(formOf(body)) }))
    .filter(({ rank, body }) => rank >= 0 && body.value.trim() !== '')
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
  const chosen = ranked[0]
  bodies.forEach((body, index) => {
    if (index !== chosen?.index && body.value.trim() !== '')
      reading.notPlaced.push(
        `another form of the body${roleOf(body)}${body.contentType ? `, ${shown(body.contentType)}` : ''}`,
      )
  })
  const described = (wanted: (role: string) => boolean) =>
    descriptions.findIndex((one) => one.value.trim() !== '' && wanted(code(one.role)))
  const bodyFrom = chosen ? -1 : described((role) => bodyRoles.has(role))
  let leadFrom = described((role) => leadRoles.has(role))
  if (leadFrom < 0)
    leadFrom = descriptions.findIndex(
      (one, index) =>
        index !== bodyFrom &&
        one.value.trim() !== '' &&
        ['', 'main', 'text', 'xhtml', 'html'].includes(code(one.role)),
    )
  descriptions.forEach((one, index) => {
    if (index !== leadFrom && index !== bodyFrom && one.value.trim() !== '')
      reading.notPlaced.push(`description${roleOf(one)}: “${shown(one.value)}”`)
  })
  const lead = descriptions[leadFrom]
  const words = lead ? reading.plain(lead, ['descriptions', leadFrom]) : ''
  const instead = descriptions[bodyFrom]
  const blocks = chosen
    ? reading.blocks(chosen.body, ['bodies', chosen.index])
    : instead
      ? reading.blocks(instead, ['descriptions', bodyFrom])
      : []
  return { lead: words, blocks }
}

/** Whom the text is from: the named source, else whoever holds the rights, else the byline. */
function sourceOf(item: NinjsItem, reading: Reading): { sourceLabel: string; sourceUrl: string } {
  const sources = item.infoSources ?? []
  const source =
    sources.find(({ role }) => code(role) === 'source') ??
    sources.find(({ role }) => !role) ??
    sources.find(({ role }) => code(role) === 'publisher')
  const label = reading.line(source?.name ?? (source?.uri ? '' : source?.literal))
  const holder = reading.line(item.copyrightHolder)
  const by = reading.line(item.by)
  const sourceLabel = label || (sources.length > 0 ? '' : holder || by)
  for (const one of sources)
    if (one !== source)
      reading.notPlaced.push(`another source: “${shown(one.name ?? one.uri ?? one.literal ?? '')}”`)
  if (by !== '' && by !== sourceLabel) reading.notPlaced.push(`byline: “${shown(by)}”`)
  // `literal` is the address as it was written, where `uri` had to be encoded.
  const addresses = [source?.literal, source?.uri].map((one) => (one ?? '').trim())
  const sourceUrl =
    addresses.find((one) => /^https?:/i.test(one) && allowedHref(one) !== null) ?? ''
  return { sourceLabel, sourceUrl }
}

function translated(item: NinjsItem, reading: Reading): string | null {
  const found = (item.associations ?? []).findIndex(isTranslationOf)
  if (found < 0) return null
  const of = item.associations?.[found]?.uri?.trim() ?? ''
  if (of === '') reading.refuse(['associations', found, 'uri'], 'the uri of what this translates')
  return of
}
