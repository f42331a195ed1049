import type { PairCheck, PlacedFinding } from '../language/faithful.ts'
import { nearlySame } from '../language/headlines.ts'
import { findPlaceholders } from '../language/placeholders.ts'
import { findInvisible, findMixedScript } from '../language/scripts.ts'
import { contradictionsIn } from '../language/term-base.ts'
import { isReviewDay, needsReview } from './aging.ts'
import { altSaysSomething } from './alternative-text.ts'
import { type Block, type Content, type Inline, plainText, type TextContent } from './content.ts'
import { isPublicAddress } from './public-address.ts'

/** When a requirement must hold at the latest, in this order: what must hold at `submit` must hold at all later ones. */
export const moments = ['submit', 'approve', 'publish'] as const
export type Moment = (typeof moments)[number]
/** `advice` is worth knowing: it stops nothing, and nobody has to sign for it. */
export type Level = 'blocker' | 'warning' | 'advice'

/** Where and how a requirement fails. `segment`: index of the block in the body, when it is there. */
export interface Place {
  field: string
  segment?: number
  /** The words in question, as they stand in the text. */
  found?: string
  /** Id of the note that says so. */
  note?: string
}

interface Failing extends Place {
  moment: Moment
  level: Level
}

/** What a text or item lacks by itself. */
export interface OwnProblem extends Failing {
  requirement: OwnRequirementKey
}

/** Where a translation doesn't say what its original says. */
export interface PairProblem extends Failing {
  requirement: PairRequirementKey
  finding: PlacedFinding
}

export type Problem = OwnProblem | PairProblem

/** What requirements know besides the content itself. */
export interface Surroundings {
  /** Ids of images, documents and contacts that are published now. */
  published: ReadonlySet<string>
  /** Ids of images that are cleared for publication. */
  cleared: ReadonlySet<string>
  /** The mission's own origin, whose desk a text can't link to: absolute, without a slash at its end. */
  origin: string
  /** What notes say must be mended and nobody has resolved, where it stands now. */
  mustFix?: readonly Place[]
  /** ISO 8601, UTC: what an embargo must lie after. Left out where one that has passed is nothing to mend. */
  embargoAfter?: string
  /** Names of standing paragraphs of the text that say nothing in its language, or are gone. */
  standingUnsaid?: readonly string[]
  /** Of a release: when it is to be looked at again, and when it ends by itself. Left out where another text holds that. */
  dates?: ReleaseDates
  /** Headlines of other texts in this language that people work on now. */
  otherHeadlines?: readonly string[]
  /** Of a translation: what its comparison with the original finds. */
  findings?: readonly PlacedFinding[]
}

/** `reviewBy`: `YYYY-MM-DD`; `endsAt`: ISO 8601, UTC. `ahead`: what they must lie after, where they are still to come. */
export interface ReleaseDates {
  reviewBy: string | null
  endsAt: string | null
  ahead: { today: string; now: string } | null
}

interface Requirement {
  moment: Moment
  level: Level
  check: (content: Content, around: Surroundings) => readonly Place[]
}

export const limits = { headline: 140, lead: 600 } as const

/** White space and characters that can't be seen are nothing to read. */
const isBlank = (text: string): boolean => !/[^\p{Z}\p{C}]/u.test(text)

function onText(
  check: (text: TextContent, around: Surroundings) => readonly Place[],
): Requirement['check'] {
  return (content, around) => (content.type === 'text' ? check(content, around) : [])
}

function blockWords(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return plainText(block.children)
    case 'list':
      return block.items
        .map((item) => `${plainText(item.children)}\n${item.list ? blockWords(item.list) : ''}`)
        .join('\n')
    case 'quotation':
      return `${block.text}\n${block.speaker}`
    case 'image':
      return ''
  }
}

/** Every passage of a text with the place where it stands. `speech`: it quotes somebody as a whole. */
export function passages(text: TextContent): { place: Place; words: string; speech?: boolean }[] {
  return [
    { place: { field: 'headline' }, words: text.headline },
    { place: { field: 'lead' }, words: text.lead },
    { place: { field: 'datelinePlace' }, words: text.datelinePlace },
    { place: { field: 'sourceLabel' }, words: text.sourceLabel },
    ...text.body.map((block, segment) => ({
      place: { field: 'body', segment },
      words: blockWords(block),
      speech: block.type === 'quotation',
    })),
  ]
}

function links(children: readonly Inline[]): string[] {
  return children.flatMap((child) =>
    child.type === 'link' ? [child.href, ...links(child.children)] : [],
  )
}

function linksOf(block: Block): string[] {
  if (block.type === 'paragraph' || block.type === 'heading') return links(block.children)
  if (block.type !== 'list') return []
  return block.items.flatMap((item) => [
    ...links(item.children),
    ...(item.list ? linksOf(item.list) : []),
  ])
}

/** Every requirement once, by key. Sentences: `sentences/`. */
export const requirements = {
  'headline-present': {
    moment: 'submit',
    level: 'blocker',
    check: onText((text) => (isBlank(text.headline) ? [{ field: 'headline' }] : [])),
  },
  'headline-length': {
    moment: 'submit',
    level: 'blocker',
    check: onText((text) =>
      [...text.headline].length > limits.headline ? [{ field: 'headline' }] : [],
    ),
  },
  'lead-present': {
    moment: 'submit',
    level: 'blocker',
    check: onText((text) => (isBlank(text.lead) ? [{ field: 'lead' }] : [])),
  },
  'lead-length': {
    moment: 'submit',
    level: 'blocker',
    check: onText((text) => ([...text.lead].length > limits.lead ? [{ field: 'lead' }] : [])),
  },
  'body-present': {
    moment: 'submit',
    level: 'blocker',
    check: onText((text) =>
      text.body.every((block) => isBlank(blockWords(block))) ? [{ field: 'body' }] : [],
    ),
  },
  'dateline-present': {
    moment: 'submit',
    level: 'blocker',
    check: onText((text) => {
      if (text.kind !== 'press-release') return []
      const missing: Place[] = []
      if (isBlank(text.datelinePlace)) missing.push({ field: 'datelinePlace' })
      if (!text.datelineDate) missing.push({ field: 'datelineDate' })
      return missing
    }),
  },
  'contact-present': {
    moment: 'submit',
    level: 'blocker',
    check: onText((text) => (text.contacts.length === 0 ? [{ field: 'contacts' }] : [])),
  },
  'link-public': {
    moment: 'submit',
    level: 'blocker',
    check: onText((text, { origin }) => [
      ...text.body.flatMap((block, segment) =>
        linksOf(block)
          .filter((href) => !isPublicAddress(href, origin))
          .map((found) => ({ field: 'body', segment, found })),
      ),
      ...(isBlank(text.sourceUrl) || isPublicAddress(text.sourceUrl, origin)
        ? []
        : [{ field: 'sourceUrl', found: text.sourceUrl }]),
    ]),
  },
  'standing-in-language': {
    moment: 'submit',
    level: 'blocker',
    check: onText((_text, { standingUnsaid = [] }) =>
      standingUnsaid.map((found) => ({ field: 'boilerplate', found })),
    ),
  },
  'no-placeholder': {
    moment: 'submit',
    level: 'blocker',
    check: onText((text) =>
      passages(text).flatMap(({ place, words, speech }) =>
        findPlaceholders(words, { speech: speech ?? false }).map((found) => ({ ...place, found })),
      ),
    ),
  },
  'one-script-per-word': {
    moment: 'submit',
    level: 'warning',
    check: onText((text) =>
      passages(text).flatMap(({ place, words }) =>
        findMixedScript(words).map((found) => ({ ...place, found })),
      ),
    ),
  },
  'no-invisible-character': {
    moment: 'submit',
    level: 'warning',
    check: onText((text) =>
      passages(text).flatMap(({ place, words }) =>
        findInvisible(words).map((found) => ({ ...place, found })),
      ),
    ),
  },
  // A wrong year would publish at once what was to be kept back. Not a blocker: in an emergency nothing is kept back.
  'embargo-ahead': {
    moment: 'submit',
    level: 'warning',
    check: onText((text, { embargoAfter }) =>
      text.embargo && embargoAfter && !(Date.parse(text.embargo) > Date.parse(embargoAfter))
        ? [{ field: 'embargo' }]
        : [],
    ),
  },
  // Asked before somebody approves it: the date is approved with the text.
  'review-by-present': {
    moment: 'submit',
    level: 'blocker',
    check: onText((text, { dates }) =>
      dates && needsReview(text.kind) && !dates.reviewBy ? [{ field: 'reviewBy' }] : [],
    ),
  },
  'review-by-ahead': {
    moment: 'submit',
    level: 'blocker',
    check: onText((_text, { dates }) =>
      dates?.reviewBy && dates.ahead && !isReviewDay(dates.reviewBy, dates.ahead.today)
        ? [{ field: 'reviewBy' }]
        : [],
    ),
  },
  'ends-ahead': {
    moment: 'submit',
    level: 'blocker',
    check: onText((_text, { dates }) =>
      dates?.endsAt && dates.ahead && !(Date.parse(dates.endsAt) > Date.parse(dates.ahead.now))
        ? [{ field: 'endsAt' }]
        : [],
    ),
  },
  // Two texts on one visit may well be called nearly the same: nobody has to answer for it.
  'headline-of-its-own': {
    moment: 'submit',
    level: 'advice',
    check: onText((text, { otherHeadlines }) =>
      (otherHeadlines ?? [])
        .filter((other) => nearlySame(text.headline, other))
        .slice(0, 3)
        .map((found) => ({ field: 'headline', found })),
    ),
  },
  // Not at `submit`: whoever has mended it hands it back to the reviewer who may say so.
  'must-fix-resolved': {
    moment: 'approve',
    level: 'blocker',
    check: onText((_text, { mustFix }) => mustFix ?? []),
  },
  'image-has-alt': {
    moment: 'publish',
    level: 'blocker',
    check: onText((text) =>
      text.images
        .filter((image) => !altSaysSomething(image.alt, image.caption))
        .map((image) => ({ field: 'images', found: image.caption || image.id })),
    ),
  },
  'image-has-credit': {
    moment: 'publish',
    level: 'blocker',
    check: onText((text) =>
      text.images
        .filter((image) => isBlank(image.credit))
        .map((image) => ({ field: 'images', found: image.alt || image.id })),
    ),
  },
  'image-cleared': {
    moment: 'publish',
    level: 'blocker',
    check: onText((text, around) =>
      text.images
        .filter((image) => !around.cleared.has(image.id))
        .map((image) => ({ field: 'images', found: image.alt || image.id })),
    ),
  },
  'parts-published': {
    moment: 'publish',
    level: 'blocker',
    check: onText((text, { published }) => [
      ...text.images
        .filter((image) => !published.has(image.id))
        .map((image) => ({ field: 'images', found: image.alt || image.id })),
      ...text.documents
        .filter((document) => !published.has(document.id))
        .map((document) => ({ field: 'documents', found: document.title })),
      ...text.contacts
        .filter((contact) => !published.has(contact.id))
        .map((contact) => ({ field: 'contacts', found: contact.name })),
    ]),
  },
  'item-named': {
    moment: 'submit',
    level: 'blocker',
    check: (content) => {
      if (content.type === 'contact') return isBlank(content.name) ? [{ field: 'name' }] : []
      if (content.type === 'document')
        return content.texts.some((one) => !isBlank(one.title)) ? [] : [{ field: 'texts' }]
      if (content.type === 'term')
        return content.forms.some((one) =>
          [one.form, ...one.forbidden].some((form) => !isBlank(form)),
        )
          ? []
          : [{ field: 'forms' }]
      return []
    },
  },
  'contact-reachable': {
    moment: 'submit',
    level: 'blocker',
    check: (content) =>
      content.type === 'contact' && isBlank(content.email) && isBlank(content.telephone)
        ? [{ field: 'telephone' }]
        : [],
  },
  'term-forms-agree': {
    moment: 'submit',
    level: 'blocker',
    check: (content) =>
      content.type === 'term'
        ? contradictionsIn(content.forms).map((found) => ({ field: 'forms', found }))
        : [],
  },
  'term-days-in-order': {
    moment: 'submit',
    level: 'blocker',
    check: (content) =>
      content.type === 'term' &&
      content.validFrom !== null &&
      content.validUntil !== null &&
      content.validUntil < content.validFrom
        ? [{ field: 'validUntil' }]
        : [],
  },
  'image-described': {
    moment: 'submit',
    level: 'blocker',
    check: (content) =>
      content.type === 'image' &&
      (content.texts.length === 0 ||
        content.texts.some((one) => !altSaysSomething(one.alt, one.caption)))
        ? [{ field: 'texts' }]
        : [],
  },
  'image-credited': {
    moment: 'submit',
    level: 'blocker',
    check: (content) =>
      content.type === 'image' && isBlank(content.credit) ? [{ field: 'credit' }] : [],
  },
  'image-clearance': {
    moment: 'submit',
    level: 'blocker',
    check: (content) =>
      content.type === 'image' && !content.cleared ? [{ field: 'cleared' }] : [],
  },
} satisfies Record<string, Requirement>

export type OwnRequirementKey = keyof typeof requirements
/** One for each check of `src/language/fidelity/`, so that each is signed for by itself. */
export type PairRequirementKey = `pair-${PairCheck}`
export type RequirementKey = OwnRequirementKey | PairRequirementKey

const isOfPair = (requirement: RequirementKey): requirement is PairRequirementKey =>
  requirement.startsWith('pair-')

/** Everything that the content fails, of every level and moment, in the order of the table; then what a translation fails beside its original. */
export function problemsOf(content: Content, around: Surroundings): Problem[] {
  const own = (Object.entries(requirements) as [OwnRequirementKey, Requirement][]).flatMap(
    ([requirement, { moment, level, check }]) =>
      check(content, around).map((place) => ({ requirement, moment, level, ...place })),
  )
  return [...own, ...(around.findings ?? []).map(problemOfPair)]
}

function problemOfPair(finding: PlacedFinding): PairProblem {
  const { check, level, place, found } = finding
  return {
    requirement: `pair-${check}`,
    moment: 'submit',
    level,
    ...place,
    ...(found === '' ? {} : { found }),
    finding,
  }
}

/** What a live text has come to fail: it was published without any blocker, and what was warned of has been signed for. */
export function failuresOf(content: Content, around: Surroundings): Problem[] {
  return problemsOf(content, around).filter(({ level }) => level === 'blocker')
}

/** A signed exception to a warning. It holds only while the content is, to the letter, what it was given for. */
export interface Waiver {
  requirement: RequirementKey
  by: string
  /** ISO 8601, UTC. */
  at: string
  reason: string
  fingerprint: string
}

/** What a waiver is given for: the text, and of a translation also the original that it is compared with. */
export interface Waived {
  fingerprint: string
  /** Fingerprint of the original; empty for what has none. */
  original: string
}

/** What a waiver of this requirement must have been given for. A comparison is another one with another original. */
export function waivedPrint(requirement: RequirementKey, waived: Waived): string {
  return isOfPair(requirement) ? `${waived.fingerprint}:${waived.original}` : waived.fingerprint
}

/** The problems that no waiver covers. Only warnings can be waived. */
export function unwaived(
  problems: readonly Problem[],
  waivers: readonly Waiver[],
  waived: Waived,
): Problem[] {
  return problems.filter(
    ({ level, requirement }) =>
      level !== 'warning' ||
      !waivers.some(
        (waiver) =>
          waiver.requirement === requirement &&
          waiver.fingerprint === waivedPrint(requirement, waived),
      ),
  )
}
