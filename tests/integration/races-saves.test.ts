import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { change, paragraph, revisionOf } from './acts.ts'
import type { Someone } from './harness.ts'
import {
  acting,
  changing,
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
} from './racing.ts'

/** Many people save in the same moment: nothing that was acknowledged is lost, and every save has its version. */

const runners = 20
const repetitions = process.env.TEST_DATABASE === 'mongodb' ? 1 : 2
let track: Track

beforeAll(async () => {
  track = await openTrack(runners)
})
afterAll(() => track.desk.close())

describe('of changes at once', () => {
  it('one is on the desk, whole, with its version, and of the others no word', async () => {
    const { desk, editors, contacts } = track
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const path = await releaseIn(track, 'draft')
      const words = (index: number) => ({
        headline: `Headline ${index}.`,
        lead: `Lead ${index}.`,
        datelinePlace: `Place ${index}.`,
        body: paragraph(`Body ${index}.`),
        contacts: index % 2 ? contacts : contacts.toReversed(),
      })
      const { winners } = await race(
        editors.map((who, index) => changing(path, 1, words(index))(who)),
      )
      expect(winners).toHaveLength(1)
      const index = editors.indexOf(winners[0]?.runner.who ?? expect.unreachable())
      const row = await rowAt(desk, path)
      expect(row).toMatchObject({ ...words(index), revision: 2, busy: 0 })
      expect(row?.authors).toBe(JSON.stringify([track.editor.id, editors[index]?.id]))
      const versions = await versionsOf(path)
      expect(versions.map(({ headline }) => String(headline)).toSorted()).toEqual([
        'A bridge opens',
        `Headline ${index}.`,
      ])
      expect(versions.find(({ revision }) => revision === 2)).toMatchObject(words(index))
    }
    await expectWhole(desk)
  })

  it('by people who look again and save again, each is kept in its turn', async () => {
    const { desk, editors } = track
    const path = await releaseIn(track, 'draft')
    const saved: { revision: number; headline: string; by: string }[] = []
    const people = editors.slice(0, 6)
    const versionsFirst = await versionsOf(path)
    await Promise.all(
      people.map(async (who) => {
        for (let mine = 0, tries = 0; mine < 5 && tries < 300; tries++) {
          const headline = `Save ${mine} of ${who.name}`
          const revision = await revisionOf(who, path)
          const answer = await who.rest('PATCH', path, { revision, headline })
          expect([200, 409]).toContain(answer.status)
          if (answer.status !== 200) continue
          mine++
          saved.push({ revision: revision + 1, headline, by: who.id })
        }
      }),
    )
    expect(saved).toHaveLength(30)
    saved.sort((a, b) => a.revision - b.revision)
    expect(saved.map(({ revision }) => revision)).toEqual(saved.map((_, index) => index + 2))
    const versions = (await versionsOf(path))
      .map(({ revision, headline }) => ({ revision: Number(revision), headline }))
      .sort((a, b) => a.revision - b.revision)
    expect(versions).toEqual([
      ...versionsFirst.map(({ headline }) => ({ revision: 1, headline })),
      ...saved.map(({ revision, headline }) => ({ revision, headline })),
    ])
    const events = (await timelineOf(desk, path)).filter(({ what }) => what === 'change')
    expect(events.map(({ actor }) => actor)).toEqual(saved.map(({ by }) => by))
    expect((await rowAt(desk, path))?.headline).toBe(saved.at(-1)?.headline)
    await expectWhole(desk)
  })

  it('and restorations, none goes unrecorded and none overwrites another unseen', async () => {
    const { desk, editor, editors } = track
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const path = await releaseIn(track, 'draft')
      const first = await desk.payload.db.findVersions({
        collection: 'releases',
        where: { parent: { equals: idOf(path) } },
      })
      const version = first.docs[0]?.id ?? expect.unreachable()
      await change(editor, path, { headline: 'Second' })
      const { winners } = await race([
        ...editors.slice(0, 5).map(changing(path, 2, { headline: 'Third' })),
        ...editors.slice(5, 8).map((who): Runner => {
          const ask = () => who.rest('POST', `/api/releases/versions/${version}`)
          return { who, what: 'restore', ask }
        }),
      ])
      // A restoration names no revision, so it may follow a change; of two at once one wins.
      expect(winners.length).toBeGreaterThan(0)
      const events = (await timelineOf(desk, path)).filter(({ revision }) => Number(revision) > 2)
      expect(events.map(({ what, actor }) => `${String(what)} ${String(actor)}`).sort()).toEqual(
        winners.map(({ runner: { what, who } }) => `${what} ${who.id}`).sort(),
      )
      const row = await rowAt(desk, path)
      expect(row?.revision).toBe(2 + winners.length)
      expect(row?.headline).toBe(events.at(-1)?.what === 'restore' ? 'A bridge opens' : 'Third')
    }
    await expectWhole(desk)
  })
})

async function versionsOf(path: string): Promise<Record<string, unknown>[]> {
  const { docs } = await track.desk.payload.db.findVersions<Record<string, unknown>>({
    collection: 'releases',
    where: { parent: { equals: idOf(path) } },
    limit: 0,
    pagination: false,
  })
  return docs.map(({ version }) => version)
}

describe('notes of many people at once', () => {
  it('are all written, each once, and the save among them too', async () => {
    const { desk, editor, reviewers, translators } = track
    const release = await releaseIn(track, 'draft')
    const people = [...reviewers.slice(0, 8), ...translators.slice(0, 8)]
    const noting = people.map((who) => ({
      who,
      what: 'note',
      ask: () => who.rest('POST', `${release}/notes`, { field: 'lead', words: `By ${who.name}` }),
    }))
    const saving = changing(release, 1, { lead: 'On Monday.' })(editor)
    const { losers } = await race([...noting, saving])
    expect(losers.map(({ runner }) => runner.what)).toEqual([])
    expect(await rowAt(desk, release)).toMatchObject({ lead: 'On Monday.', revision: 2, busy: 0 })
    const notes = await rowsWith(desk.payload, 'notes', 'subject', idOf(release))
    expect(notes.map(({ words }) => String(words)).sort()).toEqual(
      people.map(({ name }) => `By ${name}`).sort(),
    )
    await expectWhole(desk)
  })
})

describe('the same request of one person twenty times at once', () => {
  it('is one act', async () => {
    const { desk, reviewers } = track
    const path = await releaseIn(track, 'in-review')
    const [who = expect.unreachable()] = reviewers
    const asked = Array.from({ length: runners }, () => acting(path, 'approve', 2)(who))
    const { winners } = await race(asked)
    expect(winners.length).toBeGreaterThan(0)
    const again = await who.rest('POST', `${path}/actions/approve`, { revision: 2 })
    expect(again.status).toBe(200)
    const approvals = (await timelineOf(desk, path)).filter(({ what }) => what === 'approve')
    expect(approvals).toHaveLength(1)
    await expectWhole(desk)
  })
})

describe('of translations into one language made at once', () => {
  it('one is kept', async () => {
    const { desk, editors, translators } = track
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const path = await releaseIn(track, 'published')
      const making = (who: Someone): Runner => ({
        who,
        what: 'create',
        ask: () =>
          who.rest('POST', '/api/translations', {
            release: idOf(path),
            language: 'nb',
            headline: `By ${who.name}`,
          }),
      })
      const { winners } = await race([...editors, ...translators].map(making))
      expect(winners).toHaveLength(1)
      const rows = await rowsWith(desk.payload, 'translations', 'release', idOf(path))
      expect(rows.map(({ headline }) => headline)).toEqual([`By ${winners[0]?.runner.who.name}`])
      const id = String(rows[0]?.id)
      const events = await timelineOf(desk, `/api/translations/${id}`)
      expect(events.map(({ what }) => what)).toEqual(['create'])
    }
    await expectWhole(desk)
  })
})
