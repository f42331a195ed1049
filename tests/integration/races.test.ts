import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { make, revisionOf } from './acts.ts'
import { at, type Someone } from './harness.ts'
import {
  acting,
  changing,
  correct,
  deleting,
  expectWhole,
  idOf,
  openTrack,
  race,
  releaseIn,
  rowAt,
  rowsWith,
  type Runner,
  timelineOf,
  type Track,
  translationIn,
} from './racing.ts'

/** Twenty people act on one text or item in the same moment, each on the revision that all of them see. */

const runners = 20
const repetitions = 2
let track: Track

beforeAll(async () => {
  track = await openTrack(runners)
})
afterAll(() => track.desk.close())

const gone = { explanation: 'It was wrong.' }
const corrected = { change: 'major', publicNote: 'A number was wrong.' }
const each = (people: readonly Someone[], run: (who: Someone) => Runner) =>
  people.map((who) => run(who))

interface Race {
  what: string
  /** Makes what it is about. Returns its path. */
  start: () => Promise<string>
  run: (path: string, revision: number) => Runner[]
  /** States that the winner may leave behind; null where the row is gone. */
  ends: (string | null)[]
}

const release = (stage: 'draft' | 'in-review' | 'approved' | 'published') => () =>
  releaseIn(track, stage)
const contact = (stage: 'draft' | 'in-review' | 'published') => async () => {
  const { editor, reviewer } = track
  const data = { name: 'Cy', telephone: '+47 22 00 00 03' }
  const path = `/api/contacts/${await make(editor, 'contacts', data)}`
  for (const action of ['submit', 'publish'].slice(
    0,
    ['draft', 'in-review', 'published'].indexOf(stage),
  )) {
    const who = action === 'submit' ? editor : reviewer
    const revision = await revisionOf(who, path)
    await who.rest('POST', `${path}/actions/${action}`, { revision })
  }
  return path
}

const races: Race[] = [
  {
    what: 'approvals',
    start: release('in-review'),
    run: (path, revision) => each(track.reviewers, acting(path, 'approve', revision)),
    ends: ['approved'],
  },
  {
    what: 'publications',
    start: release('approved'),
    run: (path, revision) => each(track.reviewers, acting(path, 'publish', revision)),
    ends: ['published'],
  },
  {
    what: 'publications of a second edition',
    start: async () => {
      const path = await releaseIn(track, 'published')
      await correct(track, path)
      return path
    },
    run: (path, revision) => each(track.reviewers, acting(path, 'publish', revision, corrected)),
    ends: ['published'],
  },
  {
    what: 'submissions',
    start: release('draft'),
    run: (path, revision) => each(track.editors, acting(path, 'submit', revision)),
    ends: ['in-review'],
  },
  {
    what: 'withdrawals',
    start: release('published'),
    run: (path, revision) => each(track.reviewers, acting(path, 'withdraw', revision, gone)),
    ends: ['withdrawn'],
  },
  {
    what: 'retractions',
    start: release('published'),
    run: (path, revision) => each(track.reviewers, acting(path, 'retract', revision, gone)),
    ends: ['withdrawn'],
  },
  {
    what: 'deletions',
    start: release('draft'),
    run: (path) => each(track.editors, deleting(path)),
    ends: [null],
  },
  {
    what: 'changes and submissions',
    start: release('draft'),
    run: (path, revision) => [
      ...each(track.editors.slice(0, 10), changing(path, revision, { headline: 'Other' })),
      ...each(track.editors.slice(10), acting(path, 'submit', revision)),
    ],
    ends: ['draft', 'in-review'],
  },
  {
    what: 'changes and deletions',
    start: release('draft'),
    run: (path, revision) => [
      ...each(track.editors.slice(0, 10), changing(path, revision, { headline: 'Other' })),
      ...each(track.editors.slice(10), deleting(path)),
    ],
    ends: ['draft', null],
  },
  {
    what: 'approvals and changes',
    start: release('in-review'),
    run: (path, revision) => [
      ...each(track.reviewers.slice(10), acting(path, 'approve', revision)),
      ...each(track.editors.slice(10), changing(path, revision, { headline: 'Other' })),
    ],
    ends: ['approved'],
  },
  {
    what: 'approvals, returns and recalls',
    start: release('in-review'),
    run: (path, revision) => [
      ...each(track.reviewers.slice(0, 10), acting(path, 'approve', revision)),
      ...each(track.reviewers.slice(10), acting(path, 'return', revision, { note: 'Why?' })),
      ...each(track.editors.slice(10), acting(path, 'recall', revision)),
    ],
    ends: ['approved', 'draft'],
  },
  {
    what: 'publications and reopenings',
    start: release('approved'),
    run: (path, revision) => [
      ...each(track.reviewers.slice(10), acting(path, 'publish', revision)),
      ...each(track.editors.slice(10), acting(path, 'reopen', revision)),
    ],
    ends: ['published', 'draft'],
  },
  {
    what: 'publications of a second edition and withdrawals of the first',
    start: async () => {
      const path = await releaseIn(track, 'published')
      await correct(track, path)
      return path
    },
    run: (path, revision) => [
      ...each(track.reviewers.slice(0, 10), acting(path, 'publish', revision, corrected)),
      ...each(track.reviewers.slice(10), acting(path, 'withdraw', revision, gone)),
    ],
    ends: ['published', 'withdrawn'],
  },
  {
    what: 'withdrawals, retractions and revisions',
    start: release('published'),
    run: (path, revision) => [
      ...each(track.reviewers.slice(0, 10), acting(path, 'withdraw', revision, gone)),
      ...each(track.reviewers.slice(10), acting(path, 'retract', revision, gone)),
      ...each(track.editors, acting(path, 'revise', revision)),
    ],
    ends: ['withdrawn', 'draft'],
  },
  {
    what: 'publications of a translation',
    start: async () => translationIn(track, await releaseIn(track, 'published'), 'approved'),
    run: (path, revision) => each(track.reviewers, acting(path, 'publish', revision)),
    ends: ['published'],
  },
  {
    what: 'retractions of a translation',
    start: async () => translationIn(track, await releaseIn(track, 'published'), 'published'),
    run: (path, revision) => each(track.reviewers, acting(path, 'retract', revision, gone)),
    ends: ['withdrawn'],
  },
  {
    what: 'publications of a contact',
    start: contact('in-review'),
    run: (path, revision) => each(track.reviewers, acting(path, 'publish', revision)),
    ends: ['published'],
  },
  {
    what: 'archivings and revisions of a contact',
    start: contact('published'),
    run: (path, revision) => [
      ...each(track.reviewers.slice(10), acting(path, 'archive', revision, gone)),
      ...each(track.editors.slice(10), acting(path, 'revise', revision)),
    ],
    ends: ['archived', 'draft'],
  },
]

describe.each(races)('of $what at once', ({ start, run, ends }) => {
  it('exactly one wins, and the others are told why they didn’t', async () => {
    const { desk } = track
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const path = await start()
      const before = await rowAt(desk, path)
      const editions = await rowsWith(desk.payload, 'editions', 'subject', idOf(path))
      const revision = Number(before?.revision)
      const { winners } = await race(run(path, revision), ends.includes(null) ? [404, 409] : [409])
      expect(winners).toHaveLength(1)
      const { runner, answer } = winners[0] ?? expect.unreachable()

      const after = await rowAt(desk, path)
      const events = await timelineOf(desk, path)
      const [last, ...more] = events.filter((event) => Number(event.revision) > revision)
      expect(more).toEqual([])
      expect(last).toMatchObject({ what: runner.what, actor: runner.who.id })
      expect(ends).toContain(after?.state ?? null)
      if (after) {
        expect(after).toMatchObject({ revision: revision + 1, busy: 0 })
        expect(at(answer.body, 'doc', 'revision')).toBe(revision + 1)
        expect(after.state).toBe(last?.to)
      }
      const now = await rowsWith(desk.payload, 'editions', 'subject', idOf(path))
      expect(now).toHaveLength(editions.length + (runner.what === 'publish' ? 1 : 0))
      const entries = await rowsWith(desk.payload, 'entries', 'subject', idOf(path))
      expect(entries.length).toBe(now.length > 0 ? 1 : 0)
      if (now.length > 0) expect(entries[0]?.edition).toBe(now.at(-1)?.id)
    }
    await expectWhole(desk)
  })
})
