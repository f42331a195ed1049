import { APIError, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { fill, wordsOf } from '../admin/words/words.ts'
import type { Segment } from '../language/fidelity/pair.ts'
import { isPlain } from '../language/spots.ts'
import { isFault, untagged } from '../language/tagged.ts'
import type { Confirmation, Row } from '../language/translation-rows.ts'
import { type NewWords, type Stitch, weave } from '../language/weave.ts'
import type { Person } from '../workflow/situation.ts'
import { settled } from './finish.ts'
import { settleProposals } from './proposals.ts'
import { clockOf } from './desk-clock.ts'
import { refuseChange } from './hooks.ts'
import { Refused } from './refused.ts'
import { isHiddenFrom } from './restrictions.ts'
import { confirmationOf, keptForm, renderedBy } from './segment-confirmations.ts'
import {
  nameOf,
  type OwnName,
  ownFields,
  type SegmentWork,
  segmentIn,
  segmentWorkOf,
  wordsOfRow,
} from './segment-work.ts'
import { isStale } from './stale.ts'
import { perform } from './transition.ts'

const answer = z.strictObject({
  row: z.string().min(1).max(100),
  texts: z.array(z.string().max(20_000)).min(1).max(50).optional(),
  confirm: z.boolean().default(false),
})
export const answersInput = z.strictObject({
  revision: z.number().int().min(1),
  answers: z.array(answer).max(2000),
})
type Answers = z.infer<typeof answersInput>
type Answer = z.infer<typeof answer>

interface Ask {
  req: PayloadRequest
  id: string
  actor: Person
  language: string
  input: Answers
}

/**
 * Saves what a person says of segments, as one ordinary change of the translation, with every rule of it. When nothing
 * is open afterwards the translation is confirmed as current, by the act of that name. False: there is no such document.
 */
export async function answerSegments(ask: Ask): Promise<boolean> {
  const { req, id, actor, input } = ask
  const { payload } = req
  const doc = await settled(payload, 'translation', id)
  if (!doc || (await isHiddenFrom(payload, actor.id, doc))) return false
  await refuseChange(req, actor, doc, input.revision)
  const work = await segmentWorkOf(payload, doc)
  if (!work) return false
  const plan = planOf(work, ask)
  const confirmed = keptForm(plan.confirmations)
  if (plan.changes || (confirmed !== work.doc.confirmed && input.answers.length > 0))
    await payload.update({
      collection: 'translations',
      id,
      data: { ...plan.data, revision: input.revision },
      depth: 0,
      user: req.user,
      overrideAccess: false,
      req: { i18n: req.i18n },
      context: { confirmed },
    })
  await settleProposals(payload, work, input.answers)
  await renewIfAnswered(ask)
  return true
}

/** One rule for being current (decision 008): the last answer takes the act that says so. */
async function renewIfAnswered({ req, id, actor, language }: Ask): Promise<void> {
  const { payload } = req
  const doc = await settled(payload, 'translation', id)
  if (!doc || !(await isStale(payload, doc))) return
  const work = await segmentWorkOf(payload, doc)
  if (!work || work.rows.some(({ open }) => open)) return
  try {
    await perform({
      payload,
      type: 'translation',
      id,
      action: 'renew',
      input: { revision: work.doc.revision },
      actor,
      now: clockOf(req),
      language,
    })
  } catch (error) {
    // Somebody was quicker: what was answered is saved, and the next answer asks again.
    if (!(error instanceof Refused)) throw error
  }
}

interface Plan {
  /** Fields of the form. */
  data: Record<string, unknown>
  changes: boolean
  confirmations: Confirmation[]
}

type Told = ReturnType<typeof wordsOf>

interface Answered {
  row: Row
  answer: Answer
  name: OwnName | null | undefined
  /** What each target becomes; null: nothing is said of the words. */
  words: NewWords[] | null
}

function planOf(work: SegmentWork, { input, language }: Ask): Plan {
  const told = wordsOf(language)
  const answered = input.answers.map((one) => answeredIn(work, one, told))
  if (new Set(answered.map(({ row }) => row)).size < answered.length)
    throw new APIError(told.segmentTwice, 422)
  const data: Record<string, unknown> = {}
  const rendered = new Map<Row, Segment[]>()
  for (const { row, name, words } of answered) {
    if (!words || name === null || name === undefined) continue
    const text = typeof words[0] === 'string' ? words[0] : ''
    data[ownFields[name]] = text
    rendered.set(row, text === '' ? [] : [{ kind: name, text }])
  }
  weaveIn(work, answered, told, data, rendered)
  return {
    data,
    changes: Object.keys(data).length > 0,
    confirmations: confirmationsAfter(work, answered, rendered),
  }
}

/** The answers about the body, put into it. */
function weaveIn(
  work: SegmentWork,
  answered: readonly Answered[],
  told: Told,
  data: Record<string, unknown>,
  rendered: Map<Row, Segment[]>,
): void {
  const inBody = answered.filter(({ name, words }) => name === null && words !== null)
  if (inBody.length === 0) return
  const placed = ({ source, targets }: Row): Omit<Stitch, 'words'> => ({
    source: source === null ? null : (work.source.spotOf.get(source) ?? null),
    targets: targets.flatMap((place) => work.target.spotOf.get(place) ?? []),
  })
  const pairs = new Map<number, readonly number[]>()
  for (const row of work.rows) {
    const { source, targets } = placed(row)
    if (source !== null && targets.length > 0) pairs.set(source, targets)
  }
  const stitches = inBody.map(({ row, words }) => ({ ...placed(row), words: words ?? [] }))
  const { body, made } = weave(work.target.body, work.source.body, pairs, stitches)
  for (const [index, segments] of made.entries()) {
    const row = inBody[index]?.row
    if (!segments || !row) throw wrong(told.segmentNoPlace, inBody[index]?.answer.row ?? '')
    rendered.set(row, segments)
  }
  data.body = body
}

/** What an answer means for its row. Throws what is wrong with it. */
function answeredIn(work: SegmentWork, one: Answer, told: Told): Answered {
  const row = work.rows.find(({ id }) => id === one.row)
  if (!row) throw new APIError(told.segmentGone, 409)
  const name = nameOf(work, row)
  const words = one.texts ? wordsIn(work, row, name, one.texts, told) : null
  // Whoever leaves a segment out says so; words that are written elsewhere are seen to there.
  if (one.confirm && !one.texts && row.targets.length === 0 && name !== undefined)
    throw wrong(told.segmentEmpty, one.row)
  return { row, answer: one, name, words }
}

function wordsIn(
  work: SegmentWork,
  row: Row,
  name: OwnName | null | undefined,
  texts: readonly string[],
  told: Told,
): NewWords[] | null {
  if (name === undefined) throw wrong(told.segmentElsewhere, row.id)
  if (texts.length !== Math.max(1, row.targets.length)) throw wrong(told.segmentCount, row.id)
  const { targets, tags } = wordsOfRow(work, row)
  // What is said again changes nothing, to the letter.
  if (texts.every((text, index) => text === (targets[index] ?? ''))) return null
  return texts.map((text, index): NewWords => {
    if (text.trim() === '') {
      if (name === 'headline') throw wrong(told.segmentNoHeadline, row.id)
      return name === null ? null : ''
    }
    if (name === 'headline' && text.includes('\n')) throw wrong(told.segmentOneLine, row.id)
    if (name !== null || isPlain({ kind: kindOf(work, row, index) })) return text
    const read = untagged(text, tags)
    if (isFault(read)) throw wrong(fill(told[`tag-${read.fault}`], { tag: read.tag }), row.id)
    return read
  })
}

/** What the words stand in: as the translation has them, else as the source. */
function kindOf({ source, target }: SegmentWork, row: Row, index: number): Segment['kind'] {
  const own = segmentIn(target, row.targets[index] ?? null)
  return (own ?? segmentIn(source, row.source))?.kind ?? 'paragraph'
}

/** `row`: which answer it is about. */
function wrong(message: string, row: string): APIError {
  return new APIError(message, 422, {
    problems: [{ requirement: 'segment', level: 'blocker', field: row, message }],
  })
}

/** What is kept of every row: as it was, and of the answered ones as they are now. */
function confirmationsAfter(
  work: SegmentWork,
  answered: readonly Answered[],
  rendered: ReadonlyMap<Row, Segment[]>,
): Confirmation[] {
  return work.rows.flatMap((row) => {
    const one = answered.find((each) => each.row === row)
    if (!one) return row.confirmation ?? []
    const { confirm } = one.answer
    if (!confirm && !one.words) return row.confirmation ?? []
    const segments = rendered.get(row) ?? renderedBy(work, row)
    return confirmationOf(work, row, segments, confirm) ?? []
  })
}
