import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerOutsider } from '../../src/desk/link-page.ts'
import { accepted, act, bodyOf, change, make, pdf, publish, upload } from './acts.ts'
import { type Answer, at, serverUrl, type Someone } from './harness.ts'
import { openServer, type OpenServer } from './press-server.ts'
import {
  expectWhole,
  idOf,
  openTrack,
  releaseIn,
  rowAt,
  rowsWith,
  type Stage,
  timelineOf,
  type Track,
} from './racing.ts'
import { changedBy } from './rows.ts'

/** Links through which outsiders see one draft: who makes them, what they open, and what ends them. */

let track: Track
let editor: Someone
let reviewer: Someone
let translator: Someone
let administrator: Someone
let image: string
let paper: string
/** A release in work with a picture and a document that nobody has published. */
let path: string

const day = 24 * 3_600_000
const start = new Date('2026-03-02T09:00:00.000Z')

beforeAll(async () => {
  track = await openTrack(2)
  track.desk.clock.now = start
  ;({ editor, reviewer } = track)
  translator = track.translators[0] ?? expect.unreachable()
  administrator = await track.desk.person('ada', ['administrator'])
  accepted(
    await administrator.rest('POST', '/api/globals/mission', {
      names: [{ language: 'en', name: 'Embassy' }],
      languages: ['en', 'nb'],
      defaultLanguage: 'en',
      timeZonePost: 'Europe/Oslo',
      timeZoneCapital: 'Europe/Oslo',
    }),
  )
  const create = { width: 40, height: 30, channels: 3, background: '#224466' } as const
  const data = await sharp({ create })
    .jpeg()
    .withExif({ IFD0: { Artist: 'zqphotographerqz' } })
    .toBuffer()
  image = await upload(
    editor,
    'images',
    { name: 'bridge.jpg', data, type: 'image/jpeg' },
    {
      texts: [{ language: 'en', alt: 'A bridge over a river' }],
      credit: 'Ida Lund',
      cleared: true,
    },
  )
  paper = await upload(editor, 'documents', pdf('plan.pdf', 'The plan'), {
    texts: [{ language: 'en', title: 'The plan' }],
  })
  path = await text()
})
afterAll(() => track.desk.close())

const text = (stage: Stage = 'draft', parts: object = {}) =>
  releaseIn(track, stage, { images: [image], documents: [paper], ...parts })

const mine = new Map<string, string>()
/** A translation that is the translator's own, once for each release. */
async function translated(release: string): Promise<string> {
  const there = mine.get(release)
  if (there) return there
  const fields = { release: idOf(release), language: 'nb', headline: 'En bro åpner' }
  const made = `/api/translations/${await make(translator, 'translations', fields)}`
  mine.set(release, made)
  return made
}

interface Made {
  id: string
  address: string
}
const asking = (who: Someone, where: string, input: object = {}) =>
  who.rest('POST', `${where}/links`, { recipient: 'Kari Nordmann', days: 7, ...input })
async function link(where = path, input: object = {}, who = editor): Promise<Made> {
  const { body } = accepted(await asking(who, where, input))
  const address = (at(body, 'address') as string).slice(serverUrl.length)
  return { id: at(body, 'link', 'id') as string, address }
}
const revoke = (who: Someone, where: string, { id }: Pick<Made, 'id'>) =>
  who.rest('POST', `${where}/links/${id}/revoke`)
const links = async (where: string) =>
  at(accepted(await reviewer.rest('GET', `${where}/links`)).body, 'links') as Record<
    string,
    unknown
  >[]

/** What somebody outside is answered. */
async function outside(address: string, init: RequestInit = {}) {
  const request = new Request(serverUrl + address, init)
  const response = await answerOutsider(track.desk.payload, request, track.desk.clock.now)
  return { status: response.status, headers: response.headers, body: await response.text() }
}
const remark = (address: string, words: string) =>
  outside(address, { method: 'POST', body: new URLSearchParams({ words }) })
const code = (answer: Answer) => at(answer.body, 'errors', 0, 'data', 'why', 0, 'code')
const whats = async (where: string) =>
  (await timelineOf(track.desk, where)).map(({ what, actorName, note }) => [what, actorName, note])

describe('a link for an outsider', () => {
  it('is told once, and only the hash of its secret is stored', async () => {
    const { body } = accepted(await asking(editor, path))
    const address = at(body, 'address') as string
    expect(address).toMatch(/^http:\/\/localhost:3000\/preview\/[\w-]{43}$/)
    const rows = await track.desk.payload.db.find({ collection: 'preview-links', limit: 0 })
    const secret = address.split('/').at(-1) ?? ''
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(JSON.stringify(await links(path))).not.toContain(secret)
    expect(JSON.stringify(await timelineOf(track.desk, path))).not.toContain(secret)
  })

  it('opens the present draft as the real page, and says what it is, for whom and until when', async () => {
    const { address } = await link()
    await change(editor, path, { lead: 'It opens on Saturday.' })
    const { status, body } = await outside(address)
    expect(status).toBe(200)
    expect(body).toContain('<html lang="en"')
    expect(body).toMatch(
      /<p role="note"[^>]*>Draft – not for publication · For \u2068Kari Nordmann\u2069, until 9 March 2026 at 10:00 CET<\/p>/,
    )
    expect(body).toMatch(/<h1[^>]*>A bridge opens<\/h1>/)
    expect(body).toContain('It opens on Saturday.')
    expect(body).toContain('<meta name="robots" content="noindex"/>')
    expect(body).not.toMatch(/<script|rel="canonical"|\/api\/|\/admin|\/files\//)
  })

  it('speaks the language of its text', async () => {
    const nb = await translated(await releaseIn(track, 'draft'))
    const { body } = await outside((await link(nb)).address)
    expect(body).toContain('<html lang="nb"')
    expect(body).toContain('Utkast – ikke for offentliggjøring · For \u2068Kari Nordmann\u2069')
    expect(body).toContain('Send merknaden')
  })

  it('gives the files of that draft, without what the camera wrote, and no others', async () => {
    const { address } = await link()
    const { body } = await outside(address)
    expect(body).toContain(`src="${address}/images/${image}"`)
    expect(body).toContain(`href="${address}/documents/${paper}"`)
    const request = new Request(`${serverUrl}${address}/images/${image}`)
    const shown = await answerOutsider(track.desk.payload, request, start)
    expect(shown.headers.get('content-type')).toBe('image/jpeg')
    const bytes = Buffer.from(await shown.arrayBuffer())
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 40, height: 30, format: 'jpeg' })
    expect(bytes.includes('zqphotographerqz')).toBe(false)
    const plan = await outside(`${address}/documents/${paper}`)
    expect(plan.status).toBe(200)
    expect(Object.fromEntries(plan.headers)).toEqual({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename="plan.pdf"',
    })
    expect(plan.body.startsWith('%PDF')).toBe(true)

    const other = await upload(editor, 'documents', pdf('other.pdf', 'Other'), {
      texts: [{ language: 'en', title: 'Other' }],
    })
    const bare = await link(await releaseIn(track, 'draft'))
    for (const foreign of [
      `${address}/documents/${other}`,
      `${address}/documents/${image}`,
      `${address}/images/${paper}`,
      `${address}/contacts/${track.contacts[0]}`,
      `${bare.address}/images/${image}`,
      `/preview/images/${image}`,
    ])
      expect((await outside(foreign)).status, foreign).toBe(404)
  })
})

describe('making one', () => {
  it.each([
    ['an editor', () => track.editors[0], 201, 201],
    ['a reviewer', () => reviewer, 201, 201],
    ['the translator', () => translator, 403, 201],
    ['another translator', () => track.translators[1], 403, 403],
    ['an administrator', () => administrator, 403, 403],
    ['a stranger', () => track.desk.stranger, 401, 401],
  ] as const)('by %s', async (_who, person, ofRelease, ofTranslation) => {
    const who = person() ?? expect.unreachable()
    const nb = await translated(path)
    for (const [where, status] of [
      [path, ofRelease],
      [nb, ofTranslation],
    ] as const) {
      if (status === 201) expect((await asking(who, where)).status).toBe(201)
      else
        expect(
          await changedBy(track.desk, async () =>
            expect((await asking(who, where)).status).toBe(status),
          ),
        ).toEqual([])
    }
  })

  it.each([
    [{ recipient: undefined }],
    [{ recipient: ' ' }],
    [{ recipient: 'a'.repeat(101) }],
    [{ recipient: 'Kari\nNordmann' }],
    [{ recipient: 'Kari \u202eNordmann' }],
    [{ days: 2 }],
    [{ days: 365 }],
    [{ days: '7' }],
    [{ secret: 'A'.repeat(43) }],
  ])('not with %j', async (input) => {
    const changed = await changedBy(track.desk, async () => {
      expect((await asking(editor, path, input)).status).toBe(422)
    })
    expect(changed).toEqual([])
  })

  it('not of a text that has no draft, nor of one that isn’t there', async () => {
    const live = await text('published', { images: [], documents: [] })
    const changed = await changedBy(track.desk, async () => {
      const answer = await asking(editor, live)
      expect([answer.status, code(answer)]).toEqual([409, 'no-draft'])
      expect((await asking(editor, '/api/releases/nowhere')).status).toBe(404)
      expect((await asking(editor, `/api/contacts/${track.contacts[0]}`)).status).toBe(404)
    })
    expect(changed).toEqual([])
  })

  it('not without end', async () => {
    const where = await releaseIn(track, 'draft')
    for (let count = 0; count < 20; count++) await link(where)
    const changed = await changedBy(track.desk, async () => {
      expect(code(await asking(editor, where))).toBe('links-enough')
    })
    expect(changed).toEqual([])
  })
})

describe('taking one back', () => {
  it.each([
    ['its maker', () => translator, true],
    ['an editor', () => editor, true],
    ['a reviewer', () => reviewer, true],
    ['an administrator', () => administrator, true],
    ['another translator', () => track.translators[1], false],
    ['a stranger', () => track.desk.stranger, false],
  ] as const)('by %s', async (_who, person, allowed) => {
    const who = person() ?? expect.unreachable()
    const nb = await translated(await releaseIn(track, 'draft'))
    const made = await link(nb, {}, translator)
    if (allowed) {
      accepted(await revoke(who, nb, made))
      expect((await outside(made.address)).status).toBe(404)
      // Once more is the same.
      accepted(await revoke(who, nb, made))
      expect((await whats(nb)).filter(([what]) => what === 'revoke-link')).toEqual([
        ['revoke-link', who.name, 'Kari Nordmann'],
      ])
    } else {
      const changed = await changedBy(track.desk, async () => {
        expect([401, 403]).toContain((await revoke(who, nb, made)).status)
      })
      expect(changed).toEqual([])
      expect((await outside(made.address)).status).toBe(200)
    }
  })

  it('not through another text', async () => {
    const made = await link()
    const other = await releaseIn(track, 'draft')
    const changed = await changedBy(track.desk, async () => {
      expect((await revoke(editor, other, made)).status).toBe(404)
    })
    expect(changed).toEqual([])
    expect((await outside(made.address)).status).toBe(200)
  })
})

describe('what doesn’t open', () => {
  it('is answered alike and changes nothing, whether it never was, is over, or was taken back', async () => {
    const revoked = await link()
    accepted(await revoke(editor, path, revoked))
    const expired = await link(path, { days: 1 })
    const gone = await releaseIn(track, 'draft')
    const deleted = await link(gone)
    accepted(await editor.rest('DELETE', gone))
    const out = await releaseIn(track, 'draft')
    const published = await link(out)
    await publish(editor, reviewer, out)
    const good = await link()
    track.desk.clock.now = new Date(start.getTime() + day)
    const addresses = [
      revoked.address,
      expired.address,
      deleted.address,
      published.address,
      `/preview/${'A'.repeat(43)}`,
      '/preview',
      '/preview/',
      '/preview/x',
      `${good.address}/`,
      `${good.address}A`,
      `${good.address}/images`,
      `${good.address}/images/../../x`,
      good.address.replace('/preview/', '/PREVIEW/'),
      `${expired.address}/images/${image}`,
      `${revoked.address}/documents/${paper}`,
    ]
    const answers = new Set<string>()
    const changed = await changedBy(track.desk, async () => {
      for (const address of addresses) {
        const { status, headers, body } = await outside(address)
        answers.add(JSON.stringify([status, [...headers], body]))
        const sent = await remark(address, 'Let me in.')
        answers.add(JSON.stringify([sent.status, [...sent.headers], sent.body]))
      }
    })
    expect(answers.size).toBe(1)
    expect([...answers][0]).toMatch(/^\[404,/)
    expect(changed).toEqual([])
    track.desk.clock.now = start
    expect((await links(path)).map(({ standing }) => standing)).toContain('revoked')
  })

  it('stays shut when the published text is revised, and opens with a link of its own', async () => {
    const out = await releaseIn(track, 'draft')
    const first = await link(out)
    await publish(editor, reviewer, out)
    await act(editor, out, 'revise')
    track.desk.clock.now = new Date(start.getTime() + 60_000)
    expect((await outside(first.address)).status).toBe(404)
    const second = await link(out)
    expect((await outside(second.address)).status).toBe(200)
    expect((await links(out)).map(({ standing }) => standing)).toEqual(['open', 'ended'])
    track.desk.clock.now = start
    await expectWhole(track.desk)
  })
})

describe('the timeline', () => {
  it('tells of making, of the first opening on each day of the post, and of the end', async () => {
    const where = await text()
    const made = await link(where, { recipient: 'Ola', days: 3 })
    await outside(made.address, { method: 'HEAD' })
    const opened: number[] = []
    // 09:00, 22:59 and 23:01 UTC: midnight in Oslo lies between the last two.
    for (const at of ['02T09:00', '02T22:59', '02T23:01', '03T09:00']) {
      track.desk.clock.now = new Date(`2026-03-${at}:00.000Z`)
      expect((await outside(made.address)).status).toBe(200)
      opened.push((await whats(where)).filter(([what]) => what === 'open-link').length)
    }
    expect(opened).toEqual([1, 1, 2, 2])
    accepted(await revoke(reviewer, where, made))
    track.desk.clock.now = start
    expect(await whats(where)).toEqual([
      ['create', editor.name, ''],
      ['make-link', editor.name, 'Ola (2026-03-05T09:00:00.000Z)'],
      ['open-link', 'Ola (by link)', ''],
      ['open-link', 'Ola (by link)', ''],
      ['revoke-link', reviewer.name, 'Ola'],
    ])
    expect(await links(where)).toMatchObject([
      {
        recipient: 'Ola',
        madeBy: { id: editor.id, name: editor.name },
        until: '2026-03-05T09:00:00.000Z',
        standing: 'revoked',
        openedAt: '2026-03-02T23:01:00.000Z',
        revoked: { byName: reviewer.name },
      },
    ])
    // Nobody who was looking at the text sees another one.
    expect(await rowAt(track.desk, where)).toMatchObject({ revision: 1, busy: 0 })
    await expectWhole(track.desk)
  })

  it('tells of one opening when there are many at once', async () => {
    const where = await releaseIn(track, 'draft')
    const { address } = await link(where)
    const statuses = await Promise.all(
      Array.from({ length: 5 }, async () => (await outside(address)).status),
    )
    expect(statuses).toEqual([200, 200, 200, 200, 200])
    expect((await whats(where)).filter(([what]) => what === 'open-link')).toHaveLength(1)
  })
})

const notes = async (where: string) =>
  at(accepted(await reviewer.rest('GET', `${where}/notes`)).body, 'notes') as Record<
    string,
    unknown
  >[]

describe('a remark', () => {
  it('arrives as a note by its recipient, who becomes no author', async () => {
    const where = await text('in-review')
    const before = await rowAt(track.desk, where)
    const { id, address } = await link(where)
    const sent = await remark(address, ' The bridge is\r\n42 m long.\u0000 <b>Really</b> ')
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '?remark=sent#remarks'])
    expect((await outside(`${address}?remark=sent`)).body).toContain('Your remark has arrived.')
    expect(await notes(where)).toMatchObject([
      {
        field: '',
        words: 'The bridge is\n42 m long. <b>Really</b>',
        mustFix: false,
        by: { id: `link:${id}`, name: 'Kari Nordmann (by link)' },
      },
    ])
    const after = await rowAt(track.desk, where)
    expect([after?.revision, after?.authors, after?.holder]).toEqual([
      before?.revision,
      before?.authors,
      before?.holder,
    ])
    expect((await whats(where)).at(-2)).toEqual([
      'note',
      'Kari Nordmann (by link)',
      'The bridge is\n42 m long. <b>Really</b>',
    ])
    // It holds nothing up.
    await act(reviewer, where, 'approve')
    await expectWhole(track.desk)
  })

  it.each([
    ['nothing', ' \r\n ', 'Write something first.'],
    ['too much', 'a'.repeat(3001), 'At most 3,000 characters.'],
  ])('that is %s comes back with what was typed', async (_what, words, said) => {
    const { address } = await link()
    const changed = await changedBy(track.desk, async () => {
      const { status, body } = await remark(address, words)
      expect(status).toBe(422)
      expect(body).toMatch(new RegExp(`role="alert"[^>]*>${said}`))
      if (words.length > 10) expect(body).toContain(words)
    })
    expect(changed).toEqual([])
  })

  it('with anything else in it is none', async () => {
    const { address } = await link()
    const body = new URLSearchParams({ words: 'Mend it.', mustFix: 'true' })
    const changed = await changedBy(track.desk, async () => {
      expect((await outside(address, { method: 'POST', body })).status).toBe(422)
    })
    expect(changed).toEqual([])
  })

  it('is taken thirty times at most', async () => {
    const where = await releaseIn(track, 'draft')
    const { address } = await link(where)
    for (let count = 1; count <= 30; count++)
      expect((await remark(address, `Remark ${count}`)).status).toBe(303)
    const changed = await changedBy(track.desk, async () => {
      const { status, body } = await remark(address, 'One more')
      expect(status).toBe(422)
      expect(body).toContain('No more remarks can be left here.')
      expect(body).not.toContain('<form')
    })
    expect(changed).toEqual([])
  })
})

describe('a deleted text', () => {
  it('leaves no link, and its timeline tells of those that there were', async () => {
    const where = await releaseIn(track, 'draft', { body: bodyOf([]), lead: '' })
    await link(where)
    accepted(await editor.rest('DELETE', where))
    expect(await rowsWith(track.desk.payload, 'preview-links', 'subject', idOf(where))).toEqual([])
    expect((await whats(where)).map(([what]) => what)).toEqual(['create', 'make-link', 'delete'])
    await expectWhole(track.desk)
  })
})

describe('on the network', () => {
  let opened: OpenServer
  beforeAll(async () => {
    opened = await openServer(track.desk, track.desk.mediaDir)
  })
  afterAll(() => opened.close())

  it('nothing of it is kept, found or passed on', async () => {
    const { address } = await link()
    for (const where of [address, `${address}/images/${image}`, `/preview/${'A'.repeat(43)}`]) {
      const { headers } = await opened.get(where)
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      expect(headers['content-security-policy']).toContain("script-src 'none'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers.etag).toBeUndefined()
    }
    const before = await opened.get(address)
    await change(editor, path, { lead: 'It opens on Sunday.' })
    const after = await opened.get(address)
    expect([before.status, after.status]).toEqual([200, 200])
    expect(after.body.toString()).toContain('It opens on Sunday.')
  })

  it('takes a form, and nothing else', async () => {
    const { address } = await link()
    const send = (headers: Record<string, string>, body = '', method = 'POST') =>
      opened.get(address, {
        method,
        headers: { 'content-length': `${body.length}`, ...headers },
        body,
      })
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await send(form, 'words=Good')).status).toBe(303)
    const changed = await changedBy(track.desk, async () => {
      expect((await send({ 'content-type': 'application/json' }, '{}')).status).toBe(415)
      expect((await send(form, `words=${'a'.repeat(33_000)}`)).status).toBe(413)
      expect((await send(form, '', 'PUT')).status).toBe(405)
      expect((await send(form, '', 'DELETE')).status).toBe(405)
    })
    expect(changed).toEqual([])
  })

  it('lets nobody guess on and on, and whoever has a link come back as often as they like', async () => {
    const { address } = await link()
    for (let count = 0; count < 25; count++)
      expect((await opened.get(address, { method: 'HEAD' })).status).toBe(200)
    const statuses = new Set<number>()
    for (let count = 0; count < 25; count++)
      statuses.add((await opened.get(`/preview/${String(count).repeat(43).slice(0, 43)}`)).status)
    expect([...statuses]).toEqual([404, 429])
    const stopped = await opened.get(address)
    expect(stopped.status).toBe(429)
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0)
  })
})

it('shows nothing while the disk is full, since nothing can be recorded', async () => {
  const { address } = await link()
  const { custom } = track.desk.payload.config
  const room = custom.room as unknown
  custom.room = async () => 0
  const changed = await changedBy(track.desk, async () => {
    const { status, body } = await outside(address)
    expect(status).toBe(503)
    expect(body).not.toContain('A bridge opens')
    expect((await remark(address, 'Keep this')).body).toContain('Keep this')
  })
  custom.room = room
  expect(changed).toEqual([])
})
