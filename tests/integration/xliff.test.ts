import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromLexical } from '../../src/desk/lexical.ts'
import type { Block } from '../../src/workflow/content.ts'
import { accepted, act, bodyOf, change, make, publish, rowOf } from './acts.ts'
import { type Answer, at, type Someone, serverUrl } from './harness.ts'
import { expectWhole, idOf, openTrack, releaseIn, type Track } from './racing.ts'
import { changedBy } from './rows.ts'

/** A translation that goes to an agency as a file and comes back as proposed changes. */

let track: Track
let editor: Someone
let reviewer: Someone
let translator: Someone
let other: Someone
let release: string
let translation: string

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', text }],
})
const thanks: Block = {
  type: 'paragraph',
  children: [
    { type: 'text', text: 'Mira Holland ' },
    { type: 'text', text: 'thanks', marks: ['bold'] },
    { type: 'text', text: ' everybody at A & B <sic>.' },
  ],
}
const cost = 'The bridge at Talvik has cost 40 million kroner.'
const last = 'The old quay becomes a park.'

interface Told {
  row: string
  text: string
  open: boolean
  targets: string[]
  proposed: {
    texts: string[]
    changes: { kind: string; text: string }[]
    conflict: string | null
    from: string
    by: string
    found: { check: string }[]
  } | null
}
const where = (rest: string) => `${translation}/${rest}`
async function rows(): Promise<Told[]> {
  return at(accepted(await translator.rest('GET', where('segments'))).body, 'rows') as Told[]
}
const rowWith = async (text: string): Promise<Told> =>
  (await rows()).find((row) => row.text.includes(text)) ?? expect.unreachable(`no “${text}”`)
const proposed = async () =>
  (await rows()).flatMap(({ text, proposed: one }) =>
    one ? [[text, one.texts.join('|'), one.conflict]] : [],
  )
async function takeAway(version = '2.1', who = translator): Promise<string> {
  const { body } = accepted(await who.rest('GET', where(`xliff?version=${version}`)))
  return String(body)
}
function bring(text: string | Uint8Array<ArrayBuffer>, who = translator, name = 'back.xlf') {
  const form = new FormData()
  form.append('file', new File([text], name))
  return who.rest('POST', where('xliff'), form)
}
async function answer(row: string, more: object): Promise<void> {
  const { body } = accepted(await translator.rest('GET', where('segments')))
  const revision = at(body, 'target', 'revision')
  accepted(
    await translator.rest('POST', where('segments'), {
      revision,
      answers: [{ row, ...more }],
    }),
  )
}
/** As a program of an agency would: what stands behind the segment that says so. */
function translated(file: string, of: string, into: string): string {
  const place = file.indexOf(of)
  expect(place, of).toBeGreaterThan(0)
  const end = file.indexOf('</source>', place) + '</source>'.length
  const rest = file.slice(end).replace(/^<target[^>]*(\/>|>[\s\S]*?<\/target>)/, '')
  return `${file.slice(0, end)}<target>${into}</target>${rest}`
}
const sentence = ({ body }: Answer) => String(at(body, 'errors', 0, 'message'))

beforeAll(async () => {
  track = await openTrack(1)
  ;({ editor, reviewer } = track)
  translator = track.translators[0] ?? expect.unreachable()
  other = await track.desk.person('other', ['translator'])
  const term = await make(editor, 'terms', {
    kind: 'place',
    forms: [
      { language: 'en', form: 'Talvik' },
      { language: 'nb', form: 'Talvik by' },
    ],
  })
  await publish(editor, reviewer, `/api/terms/${term}`)
  release = await releaseIn(track, 'published', {
    headline: 'The bridge',
    body: bodyOf([paragraph(cost), thanks, paragraph(last)]),
  })
  translation = `/api/translations/${await make(translator, 'translations', {
    release: idOf(release),
    language: 'nb',
    headline: 'Broen',
  })}`
})
afterAll(() => track.desk.close())

describe('a file for an agency', () => {
  it('has every segment of the original, with its tags, and the terms in force', async () => {
    const file = await takeAway()
    expect(file).toContain('version="2.1" srcLang="en" trgLang="nb"')
    expect(file).toContain(
      '<source>Mira Holland <pc id="1" type="fmt" subType="xlf:b">thanks</pc> everybody at A &amp; B &lt;sic&gt;.</source>',
    )
    expect(file).toContain(
      '<gls:term>Talvik</gls:term><gls:translation>Talvik by</gls:translation>',
    )
    const old = await takeAway('1.2')
    expect(old).toContain('source-language="en" target-language="nb"')
    expect(old).toContain('<g id="1" ctype="bold">thanks</g>')
    expect(old).toContain('<target state="needs-review-translation">Broen</target>')
    expect(old).toContain('<note from="glossary">Talvik = Talvik by</note>')
  })

  it.each(['2.1', '1.2'])('that comes back as it went (%s) proposes nothing', async (version) => {
    const told = accepted(await bring(await takeAway(version))).body
    expect(told).toEqual({ proposed: 0, conflicts: 0, same: 1, left: [] })
    expect(await proposed()).toEqual([])
  })
})

describe('a file that comes back', () => {
  it('is shown as proposed changes beside the text, with what the checks find in them', async () => {
    const before = await rowOf(track.desk, 'translations', idOf(translation))
    let file = await takeAway()
    file = translated(file, cost, 'Broen ved Talvik by har kostet 41 millioner kroner.')
    file = translated(
      file,
      'everybody at A',
      'Mira Holland <pc id="1">takker</pc> alle hos A &amp; B &lt;sic&gt;.',
    )
    file = translated(file, '<source>The bridge<', 'Brua')
    const told = accepted(await bring(file)).body
    expect(told).toEqual({ proposed: 3, conflicts: 0, same: 0, left: [] })
    expect(await proposed()).toEqual([
      ['The bridge', 'Brua', null],
      [cost, 'Broen ved Talvik by har kostet 41 millioner kroner.', null],
      [
        'Mira Holland <1>thanks</1> everybody at A & B <sic>.',
        'Mira Holland <1>takker</1> alle hos A & B <sic>.',
        null,
      ],
    ])
    const { proposed: money } = await rowWith(cost)
    expect(money).toMatchObject({ from: 'back.xlf', by: translator.name })
    expect(money?.found.map(({ check }) => check)).toContain('number-missing')
    expect((await rowWith('The bridge')).proposed?.changes).toEqual([
      { kind: 'removed', text: 'Broen' },
      { kind: 'added', text: 'Brua' },
    ])
    expect(await rowOf(track.desk, 'translations', idOf(translation))).toEqual(before)
  })

  it('says which segments others have changed since it was made', async () => {
    const { row } = await rowWith('The bridge')
    await answer(row, { texts: ['Broa'] })
    expect((await rowWith('The bridge')).proposed).toMatchObject({
      texts: ['Brua'],
      conflict: 'translation',
    })
  })

  it('is taken by an ordinary answer, and gone from the proposals with it', async () => {
    const { row, proposed: one } = await rowWith('Mira Holland')
    await answer(row, { texts: one?.texts })
    expect((await rowWith('Mira Holland')).open, 'nobody stands by it yet').toBe(true)
    const { body } = await rowOf(track.desk, 'translations', idOf(translation))
    expect(fromLexical(body)).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Mira Holland ' },
          { type: 'text', text: 'takker', marks: ['bold'] },
          { type: 'text', text: ' alle hos A & B <sic>.' },
        ],
      },
    ])
    const headline = await rowWith('The bridge')
    await answer(headline.row, { confirm: true })
    expect((await proposed()).map(([text]) => text)).toEqual([cost])
    await expectWhole(track.desk)
  })

  it('is left, segment by segment, and changes nothing then', async () => {
    const { row } = await rowWith(cost)
    const before = await rowOf(track.desk, 'translations', idOf(translation))
    accepted(await translator.rest('POST', where('proposals/leave'), { rows: [row] }))
    expect(await proposed()).toEqual([])
    expect(await rowOf(track.desk, 'translations', idOf(translation))).toEqual(before)
  })

  it('says which originals have changed since, and takes their words without formats', async () => {
    const file = await takeAway('1.2')
    await answer((await rowWith('Mira Holland')).row, { confirm: true })
    accepted(await bring(translated(file, last, 'Kaia blir en park.')))
    await act(editor, release, 'revise')
    const { body } = await rowOf(track.desk, 'releases', idOf(release))
    const text = JSON.stringify(body).replace(' everybody at', ' all at')
    await change(editor, release, { body: JSON.parse(text) as object })
    await publish(editor, reviewer, release, { change: 'major', publicNote: 'All.' })
    const later = translated(file, 'everybody at', 'Mira Holland <g id="1">takker</g> alle.')
    const told = accepted(await bring(later)).body
    expect(told).toMatchObject({ proposed: 1, conflicts: 1 })
    expect((await rowWith('all at')).proposed).toMatchObject({
      texts: ['Mira Holland takker alle.'],
      conflict: 'source',
    })
    expect((await rowWith(last)).proposed?.texts, 'of the file before').toEqual([
      'Kaia blir en park.',
    ])
  })

  it('takes what can be taken, and tells of the rest', async () => {
    const file = translated(await takeAway(), 'all at', 'Mira <pc id="7">takker</pc>.')
    const told = accepted(await bring(translated(file, last, 'Kaia blir park.'))).body
    expect(told).toMatchObject({
      proposed: 1,
      left: [{ message: 'There is no tag <7> here. Use those of the original.' }],
    })
    expect((await rowWith(last)).proposed?.texts).toEqual(['Kaia blir park.'])
  })
})

async function refused(ask: () => Promise<Answer>): Promise<Answer> {
  let told: Answer | null = null
  const changed = await changedBy(track.desk, async () => {
    told = await ask()
  })
  expect(changed).toEqual([])
  return told ?? expect.unreachable()
}

describe('a file is refused, and nothing has changed,', () => {
  it.each([
    ['of a stranger', () => track.desk.stranger, 401],
    ['of a reviewer', () => reviewer, 403],
    ['of a translator whose it isn’t', () => other, 403],
  ])('%s', async (_who, who, status) => {
    const file = await takeAway()
    const told = await refused(() => bring(file, who()))
    expect(told.status).toBe(status)
    const { row } = await rowWith(last)
    const left = await refused(() => who().rest('POST', where('proposals/leave'), { rows: [row] }))
    expect(left.status).toBe(status)
  })

  it.each<[string, (file: string) => string, RegExp]>([
    [
      'of another translation',
      (file) => file.replace(/translation:[^"]+/, 'translation:1'),
      /isn’t one of this/,
    ],
    ['of another program', (file) => file.replace(/original="[^"]*"/, ''), /isn’t one of this/],
    [
      'in another language',
      (file) => file.replace('trgLang="nb"', 'trgLang="ru"'),
      /“ru”, and this/,
    ],
    [
      'with segments of another text only',
      (file) => file.replaceAll(/<unit id="[^"]*"/g, '<unit id="x"'),
      /Nothing in the file/,
    ],
    ['in another format', () => '<tmx version="1.4"/>', /no XLIFF/],
    ['that is none', () => 'hello', /well-formed/],
    ['that was cut off', (file) => file.slice(0, -40), /well-formed/],
    [
      'with an entity bomb',
      (file) => file.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'),
      /DOCTYPE/,
    ],
    ['that is empty', () => '', /Send the file/],
  ])('%s', async (_what, made, words) => {
    const file = made(await takeAway())
    const told = await refused(() => bring(file))
    expect([told.status, sentence(told)]).toEqual([422, expect.stringMatching(words)])
  })

  it('in letters that are none', async () => {
    const told = await refused(() => bring(new Uint8Array([0x3c, 0xff, 0xfe, 0x80])))
    expect([told.status, sentence(told)]).toEqual([422, expect.stringContaining('UTF-8')])
  })

  it('of 100 MB, whether or not it says so, before it is held', async () => {
    const block = new Uint8Array(1_000_000).fill(0x20)
    for (const [where_, name] of [
      [where('xliff'), 'xliff'],
      ['/api/memory/import', 'tmx'],
      ['/api/terms/import', 'tbx'],
    ]) {
      let sent = 0
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          if (++sent > 100) controller.close()
          else controller.enqueue(block)
        },
      })
      const who = name === 'xliff' ? translator : editor
      const request = new Request(`${serverUrl}${where_}`, {
        method: 'POST',
        headers: { Authorization: `JWT ${who.token ?? ''}`, 'content-type': 'application/xml' },
        body,
        duplex: 'half',
      } as RequestInit)
      const response = await track.desk.handle(request)
      expect([name, response.status]).toEqual([name, 413])
      expect(sent).toBeLessThan(20)
      const said = await who.rest('POST', where_ ?? '', undefined, {
        'content-length': '104857600',
      })
      expect(said.status).toBe(413)
    }
  })

  it('while the text is in review', async () => {
    const file = await takeAway()
    await change(translator, translation, { lead: 'På fredag.', datelinePlace: 'Oslo' })
    await act(translator, translation, 'renew')
    await act(translator, translation, 'submit')
    const told = await refused(() => bring(file))
    expect([told.status, sentence(told)]).toEqual([409, expect.stringContaining('in review')])
  })
})

describe('a route for files', () => {
  it('tells strangers nothing, and what a version is', async () => {
    expect((await track.desk.stranger.rest('GET', where('xliff'))).status).toBe(401)
    expect((await translator.rest('GET', where('xliff?version=3'))).status).toBe(422)
    expect((await translator.rest('GET', `/api/translations/${idOf(release)}/xliff`)).status).toBe(
      404,
    )
  })
})
