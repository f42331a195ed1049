import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assigned } from '../../src/desk/assigning.ts'
import type { Matrix } from '../../src/desk/language-matrix.ts'
import { accepted, act, change, publish } from './acts.ts'
import { at, type Someone } from './harness.ts'
import { idOf, openTrack, releaseIn, type Track, translationIn } from './racing.ts'
import { changedBy } from './rows.ts'

/** Releases and languages: what is shown of each, and who may hand them out. */

let track: Track
let editor: Someone
let reviewer: Someone
let translator: Someone

beforeAll(async () => {
  track = await openTrack(1)
  ;({ editor, reviewer } = track)
  translator = track.translators[0] ?? expect.unreachable()
  track.desk.clock.now = new Date('2026-11-27T09:00:00.000Z')
  const administrator = await track.desk.person('ada', ['administrator'])
  const mission = { languages: ['en', 'nb', 'kk'] }
  accepted(await administrator.rest('POST', '/api/globals/mission', mission))
})
afterAll(() => track.desk.close())

const matrix = async (query = '', who = editor) =>
  accepted(await who.rest('GET', `/api/language-matrix${query}`)).body as unknown as Matrix
const cellsOf = async (release: string, query = '') =>
  (await matrix(query)).rows.find((row) => row.release === idOf(release))?.cells
const assign = (who: Someone, body: object) => who.rest('POST', '/api/language-matrix/assign', body)
const cells = async (body: object) =>
  at(accepted(await assign(editor, body)).body, 'cells') as Assigned[]
const cell = (release: string, language = 'nb') => ({ release: idOf(release), language })

describe('the language matrix', () => {
  it('has a cell for each language, with its state, translator, day and staleness', async () => {
    const release = await releaseIn(track, 'published')
    const path = await translationIn(track, release, 'draft')
    await change(editor, path, { translator: translator.id, dueOn: '2026-11-26T12:00:00.000Z' })
    expect(await cellsOf(release)).toEqual([
      { language: 'en', kind: 'original' },
      {
        language: 'nb',
        kind: 'translation',
        id: idOf(path),
        state: 'draft',
        stale: false,
        translator: translator.name,
        dueOn: '2026-11-26',
        overdue: true,
        changedAt: expect.stringMatching(/^\d{4}-/),
      },
      { language: 'kk', kind: 'missing' },
    ])
    await act(editor, release, 'revise')
    await change(editor, release, { lead: 'It opens this Friday.' })
    expect((await cellsOf(release))?.[1]).toMatchObject({ stale: false })
    await publish(editor, reviewer, release, { change: 'major', publicNote: 'The day.' })
    expect((await cellsOf(release))?.[1]).toMatchObject({ stale: true })
  })

  it('finds what is missing, out of date, waiting for review and overdue, in one language or any', async () => {
    const release = await releaseIn(track, 'published', { headline: 'A tunnel opens' })
    const path = await translationIn(track, release, 'draft')
    const among = async (query: string) => (await cellsOf(release, query)) !== undefined
    expect(await among('?filter=missing&language=kk')).toBe(true)
    expect(await among('?filter=missing&language=nb')).toBe(false)
    expect(await among('?filter=stale')).toBe(false)
    expect(await among('?filter=overdue')).toBe(false)
    await change(editor, path, { dueOn: '2026-11-26T12:00:00.000Z' })
    expect(await among('?filter=overdue&language=nb')).toBe(true)
    expect(await among('?filter=overdue&language=kk')).toBe(false)
    expect(await among('?filter=in-review')).toBe(false)
    await act(editor, path, 'submit')
    expect(await among('?filter=in-review')).toBe(true)
    await act(reviewer, path, 'approve')
    await act(reviewer, path, 'publish')
    // It is done, though the day has passed.
    expect(await among('?filter=overdue')).toBe(false)
    await act(editor, release, 'revise')
    await change(editor, release, { lead: 'It opens this Friday.' })
    await publish(editor, reviewer, release, { change: 'major', publicNote: 'The day.' })
    expect(await among('?filter=stale&language=nb')).toBe(true)
    expect(await among('?filter=stale&language=kk')).toBe(false)
  })

  it.each(['?filter=nonsense', '?page=0', '?page=x', '?more=1'])('refuses %s', async (query) => {
    expect((await editor.rest('GET', `/api/language-matrix${query}`)).status).toBe(422)
  })

  it('isn’t shown to a stranger', async () => {
    expect((await track.desk.stranger.rest('GET', '/api/language-matrix')).status).toBe(401)
  })
})

describe('assigning', () => {
  it('begins what isn’t begun, for a translator who can take it up at once', async () => {
    const release = await releaseIn(track, 'published')
    const [done] = await cells({
      cells: [cell(release)],
      translator: translator.id,
      dueOn: '2026-12-03',
    })
    expect(done).toMatchObject({ outcome: 'started', message: '' })
    expect((await cellsOf(release))?.[1]).toMatchObject({
      id: done?.id,
      state: 'draft',
      stale: false,
      translator: translator.name,
      dueOn: '2026-12-03',
      overdue: false,
    })
    const path = `/api/translations/${done?.id}`
    // The headline of the original stands for the one to come, and can't go out.
    const refused = await translator.rest('POST', `${path}/actions/submit`, { revision: 1 })
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused.body)).toContain('A bridge opens')
    await change(translator, path, { headline: 'En bro åpner' })
  })

  it('gives many to one at once, and says of each what became of it', async () => {
    const [one, other] = [await releaseIn(track, 'published'), await releaseIn(track, 'published')]
    await translationIn(track, one, 'draft')
    await translationIn(track, other, 'in-review')
    const made = { release: crypto.randomUUID(), language: 'nb' }
    const done = await cells({
      cells: [cell(one), cell(other), cell(one, 'en'), made],
      translator: translator.id,
    })
    expect(done.map(({ outcome }) => outcome)).toEqual([
      'assigned',
      'refused',
      'refused',
      'refused',
    ])
    for (const { outcome, message } of done)
      expect(message, outcome).toMatch(outcome === 'refused' ? /\w.*\.$/ : /^$/)
    expect((await cellsOf(one))?.[1]).toMatchObject({ translator: translator.name, dueOn: null })
    expect((await cellsOf(other))?.[1]).toMatchObject({ translator: '', state: 'in-review' })
  })

  it('leaves a day that isn’t named, and takes away one that is named null', async () => {
    const release = await releaseIn(track, 'published')
    await cells({ cells: [cell(release)], dueOn: '2026-12-03' })
    await cells({ cells: [cell(release)], translator: translator.id })
    expect((await cellsOf(release))?.[1]).toMatchObject({ dueOn: '2026-12-03' })
    await cells({ cells: [cell(release)], dueOn: null })
    expect((await cellsOf(release))?.[1]).toMatchObject({
      dueOn: null,
      translator: translator.name,
    })
  })

  it('is refused to whoever isn’t an editor, and for people who can’t translate it; nothing changes', async () => {
    const release = await releaseIn(track, 'published')
    const norwegian = await track.desk.person('nils', ['translator'], ['en'])
    const body = { cells: [cell(release)] }
    const tries: [Someone, object, number][] = [
      [track.desk.stranger, body, 401],
      [translator, body, 403],
      [reviewer, body, 403],
      [editor, { ...body, translator: norwegian.id }, 422],
      [editor, { ...body, translator: reviewer.id }, 422],
      [editor, { ...body, translator: crypto.randomUUID() }, 422],
      [editor, { ...body, dueOn: '2026-02-30' }, 422],
      [editor, { ...body, dueOn: 'soon' }, 422],
      [editor, { cells: [] }, 422],
      [editor, { cells: [{ ...cell(release), language: 'xx' }] }, 422],
      [editor, { ...body, more: 1 }, 422],
    ]
    const changed = await changedBy(track.desk, async () => {
      for (const [who, input, status] of tries)
        expect((await assign(who, input)).status, JSON.stringify(input)).toBe(status)
    })
    expect(changed).toEqual([])
  })

  it('keeps the day out of a translator’s hands', async () => {
    const release = await releaseIn(track, 'published')
    const [done] = await cells({
      cells: [cell(release)],
      translator: translator.id,
      dueOn: '2026-12-03',
    })
    await change(translator, `/api/translations/${done?.id}`, {
      dueOn: '2027-12-03T12:00:00.000Z',
    })
    expect((await cellsOf(release))?.[1]).toMatchObject({ dueOn: '2026-12-03' })
  })
})
