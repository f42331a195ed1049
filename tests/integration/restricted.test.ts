import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileCarrier } from '../../src/desk/outbox/carrier.ts'
import { answerOutsider } from '../../src/desk/link-page.ts'
import { sendDue } from '../../src/desk/outbox/send.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { canonicalForm } from '../../src/workflow/content.ts'
import { accepted, act, make, paragraph, pdf, picture, publish, upload } from './acts.ts'
import { at, type Desk, openDesk, serverUrl, type Someone } from './harness.ts'
import {
  markedContact,
  markedDocument,
  markedImage,
  markedRelease,
  markedText,
  Marks,
} from './marked.ts'
import { changedBy } from './rows.ts'

/**
 * A release that only named people may know of: for everybody else at the desk, whatever their roles, every route
 * answers as before it was written, and as for a made-up id. The routes are the ones that there are, not a list of
 * those that somebody thought of.
 */

let desk: Desk
const marks = new Marks()
/** Named. */
let ida: Someone
let rita: Someone
let timo: Someone
/** Not named. */
let zoe: Someone
let ada: Someone
let unnamed: Someone[]
let contact: string
/** Paths of what is hidden. */
const hidden: Record<'release' | 'translation' | 'image' | 'document' | 'contact', string> = {
  release: '',
  translation: '',
  image: '',
  document: '',
  contact: '',
}
let note: string
let bundle: string
let openItem: string
let filename: string
const idIn = (where: string) => where.split('/')[3] ?? expect.unreachable()

async function answerTo(
  who: Someone,
  method: string,
  where: string,
  body?: unknown,
): Promise<string> {
  const response = await desk.handle(
    new Request(serverUrl + where, {
      method,
      headers: {
        Authorization: `JWT ${who.token ?? ''}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  return `${response.status}\n${await response.text()}`
}

/** Every route of every collection and of the desk itself, as Payload has them. `path`: with `:id` where it takes one. */
function routes(): { slug: string; method: string; path: string }[] {
  const { collections, endpoints } = desk.config
  const all = collections.flatMap(({ slug, endpoints: own }) =>
    (own || []).map(({ method, path: route }) => ({ slug, method, path: `/${slug}${route}` })),
  )
  const root = endpoints.map(({ method, path: route }) => ({ slug: '', method, path: route }))
  return [...root, ...all].map((route) => ({ ...route, path: route.path.replace(/\/$/, '') }))
}

const few = ['', '?where[family][equals]=ID&depth=2']
const questions = [
  ...few,
  '?limit=0&pagination=false',
  '?where[id][in]=ID',
  '?where[or][0][release][equals]=ID&where[or][1][parent][equals]=ID',
  '?where[headline][contains]=zq',
  '?of=release&language=en&id=ID',
]

/** Payload puts some keys in the order in which the database answered. */
function inOrder(answer: string): string {
  const [status = '', ...body] = answer.split('\n')
  try {
    return `${status}\n${canonicalForm(JSON.parse(body.join('\n')))}`
  } catch {
    return answer
  }
}

/** What every question that names no document is answered. */
async function lists(who: Someone): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { method, path: route } of routes()) {
    if (method !== 'get' || route.includes(':')) continue
    // Who has every role is asked everything; the others, whose lists are a part of those, once.
    for (const question of who === zoe || who === rita ? questions : few.slice(0, 1)) {
      const asked = question.replaceAll('ID', hidden.release ? idIn(hidden.release) : 'x')
      const where = `/api${route}${asked}`
      found.set(`/api${route}${question}`, inOrder(await answerTo(who, 'GET', where)))
    }
  }
  return found
}

/** The same length and alphabet. */
const madeUp = (id: string) =>
  id.replace(/[0-9a-f](?=[^0-9a-f]*$)/, (last) => (last === '0' ? '1' : '0'))

let before: Map<string, Map<string, string>>

beforeAll(async () => {
  desk = await openDesk()
  desk.clock.now = new Date('2026-03-10T09:00:00.000Z')
  ida = await desk.person('ida', ['editor'])
  rita = await desk.person('rita', ['reviewer'])
  timo = await desk.person('timo', ['translator'])
  zoe = await desk.person('zoe', ['editor', 'translator', 'reviewer', 'administrator'])
  ada = await desk.person('ada', ['administrator'])
  unnamed = [zoe, ada, await desk.person('olav', ['editor'])]
  accepted(
    await zoe.rest('POST', '/api/globals/mission', {
      names: [{ language: 'en', name: 'Embassy' }],
      languages: ['en', 'nb'],
      defaultLanguage: 'en',
      timeZonePost: 'Europe/Oslo',
      timeZoneCapital: 'Asia/Almaty',
    }),
  )
  contact = await make(zoe, 'contacts', { name: 'Mira', email: 'press@mission.example' })
  await publish(zoe, rita, `/api/contacts/${contact}`)
  const open = { language: 'en', headline: 'Open', lead: 'It opens.', body: paragraph('Now.') }
  const free = await make(zoe, 'releases', {
    ...open,
    kind: 'news',
    about: false,
    contacts: [contact],
  })
  await act(zoe, `/api/releases/${free}`, 'submit')
  before = new Map()
  for (const who of unnamed) before.set(who.name, await lists(who))
  await fill()
  accepted(
    await ida.rest('POST', `${hidden.release}/restriction`, {
      people: [ida.id, rita.id, timo.id],
    }),
  )
})
afterAll(() => desk.close())

/** Writes what is going to be hidden, and everything that belongs to it. */
async function fill(): Promise<void> {
  const fields = markedImage(marks, 'image')
  const image = await upload(ida, 'images', await picture('zqfileqz.jpg', '#224466'), fields)
  const paper = await upload(ida, 'documents', pdf('zqpaperqz.pdf', 'The plan'), {
    ...markedDocument(marks, 'document'),
  })
  const person = await make(ida, 'contacts', markedContact(marks, 'contact'))
  for (const word of ['zqfileqz', 'zqpaperqz']) marks.add(word, `the name of ${word}`)
  const parts = { language: 'en', kind: 'news', about: false, images: [image] }
  const { data } = markedRelease(marks, 'release', {
    ...parts,
    documents: [paper],
    contacts: [person, contact],
    embargo: '2026-03-12T09:00:00.000Z',
  })
  const release = await make(ida, 'releases', data)
  const { address: _address, ...text } = markedText(marks, 'translation')
  const translation = await make(timo, 'translations', { release, language: 'nb', ...text })
  hidden.release = `/api/releases/${release}`
  hidden.translation = `/api/translations/${translation}`
  hidden.image = `/api/images/${image}`
  hidden.document = `/api/documents/${paper}`
  hidden.contact = `/api/contacts/${person}`
  await act(ida, hidden.image, 'submit')
  await act(ida, hidden.release, 'submit')
  const noted = await rita.rest('POST', `${hidden.release}/notes`, {
    field: 'lead',
    words: marks.word('note'),
  })
  note = at(accepted(noted).body, 'note', 'id') as string
  accepted(
    await ida.rest('POST', `${hidden.release}/links`, { recipient: marks.word('link'), days: 3 }),
  )
  accepted(await ida.rest('POST', `${hidden.release}/presence`, { writing: true }))
  await act(rita, hidden.release, 'return', { note: marks.word('reason') })
  const members = [
    { text: { relationTo: 'releases', value: release }, must: true },
    { text: { relationTo: 'translations', value: translation }, must: true },
  ]
  bundle = await make(ida, 'bundles', { title: marks.word('bundle'), members })
  const raised = await desk.payload.db.create({
    collection: 'open-items',
    data: {
      title: marks.word('open item'),
      kind: 'canceled-at-source',
      state: 'open',
      language: 'en',
      subject: release,
      of: 'release',
      family: release,
      uri: 'urn:zq',
      raisedAt: desk.clock.now.toISOString(),
      raisedByName: 'ida',
      key: `canceled:${release}`,
    },
  })
  openItem = (raised as { id: string }).id
  const row = await desk.payload.findByID({ collection: 'images', id: image })
  filename = (row as { filename?: string }).filename ?? ''
}

describe('whoever isn’t named', () => {
  it('was told of it before it was restricted, so that this test would see it', async () => {
    const seen = await lists(rita)
    for (const route of ['/api/releases', '/api/translations', '/api/images', '/api/events'])
      expect(marks.in(seen.get(route) ?? '', ''), route).not.toEqual([])
    expect(marks.in(seen.get('/api/bundles') ?? '', '')).toEqual(['bundle'])
    expect(marks.in(seen.get('/api/open-items') ?? '', '')).toEqual(['open item'])
  })

  it('finds every list, count and figure as it was before it was written', async () => {
    for (const who of unnamed) {
      for (const [question, answer] of await lists(who)) {
        // Who asks, and when, is theirs; what mails wait for them is not about this text.
        const own = /^\/api\/(users|my-account|sessions|account-acts)/.test(question)
        expect(marks.in(answer, question), `${who.name}: ${question}`).toEqual([])
        if (!own && question !== '/api/restricted' && !question.startsWith('/api/restricted?'))
          expect(answer, `${who.name}: ${question}`).toBe(before.get(who.name)?.get(question))
      }
    }
  })

  it('is answered everywhere as for a made-up id, and changes nothing', async () => {
    const ids = { ...hidden, bundle: `/api/bundles/${bundle}`, item: `/api/open-items/${openItem}` }
    const changed = await changedBy(desk, async () => {
      for (const where of Object.values(ids)) {
        const id = idIn(where)
        const slug = where.split('/')[2] ?? ''
        for (const { method, path: route } of routes().filter((one) => one.slug === slug)) {
          if (!route.includes('/:id')) continue
          const action =
            slug === 'bundles' ? 'publish' : slug === 'open-items' ? 'dismiss' : 'submit'
          const filled = (named: string) =>
            `/api${route}`
              .replace('/:id?', `/${named}`)
              .replace('/:id', `/${named}`)
              .replace(':action', action)
              .replace(':note', note)
              .replace(':link', note)
          const body = method === 'get' ? undefined : { revision: 1, note: 'x', people: [zoe.id] }
          const asked = method.toUpperCase()
          for (const who of method === 'get' ? [zoe, ada] : [zoe]) {
            const about = await answerTo(who, asked, filled(id), body)
            const none = await answerTo(who, asked, filled(madeUp(id)), body)
            expect(about.replaceAll(id, 'ID'), `${who.name}: ${asked} ${route}`).toBe(
              none.replaceAll(madeUp(id), 'ID'),
            )
            expect(marks.in(about, ''), route).toEqual([])
          }
        }
      }
    })
    expect(changed).toEqual([])
  })

  it('gets no file and no version of it', async () => {
    for (const where of [hidden.release, hidden.translation, hidden.image]) {
      const collection = where.split('/')[2] as CollectionSlug
      const { docs } = await desk.payload.db.findVersions({
        collection,
        where: { parent: { equals: idIn(where) } },
        limit: 1,
      })
      const version = String(docs[0]?.id)
      const path = (id: string) => `/api/${collection}/versions/${id}`
      for (const method of ['GET', 'POST'])
        expect((await answerTo(zoe, method, path(version))).replaceAll(version, 'ID')).toBe(
          (await answerTo(zoe, method, path(madeUp(version)))).replaceAll(madeUp(version), 'ID'),
        )
    }
    const file = `/api/images/file/${filename}`
    expect((await answerTo(rita, 'GET', file)).slice(0, 3)).toBe('200')
    expect((await answerTo(zoe, 'GET', file)).slice(0, 3)).not.toBe('200')
    expect(marks.in(await answerTo(zoe, 'GET', file), file)).toEqual([])
  })

  it('can refer to nothing of it', async () => {
    const changed = await changedBy(desk, async () => {
      const refer: [string, object][] = [
        ['translations', { release: idIn(hidden.release), language: 'ru', headline: 'X' }],
        ['releases', { language: 'en', headline: 'X', images: [idIn(hidden.image)] }],
        [
          'bundles',
          {
            title: 'X',
            members: [hidden.release, hidden.translation].map((where) => ({
              text: { relationTo: where.split('/')[2], value: idIn(where) },
              must: true,
            })),
          },
        ],
      ]
      for (const [collection, data] of refer) {
        const { status } = await zoe.rest('POST', `/api/${collection}`, data)
        expect([400, 404], collection).toContain(status)
      }
    })
    expect(changed).toEqual([])
  })

  it('is asked for no shown word beside a form', async () => {
    const query = `of=release&language=en&images=${idIn(hidden.image)}&release=${idIn(hidden.release)}`
    expect(marks.in(await answerTo(zoe, 'GET', `/api/surroundings?${query}`), '')).toEqual([])
    expect(marks.in(await answerTo(rita, 'GET', `/api/surroundings?${query}`), '')).not.toEqual([])
  })

  it('is mailed nothing of it: not what was owed before, nor what happens after', async () => {
    const before = await mailsTo()
    expect(before.to('zoe')).toEqual([])
    expect(before.to('ida').join(' ')).toContain('zqreleaseheadlineqz')
    await act(ida, hidden.release, 'submit')
    const after = await mailsTo()
    expect(after.to('zoe')).toEqual([])
    expect(after.to('rita').join(' ')).toContain('zqreleaseheadlineqz')
    await act(ida, hidden.release, 'recall')
  })
})

/** Everything that was mailed about a marked text, by its receiver's name. */
async function mailsTo() {
  const folder = path.join(desk.mediaDir, '../mail')
  await sendDue(
    desk.payload,
    { carrier: fileCarrier(folder, () => {}), from: 'desk@mission.example' },
    desk.clock.now,
  )
  const mails = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))
  return {
    to: (name: string) =>
      mails.filter((mail) => mail.includes(`${name}@desk.example`) && /zq\w+qz/.test(mail)),
  }
}

describe('whoever is named', () => {
  it('works with it as before', async () => {
    for (const who of [ida, rita, timo]) {
      const { status, body } = await who.rest('GET', `${hidden.release}/restriction`)
      expect(status).toBe(200)
      const named = (at(body, 'people') as { name: string; named: boolean }[])
        .filter((one) => one.named)
        .map(({ name }) => name)
      expect(named).toEqual(['ida', 'rita', 'timo'])
    }
    const told = accepted(await timo.rest('GET', `${hidden.translation}/timeline`)).body
    expect(JSON.stringify(told)).toContain('Restricted to named people')
  })

  it.each([
    ['nobody', () => [], 422, 'at least one person'],
    ['not themselves', () => [rita.id], 422, 'You would shut yourself out'],
    ['somebody who isn’t there', () => [ida.id, 'nobody'], 422, 'no open account'],
  ] as const)('can’t name %s, and changes nothing', async (_case, people, status, words) => {
    const changed = await changedBy(desk, async () => {
      const answer = await ida.rest('POST', `${hidden.release}/restriction`, { people: people() })
      expect(answer.status).toBe(status)
      expect(JSON.stringify(answer.body)).toContain(words)
    })
    expect(changed).toEqual([])
  })

  it('can’t change who is, as a translator', async () => {
    const changed = await changedBy(desk, async () => {
      const path = `${hidden.release}/restriction`
      expect((await timo.rest('POST', path, { people: [timo.id] })).status).toBe(403)
      expect((await timo.rest('POST', `${path}/lift`, { reason: 'x' })).status).toBe(403)
    })
    expect(changed).toEqual([])
  })

  it('can name others, who know of it from then on, and leave out who was', async () => {
    const path = `${hidden.release}/restriction`
    accepted(await rita.rest('POST', path, { people: [ida.id, rita.id] }))
    expect((await timo.rest('GET', hidden.translation)).status).toBe(404)
    expect((await rita.rest('GET', hidden.translation)).status).toBe(200)
    accepted(await rita.rest('POST', path, { people: [ida.id, rita.id, timo.id] }))
    expect((await timo.rest('GET', hidden.translation)).status).toBe(200)
    const changed = await changedBy(desk, async () => {
      accepted(await rita.rest('POST', path, { people: [timo.id, rita.id, ida.id] }))
    })
    expect(changed).toEqual([])
  })

  it('is told nothing else by the proof of the whole record', async () => {
    expect(problemsOf(await verify(desk.payload))).toEqual([])
  })
})

describe('an administrator who isn’t named', () => {
  it('learns that there is one and whom to ask, and nothing of what it says', async () => {
    const answer = await answerTo(ada, 'GET', '/api/restricted')
    expect(marks.in(answer, '')).toEqual([])
    expect(at(JSON.parse(answer.slice(4)), 'texts', 0)).toMatchObject({
      id: idIn(hidden.release),
      people: ['ida', 'rita', 'timo'],
    })
    for (const who of [ida, rita, timo])
      expect((await who.rest('GET', '/api/restricted')).status, who.name).toBe(403)
    expect((await desk.stranger.rest('GET', '/api/restricted')).status).toBe(401)
  })

  it('can’t open it without a reason, nor can anybody else, and nothing changes', async () => {
    const path = `/api/restricted/${idIn(hidden.release)}/lift`
    const changed = await changedBy(desk, async () => {
      expect((await ada.rest('POST', path, {})).status).toBe(422)
      expect((await ada.rest('POST', path, { reason: ' ' })).status).toBe(422)
      expect((await unnamed[2]?.rest('POST', path, { reason: 'x' }))?.status).toBe(403)
      expect((await ida.rest('POST', path, { reason: 'x' })).status).toBe(403)
      expect((await desk.stranger.rest('POST', path, { reason: 'x' })).status).toBe(401)
      const other = `/api/restricted/${madeUp(idIn(hidden.release))}/lift`
      expect((await ada.rest('POST', other, { reason: 'x' })).status).toBe(404)
    })
    expect(changed).toEqual([])
  })

  it('opens it for everybody with a reason, which those named are told', async () => {
    const path = `/api/restricted/${idIn(hidden.release)}/lift`
    accepted(await ada.rest('POST', path, { reason: 'Mind the zeal.' }))
    expect((await zoe.rest('GET', hidden.release)).status).toBe(200)
    expect((await zoe.rest('GET', hidden.image)).status).toBe(200)
    const mails = await mailsTo()
    for (const name of ['ida', 'rita', 'timo'])
      expect(mails.to(name).join(' '), name).toContain('Mind the zeal.')
    const told = accepted(await zoe.rest('GET', `${hidden.release}/timeline`)).body
    expect(JSON.stringify(told)).toContain('Mind the zeal.')
    expect(problemsOf(await verify(desk.payload))).toEqual([])
  })
})

async function outsiderStatus(address: string) {
  const { status } = await answerOutsider(desk.payload, new Request(address), desk.clock.now)
  return status
}

it('shuts the links of whoever may not know of it any more, and no others', async () => {
  const data = { language: 'en', kind: 'news', headline: 'A reef', lead: 'It grows.' }
  const release = `/api/releases/${await make(ida, 'releases', data)}`
  const made = async (who: Someone) => {
    const answer = await who.rest('POST', `${release}/links`, { recipient: who.name, days: 3 })
    return at(accepted(answer).body, 'address') as string
  }
  const [mine, theirs] = [await made(ida), await made(zoe)]
  expect([await outsiderStatus(mine), await outsiderStatus(theirs)]).toEqual([200, 200])
  accepted(await ida.rest('POST', `${release}/restriction`, { people: [ida.id, rita.id] }))
  expect([await outsiderStatus(mine), await outsiderStatus(theirs)]).toEqual([200, 404])
  const { body } = accepted(await rita.rest('GET', `${release}/links`))
  expect(
    (at(body, 'links') as { recipient: string; standing: string }[]).map(
      ({ recipient, standing }) => `${recipient}: ${standing}`,
    ),
  ).toEqual(expect.arrayContaining(['zoe: restricted', 'ida: open']))
  accepted(await ida.rest('POST', `${release}/restriction/lift`, {}))
  expect(await outsiderStatus(theirs)).toBe(200)
})

it('goes on hiding the timeline of a text that was deleted', async () => {
  const data = { language: 'en', headline: marks.word('deleted headline') }
  const release = `/api/releases/${await make(ida, 'releases', data)}`
  accepted(await ida.rest('POST', `${release}/restriction`, { people: [ida.id] }))
  accepted(await ida.rest('DELETE', release))
  const about = `/api/events?where[family][equals]=${idIn(release)}`
  expect(at((await ida.rest('GET', about)).body, 'totalDocs')).toBe(3)
  expect(at((await zoe.rest('GET', about)).body, 'totalDocs')).toBe(0)
  expect(problemsOf(await verify(desk.payload))).toEqual([])
})
