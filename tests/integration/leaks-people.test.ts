import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted, change, make, picture, upload } from './acts.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'
import { Marks } from './marked.ts'

/**
 * What people at the desk learn of each other, and of the workflow's own columns: the texts are open to all of them,
 * addresses, sessions and password hashes of colleagues are not, by no filter, order, relation or version.
 */

let desk: Desk
let marks: Marks
const addresses = new Marks()
let editor: Someone
let translator: Someone
let reviewer: Someone
let administrator: Someone
/** Two translations: the translator of the second has more wrong sign-ins, a later lock, a later token. */
let texts: { first: string; second: string; release: string }

/** Of an account, besides its address. */
const secrets = [
  'email',
  'hash',
  'salt',
  'password',
  'sessions',
  'sessions.id',
  'sessions.createdAt',
  'sessions.expiresAt',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'resetPasswordRequestedAt',
  'lockUntil',
  'loginAttempts',
]
const internals = ['busy', 'busySince', 'unfinished']

type Row = Record<string, unknown> & { id: string }

async function rowOf(collection: string, id: string): Promise<Row> {
  const row = await desk.payload.db.findOne<Row>({
    collection: collection as CollectionSlug,
    where: { id: { equals: id } },
  })
  return row ?? expect.unreachable()
}

async function set(collection: string, id: string, data: object): Promise<void> {
  const changed: unknown = await desk.payload.db.updateOne({
    collection: collection as CollectionSlug,
    where: { id: { equals: id } },
    data: { ...data },
    options: { atomic: true },
  })
  expect(changed).toBeTruthy()
}

beforeAll(async () => {
  desk = await openDesk()
  marks = new Marks()
  editor = await desk.withPassword('editor', ['editor'])
  translator = await desk.withPassword('translator', ['translator'])
  reviewer = await desk.withPassword('reviewer', ['reviewer'])
  administrator = await desk.withPassword('administrator', ['administrator'])
  const other = await desk.withPassword('other', ['translator'])
  const translate = async (headline: string, by: Someone) => {
    const release = await make(editor, 'releases', { language: 'en', headline: 'Release' })
    const data = { release, language: 'nb', headline, translator: by.id }
    return { release, id: await make(editor, 'translations', data) }
  }
  const { release, id: first } = await translate('First', editor)
  texts = { release, first, second: (await translate('Second', other)).id }
  await change(editor, `/api/translations/${first}`, { lead: 'Again.' })
  for (const [index, person] of [editor, other, translator, reviewer, administrator].entries()) {
    // As accounts of before keep it until they are taken over.
    for (const name of ['hash', 'salt']) {
      const value = `${name}0${index}`.padEnd(64, '0')
      await set('users', person.id, { [name]: value })
      marks.add(value, `${name} of ${person.name}`)
    }
    const where = { person: { equals: person.id } }
    const linkUntil = `${2041 + index}-01-02T03:04:05.000Z`
    const link = { linkHash: marks.word(`link of ${person.name}`), linkUntil }
    const credentials: unknown = await desk.payload.db.updateOne({
      collection: 'credentials',
      where,
      data: { ...link, factor: marks.word(`factor of ${person.name}`) },
      options: { atomic: true },
    })
    marks.add(`${2041 + index}-01-02`, `end of a link of ${person.name}`)
    for (const name of ['passwordHash', 'passwordSalt'])
      marks.add(String((credentials as Row)[name]), `${name} of ${person.name}`)
  }
  for (const person of [editor, other]) {
    addresses.add(person.email, `address of ${person.name}`)
    const where = { person: { equals: person.id } }
    const { docs } = await desk.payload.db.find<Row>({ collection: 'sessions', where })
    for (const { id, secretHash } of docs) {
      marks.add(id, `a session of ${person.name}`)
      marks.add(String(secretHash), `the secret of a session of ${person.name}`)
    }
  }
  // Something is under way on the release as long as the questions last.
  await set('releases', release, {
    busy: 1,
    busySince: '2099-01-02T03:04:05.000Z',
    unfinished: JSON.stringify({ kind: 'family', translation: marks.word('unfinished') }),
  })
  marks.add('2099-01-02', 'busy since')
  for (const name of ['one.jpg', 'two.jpg']) {
    const logo = await upload(editor, 'images', await picture(name, '#123456'), {})
    accepted(await administrator.rest('POST', '/api/globals/mission', { logo }))
    if (name === 'one.jpg') await set('images', logo, { busy: 1, unfinished: 'x' })
  }
})
afterAll(() => desk.close())

/** An administrator keeps the accounts, and with them the addresses; the rest is nobody's. */
const people = [
  ['a translator', () => translator, false],
  ['a reviewer', () => reviewer, false],
  ['an administrator', () => administrator, true],
] as const

const everyField = [...secrets, ...internals]
const ways = [
  '',
  'depth=2',
  `depth=99&${everyField.map((name) => `populate[users][${name}]=true`).join('&')}`,
  `depth=2&${everyField.map((name) => `populate[releases][${name}]=true`).join('&')}`,
  everyField.map((name) => `select[${name}]=true`).join('&'),
  everyField.map((name) => `select[version][${name}]=true`).join('&'),
  'showHiddenFields=true&overrideAccess=true&draft=true&trash=true&locale=all&pagination=false',
]

describe.each(people)('%s', (_who, person, knowsAddresses) => {
  it('reads no colleague’s address, session, hash or token anywhere, and nothing that is under way', async () => {
    const { collections } = desk.payload.config
    const paths = [
      ...collections.flatMap(({ slug }) => [
        `/api/${slug}`,
        `/api/${slug}/count`,
        `/api/${slug}/versions`,
      ]),
      `/api/users/${editor.id}`,
      `/api/users/${person().id}`,
      '/api/users/me',
      `/api/releases/${texts.release}`,
      `/api/translations/${texts.first}`,
      `/api/translations/${texts.second}`,
      `/api/translations/${texts.first}/actions`,
      '/api/globals/mission',
      '/api/globals/mission/versions',
      '/api/access',
      '/api/payload-preferences/list',
    ]
    let read = 0
    for (const path of paths)
      for (const way of ways) {
        const { status, body } = await person().rest('GET', `${path}?${way}`)
        const answer = JSON.stringify(body)
        expect(marks.in(answer, ''), `${path}?${way}`).toEqual([])
        if (!knowsAddresses) expect(addresses.in(answer, ''), `${path}?${way}`).toEqual([])
        if (status === 200) read++
      }
    expect(read).toBeGreaterThan(100)
    const list = JSON.stringify((await person().rest('GET', '/api/users')).body)
    expect(list).toContain('"name":"editor"')
    expect(addresses.in(list, '').length > 0).toBe(knowsAddresses)
  })

  it('is told nothing new by the answers that acts of one’s own get', async () => {
    for (const [method, path, body] of [
      ['PATCH', `/api/users/${person().id}`, { name: person().name }],
      ['POST', '/api/users/refresh-token', {}],
      ['POST', `/api/users/access/${editor.id}`, {}],
      ['POST', `/api/releases/access/${texts.release}`, {}],
    ] as const) {
      const answer = await person().rest(method, path, body)
      expect(answer.status, path).toBe(200)
      expect(marks.in(JSON.stringify(answer.body), ''), path).toEqual([])
    }
  })
})

/** Where a field can be named from: a collection, and the path from it. */
const fromAccounts: [string, (field: string) => string][] = [
  ['users', (field) => field],
  ['translations', (field) => `translator.${field}`],
  ['translations/versions', (field) => `version.translator.${field}`],
  ['translations/versions', (field) => `parent.translator.${field}`],
]
const fromTexts: [string, (field: string) => string][] = [
  ['releases', (field) => field],
  ['releases/versions', (field) => `version.${field}`],
  ['releases/versions', (field) => `parent.${field}`],
  ['translations', (field) => `release.${field}`],
  ['translations/versions', (field) => `version.release.${field}`],
]
const fromMission: [string, (field: string) => string][] = [
  ['globals/mission/versions', (field) => `version.logo.${field}`],
]
const named = [
  ...fromAccounts.flatMap(([from, path]) =>
    secrets.map((field) => ({ from, path: path(field), field, of: 'users' as const })),
  ),
  ...[...fromTexts, ...fromMission].flatMap(([from, path]) =>
    internals.map((field) => ({ from, path: path(field), field, of: 'releases' as const })),
  ),
]

/** The answer to a filter or order, without what the question said. */
async function asked(who: Someone, from: string, query: string, said = ''): Promise<string> {
  const { status, body } = await who.rest('GET', `/api/${from}?${query}`)
  const text = JSON.stringify(body)
  return `${status} ${said ? text.replaceAll(said, '…') : text}`
}

/** A stored value as somebody would write it into a question. */
const guessOf = (value: unknown) =>
  encodeURIComponent(JSON.stringify(value ?? 'x').replaceAll('"', ''))

/** The headlines of a list that a translator asks for, in its order. */
const heads = async (query: string) =>
  (
    at((await translator.rest('GET', `/api/${query}`)).body, 'docs') as {
      headline?: string
      version?: { headline: string }
    }[]
  ).map(({ headline, version }) => headline ?? version?.headline)

describe('a translator who guesses', () => {
  it.each(named)(
    '$path, filtering $from, is answered the same',
    async ({ from, path, field, of }) => {
      const row = await rowOf(of, of === 'users' ? editor.id : texts.release)
      const stored = row[field.split('.')[0] ?? '']
      const right = guessOf(
        Array.isArray(stored) ? (stored[0] as Row)[field.split('.')[1] ?? 'id'] : stored,
      )
      for (const nested of ['', 'count'])
        for (const operator of [
          'equals',
          'not_equals',
          'contains',
          'like',
          'exists',
          'in',
          'not_in',
          'greater_than',
          'less_than_equal',
        ]) {
          if (nested === 'count' && from.endsWith('/versions')) continue
          const wrong = /^\d+$/.test(right) ? '987654' : operator === 'exists' ? 'false' : 'wrong'
          const value = operator === 'exists' ? 'true' : right
          const question = (guess: string) => `where[or][0][${path}][${operator}]=${guess}`
          const place = nested ? `${from}/count` : from
          const one = await asked(translator, place, question(value))
          expect(one, `${place} ${operator}`).toBe(await asked(translator, place, question(wrong)))
          expect(marks.in(one, '')).toEqual([])
        }
    },
  )

  it.each(named)('$path, ordering $from, gets one order', async ({ from, path }) => {
    for (const spelling of [path, path.replaceAll('.', '__'), `language,${path}`]) {
      const backwards = spelling.replace(/([^,]+)$/, '-$1')
      const [up, down] = [
        await asked(translator, from, `sort=${spelling}`, path),
        await asked(translator, from, `sort=${backwards}`, path),
      ]
      const said = (text: string) => text.replaceAll(path.replaceAll('.', '__'), '…')
      expect(said(up), spelling).toBe(said(down))
    }
  })

  it('may still filter and order by what everybody reads', async () => {
    expect(await heads('translations?where[translator.name][equals]=editor')).toEqual(['First'])
    expect(await heads('translations?sort=headline')).toEqual(['First', 'Second'])
    expect(await heads('translations?sort=-headline')).toEqual(['Second', 'First'])
    expect(await heads('translations/versions?sort=version.headline')).toEqual([
      'First',
      'First',
      'Second',
    ])
  })

  it('an address as the own one, is told nothing by the answer', async () => {
    const path = `/api/users/${translator.id}`
    const taken = await translator.rest('PATCH', path, { email: editor.email })
    const free = await translator.rest('PATCH', path, { email: 'nobody@desk.example' })
    for (const answer of [taken, free]) {
      expect(answer.status).toBe(200)
      expect(at(answer.body, 'doc', 'email')).toBe(translator.email)
    }
    const own = await administrator.rest('PATCH', path, { email: 'new@desk.example' })
    expect(at(own.body, 'doc', 'email')).toBe('new@desk.example')
  })
})
