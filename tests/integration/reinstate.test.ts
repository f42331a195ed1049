import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDoc } from '../../src/desk/documents.ts'
import { finish } from '../../src/desk/finish.ts'
import { accepted, act, change, revisionOf } from './acts.ts'
import { openServer, type OpenServer } from './press-server.ts'
import {
  acting,
  correct,
  expectWhole,
  idOf,
  openTrack,
  race,
  releaseIn,
  rowAt,
  rowsWith,
  standingOf,
  timelineOf,
  type Track,
  translationIn,
} from './racing.ts'
import { changedBy } from './rows.ts'
import { before } from './standstill.ts'

/** What was withdrawn by mistake is current again, to the letter, and the reader is told so. */

let track: Track
let server: OpenServer

beforeAll(async () => {
  track = await openTrack(3)
  server = await openServer(track.desk, mkdtempSync(path.join(tmpdir(), 'communique-assets-')))
})
afterAll(async () => {
  server.close()
  await track.desk.close()
})

const gone = { explanation: 'It was wrong.' }
const back = { explanation: 'It was right after all.' }

async function family(): Promise<{ release: string; nb: string; kk: string }> {
  const release = await releaseIn(track, 'published')
  return {
    release,
    nb: await translationIn(track, release, 'published', 'nb'),
    kk: await translationIn(track, release, 'published', 'kk'),
  }
}
const standings = async ({ release, nb, kk }: Awaited<ReturnType<typeof family>>) =>
  Promise.all([release, nb, kk].map((one) => standingOf(track.desk, one)))
const pageOf = async (where: string): Promise<string> => {
  const [entry] = await rowsWith(track.desk.payload, 'entries', 'subject', idOf(where))
  return `/${String(entry?.language)}/releases/${String(entry?.slug)}`
}

describe('a family that was withdrawn', () => {
  it('comes back whole, with one event each and no new edition', async () => {
    const { desk, reviewer } = track
    const all = await family()
    await act(reviewer, all.release, 'withdraw', gone)
    expect(await standings(all)).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
    await act(reviewer, all.release, 'reinstate', back)
    expect(await standings(all)).toEqual(['live', 'live', 'live'])
    for (const one of [all.release, all.nb, all.kk]) {
      expect(await rowAt(desk, one)).toMatchObject({
        state: 'published',
        standing: 'live',
        edition: 1,
      })
      expect((await timelineOf(desk, one)).at(-1)).toMatchObject({
        what: 'reinstate',
        from: 'withdrawn',
        to: 'published',
        note: back.explanation,
      })
    }
    await expectWhole(desk)
  })

  it('comes back in the languages that are named', async () => {
    const { reviewer } = track
    const all = await family()
    await act(reviewer, all.release, 'withdraw', gone)
    await act(reviewer, all.release, 'reinstate', { ...back, languages: ['en', 'kk'] })
    expect(await standings(all)).toEqual(['live', 'withdrawn', 'live'])
    await act(reviewer, all.nb, 'reinstate', back)
    expect(await standings(all)).toEqual(['live', 'live', 'live'])
  })

  it('brings back nothing that was retracted since', async () => {
    const { reviewer, desk } = track
    const all = await family()
    await act(reviewer, all.release, 'withdraw', gone)
    await act(reviewer, all.nb, 'retract', gone)
    await act(reviewer, all.release, 'reinstate', back)
    expect(await standings(all)).toEqual(['live', 'retracted', 'live'])
    await expectWhole(desk)
  })

  it('leaves what is under way on the desk as it is', async () => {
    const { reviewer, editor, desk } = track
    const all = await family()
    await act(reviewer, all.release, 'withdraw', gone)
    await act(editor, all.release, 'revise')
    await change(editor, all.release, { lead: 'On Saturday.' })
    await act(editor, all.nb, 'revise')
    await act(reviewer, all.release, 'reinstate', back)
    expect(await standings(all)).toEqual(['live', 'live', 'live'])
    expect(await rowAt(desk, all.release)).toMatchObject({ state: 'draft', lead: 'On Saturday.' })
    expect(await rowAt(desk, all.nb)).toMatchObject({ state: 'draft' })
    await expectWhole(desk)
  })
})

describe('what the public reads', () => {
  it('is the text again, with the explanation and no word of a withdrawal in its title', async () => {
    const { reviewer } = track
    const release = await releaseIn(track, 'published', { headline: 'A lighthouse opens' })
    const page = await pageOf(release)
    const before = await server.get(page)
    await act(reviewer, release, 'withdraw', gone)
    await act(reviewer, release, 'reinstate', back)
    // The server looks at the press room's revision four times a second.
    await new Promise((done) => setTimeout(done, 300))
    const now = await server.get(page)
    expect([before.status, now.status]).toEqual([200, 200])
    const title = /<title>(.*?)<\/title>/.exec(before.body.toString())?.[1]
    expect(now.body.toString()).toContain(`<title>${title}</title>`)
    expect(now.body.toString()).toContain(back.explanation)
    expect(now.body.toString()).not.toContain(gone.explanation)
    const list = await server.get('/en/releases')
    expect(list.body.toString()).toContain('A lighthouse opens')
  })

  it('says no more of it once there is a new edition', async () => {
    const { reviewer, desk } = track
    const release = await releaseIn(track, 'published')
    await act(reviewer, release, 'withdraw', gone)
    await act(reviewer, release, 'reinstate', back)
    await correct(track, release)
    await act(reviewer, release, 'publish', { change: 'minor' })
    const [entry] = await rowsWith(desk.payload, 'entries', 'subject', idOf(release))
    expect([entry?.standing, entry?.noticeAt ?? null]).toEqual(['live', null])
  })
})

describe('what doesn’t come back', () => {
  it.each([
    ['a translation before its release', 'nb', {}, 409],
    ['a family without its release', 'release', { languages: ['nb'] }, 409],
    ['a language that isn’t there', 'release', { languages: ['en', 'fr'] }, 422],
    ['anything without an explanation', 'release', { explanation: ' ' }, 422],
  ] as const)('%s, and nothing changes', async (_what, which, input, status) => {
    const { reviewer, desk } = track
    const all = await family()
    await act(reviewer, all.release, 'withdraw', gone)
    const where = all[which]
    const revision = await revisionOf(reviewer, where)
    const changed = await changedBy(desk, async () => {
      const answer = await acting(where, 'reinstate', revision, { ...back, ...input })(
        reviewer,
      ).ask()
      expect(answer.status, JSON.stringify(answer.body)).toBe(status)
    })
    // A release is held for the moment that its translation takes to be refused.
    expect(changed.filter(({ where: table }) => which !== 'nb' || table !== 'releases')).toEqual([])
    expect(await standings(all)).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
  })
})

describe('at the same time', () => {
  it('one of those who reinstate and those who retract wins, and all say the same of it', async () => {
    const { desk, reviewers, reviewer } = track
    const all = await family()
    await act(reviewer, all.release, 'withdraw', gone)
    const revision = await revisionOf(reviewer, all.release)
    const { winners } = await race(
      reviewers.map((who, index) =>
        index % 2 === 0
          ? acting(all.release, 'reinstate', revision, back)(who)
          : acting(all.release, 'retract', revision, gone)(who),
      ),
    )
    expect(winners).toHaveLength(1)
    const standing = winners[0]?.runner.what === 'reinstate' ? 'live' : 'retracted'
    expect(await standings(all)).toEqual([standing, standing, standing])
    await expectWhole(desk)
  })

  it.each([
    ['withdraw', 'reinstate', 'live'],
    ['reinstate', 'withdraw', 'withdrawn'],
  ] as const)('whoever completes a %s late undoes no %s', async (late, since, standing) => {
    const { desk, reviewer } = track
    const { payload } = desk
    const all = await family()
    if (late === 'reinstate') await act(reviewer, all.release, 'withdraw', gone)
    let old: Awaited<ReturnType<typeof loadDoc>> = null
    before(
      desk,
      'create',
      ({ collection, data }) => collection === 'events' && data?.subject === idOf(all.release),
      async () => {
        old = await loadDoc(payload, 'release', idOf(all.release))
      },
    )
    await act(reviewer, all.release, late, gone)
    accepted(
      await acting(
        all.release,
        since,
        await revisionOf(reviewer, all.release),
        back,
      )(reviewer).ask(),
    )
    expect(await standings(all)).toEqual([standing, standing, standing])
    await finish(payload, old ?? expect.unreachable(), true)
    expect(await standings(all)).toEqual([standing, standing, standing])
    await expectWhole(desk)
  })
})
