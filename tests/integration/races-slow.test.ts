import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskDoc, loadDoc } from '../../src/desk/documents.ts'
import { finish } from '../../src/desk/finish.ts'
import { accepted, act, change, make, revisionOf } from './acts.ts'
import { type Answer, at } from './harness.ts'
import {
  acting,
  correct,
  expectWhole,
  idOf,
  openTrack,
  releaseIn,
  rowAt,
  rowsWith,
  standingOf,
  timelineOf,
  type Track,
  translationIn,
} from './racing.ts'
import { before, beforeTheWrite, type Call, elevenSeconds, type Method } from './standstill.ts'

/**
 * A process that stands still for a while in the middle of an act, as a busy machine, a paused one or a database that
 * changes its leader makes it: others go on meanwhile, and take it for dead when it takes too long. Whatever it does
 * when it wakes up, the promises hold.
 */

let track: Track

beforeAll(async () => {
  track = await openTrack(3)
})
afterAll(() => track.desk.close())

const gone = { explanation: 'It was wrong.' }

/** The row in the middle of an act, as another process's sweep may have read it. */
async function inTheMiddle(path: string, run: () => Promise<unknown>): Promise<DeskDoc> {
  const { payload } = track.desk
  let seen: DeskDoc | null = null
  before(
    track.desk,
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

const sentence = (answer: Answer) => String(at(answer.body, 'errors', 0, 'message'))

describe.each(['withdraw', 'retract'])('somebody who is slow to %s a release', (action) => {
  it('takes a translation along that was published meanwhile', async () => {
    const { desk, reviewers } = track
    const release = await releaseIn(track, 'published')
    const translation = await translationIn(track, release, 'approved')
    const [one = expect.unreachable(), other = expect.unreachable()] = reviewers
    const stop = before(
      track.desk,
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
      track.desk,
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
      track.desk,
      'updateOne',
      ({ collection, data }) =>
        collection === 'releases' && String(data?.unfinished).includes('"family"'),
      () => Promise.resolve(),
    )
    let withdrawn: Answer | undefined
    // Only what comes after the family was held.
    const stop = before(
      track.desk,
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
      track.desk,
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
      track.desk,
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

describe('somebody who is slow to approve', () => {
  const mustFix = { field: 'lead', words: 'Which Friday?', mustFix: true }
  const stops: [string, Method, (call: Call) => boolean][] = [
    [
      'when all was asked',
      'updateOne',
      ({ collection, data }) => collection === 'releases' && data?.state === 'approved',
    ],
    ['when the text is kept', 'count', ({ collection }) => collection === 'texts-as-of'],
  ]

  it.each(stops)('%s, is told of what must be fixed', async (_when, method, matches) => {
    const { desk, reviewers } = track
    const release = await releaseIn(track, 'in-review')
    const [one = expect.unreachable(), other = expect.unreachable()] = reviewers
    const stop = before(desk, method, matches, async () =>
      accepted(await other.rest('POST', `${release}/notes`, mustFix)),
    )
    const answer = await acting(release, 'approve', 2)(one).ask()
    expect(stop.happened()).toBe(true)
    expect(answer.status, sentence(answer)).toBe(422)
    expect(at(answer.body, 'errors', 0, 'data', 'problems', 0)).toMatchObject({
      requirement: 'must-fix-resolved',
      field: 'lead',
    })
    expect(await rowAt(desk, release)).toMatchObject({ state: 'in-review', revision: 2, busy: 0 })
    await expectWhole(desk)
  })

  it('can once the note was resolved meanwhile', async () => {
    const { desk, reviewers } = track
    const release = await releaseIn(track, 'in-review')
    const [one = expect.unreachable(), other = expect.unreachable()] = reviewers
    const stop = before(
      desk,
      'updateOne',
      ({ collection, data }) => collection === 'releases' && data?.state === 'approved',
      async () => {
        const made = accepted(await other.rest('POST', `${release}/notes`, mustFix))
        const id = String(at(made.body, 'note', 'id'))
        accepted(await other.rest('POST', `${release}/notes/${id}/resolve`))
      },
    )
    accepted(await acting(release, 'approve', 2)(one).ask())
    expect(stop.happened()).toBe(true)
    await expectWhole(desk)
  })
})

describe('somebody who is slow to act on a draft', () => {
  it.each(['submit', 'note'])('(%s) leaves nothing of it once it was deleted', async (what) => {
    const { desk, editor, editors } = track
    const release = await releaseIn(track, 'draft')
    const { payload } = desk
    const [slow = expect.unreachable()] = editors
    before(
      desk,
      'updateOne',
      ({ collection, data }) => collection === 'releases' && data?.busy === 1,
      async () => {
        accepted(await editor.rest('DELETE', `${release}?revision=1`))
        // As if what it says had been kept in the moment after.
        const fingerprint = 'f'.repeat(64)
        const data = { subject: idOf(release), fingerprint, content: '{}', key: release }
        await payload.db.create({ collection: 'texts-as-of', data })
      },
    )
    const answer =
      what === 'submit'
        ? await acting(release, 'submit', 1)(slow).ask()
        : await slow.rest('POST', `${release}/notes`, { field: 'lead', words: 'Which Friday?' })
    expect(answer.status).toBe(404)
    for (const collection of ['texts-as-of', 'notes'] as const)
      expect(await rowsWith(payload, collection, 'subject', idOf(release))).toEqual([])
    await expectWhole(desk)
  })
})

describe('somebody who is slow to note that something must be fixed', () => {
  const mustFix = { field: 'lead', words: 'Which Friday?', mustFix: true }

  it('before it was decided, finds the text approved, and stops its publication', async () => {
    const { desk, reviewers } = track
    const release = await releaseIn(track, 'in-review')
    const [one = expect.unreachable(), other = expect.unreachable()] = reviewers
    before(
      desk,
      'updateOne',
      ({ data }) => String(data?.unfinished).includes('"kind":"note"'),
      async () => accepted(await acting(release, 'approve', 2)(one).ask()),
    )
    const made = accepted(await other.rest('POST', `${release}/notes`, mustFix))
    expect(at(made.body, 'note', 'revision')).toBe(3)
    expect((await acting(release, 'publish', 3)(one).ask()).status).toBe(422)
    await expectWhole(desk)
  })

  it('has it written by whoever comes after, once', async () => {
    const { desk, editor, reviewers } = track
    const release = await releaseIn(track, 'in-review')
    const [one = expect.unreachable(), other = expect.unreachable()] = reviewers
    const approved: Answer[] = []
    before(
      desk,
      'create',
      ({ collection }) => collection === 'notes',
      async () => {
        elevenSeconds()
        approved.push(await acting(release, 'approve', 2)(one).ask())
      },
    )
    accepted(await other.rest('POST', `${release}/notes`, mustFix))
    expect(approved.map(({ status }) => status)).toEqual([422])
    expect(await rowsWith(desk.payload, 'notes', 'subject', idOf(release))).toHaveLength(1)
    expect((await timelineOf(desk, release)).map(({ what }) => what)).toEqual([
      'create',
      'submit',
      'note',
    ])
    await act(editor, release, 'recall')
    await expectWhole(desk)
  })
})

describe('somebody who is slow to save', () => {
  it('is told so, and overwrites nothing of what was done meanwhile', async () => {
    const { desk, editor, reviewer, editors } = track
    const release = await releaseIn(track, 'draft')
    const [slow = expect.unreachable()] = editors
    let meanwhile = false
    beforeTheWrite(desk, 'Words that come too late', async () => {
      meanwhile = true
      elevenSeconds()
      await change(editor, release, { headline: 'Words in time' })
      await act(editor, release, 'submit')
      await act(reviewer, release, 'approve')
    })
    const answer = await slow.rest('PATCH', release, {
      revision: 1,
      headline: 'Words that come too late',
    })
    expect(meanwhile).toBe(true)
    expect(answer.status, sentence(answer)).toBe(409)
    expect(await rowAt(desk, release)).toMatchObject({
      headline: 'Words in time',
      state: 'approved',
      busy: 0,
    })
    const whats = (await timelineOf(desk, release)).map(({ what }) => what)
    expect(whats).toEqual(['create', 'change', 'change', 'submit', 'approve'])
    await expectWhole(desk)
  })
})

describe('somebody who is slow to delete a release', () => {
  it('can’t once it has a translation', async () => {
    const { desk, editor, editors } = track
    const release = await releaseIn(track, 'draft')
    const data = { release: idOf(release), language: 'nb', headline: 'En bro' }
    let translation = ''
    before(
      track.desk,
      'updateOne',
      ({ collection, data: written }) =>
        collection === 'releases' && String(written?.unfinished).includes('"deletion"'),
      async () => {
        translation = await make(editor, 'translations', data)
      },
    )
    const [slow = expect.unreachable()] = editors
    const answer = await slow.rest('DELETE', release)
    expect(translation).not.toBe('')
    expect(answer.status).toBe(409)
    expect(await rowAt(desk, release)).toMatchObject({ state: 'draft', busy: 0 })
    await act(editor, `/api/translations/${translation}`, 'submit').catch(() => {})
    expect(await revisionOf(editor, `/api/translations/${translation}`)).toBeGreaterThan(0)
    await expectWhole(desk)
  })
})

describe('somebody who is slow to make a translation', () => {
  it('can’t once its release was deleted', async () => {
    const { desk, editor, editors } = track
    const release = await releaseIn(track, 'draft')
    before(
      track.desk,
      'create',
      ({ collection }) => collection === 'translations',
      async () => accepted(await editor.rest('DELETE', release)),
    )
    const [slow = expect.unreachable()] = editors
    const data = { release: idOf(release), language: 'nb', headline: 'En bro' }
    const answer = await slow.rest('POST', '/api/translations', data)
    expect(answer.status).toBe(409)
    expect(sentence(answer)).toBe('The release was deleted at this moment.')
    expect(await rowAt(desk, release)).toBeNull()
    expect(await rowsWith(desk.payload, 'translations', 'release', idOf(release))).toEqual([])
    await expectWhole(desk)
  })
})
