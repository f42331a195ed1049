import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { segmentKinds, type Pair } from '../../src/language/fidelity/pair.ts'
import { type Language, languageTags } from '../../src/language/languages.ts'

/** A fault that somebody put into a translation on purpose. `segment`: index in the target. */
export interface Fault {
  kind: string
  segment: number
}

/** One line of a corpus. Without a fault it is a good translation, and every finding in it a false warning. */
export interface Example {
  id: string
  pair: Pair
  fault: Fault | null
  /** Whether the file was kept apart while the checks were written. */
  heldOut: boolean
}

export type Corpus = { ok: true; examples: Example[] } | { ok: false; problems: string[] }

const tags = languageTags as [Language, ...Language[]]
const language = z.enum(tags, { error: `one of the languages ${tags.join(', ')}` })
const segment = z.object({
  kind: z.enum(segmentKinds, { error: `one of the kinds ${segmentKinds.join(', ')}` }),
  text: z.string({ error: 'a text' }),
  links: z.array(z.string({ error: 'an address' })).default([]),
})
const side = z.object(
  { lang: language, segments: z.array(segment, { error: 'a list of segments' }).min(1) },
  { error: 'an object with lang and segments' },
)
const form = z.string({ error: 'a text' }).min(1, 'a text that is not empty')
const term = z.object({
  term: z.partialRecord(language, form),
  forbidden: z.partialRecord(language, z.array(form)).optional(),
})

/** One line of a corpus, as `docs/fidelity.md` describes it. Keys that are not listed are let be. */
const lineSchema = z.object({
  id: z.string({ error: 'a text' }).min(1, 'a text that is not empty'),
  source: side,
  target: side,
  glossary: z.array(term, { error: 'a list of terms' }).default([]),
  fault: z
    .object({
      kind: z.string({ error: 'a text' }).min(1, 'a text that is not empty'),
      segment: z.int({ error: 'a whole number' }).min(0, 'a whole number from 0'),
    })
    .optional(),
})

export const glossarySchema = z.array(term, { error: 'a list of terms' })

export function termsOf(terms: z.infer<typeof glossarySchema>): Pair['glossary'] {
  return terms.map((one) => ({
    term: one.term,
    ...(one.forbidden ? { forbidden: one.forbidden } : {}),
  }))
}

function readLine(line: string, file: string): { example: Example } | { problem: string } {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return { problem: 'this is not JSON; expected one object on one line' }
  }
  const read = lineSchema.safeParse(json)
  if (!read.success) {
    const [issue] = read.error.issues
    const where = issue && issue.path.length > 0 ? issue.path.join('.') : 'the line'
    return { problem: `${where}: expected ${issue?.message ?? 'another form'}` }
  }
  const { id, source, target, glossary, fault } = read.data
  const pair = { source, target, glossary: termsOf(glossary) }
  return { example: { id, pair, fault: fault ?? null, heldOut: /held-out/.test(file) } }
}

function filesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => path.join(place, name))
}

/** Reads a JSON Lines file, or all of a folder and the folders in it. Every bad line is told by file and line. */
export function readCorpus(place: string): Corpus {
  const files = filesIn(place)
  if (files.length === 0) return { ok: false, problems: [`There is no .jsonl file in ${place}.`] }
  const examples: Example[] = []
  const problems: string[] = []
  for (const file of files)
    readFileSync(file, 'utf8')
      .split(/\r?\n/)
      .forEach((line, index) => {
        if (line.trim() === '') return
        const read = readLine(line, file)
        if ('problem' in read) problems.push(`${file}:${index + 1}: ${read.problem}`)
        else examples.push(read.example)
      })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, examples }
}
