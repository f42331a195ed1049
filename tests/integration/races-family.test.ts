import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { respond } from '../../src/press-room/respond.ts'
import { payloadStore } from '../../src/press-room/store.ts'
import { act, picture, publish, upload } from './acts.ts'
import { type Answer, serverUrl } from './harness.ts'
import {
  acting,
  deleting,
  expectWhole,
  idOf,
  openTrack,
  race,
  releaseIn,
  rowAt,
  rowsWith,
  type Runner,
  standingOf,
  type Track,
  translationIn,
} from './racing.ts'

/**
 * Acts on two documents that belong together, in the same moment: both may win, one after the other, but what the
 * public sees is never what no order of the two would have given.
 */

const repetitions = 8
/** How much later each time, in ms: an act takes longer on MongoDB. */
const step = process.env.TEST_DATABASE === 'mongodb' ? 8 : 3
let track: Track

beforeAll(async () => {
  track = await openTrack(6)
})
afterAll(() => track.desk.close())

const gone = { explanation: 'It was wrong.' }

/** Somebody who starts a little later: over the repetitions, at every moment of the other's act. */
const late = (runner: Runner, milliseconds: number): Runner => ({
  ...runner,
  ask: async (): Promise<Answer> => {
    await new Promise((done) => setTimeout(done, milliseconds))
    return runner.ask()
  },
})

async function inBatches(work: (index: number) => Promise<void>): Promise<void> {
  for (let index = 0; index < repetitions; index++) await work(index)
}

describe.each(['withdraw', 'retract'])('publishing a translation and %s its release', (action) => {
  it('never leaves a live translation of a release that isn’t live', async () => {
    const { desk, reviewers } = track
    const [one = expect.unreachable(), other = expect.unreachable()] = reviewers
    const seen = new Set<string>()
    await inBatches(async (index) => {
      const release = await releaseIn(track, 'published')
      const translation = await translationIn(track, release, 'approved')
      const { winners } = await race([
        late(acting(translation, 'publish', 3)(one), index % 4 === 3 ? (index * step) / 2 : 0),
        late(acting(release, action, 4, gone)(other), index % 4 === 3 ? 0 : index * step),
      ])
      // The release can always be taken away: a translation at the door makes it wait, not fail.
      expect(winners.map(({ runner }) => runner.what)).toContain(action)
      const standing = await standingOf(desk, release)
      expect(standing).toBe(action === 'withdraw' ? 'withdrawn' : 'retracted')
      expect([null, standing]).toContain(await standingOf(desk, translation))
      seen.add(`${winners.length}`)
    })
    await expectWhole(desk)
  })
})

describe('publishing translations into several languages and withdrawing their release', () => {
  it('takes every one along, or lets it in no more', async () => {
    const { desk, reviewers } = track
    for (let repetition = 0; repetition < 5; repetition++) {
      const release = await releaseIn(track, 'published')
      const translations: string[] = []
      for (const language of ['nb', 'ru', 'kk'])
        translations.push(await translationIn(track, release, 'approved', language))
      const [withdrawer = expect.unreachable(), ...others] = reviewers
      const { winners } = await race([
        ...translations.map((translation, index) =>
          acting(translation, 'publish', 3)(others[index] ?? expect.unreachable()),
        ),
        late(acting(release, 'withdraw', 4, gone)(withdrawer), repetition * 15),
      ])
      expect(winners.map(({ runner }) => runner.what)).toContain('withdraw')
      expect(await standingOf(desk, release)).toBe('withdrawn')
      for (const translation of translations)
        expect([null, 'withdrawn']).toContain(await standingOf(desk, translation))
    }
    await expectWhole(desk)
  })
})

describe('publishing a second edition and a translation of the first', () => {
  it('never shows a translation as made from what it wasn’t made from', async () => {
    const { desk, editor, reviewer, reviewers } = track
    const [one = expect.unreachable(), other = expect.unreachable()] = reviewers
    for (let repetition = 0; repetition < 5; repetition++) {
      const release = await releaseIn(track, 'published')
      const translation = await translationIn(track, release, 'approved')
      await act(editor, release, 'revise')
      const patched = await editor.rest('PATCH', release, { revision: 5, headline: 'Two bridges' })
      expect(patched.status).toBe(200)
      await act(editor, release, 'submit')
      await act(reviewer, release, 'approve')
      const corrected = { change: 'major', publicNote: 'There are two.' }
      await race([
        acting(translation, 'publish', 3)(one),
        late(acting(release, 'publish', 8, corrected)(other), repetition * 10),
      ])
      const [entry] = await rowsWith(desk.payload, 'entries', 'subject', idOf(translation))
      const [first] = await rowsWith(desk.payload, 'editions', 'subject', idOf(release))
      if (entry) expect(entry.madeFrom).toBe(first?.fingerprint)
    }
    await expectWhole(desk)
  })
})

describe('archiving an image and publishing a release that shows it', () => {
  it('never shows the picture once it is archived', async () => {
    const { desk, editor, reviewer, reviewers } = track
    const [one = expect.unreachable(), other = expect.unreachable()] = reviewers
    for (let repetition = 0; repetition < 6; repetition++) {
      const file = await picture(`bridge-${repetition}.jpg`, '#123456')
      const id = await upload(editor, 'images', file, {
        texts: [{ language: 'en', alt: 'Seen from afar', caption: 'Afar' }],
        credit: 'Embassy',
        cleared: true,
      })
      const image = `/api/images/${id}`
      await publish(editor, reviewer, image)
      const release = await releaseIn(track, 'approved', { images: [id] })
      const { winners } = await race(
        [
          acting(image, 'archive', 3, gone)(one),
          late(acting(release, 'publish', 3)(other), repetition * 5),
        ],
        [409, 422],
      )
      expect(winners.map(({ runner }) => runner.what)).toContain('archive')
      const [entry] = await rowsWith(desk.payload, 'entries', 'subject', idOf(release))
      if (entry) {
        const page = await respond(new Request(`${serverUrl}/en/releases/${String(entry.slug)}`), {
          store: payloadStore(desk.payload),
          now: () => new Date(),
          origin: serverUrl,
        })
        expect(page.status).toBe(200)
        expect(await page.text()).not.toMatch(/<img|Seen from afar/)
      } else expect(await rowAt(desk, release)).toMatchObject({ state: 'approved' })
    }
    await expectWhole(desk)
  })
})

describe('deleting a release and making its translation', () => {
  it('leaves both or neither', async () => {
    const { desk, editors } = track
    const [one = expect.unreachable(), other = expect.unreachable()] = editors
    const seen = new Set<string>()
    await inBatches(async (index) => {
      const release = await releaseIn(track, 'draft')
      const data = { release: idOf(release), language: 'nb', headline: 'En bro' }
      const making: Runner = {
        who: other,
        what: 'create',
        ask: () => other.rest('POST', '/api/translations', data),
      }
      const { winners } = await race(
        [
          late(deleting(release)(one), index % 2 ? 0 : index / 2),
          late(making, index % 2 ? index / 2 : 0),
        ],
        [400, 409, 422],
      )
      const there = (await rowAt(desk, release)) !== null
      const made = await rowsWith(desk.payload, 'translations', 'release', idOf(release))
      expect(made).toHaveLength(there ? winners.length : 0)
      expect(winners.length).toBeLessThan(2)
      seen.add(winners[0]?.runner.what ?? 'nobody')
    })
    await expectWhole(desk)
  })
})

it('and no file of an edition that never came is public', async () => {
  const { desk } = track
  const shelf = path.join(desk.mediaDir, 'public/images')
  expect(existsSync(shelf)).toBe(true)
  const entries = await rowsWith(desk.payload, 'entries', 'shelf', 'images')
  expect(entries.map(({ standing }) => standing)).toEqual(entries.map(() => 'retracted'))
})
