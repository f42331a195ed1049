import type { Payload } from 'payload'
import { z } from 'zod'
import type { Term } from '../language/fidelity/pair.ts'
import { forbiddenIn } from '../language/fidelity/terms.ts'
import { type Language, languageTags } from '../language/languages.ts'
import { segmentsOf } from '../language/segments.ts'
import { glossaryOn, isInForce, nameOfTerm, type TermEntry } from '../language/term-base.ts'
import type { Content } from '../workflow/content.ts'
import type { TextType } from '../workflow/states.ts'
import { type PublishedTerm, publishedTerms } from './glossary.ts'
import { pressSearchOf } from './press-search.ts'

/** A live text that says what a term forbids now. */
export interface ForbiddenUse {
  term: { id: string; name: string }
  language: Language
  /** As it stands in the text, and what to write instead; empty where the term has nothing in the language. */
  found: string
  form: string
  text: { type: TextType; id: string; headline: string; edition: number; publishedAt: string }
  /** Whether the edition is older than the term as it is in force: then it was right when it was published. */
  before: boolean
}

export interface ForbiddenUses {
  uses: ForbiddenUse[]
  page: number
  pages: number
  /** Whether there are more texts with a form than were looked at. */
  more: boolean
  /** False while the press room's index is being made. */
  whole: boolean
}

/** Terms that are looked at for one page, and texts that are looked at for one form. */
const termsAtOnce = 100
const textsAtOnce = 100

/**
 * Live texts with forbidden forms. The press room's index names texts that may say them, so that the archive isn't
 * gone through; whether they do is for their edition to say, by the very rule that checks translations.
 */
export async function forbiddenUses(
  payload: Payload,
  day: string,
  page = 1,
): Promise<ForbiddenUses> {
  const forbidding = (await publishedTerms(payload)).filter(
    (term) => isInForce(term, day) && term.forms.some(({ forbidden }) => forbidden.length > 0),
  )
  const terms = forbidding.slice((page - 1) * termsAtOnce, page * termsAtOnce)
  const languages = languageTags.filter((tag) =>
    terms.some((term) => forbiddenOf(term, tag).length > 0),
  )
  const found = await Promise.all(
    languages.map((language) => usesIn({ payload, language, terms, all: forbidding, day })),
  )
  return {
    uses: found.flatMap(({ uses }) => uses),
    page,
    pages: Math.max(1, Math.ceil(forbidding.length / termsAtOnce)),
    more: found.some(({ more }) => more),
    whole: found.every(({ whole }) => whole),
  }
}

const forbiddenOf = ({ forms }: TermEntry, tag: Language): readonly string[] =>
  forms.find(({ language }) => language === tag)?.forbidden ?? []

interface Ask {
  payload: Payload
  language: Language
  /** Those that are asked about, among all that forbid something. */
  terms: readonly PublishedTerm[]
  all: readonly PublishedTerm[]
  day: string
}

async function usesIn(ask: Ask): Promise<Pick<ForbiddenUses, 'uses' | 'more' | 'whole'>> {
  const { payload, language, terms, all, day } = ask
  const forms = new Set(terms.flatMap((term) => forbiddenOf(term, language)))
  const candidates = await Promise.all(
    [...forms].map((form) => candidatesFor(payload, language, form)),
  )
  const texts = await liveTexts(payload, [
    ...new Set(candidates.flatMap(({ subjects }) => subjects)),
  ])
  // Of one term's forbidden forms another's right ones may be a part, and the other way round.
  const glossary = new Map(
    all.flatMap((term) => glossaryOn([term], [language], day).map((one) => [one, term] as const)),
  )
  return {
    uses: texts.flatMap((text) =>
      usesOf(text, language, glossary).filter(({ term }) => terms.some(({ id }) => id === term.id)),
    ),
    more: candidates.some(({ total, subjects }) => total > subjects.length),
    whole: candidates.every(({ whole }) => whole),
  }
}

function candidatesFor(payload: Payload, language: Language, form: string) {
  const question = { language, words: form, kind: null, topic: null, since: null, until: null }
  return pressSearchOf(payload).find(question, { by: 'date', skip: 0, size: textsAtOnce })
}

const entryRow = z.looseObject({ edition: z.string() })
const editionRow = z.looseObject({
  subject: z.string(),
  of: z.enum(['release', 'translation']),
  number: z.number(),
  headline: z.string(),
  content: z.string(),
  publishedAt: z.union([z.string(), z.date()]).transform((at) => new Date(at).toISOString()),
})
type LiveText = z.infer<typeof editionRow>

async function liveTexts(payload: Payload, subjects: readonly string[]): Promise<LiveText[]> {
  if (subjects.length === 0) return []
  const page = { limit: 0, pagination: false }
  const { docs: entries } = await payload.db.find({
    collection: 'entries',
    where: { subject: { in: [...subjects] }, standing: { equals: 'live' } },
    ...page,
  })
  const { docs } = await payload.db.find({
    collection: 'editions',
    where: { id: { in: entries.map((row) => entryRow.parse(row).edition) } },
    sort: '-publishedAt',
    ...page,
  })
  return docs.map((row) => editionRow.parse(row))
}

/** Each form once for a text, however often it says it. */
function usesOf(
  text: LiveText,
  language: Language,
  glossary: ReadonlyMap<Term, PublishedTerm>,
): ForbiddenUse[] {
  const content = JSON.parse(text.content) as Content
  if (content.type !== 'text') return []
  const side = { lang: language, segments: segmentsOf(content) }
  const { of: type, subject: id, headline, number: edition, publishedAt } = text
  const uses = forbiddenIn(side, [...glossary.keys()]).flatMap((use): ForbiddenUse[] => {
    const term = glossary.get(use.term)
    if (!term) return []
    return [
      {
        term: { id: term.id, name: nameOfTerm(term) },
        language,
        found: use.found,
        form: use.form,
        text: { type, id, headline, edition, publishedAt },
        before: publishedAt < term.publishedAt,
      },
    ]
  })
  return [...new Map(uses.map((use) => [`${use.term.id} ${use.found}`, use])).values()]
}
