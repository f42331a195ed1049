import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted, act, bodyOf, change, make } from './acts.ts'
import { at, type Someone } from './harness.ts'
import { idOf, openTrack, releaseIn, type Track } from './racing.ts'
import { changedBy } from './rows.ts'

/** A translation beside its original, segment by segment, as both are corrected. */

let track: Track
let editor: Someone
let reviewer: Someone
let translator: Someone
let release: string
let translation: string

const paragraphs = (...texts: string[]) =>
  bodyOf(texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })))
const cost = 'The bridge at Talvik has cost 40 million kroner.'
const ferries = 'Ferries go on until 31 March 2027.'
const thanks = 'Mira Holland, the minister, thanks everybody who has waited.'
const kostnad = 'Broen ved Talvik har kostet 40 millioner kroner.'
const ferger = 'Fergene går til 31. mars 2027.'
const takk = 'Mira Holland, statsråden, takker alle som har ventet.'

/** State, checks that find something, and the words of the translation, of each line of the body. */
async function told(): Promise<[string, string[], string][]> {
  const { body } = accepted(await reviewer.rest('GET', `${translation}/side-by-side`))
  const lines = at(body, 'lines') as {
    kind: string
    state: string
    target: string[]
    found: { check: string; message: string }[]
  }[]
  return lines
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ state, found, target }) => [state, found.map(({ check }) => check), target.join(' | ')])
}

beforeAll(async () => {
  track = await openTrack(1)
  ;({ editor, reviewer } = track)
  translator = track.translators[0] ?? expect.unreachable()
  const words = { headline: 'The bridge at Talvik', body: paragraphs(cost, ferries, thanks) }
  release = await releaseIn(track, 'published', words)
  const id = await make(translator, 'translations', {
    release: idOf(release),
    language: 'nb',
    headline: 'Broen ved Talvik',
    lead: 'Den er åpen.',
    body: paragraphs(kostnad, ferger, takk),
  })
  translation = `/api/translations/${id}`
})
afterAll(() => track.desk.close())

describe('a translation beside its original', () => {
  it('is current in every line as it is made', async () => {
    expect(await told()).toEqual([
      ['current', [], kostnad],
      ['current', [], ferger],
      ['current', [], takk],
    ])
  })

  it('has exactly those lines open that a new edition changed', async () => {
    await act(editor, release, 'revise')
    await change(editor, release, { body: paragraphs(thanks, cost.replace('40', '42')) })
    expect(
      (await told()).map(([state]) => state),
      'a draft changes nothing',
    ).toEqual(['current', 'current', 'current'])
    await act(editor, release, 'submit')
    await act(reviewer, release, 'approve')
    await act(reviewer, release, 'publish', { change: 'major', publicNote: 'It cost more.' })
    const lines = await told()
    const states = lines.map(([state, , words]) => [words, state])
    expect(Object.fromEntries(states)).toMatchObject({ [kostnad]: 'changed', [ferger]: 'vanished' })
    expect(['current', 'moved']).toContain(lines.find(([, , words]) => words === takk)?.[0])
    expect(lines.find(([, , words]) => words === kostnad)?.[1]).toContain('number-missing')
  })

  it('is current again once it says what the original says, and somebody confirms it', async () => {
    await change(translator, translation, {
      body: paragraphs(takk, kostnad.replace('40', '42')),
    })
    expect((await told()).map(([state, found]) => [state, found])).toContainEqual(['changed', []])
    await act(translator, translation, 'renew')
    expect(await told()).toEqual([
      ['current', [], takk],
      ['current', [], kostnad.replace('40', '42')],
    ])
  })

  it('is told to nobody without a session, nor of what isn’t there, and telling changes nothing', async () => {
    const changed = await changedBy(track.desk, async () => {
      expect((await track.desk.stranger.rest('GET', `${translation}/side-by-side`)).status).toBe(
        401,
      )
      expect(
        (await editor.rest('GET', `/api/translations/${idOf(release)}/side-by-side`)).status,
      ).toBe(404)
      await told()
    })
    expect(changed).toEqual([])
  })
})
