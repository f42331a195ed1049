import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted, act, bodyOf, change, make, publish } from './acts.ts'
import { at, type Someone } from './harness.ts'
import { idOf, openTrack, releaseIn, type Track } from './racing.ts'
import { changedBy } from './rows.ts'

/** What was published in two languages is offered when something like it is translated again. */

let track: Track
let editor: Someone
let reviewer: Someone
let translator: Someone
let release: string
let translation: string

const paragraphs = (...texts: string[]) =>
  bodyOf(texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })))
const opens = 'The bridge at Talvik opens on Friday at noon.'
const åpner = 'Broen ved Talvik åpner fredag klokken tolv.'
const toll = 'Nobody pays a toll during the first five years.'
const bompenger = 'Ingen betaler bompenger de første fem årene.'

interface Match {
  rate: number
  source: string
  target: string
  reversed: boolean
  pieces: { kind: string; text: string }[]
  uses: Record<string, unknown>[]
}

async function look(text: string, from = 'en', to = 'nb', who = translator): Promise<Match[]> {
  const query = new URLSearchParams({ source: from, target: to, text })
  const { body } = accepted(await who.rest('GET', `/api/memory?${query.toString()}`))
  expect(at(body, 'whole')).toBe(true)
  return at(body, 'matches') as Match[]
}
const targets = async (...ask: Parameters<typeof look>) =>
  (await look(...ask)).map(({ rate, target }) => [rate, target])

beforeAll(async () => {
  track = await openTrack(1)
  ;({ editor, reviewer } = track)
  translator = track.translators[0] ?? expect.unreachable()
  release = await releaseIn(track, 'published', {
    headline: 'A bridge',
    body: paragraphs(opens, toll),
  })
  translation = `/api/translations/${await make(translator, 'translations', {
    release: idOf(release),
    language: 'nb',
    headline: 'En bro',
    lead: 'På fredag.',
    datelinePlace: 'Oslo',
    body: paragraphs(åpner, bompenger),
  })}`
})
afterAll(() => track.desk.close())

describe('an earlier segment', () => {
  it('isn’t offered before it is public', async () => {
    expect(await targets(opens)).toEqual([])
    await act(translator, translation, 'submit')
    await act(reviewer, translation, 'approve')
    expect(await targets(opens)).toEqual([])
    await act(reviewer, translation, 'publish')
    expect(await targets(opens)).toEqual([[100, åpner]])
  })

  it('is offered with where it was used, and who approved it', async () => {
    const [match] = await look(opens)
    expect(match).toMatchObject({
      source: opens,
      reversed: false,
      pieces: [{ kind: 'same', text: opens }],
      uses: [
        {
          of: 'text',
          release: idOf(release),
          translation: idOf(translation),
          headline: 'En bro',
          edition: 1,
          approvedBy: reviewer.name,
        },
      ],
    })
  })

  it('that is only like it has its rate, and the changed words marked', async () => {
    const [match] = await look('The bridge at Talvik opens on Monday at noon.')
    // One of nine words.
    expect(match).toMatchObject({
      rate: 89,
      target: åpner,
      pieces: [
        { kind: 'same', text: 'The bridge at Talvik opens on ' },
        { kind: 'removed', text: 'Friday' },
        { kind: 'added', text: 'Monday' },
        { kind: 'same', text: ' at noon.' },
      ],
    })
    expect(await look('The tunnel at Jorsa closes on Monday at night.')).toEqual([])
  })

  it('is offered in the other direction, and in no other language', async () => {
    expect(await look(bompenger, 'nb', 'en')).toMatchObject([{ target: toll, reversed: true }])
    expect(await look(opens, 'en', 'kk')).toEqual([])
    expect(await look(opens, 'nb', 'en')).toEqual([])
  })

  it('follows the edition that the public reads', async () => {
    const later = `${åpner} Velkommen!`
    await act(translator, translation, 'revise')
    await change(translator, translation, { body: paragraphs(later, bompenger) })
    expect(await targets(opens)).toEqual([[100, åpner]])
    await publish(translator, reviewer, translation, { change: 'major', publicNote: 'A welcome.' })
    expect(await targets(opens)).toEqual([[100, later]])
  })

  it('is gone with what is taken back, and there again with what is reinstated', async () => {
    await act(reviewer, translation, 'withdraw', { explanation: 'Not on Friday.' })
    expect(await targets(opens)).toEqual([])
    await act(reviewer, translation, 'reinstate', { explanation: 'On Friday after all.' })
    expect((await targets(opens)).length).toBe(1)
  })

  it('is nothing to whoever may not know of the text', async () => {
    accepted(
      await editor.rest('POST', `${release}/restriction`, { people: [editor.id, reviewer.id] }),
    )
    expect(await targets(opens)).toEqual([])
    expect((await targets(opens, 'en', 'nb', reviewer)).length).toBe(1)
    const saved = await translator.rest('GET', '/api/memory/export?source=en&target=nb')
    expect(JSON.stringify(saved.body)).not.toContain('Talvik')
    accepted(await editor.rest('POST', `${release}/restriction/lift`, { reason: 'No need.' }))
    expect((await targets(opens)).length).toBe(1)
  })

  it.each([
    ['', /source/],
    ['?source=en&target=nb', /text/],
    ['?source=en&target=en&text=a', /another language/],
    ['?source=en&target=xx&text=a', /target/],
    [`?source=en&target=nb&text=${'a'.repeat(5001)}`, /5000/],
    ['?source=en&target=nb&text=a&most=21', /most/],
    ['?source=en&target=nb&text=a&fill=true', /fill/],
  ])('isn’t looked for where the question is wrong: %j', async (query, sentence) => {
    const { status, body } = await translator.rest('GET', `/api/memory${query}`)
    expect(status).toBe(422)
    expect(JSON.stringify(body)).toMatch(sentence)
  })
})

const tu = (source: string, target: string): string =>
  `<tu><tuv xml:lang="en-GB"><seg>${source}</seg></tuv><tuv xml:lang="nb-NO"><seg>${target}</seg></tuv></tu>`
const tmx = (units: string): string =>
  `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="en-GB"/><body>${units}</body></tmx>`
const ferries = 'Ferries leave every hour from both quays.'
const ferger = 'Fergene går hver time fra begge kaier.'

function send(who: Someone, text: string | Uint8Array) {
  const form = new FormData()
  form.set('file', new Blob([text as string]), 'ministry.tmx')
  return who.rest('POST', '/api/memory/import', form)
}

describe('a translation memory in a file', () => {
  let file: string

  it('is brought in by an editor, and offered with its origin', async () => {
    const units = tu(ferries, ferger) + '<tu><tuv xml:lang="fi"><seg>tie</seg></tuv></tu>'
    const { status, body } = await send(editor, tmx(units))
    expect([status, body]).toMatchObject([201, { units: 1, made: 1, left: 1 }])
    file = at(body, 'file') as string
    expect(await look(ferries)).toMatchObject([
      {
        rate: 100,
        target: ferger,
        uses: [{ of: 'file', name: 'ministry.tmx', by: editor.name }],
      },
    ])
    const listed = accepted(await translator.rest('GET', '/api/memory/files'))
    expect(listed.body).toMatchObject({
      files: [{ file, name: 'ministry.tmx', units: 1, by: editor.name }],
    })
  })

  it('is one, however often it is sent', async () => {
    expect(
      await changedBy(track.desk, async () => {
        const { status, body } = await send(editor, tmx(tu(ferries, ferger)))
        expect([status, body]).toMatchObject([200, { units: 1, made: 0 }])
      }),
    ).toEqual([])
  })

  it('may be of many units', async () => {
    const many = Array.from({ length: 450 }, (_, index) =>
      tu(`Ship number ${index} sails`, `Skip nummer ${index} seiler`),
    )
    accepted(await send(editor, tmx(many.join(''))))
    expect((await targets('Ship number 449 sails'))[0]).toEqual([100, 'Skip nummer 449 seiler'])
  })

  it('is saved with everything that is public, to the letter', async () => {
    const saved = await translator.rest('GET', '/api/memory/export?source=en&target=nb')
    expect(saved.status).toBe(200)
    const text = saved.body as string
    for (const words of [opens, toll, bompenger, ferries, ferger])
      expect(text).toContain(`<seg>${words}</seg>`)
    expect(text.match(/<tu /g)?.length).toBeGreaterThan(450)
    expect(text).toContain('<prop type="x-origin">file:ministry.tmx</prop>')
  })

  it('is taken out again by an editor alone', async () => {
    for (const [who, status] of [
      [translator, 403],
      [track.desk.stranger, 401],
    ] as const)
      expect(
        await changedBy(track.desk, async () => {
          expect((await who.rest('DELETE', `/api/memory/files/${file}`)).status).toBe(status)
        }),
      ).toEqual([])
    accepted(await editor.rest('DELETE', `/api/memory/files/${file}`))
    expect(await targets(ferries)).toEqual([])
    expect((await editor.rest('DELETE', '/api/memory/files/x')).status).toBe(404)
  })

  it.each([
    ['a translator', () => translator, 403],
    ['a reviewer', () => reviewer, 403],
    ['a stranger', () => track.desk.stranger, 401],
  ])('isn’t brought in by %s', async (_who, who, status) => {
    expect(
      await changedBy(track.desk, async () => {
        expect((await send(who(), tmx(tu(ferries, ferger)))).status).toBe(status)
      }),
    ).toEqual([])
  })

  it.each([
    ['an entity bomb', '<!DOCTYPE tmx [<!ENTITY a "ha">]><tmx>&a;</tmx>', 422, /document type/],
    ['a far document type', '<!DOCTYPE tmx SYSTEM "http://x.example/a.dtd"><tmx/>', 422, /DOCTYPE/],
    ['a table', 'en,nb', 422, /no well-formed XML/],
    ['no unit', tmx(''), 422, /no unit/],
    ['no language of the desk', tmx('<tu><tuv xml:lang="fi"/></tu>'), 422, /No unit/],
    ['too many letters', new Uint8Array(10_000_001).fill(0x61), 413, /10 MB/],
  ])('is refused: %s', async (_what, text, status, sentence) => {
    expect(
      await changedBy(track.desk, async () => {
        const answer = await send(editor, text)
        expect(answer.status).toBe(status)
        expect(JSON.stringify(answer.body)).toMatch(sentence)
      }),
    ).toEqual([])
  })
})
