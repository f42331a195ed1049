import type { CollectionSlug, Payload } from 'payload'
import { expect } from 'vitest'
import { collectionOf } from '../../src/desk/documents.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { deskTypes } from '../../src/workflow/states.ts'
import { act, make, paragraph, publish } from './acts.ts'
import { type Answer, at, type Desk, openDesk, type Someone } from './harness.ts'

/** Many people at one desk who do something in the same moment, and what must be true afterwards. */

export interface Track {
  desk: Desk
  editors: Someone[]
  reviewers: Someone[]
  translators: Someone[]
  /** Makes what the races are about; never races itself. */
  editor: Someone
  reviewer: Someone
  /** Two published contacts. */
  contacts: [string, string]
}

/** `runners`: how many editors, reviewers and translators run. */
export async function openTrack(runners: number): Promise<Track> {
  const desk = await openDesk()
  const [editors, reviewers, translators] = [
    await desk.crowd('editor', 'editor', runners),
    await desk.crowd('reviewer', 'reviewer', runners),
    await desk.crowd('translator', 'translator', runners),
  ]
  const [editor] = await desk.crowd('maker', 'editor', 1)
  const [reviewer] = await desk.crowd('checker', 'reviewer', 1)
  if (!editor || !reviewer) throw new Error('nobody is there')
  const contact = async (name: string) => {
    const id = await make(editor, 'contacts', { name, telephone: '+47 22 00 00 01' })
    await publish(editor, reviewer, `/api/contacts/${id}`)
    return id
  }
  const contacts: [string, string] = [await contact('Ada'), await contact('Bo')]
  return { desk, editors, reviewers, translators, editor, reviewer, contacts }
}

export type Stage = 'draft' | 'in-review' | 'approved' | 'published'

/** A release that has come this far. Returns its path. */
export async function releaseIn(
  { editor, reviewer, contacts }: Track,
  stage: Stage,
  parts: object = {},
): Promise<string> {
  const id = await make(editor, 'releases', {
    language: 'en',
    headline: 'A bridge opens',
    lead: 'On Friday.',
    datelinePlace: 'Oslo',
    datelineDate: '2026-03-03T12:00:00.000Z',
    body: paragraph('It is long.'),
    contacts,
    about: false,
    ...parts,
  })
  const path = `/api/releases/${id}`
  await bring(path, stage, editor, reviewer)
  return path
}

/** A translation of a release that has come this far. Returns its path. */
export async function translationIn(
  { editor, reviewer }: Track,
  release: string,
  stage: Stage,
  language = 'nb',
): Promise<string> {
  const id = await make(editor, 'translations', {
    release: idOf(release),
    language,
    headline: 'En bro åpner',
    lead: 'På fredag.',
    datelinePlace: 'Oslo',
    body: paragraph(lengthy[language] ?? ''),
  })
  const path = `/api/translations/${id}`
  await bring(path, stage, editor, reviewer)
  return path
}

/** What a translation says of the bridge. */
const lengthy: Record<string, string> = {
  nb: 'Den er lang.',
  kk: 'Ол өте ұзын.',
  ru: 'Он очень длинный.',
}

async function bring(path: string, stage: Stage, editor: Someone, reviewer: Someone) {
  if (stage === 'draft') return
  await act(editor, path, 'submit')
  if (stage === 'in-review') return
  await act(reviewer, path, 'approve')
  if (stage === 'published') await act(reviewer, path, 'publish')
}

/** From published to an approved second edition. */
export async function correct({ editor, reviewer }: Track, path: string): Promise<void> {
  await act(editor, path, 'revise')
  await act(editor, path, 'submit')
  await act(reviewer, path, 'approve')
}

export const idOf = (path: string): string => path.split('/').at(-1) ?? ''

/** Somebody's request, and what it was. */
export interface Runner {
  who: Someone
  what: string
  ask: () => Promise<Answer>
}

export const acting =
  (path: string, what: string, revision: number, input: object = {}) =>
  (who: Someone): Runner => ({
    who,
    what,
    ask: () => who.rest('POST', `${path}/actions/${what}`, { revision, ...input }),
  })

export const changing =
  (path: string, revision: number, data: object) =>
  (who: Someone): Runner => ({
    who,
    what: 'change',
    ask: () => who.rest('PATCH', path, { revision, ...data }),
  })

export const deleting =
  (path: string, revision = 1) =>
  (who: Someone): Runner => ({
    who,
    what: 'delete',
    ask: () => who.rest('DELETE', `${path}?revision=${revision}`),
  })

export interface Outcome {
  runner: Runner
  answer: Answer
}

/** All at once. Whoever didn't win was told so in a sentence, with the right status. */
export async function race(
  runners: readonly Runner[],
  refused: readonly number[] = [409],
): Promise<{ winners: Outcome[]; losers: Outcome[] }> {
  const outcomes = await Promise.all(
    runners.map(async (runner) => ({ runner, answer: await runner.ask() })),
  )
  const winners = outcomes.filter(({ answer }) => answer.status < 300)
  const losers = outcomes.filter(({ answer }) => answer.status >= 300)
  for (const { runner, answer } of losers) {
    const said = `${runner.what} by ${runner.who.name}: ${JSON.stringify(answer)}`
    expect(refused, said).toContain(answer.status)
    expect(at(answer.body, 'errors', 0, 'message'), said).toMatch(/^[\p{Lu}“].{10,}[.!?]$/su)
  }
  return { winners, losers }
}

export type Row = Record<string, unknown> & { id: string }

export async function rowAt({ payload }: Desk, path: string): Promise<Row | null> {
  const [, , collection, id] = path.split('/')
  return payload.db.findOne<Row>({
    collection: collection as CollectionSlug,
    where: { id: { equals: id } },
  })
}

export async function rowsWith(
  payload: Payload,
  collection: CollectionSlug,
  field: string,
  value: string,
): Promise<Row[]> {
  const { docs } = await payload.db.find<Row>({
    collection,
    where: { [field]: { equals: value } },
    limit: 0,
    pagination: false,
    sort: 'createdAt',
  })
  return docs
}

/** How a text or item stands in public; null when it was never published. */
export async function standingOf(desk: Desk, path: string): Promise<unknown> {
  const [entry] = await rowsWith(desk.payload, 'entries', 'subject', idOf(path))
  return entry?.standing ?? null
}

/** What the timeline says of a text or item, oldest first; its numbers have no gap. */
export async function timelineOf({ payload }: Desk, path: string): Promise<Row[]> {
  const events = await rowsWith(payload, 'events', 'subject', idOf(path))
  events.sort((a, b) => Number(a.number) - Number(b.number))
  const family = String(events[0]?.family)
  const numbers = (await rowsWith(payload, 'events', 'family', family))
    .map(({ number }) => Number(number))
    .sort((a, b) => a - b)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  return events
}

/** The record is whole, and nothing is under way any more. */
export async function expectWhole({ payload }: Desk): Promise<void> {
  for (const type of deskTypes) {
    const { totalDocs } = await payload.db.count({
      collection: collectionOf[type],
      where: { busy: { equals: 1 } },
    })
    expect(totalDocs, `${type}s left busy`).toBe(0)
  }
  expect(problemsOf(await verify(payload))).toEqual([])
}
