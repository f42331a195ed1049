import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type DeskDoc, loadDoc } from '../../src/desk/documents.ts'
import { finish } from '../../src/desk/finish.ts'
import { accepted, act } from './acts.ts'
import { type Answer, at } from './harness.ts'
import {
  acting,
  correct,
  expectWhole,
  idOf,
  openTrack,
  releaseIn,
  rowAt,
  standingOf,
  type Track,
  translationIn,
} from './racing.ts'

/**
 * A process that stands still for a while in the middle of an act, as a busy machine, a paused one or a database that
 * changes its leader makes it: others go on meanwhile, and take it for dead when it takes too long. Whatever it does
 * when it wakes up, the promises hold.
 */

let track: Track
const undo: (() => void)[] = []

beforeAll(async () => {
  track = await openTrack(3)
})
afterEach(() => {
  vi.useRealTimers()
  for (const one of undo.splice(0).toReversed()) one()
})
afterAll(() => track.desk.close())

const gone = { explanation: 'It was wrong.' }

interface Call {
  collection?: string
  data?: Record<string, unknown>
}
type Method = 'updateOne' | 'create' | 'findOne' | 'count'

/** Lets something happen right before the first such call to the database, as if the caller had stood still there. */
function before(
  method: Method,
  matches: (call: Call) => boolean,
  meanwhile: () => Promise<unknown>,
): { happened: () => boolean } {
  const database = track.desk.payload.db as unknown as Record<
    Method,
    (call: Call) => Promise<unknown>
  >
  const real = database[method]
  let happened = false
  database[method] = async function stopped(this: unknown, call: Call) {
    if (!happened && matches(call)) {
      happened = true
      await meanwhile()
    }
    return real.call(this, call)
  }
  undo.push(() => {
    database[method] = real
  })
  return { happened: () => happened }
}

/** The row in the middle of an act, as another process's sweep may have read it. */
async function inTheMiddle(path: string, run: () => Promise<unknown>): Promise<DeskDoc> {
  const { payload } = track.desk
  let seen: DeskDoc | null = null
  before(
    'create',
    ({ collection }) => collection === 'events',
    async () => {
      seen = await loadDoc(payload, path.includes('releases') ? 'release' : 'contact', idOf(path))
    },
  )
  await run()
  const doc = seen as DeskDoc | null
  expect(doc?.busy).toBe(1)
  return doc ?? expect.unreachable()
}

/** Longer than anything at the desk may take. */
const elevenSeconds = (): void => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11_000 })
}

const sentence = (answer: Answer) => String(at(answer.body, 'errors', 0, 'message'))

describe.each(['withdraw', 'retract'])('somebody who is slow to %s a release', (action) => {
  it('takes a translation along that was published meanwhile', async () => {
    const { desk, reviewers } = track
    const release = await releaseIn(track, 'published')
    const translation = await translationIn(track, release, 'approved')
    const [one = expect.unreachable(), other = expect.unreachable()] = reviewers
    const stop = before(
      'updateOne',
      ({ collection, data }) => collection === 'releases' && data?.state === 'withdrawn',
      async () => accepted(await acting(translation, 'publish', 3)(other).ask()),
    )
    const answer = await acting(release, action, 4, gone)(one).ask()
    expect(stop.happened()).toBe(true)
    expect(answer.status, sentence(answer)).toBe(200)
    expect(await standingOf(desk, release)).not.toBe('live')
    expect(await standingOf(desk, translation)).toBe(await standingOf(desk, release))
    await expectWhole(desk)
  })

  it('in its own language alone, is told of a translation that was published meanwhile', async () => {
    const { desk, reviewers } = track
    const release = await releaseIn(track, 'published')
    const translation = await translationIn(track, release, 'approved')
    const [one = expect.unreachable(), other = expect.unreachable()] = reviewers
    const stop = before(
      'updateOne',
      ({ collection, data }) => collection === 'releases' && data?.state === 'withdrawn',
      async () => accepted(await acting(translation, 'publish', 3)(other).ask()),
    )
    const answer = await acting(release, action, 4, { ...gone, languages: ['en'] })(one).ask()
    expect(stop.happened()).toBe(true)
    expect(answer.status).toBe(409)
    expect(at(answer.body, 'errors', 0, 'data', 'why', 0, 'code')).toBe('translations-live')
    expect(await standingOf(desk, release)).toBe('live')
    expect(await standingOf(desk, translation)).toBe('live')
    await expectWhole(desk)
  })
})

describe('somebody who is slow to publish a translation', () => {
  const stops: [string, Method, (call: Call) => boolean][] = [
    [
      'when all was asked',
      'updateOne',
      ({ collection, data }) => collection === 'translations' && data?.standing === 'live',
    ],
    ['when the family was held', 'findOne', ({ collection }) => collection === 'translations'],
    ['when the text was read', 'findOne', ({ collection }) => collection === 'entries'],
  ]

  it.each(stops)('%s, can’t once its release was withdrawn', async (_when, method, matches) => {
    const { desk, reviewers } = track
    const release = await releaseIn(track, 'published')
    const translation = await translationIn(track, release, 'approved')
    const [one = expect.unreachable(), other = expect.unreachable()] = reviewers
    const held = { yes: false }
    const holding = before(
      'updateOne',
      ({ collection, data }) =>
        collection === 'releases' && String(data?.unfinished).includes('"family"'),
      () => Promise.resolve(),
    )
    let withdrawn: Answer | undefined
    // Only what comes after the family was held.
    const stop = before(
      method,
      (call) => holding.happened() && matches(call),
      async () => {
        held.yes = (await rowAt(desk, release))?.busy === 1
        elevenSeconds()
        withdrawn = await acting(release, 'withdraw', 4, gone)(other).ask()
      },
    )
    const published = await acting(translation, 'publish', 3)(one).ask()
    expect([holding.happened(), stop.happened(), held.yes]).toEqual([true, true, true])
    expect(withdrawn?.status, JSON.stringify(withdrawn?.body)).toBe(200)
    expect(published.status, JSON.stringify(published.body)).toBe(409)
    expect(sentence(published)).toMatch(/release/i)
    expect(await standingOf(desk, release)).toBe('withdrawn')
    expect(await standingOf(desk, translation)).toBeNull()
    expect(await rowAt(desk, translation)).toMatchObject({ state: 'approved', revision: 3 })
    await expectWhole(desk)
  })

  it('but had decided it, has it published, and then withdrawn with the release', async () => {
    const { desk, reviewers } = track
    const release = await releaseIn(track, 'published')
    const translation = await translationIn(track, release, 'approved')
    const [one = expect.unreachable(), other = expect.unreachable()] = reviewers
    let withdrawn: Answer | undefined
    before(
      'create',
      ({ collection }) => collection === 'editions',
      async () => {
        elevenSeconds()
        withdrawn = await acting(release, 'withdraw', 4, gone)(other).ask()
      },
    )
    const published = await acting(translation, 'publish', 3)(one).ask()
    expect([published.status, withdrawn?.status]).toEqual([200, 200])
    expect(await standingOf(desk, release)).toBe('withdrawn')
    expect(await standingOf(desk, translation)).toBe('withdrawn')
    await expectWhole(desk)
  })
})

describe('somebody who completes what was completed long ago', () => {
  it('doesn’t end what has begun since', async () => {
    const { desk, reviewers } = track
    const release = await releaseIn(track, 'approved')
    const old = await inTheMiddle(release, () => act(track.reviewer, release, 'publish'))
    const translation = await translationIn(track, release, 'approved')
    const [one = expect.unreachable()] = reviewers
    const busy: unknown[] = []
    before(
      'updateOne',
      ({ collection, data }) => collection === 'translations' && data?.standing === 'live',
      async () => {
        busy.push((await rowAt(desk, release))?.busy)
        await finish(desk.payload, old, true)
        busy.push((await rowAt(desk, release))?.busy)
      },
    )
    accepted(await acting(translation, 'publish', 3)(one).ask())
    expect(busy).toEqual([1, 1])
    await expectWhole(desk)
  })

  it.each(['withdraw', 'retract'])('doesn’t %s an edition that came after', async (action) => {
    const { desk, editor, reviewer } = track
    const release = await releaseIn(track, 'published')
    const translation = await translationIn(track, release, 'published')
    const old = await inTheMiddle(release, () => act(reviewer, release, action, gone))
    const corrected = { change: 'major', publicNote: 'It is right now.' }
    await correct(track, release)
    await act(reviewer, release, 'publish', corrected)
    await act(editor, translation, 'revise')
    await act(editor, translation, 'submit')
    await act(reviewer, translation, 'approve')
    await act(reviewer, translation, 'publish', corrected)
    await finish(desk.payload, old, true)
    expect(await standingOf(desk, release)).toBe('live')
    expect(await standingOf(desk, translation)).toBe('live')
    await expectWhole(desk)
  })
})
