import { type Answer, at } from '../harness.ts'
import { agree, compareEntries, compareEvents, compareRows } from './compare.ts'
import { type House, pressRevision } from './house.ts'
import { comparePage } from './pages.ts'
import type { Person } from './people.ts'
import { mend } from './problems.ts'
import { type Doc, familyOf, isText, type Text, type World } from './world.ts'

/** One request with what the model expects of it, and the comparison of both. */

export interface Expected {
  status: number
  /** Reasons of a refusal; left out where the answer gives none in this form. */
  why?: readonly string[]
  /** What a stale request is told of what happened meanwhile. */
  meanwhile?: readonly string[]
  /** What is so afterwards. The text or item comes back in the answer. */
  after?: (answer: Answer) => Doc | null
  /** Further agreements of the answer. */
  also?: (answer: Answer) => string[]
  /** The public side changed: nothing that is remembered of it may be shown again. */
  raises?: boolean
}

export interface Attempt {
  who: Person
  method: string
  path: string
  body?: unknown
  /** "publish release 1 …" */
  says: string
  /** Asked at the moment of the request. */
  expect: () => Expected
  /** What it is about, whatever comes of it. */
  about: readonly Doc[]
}

export interface Run {
  house: House
  world: World
  /** What was done, in words. */
  told: string[]
  latest: Attempt | null
}

const whyOf = (answer: Answer): string[] => {
  const why = at(answer.body, 'errors', 0, 'data', 'why')
  if (!Array.isArray(why)) return []
  return why.map((one: unknown) => {
    const problems = at(one, 'problems')
    return Array.isArray(problems)
      ? mend(
          problems.map((problem) => ({
            requirement: String(at(problem, 'requirement')),
            field: String(at(problem, 'field')),
          })),
        )
      : String(at(one, 'code'))
  })
}

const sorted = (list: readonly string[]): string => [...list].sort().join(' | ')

function compareAnswer(answer: Answer, expected: Expected): string[] {
  const { status, why, meanwhile } = expected
  const found = whyOf(answer)
  const problems: string[] = []
  if (answer.status !== status)
    problems.push(
      `answered ${answer.status} (${JSON.stringify(answer.body).slice(0, 500)}), expected ${status}${why ? ` (${sorted(why)})` : ''}`,
    )
  else if (why && sorted(why) !== sorted(found))
    problems.push(`refused for ${sorted(found)}, expected ${sorted(why)}`)
  if (status >= 400 && typeof at(answer.body, 'errors', 0, 'message') !== 'string')
    problems.push(`refused without a sentence: ${JSON.stringify(answer.body)}`)
  if (meanwhile && answer.status === status) {
    const changes = at(answer.body, 'errors', 0, 'data', 'changes')
    const told = Array.isArray(changes) ? changes.map((one) => at(one, 'what')) : changes
    if (JSON.stringify(told) !== JSON.stringify(meanwhile))
      problems.push(`meanwhile: ${JSON.stringify(told)}, expected ${JSON.stringify(meanwhile)}`)
  }
  return problems
}

/** Sends it, and compares the answer, what is stored and what the public is shown with the model. */
export async function attempt(run: Run, one: Attempt): Promise<void> {
  const { house, world } = run
  const expected = one.expect()
  run.latest = one
  run.told.push(`${one.who.name}: ${one.says}`)
  const answer = await one.who.rest(one.method, one.path, one.body)
  house.requests++
  run.told.push(`${run.told.pop()} → ${answer.status}`)
  agree(compareAnswer(answer, expected))
  agree(expected.also?.(answer) ?? [])
  const standings = new Map(everything(world).map((doc) => [doc, publicSide(doc)]))
  const made = expected.after?.(answer) ?? null
  if (made) agree(compareReturned(answer, made))
  const changed = everything(world).filter((doc) => standings.get(doc) !== publicSide(doc))
  const touched = [...new Set([...one.about, ...(made ? [made] : []), ...changed])]
  agree(await compareStored(run, touched))
  const revision = await pressRevision(house)
  const rose = changed.some((doc) => standings.has(doc)) || expected.raises === true
  if (rose ? revision <= house.revision : revision !== house.revision)
    agree([`the press room’s revision went from ${house.revision} to ${revision}`])
  house.revision = revision
  for (const doc of changed) if (isText(doc)) agree(await comparePage(house, world, doc))
}

const everything = (world: World): Doc[] => [...world.texts, ...world.items]
const publicSide = ({ standing, editions }: Doc): string => `${standing} ${editions.length}`

function compareReturned(answer: Answer, doc: Doc): string[] {
  if (doc.deleted) return []
  const [state, revision] = ['state', 'revision'].map((key) => at(answer.body, 'doc', key))
  return state === doc.state && revision === doc.revision
    ? []
    : [
        `came back ${String(state)} at ${String(revision)}, expected ${doc.state} at ${doc.revision}`,
      ]
}

/** The texts of the world, and the items that a request was about. */
async function compareStored({ house, world }: Run, touched: readonly Doc[]): Promise<string[]> {
  const items = touched.filter((doc) => !isText(doc))
  const families = new Set(touched.map(familyOf))
  const docs = [...world.texts, ...items]
  const problems = [...(await compareRows(house, docs)), ...(await compareEntries(house, docs))]
  for (const family of families) {
    const members = docs.filter((doc) => familyOf(doc) === family)
    problems.push(...(await compareEvents(house, family, members)))
  }
  return problems
}

export const released = (world: World): Text[] =>
  world.texts.filter(({ type, deleted }) => type === 'release' && !deleted)
