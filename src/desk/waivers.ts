import type { Payload } from 'payload'
import { z } from 'zod'
import { problemsOf, type RequirementKey, waivedPrint } from '../workflow/requirements.ts'
import { catalogueOf, sentenceOfProblem } from '../workflow/sentences/sentences.ts'
import { momentIn } from './names.ts'
import { embargoAfter, type Facts } from './situation.ts'

/** A signed exception that holds for the text as it is stored, in words. */
export interface SignedException {
  requirement: RequirementKey
  /** What the warning says. */
  message: string
  by: string
  at: string
  reason: string
}

/** The exceptions that hold now: what was changed since they were signed has ended the others. */
export async function signedExceptions(
  payload: Payload,
  { doc, content, around, waived }: Facts,
  { now, language, zone }: { now: Date; language: string; zone: string },
): Promise<SignedException[]> {
  const valid = doc.waivers.filter(
    (waiver) => waiver.fingerprint === waivedPrint(waiver.requirement as RequirementKey, waived),
  )
  if (valid.length === 0) return []
  const people = await namesOf(
    payload,
    valid.map(({ by }) => by),
  )
  const warnings = problemsOf(content, {
    ...around,
    ...embargoAfter(doc, now.toISOString()),
  }).filter(({ level }) => level === 'warning')
  return valid.map(({ requirement, by, at, reason }) => ({
    requirement: requirement as RequirementKey,
    message: warnings
      .filter((warning) => warning.requirement === requirement)
      .map((warning) => sentenceOfProblem(warning, catalogueOf(language)))
      .join(' '),
    by: people.get(by) ?? '',
    at: momentIn(at, language, zone),
    reason,
  }))
}

const named = z.object({ id: z.string(), name: z.string() })

async function namesOf(payload: Payload, people: readonly string[]): Promise<Map<string, string>> {
  const { docs } = await payload.db.find({
    collection: 'users',
    where: { id: { in: [...new Set(people)] } },
    limit: 0,
    pagination: false,
  })
  return new Map(docs.map((row) => named.parse(row)).map(({ id, name }) => [id, name]))
}
