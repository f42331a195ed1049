import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromLexical } from '../../src/desk/lexical.ts'
import type { Block, Inline } from '../../src/workflow/content.ts'
import { accepted, act, bodyOf, change, make, picture, publish, rowOf, upload } from './acts.ts'
import { type Answer, at, type Someone } from './harness.ts'
import { expectWhole, idOf, openTrack, releaseIn, type Track } from './racing.ts'
import { changedBy } from './rows.ts'

/** A translation beside its original, segment by segment: translated, and brought up to date when that is corrected. */

let track: Track
let editor: Someone
let reviewer: Someone
let translator: Someone
let other: Someone
let release: string
let translation: string

const words = (text: string): Inline => ({ type: 'text', text })
const paragraph = (...children: (Inline | string)[]): Block => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? words(child) : child)),
})
const bold = (text: string): Inline => ({ type: 'text', text, marks: ['bold'] })
const link = (href: string, text: string): Inline => ({
  type: 'link',
  href,
  children: [words(text)],
})
const ferryPage = 'https://ferries.example/'

const heading: Block = { type: 'heading', level: 2, children: [words('Before Friday')] }
const cost = 'The bridge at Talvik has cost 40 million kroner.'
const ferries = paragraph(
  'Ferries go on until 31 March 2027, says ',
  link(ferryPage, 'the company'),
  '.',
)
const thanks = paragraph(
  'Mira Holland, the minister, ',
  bold('thanks'),
  ' everybody who has waited.',
)
const list: Block = {
  type: 'list',
  ordered: false,
  items: [
    { children: [words('Cars pay 90 kroner.')] },
    { children: [words('Bicycles pay nothing.')] },
  ],
}
const quotation: Block = { type: 'quotation', text: 'It was worth it.', speaker: 'Mira Holland' }
const last = 'The old quay becomes a park in 2028.'

interface Told {
  row: string
  state: string
  open: boolean
  kind: string
  text: string
  targets: string[]
  source: { kind: string; text: string }[]
  elsewhere: { collection: string; id: string } | null
  found: { check: string }[]
}
interface Segments {
  source: { live: boolean; kept: boolean }
  target: { revision: number; stale: boolean }
  closed: string | null
  rows: Told[]
  open: number
  words: number
  confirmed: number
}

const where = () => `${translation}/segments`
async function segments(who = reviewer): Promise<Segments> {
  return accepted(await who.rest('GET', where())).body as Segments
}
async function rowWith(text: string): Promise<Told> {
  const { rows } = await segments()
  return rows.find((row) => row.text.includes(text)) ?? expect.unreachable(`no row with “${text}”`)
}
interface Said {
  row: string
  texts?: string[]
  confirm?: boolean
}
async function send(who: Someone, answers: Said[], revision?: number): Promise<Answer> {
  const seen = revision ?? (await segments()).target.revision
  return who.rest('POST', where(), { revision: seen, answers })
}
async function say(text: string, texts?: string[], confirm = true): Promise<Segments> {
  const { row } = await rowWith(text)
  const answer = await send(translator, [{ row, confirm, ...(texts ? { texts } : {}) }])
  return accepted(answer).body as Segments
}
const stored = () => rowOf(track.desk, 'translations', idOf(translation))
const nodes = (row: Record<string, unknown>) =>
  at(row.body, 'root', 'children') as Record<string, unknown>[]
const openOnes = ({ rows }: Segments) =>
  rows.filter(({ open }) => open).map(({ state, text, targets }) => [state, text || targets[0]])

beforeAll(async () => {
  track = await openTrack(1)
  ;({ editor, reviewer } = track)
  translator = track.translators[0] ?? expect.unreachable()
  other = await track.desk.person('other', ['translator'])
  const image = await upload(editor, 'images', await picture('bridge.jpg', '#336699'), {
    texts: [
      { language: 'en', alt: 'A bridge', caption: 'The bridge in May' },
      { language: 'nb', alt: 'En bro', caption: 'Broen i mai' },
    ],
    credit: 'Post',
    cleared: true,
  })
  await publish(editor, reviewer, `/api/images/${image}`)
  release = await releaseIn(track, 'published', {
    headline: 'The bridge at Talvik',
    images: [image],
    body: bodyOf([heading, paragraph(cost), ferries, thanks, list, quotation, paragraph(last)]),
  })
  const id = await make(translator, 'translations', {
    release: idOf(release),
    language: 'nb',
    headline: 'Broen ved Talvik',
  })
  translation = `/api/translations/${id}`
})
afterAll(() => track.desk.close())

const ferger = 'Fergene går til 31. mars 2027, sier <1>selskapet</1>.'
const rendered: [string, string][] = [
  ['Before Friday', 'Før fredag'],
  [cost, 'Broen ved Talvik har kostet 40 millioner kroner.'],
  ['Ferries go on', ferger],
  ['Mira Holland, the minister', 'Mira Holland, statsråden, <1>takker</1> alle som har ventet.'],
  ['Cars pay', 'Biler betaler 90 kroner.'],
  ['Bicycles pay', 'Sykler betaler ingenting.'],
  ['It was worth it.', 'Det var verdt det.'],
  [last, 'Den gamle kaia blir en park i 2028.'],
]

describe('a translation that is begun', () => {
  it('has every segment of its original open, with tags for formats and links', async () => {
    const { rows, closed, confirmed, words: all, target } = await segments(translator)
    expect(rows.map(({ kind, state, text }) => [kind, state, text])).toEqual([
      ['headline', 'unconfirmed', 'The bridge at Talvik'],
      ['dateline', 'untranslated', 'Oslo'],
      ['lead', 'untranslated', 'On Friday.'],
      ['heading', 'untranslated', 'Before Friday'],
      ['paragraph', 'untranslated', cost],
      ['paragraph', 'untranslated', 'Ferries go on until 31 March 2027, says <1>the company</1>.'],
      [
        'paragraph',
        'untranslated',
        'Mira Holland, the minister, <1>thanks</1> everybody who has waited.',
      ],
      ['item', 'untranslated', 'Cars pay 90 kroner.'],
      ['item', 'untranslated', 'Bicycles pay nothing.'],
      ['quote', 'untranslated', 'It was worth it.'],
      ['speaker', 'untranslated', 'Mira Holland'],
      ['paragraph', 'untranslated', last],
      ['caption', 'unconfirmed', 'The bridge in May'],
      ['alt', 'unconfirmed', 'A bridge'],
    ])
    expect([closed, confirmed, target.stale]).toEqual([null, 0, false])
    expect(all).toBe(4 + 1 + 2 + 2 + 9 + 10 + 9 + 4 + 3 + 4 + 2 + 8 + 4 + 2)
    expect((await segments(reviewer)).closed).toMatch(/^Only /)
  })

  it('takes each in the place and form that it has in the original', async () => {
    // The last ones first, each by itself, then the rest at once.
    for (const [text, translated] of rendered.slice(4).toReversed()) await say(text, [translated])
    const { rows } = await segments()
    const rest = [...rendered.slice(0, 4).toReversed(), ['Oslo', 'Oslo'] as const]
    const answers = rest.map(([text, translated]) => ({
      row: rows.find((row) => row.text.includes(text))?.row ?? '',
      texts: [translated],
      confirm: true,
    }))
    const after = accepted(await send(translator, answers)).body as Segments
    expect(after.rows.filter(({ open }) => open).map(({ kind }) => kind)).toEqual([
      'headline',
      'lead',
      'speaker',
      'caption',
      'alt',
    ])
    const { body, datelinePlace } = await stored()
    expect(datelinePlace).toBe('Oslo')
    expect(fromLexical(body)).toEqual([
      { type: 'heading', level: 2, children: [words('Før fredag')] },
      paragraph('Broen ved Talvik har kostet 40 millioner kroner.'),
      paragraph('Fergene går til 31. mars 2027, sier ', link(ferryPage, 'selskapet'), '.'),
      paragraph('Mira Holland, statsråden, ', bold('takker'), ' alle som har ventet.'),
      {
        type: 'list',
        ordered: false,
        items: [
          { children: [words('Biler betaler 90 kroner.')] },
          { children: [words('Sykler betaler ingenting.')] },
        ],
      },
      { type: 'quotation', text: 'Det var verdt det.', speaker: '' },
      paragraph('Den gamle kaia blir en park i 2028.'),
    ])
  })

  it('is wholly confirmed once every segment is, one act of saving each', async () => {
    const before = await stored()
    const { rows } = await segments()
    const open = rows.filter((row) => row.open)
    const texts: Record<string, string> = { lead: 'På fredag.', speaker: 'Mira Holland' }
    const answer = await send(
      translator,
      open.map(({ row, kind }) => ({
        row,
        confirm: true,
        ...(texts[kind] ? { texts: [texts[kind]] } : {}),
      })),
    )
    const done = accepted(answer).body as Segments
    expect([done.open, done.confirmed]).toEqual([0, done.words])
    const after = await stored()
    expect(after.revision).toBe(Number(before.revision) + 1)
    expect(after.madeFrom).toBe(before.madeFrom)
    await expectWhole(track.desk)
  })

  it('opens what is edited in the form afterwards, and nothing else', async () => {
    const { body } = await stored()
    const text = JSON.stringify(body).replace('en park i 2028', 'en park')
    await change(translator, translation, { body: JSON.parse(text) as object })
    expect(openOnes(await segments())).toEqual([['unconfirmed', last]])
    await say(last, ['Den gamle kaia blir en park i 2028.'])
    expect((await segments()).open).toBe(0)
  })

  it('saves words without confirming them', async () => {
    await say(last, ['Kaia blir en park i 2028.'], false)
    expect(openOnes(await segments())).toEqual([['unconfirmed', last]])
    expect((await say(last)).open).toBe(0)
  })
})

describe('when the original gets a new edition', () => {
  const corrected = [cost.replace('40', '42'), 'The old quay becomes a park in 2030.']

  it('has exactly the changed segments open, and keeps the translation to the letter', async () => {
    const before = await stored()
    await act(editor, release, 'revise')
    const moved = [thanks, heading, paragraph(corrected[0] ?? ''), ferries]
    const rest = [
      { ...list, items: list.items.slice(0, 1) },
      quotation,
      paragraph(corrected[1] ?? ''),
    ]
    await change(editor, release, {
      lead: 'On Saturday.',
      body: bodyOf([...moved, ...rest, paragraph('Snow may delay it.')]),
    })
    expect((await segments()).open, 'a draft changes nothing').toBe(0)
    await act(editor, release, 'submit')
    await act(reviewer, release, 'approve')
    await act(reviewer, release, 'publish', { change: 'major', publicNote: 'It cost more.' })
    const now = await segments()
    expect(now.target.stale).toBe(true)
    expect(openOnes(now)).toEqual([
      ['changed', 'On Saturday.'],
      ['changed', corrected[0]],
      ['gone', 'Sykler betaler ingenting.'],
      ['changed', corrected[1]],
      ['new', 'Snow may delay it.'],
    ])
    const row = now.rows.find(({ text }) => text === corrected[0])
    expect(row?.source).toContainEqual({ kind: 'removed', text: '40' })
    expect(row?.source).toContainEqual({ kind: 'added', text: '42' })
    expect(row?.found.map(({ check }) => check)).toContain('number-missing')
    expect(await stored()).toEqual(before)
  })

  it('is current when every open segment is answered, and nothing else is touched', async () => {
    const before = await stored()
    const again = await say(corrected[1] ?? '')
    expect([again.open, again.target.stale], 'still right').toEqual([4, true])
    await say(corrected[0] ?? '', ['Broen ved Talvik har kostet 42 millioner kroner.'])
    await say('On Saturday.', ['Alt er nytt: på lørdag.'])
    await say('Snow may', ['Snø kan forsinke den.'])
    const gone = (await segments()).rows.find(({ state }) => state === 'gone')
    const answer = await send(translator, [{ row: gone?.row ?? '', texts: [''], confirm: true }])
    const done = accepted(answer).body as Segments
    expect([done.open, done.confirmed, done.target.stale]).toEqual([0, done.words, false])

    const after = await stored()
    expect(after.madeFrom).not.toBe(before.madeFrom)
    const [title, money, boats, minister, items, quote, park] = nodes(before)
    const now = nodes(after)
    expect([now[0], now[2], now[3], now[5], now[6]]).toEqual([title, boats, minister, quote, park])
    expect(now[1]).toEqual({
      ...money,
      children: [expect.objectContaining({ text: expect.stringContaining('42') as string })],
    })
    expect(at(now[4], 'children')).toEqual([at(items, 'children', 0)])
    expect(fromLexical(after.body).at(-1)).toEqual(paragraph('Snø kan forsinke den.'))
    await expectWhole(track.desk)
  })

  it('takes what is kept although it is gone from the original', async () => {
    await act(editor, release, 'revise')
    const { body } = await rowOf(track.desk, 'releases', idOf(release))
    const blocks = fromLexical(body).slice(0, -1)
    await change(editor, release, { body: bodyOf(blocks) })
    await publish(editor, reviewer, release, { change: 'major', publicNote: 'No snow.' })
    const [gone] = (await segments()).rows.filter(({ open }) => open)
    expect([gone?.state, gone?.targets]).toEqual(['gone', ['Snø kan forsinke den.']])
    const kept = accepted(await send(translator, [{ row: gone?.row ?? '', confirm: true }]))
      .body as Segments
    expect([kept.open, kept.target.stale]).toEqual([0, false])
    expect(kept.rows.at(-3)).toMatchObject({ state: 'added', targets: ['Snø kan forsinke den.'] })
  })

  it('is confirmed as a whole by the act of that name, and by being submitted', async () => {
    await act(editor, release, 'revise')
    const { body } = await rowOf(track.desk, 'releases', idOf(release))
    const text = JSON.stringify(body).replace('42 million', '43 million')
    await change(editor, release, { body: JSON.parse(text) as object })
    await publish(editor, reviewer, release, { change: 'major', publicNote: 'It cost more.' })
    const mine = JSON.stringify((await stored()).body).replace('42 millioner', '43 millioner')
    await change(translator, translation, { body: JSON.parse(mine) as object, lead: 'Lørdag.' })
    expect((await segments()).open).toBe(2)
    await act(translator, translation, 'renew')
    expect(openOnes(await segments())).toEqual([])
    await change(translator, translation, { lead: 'På lørdag.' })
    expect(openOnes(await segments())).toEqual([['unconfirmed', 'On Saturday.']])
    await act(translator, translation, 'submit')
    expect(openOnes(await segments())).toEqual([])
    await act(translator, translation, 'recall')
  })

  it('opens of a published translation that nobody confirmed singly what was changed, and no more', async () => {
    const one = await releaseIn(track, 'published', { body: bodyOf([paragraph(cost), thanks]) })
    const id = await make(translator, 'translations', {
      release: idOf(one),
      language: 'nb',
      headline: 'En bro åpner',
      lead: 'På fredag.',
      datelinePlace: 'Oslo',
      body: bodyOf([
        paragraph('Broen har kostet 40 millioner kroner.'),
        paragraph('Mira Holland, statsråden, ', bold('takker'), ' alle som har ventet.'),
      ]),
    })
    const [way, mine] = [translation, `/api/translations/${id}`]
    translation = mine
    await act(translator, mine, 'submit')
    await act(reviewer, mine, 'approve')
    await act(reviewer, mine, 'publish')
    await act(editor, one, 'revise')
    await change(editor, one, { body: bodyOf([paragraph(corrected[0] ?? ''), thanks]) })
    await publish(editor, reviewer, one, { change: 'major', publicNote: 'It cost more.' })
    expect(openOnes(await segments())).toEqual([['changed', corrected[0]]])
    expect((await segments(translator)).closed).toMatch(/published/)
    await act(translator, mine, 'revise')
    const done = await say(corrected[0] ?? '', ['Broen har kostet 42 millioner kroner.'])
    expect([done.open, done.target.stale]).toEqual([0, false])
    translation = way
  })
})

const answer = async (body: object, who = translator): Promise<Answer> => {
  let told: Answer | null = null
  const changed = await changedBy(track.desk, async () => {
    told = await who.rest('POST', where(), body)
  })
  expect(changed).toEqual([])
  return told ?? expect.unreachable()
}
const sentence = ({ body }: Answer) => String(at(body, 'errors', 0, 'message'))
const now = async () => (await segments()).target.revision

const many = (text: string) =>
  Array.from({ length: 300 }, (_, number) => paragraph(`${text} ${number}, `.repeat(12)))

describe('a translation as long as a book', () => {
  it('is confirmed and saved like any other', async () => {
    const one = await make(editor, 'releases', {
      language: 'en',
      headline: 'A long one',
      body: bodyOf(many('Paragraph')),
    })
    const id = await make(editor, 'translations', {
      release: one,
      language: 'nb',
      headline: 'En lang en',
      body: bodyOf(many('Avsnitt')),
    })
    const path = `/api/translations/${id}`
    const { body } = accepted(await editor.rest('GET', `${path}/segments`))
    const { rows, open } = body as Segments
    expect(open).toBe(301)
    const answers = rows.map(({ row }) => ({ row, confirm: true }))
    const done = accepted(await editor.rest('POST', `${path}/segments`, { revision: 1, answers }))
    expect((done.body as Segments).open).toBe(0)
    await change(editor, path, { lead: 'Kort.' })
    expect((await rowOf(track.desk, 'translations', id)).revision).toBe(3)
  })
})

describe('an answer is refused, and nothing has changed,', () => {
  it.each([
    ['of a stranger', () => track.desk.stranger, 401],
    ['of a reviewer', () => reviewer, 403],
    ['of a translator whose it isn’t', () => other, 403],
  ])('%s', async (_who, who, status) => {
    const { row } = await rowWith('Oslo')
    const refused = await answer(
      { revision: await now(), answers: [{ row, confirm: true }] },
      who(),
    )
    expect(refused.status).toBe(status)
    expect(sentence(refused)).toMatch(/[.]$/)
  })

  it.each([
    ['with an unknown tag', { texts: ['Fergene <7>går</7>.'] }, 'There is no tag <7> here'],
    ['with a tag that isn’t closed', { texts: ['Fergene <1>går.'] }, 'The tag <1> isn’t closed'],
    ['with a tag that wasn’t opened', { texts: ['Fergene går</1>.'] }, 'closes what wasn’t opened'],
    ['with more texts than there are parts', { texts: ['Én.', 'To.'] }, 'one text for each part'],
  ])('%s', async (_what, said, words) => {
    const { row } = await rowWith('Ferries go on')
    const refused = await answer({ revision: await now(), answers: [{ row, ...said }] })
    expect([refused.status, sentence(refused)]).toEqual([422, expect.stringContaining(words)])
    expect(at(refused.body, 'errors', 0, 'data', 'problems', 0, 'field')).toBe(row)
  })

  it('about words that are written elsewhere, and without a headline', async () => {
    const caption = await rowWith('The bridge in May')
    const headline = await rowWith('The bridge at Talvik')
    const revision = await now()
    for (const { row, texts } of [
      { row: caption.row, texts: ['Broen'] },
      { row: headline.row, texts: [''] },
      { row: headline.row, texts: ['Broen\når fredag'] },
    ])
      expect((await answer({ revision, answers: [{ row, texts }] })).status).toBe(422)
  })

  it('about a segment that is none, or twice about one', async () => {
    const { row } = await rowWith('Oslo')
    const revision = await now()
    const gone = await answer({ revision, answers: [{ row: 'f'.repeat(64), confirm: true }] })
    expect([gone.status, sentence(gone)]).toEqual([
      409,
      expect.stringContaining('changed meanwhile'),
    ])
    const twice = { row, confirm: true }
    expect((await answer({ revision, answers: [twice, twice] })).status).toBe(422)
  })

  it.each([
    ['{}', {}],
    ['no list', { revision: 1, answers: {} }],
    ['a number for a text', { revision: 1, answers: [{ row: 'x', texts: [1] }] }],
    ['a field of the form', { revision: 1, answers: [], confirmed: '[]' }],
  ])('that is no answer: %s', async (_what, body) => {
    expect((await answer(body)).status).toBe(422)
  })

  it('on a revision that isn’t the newest, with what was changed since', async () => {
    const { row } = await rowWith('Oslo')
    const revision = await now()
    await change(editor, translation, { lead: 'På fredag kl. 12.' })
    const refused = await answer({ revision, answers: [{ row, texts: ['Bergen'] }] })
    expect(refused.status).toBe(409)
    expect(at(refused.body, 'errors', 0, 'data', 'changes', 0)).toMatchObject({
      what: 'change',
      by: editor.name,
    })
  })

  it('to a translation that is in review, and by REST’s own way to what is confirmed', async () => {
    const before = await stored()
    await change(editor, translation, { confirmed: '[]' })
    expect((await stored()).confirmed).toBe(before.confirmed)
    await act(translator, translation, 'submit')
    const { row } = await rowWith('Oslo')
    const refused = await answer({ revision: await now(), answers: [{ row, texts: ['Bergen'] }] })
    expect([refused.status, sentence(refused)]).toEqual([409, expect.stringContaining('in review')])
  })

  it('where there is no translation, and tells strangers nothing', async () => {
    const path = `/api/translations/${idOf(release)}/segments`
    const changed = await changedBy(track.desk, async () => {
      expect((await track.desk.stranger.rest('GET', where())).status).toBe(401)
      expect((await editor.rest('GET', path)).status).toBe(404)
      expect((await editor.rest('POST', path, { revision: 1, answers: [] })).status).toBe(404)
    })
    expect(changed).toEqual([])
  })
})
