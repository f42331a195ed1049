import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted, act, change, make, paragraph, publish, revisionOf } from './acts.ts'
import { type Answer, at, type Someone } from './harness.ts'
import { openTrack, rowAt, type Track } from './racing.ts'

// What the checks find between a translation and its original are requirements: at every step, in the form, by REST.

let track: Track
let editor: Someone
let reviewer: Someone
let translator: Someone

beforeAll(async () => {
  track = await openTrack(1)
  ;({ editor, reviewer } = track)
  translator = track.translators[0] ?? expect.unreachable()
})
afterAll(() => track.desk.close())

/** A published release that says how many cars a ferry takes. Returns its id. */
async function release(cars = 40): Promise<string> {
  const id = await make(editor, 'releases', {
    language: 'en',
    kind: 'news',
    headline: 'A new ferry',
    lead: `It takes ${cars} cars.`,
    body: paragraph('Everybody may use it.'),
    contacts: track.contacts,
    about: false,
  })
  await publish(editor, reviewer, `/api/releases/${id}`)
  return id
}

/** Returns its path. */
async function translation(of: string, lead: string, body = 'Alle kan bruke den.') {
  const data = { release: of, language: 'nb', headline: 'En ny ferje', lead }
  const id = await make(translator, 'translations', { ...data, body: paragraph(body) })
  return `/api/translations/${id}`
}

const problems = (answer: Answer) =>
  at(answer.body, 'errors', 0, 'data', 'problems') as Record<string, unknown>[]
const openIn = async (path: string) =>
  at(accepted(await translator.rest('GET', `${path}/actions`)).body, 'problems') as object[]

describe('a number that differs from the original', () => {
  it('stops the approval with a sentence, where it stands and what the original says', async () => {
    const path = await translation(await release(), 'Den tar 30 biler.')
    await act(translator, path, 'submit')
    const before = await rowAt(track.desk, path)
    const revision = await revisionOf(reviewer, path)
    const refused = await reviewer.rest('POST', `${path}/actions/approve`, { revision })
    expect(refused.status).toBe(422)
    expect(problems(refused)).toEqual([
      {
        requirement: 'pair-number-missing',
        moment: 'submit',
        level: 'warning',
        field: 'lead',
        found: '30',
        expected: '40',
        message: expect.stringContaining('40'),
      },
    ])
    expect(await rowAt(track.desk, path)).toEqual(before)
  })

  it('is let through by a signed exception, as long as neither text changes', async () => {
    const of = await release()
    const path = await translation(of, 'Den tar 30 biler.')
    const waive = { requirement: 'pair-number-missing', reason: 'Counted with vans.' }
    await act(translator, path, 'waive', waive)
    expect(await openIn(path)).toEqual([])
    await act(translator, path, 'submit')
    await act(reviewer, path, 'approve')
    await act(reviewer, path, 'publish')

    await act(editor, `/api/releases/${of}`, 'revise')
    await change(editor, `/api/releases/${of}`, { lead: 'It takes 50 cars.' })
    await publish(editor, reviewer, `/api/releases/${of}`, { change: 'major', publicNote: 'Cars' })
    await act(translator, path, 'revise')
    expect(await openIn(path)).toMatchObject([{ expected: '50', found: '30' }])
    await act(translator, path, 'renew')
    await act(translator, path, 'submit')
    const revision = await revisionOf(reviewer, path)
    const refused = await reviewer.rest('POST', `${path}/actions/approve`, { revision })
    expect(problems(refused)).toMatchObject([{ expected: '50', found: '30' }])
  })

  it('is mended by a change', async () => {
    const path = await translation(await release(), 'Den tar 30 biler.')
    await change(translator, path, { lead: 'Den tar førti biler.' })
    await publish(translator, reviewer, path)
  })
})

describe('a form that the mission forbids', () => {
  it('stops the approval from the day on which its term is published', async () => {
    const path = await translation(await release(), 'Den tar 40 biler.', 'Alle kan bruke ferga.')
    await act(translator, path, 'submit')
    expect(await openIn(path)).toEqual([])
    const forms = [{ language: 'nb', form: 'ferje', forbidden: ['ferge'] }]
    const term = await make(editor, 'terms', { kind: 'phrase', forms })
    await publish(editor, reviewer, `/api/terms/${term}`)
    expect(await openIn(path)).toMatchObject([
      { requirement: 'pair-term-forbidden', level: 'warning', field: 'body', segment: 0 },
    ])
    const revision = await revisionOf(reviewer, path)
    const refused = await reviewer.rest('POST', `${path}/actions/approve`, { revision })
    expect(refused.status).toBe(422)
    await act(reviewer, `/api/terms/${term}`, 'archive', { explanation: 'It is right too.' })
    expect(await openIn(path)).toEqual([])
  })
})

describe('what a machine left in a translation', () => {
  it('stops its submission', async () => {
    const path = await translation(await release(), 'Den tar XNUMX biler.')
    const before = await rowAt(track.desk, path)
    const refused = await translator.rest('POST', `${path}/actions/submit`, { revision: 1 })
    expect(refused.status).toBe(422)
    expect(problems(refused).map(({ requirement }) => requirement)).toContain('pair-residue')
    expect(await rowAt(track.desk, path)).toEqual(before)
  })
})

const ask = (who: Someone, query: object) =>
  who.rest('GET', `/api/surroundings?${new URLSearchParams({ ...query })}`)

describe('the form of a translation', () => {
  it('is told what the original says, as it is public', async () => {
    const of = await release(40)
    await act(editor, `/api/releases/${of}`, 'revise')
    await change(editor, `/api/releases/${of}`, { lead: 'It takes 99 cars.' })
    const query = { of: 'translation', language: 'nb', release: of }
    const { body } = accepted(await ask(translator, query))
    expect(at(body, 'original', 'source', 'segments', 1, 'text')).toBe('It takes 40 cars.')
  })

  it('has no original where its release isn’t known', async () => {
    const query = { of: 'translation', language: 'nb', release: crypto.randomUUID() }
    expect(at(accepted(await ask(translator, query)).body, 'original')).toBeNull()
    expect((await ask(track.desk.stranger, query)).status).toBe(401)
  })
})
