import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromLexical } from '../../src/desk/lexical.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { accepted, act, change, make } from './acts.ts'
import { type Answer, at, type Desk, openDesk, type Someone } from './harness.ts'
import { item, type Json, translationOf } from './ninjs-items.ts'
import { wholeDatabase } from './whole-database.ts'

/** What waits beside a text until somebody decides: read, compared, taken over or dismissed. */

let desk: Desk
let editor: Someone
let second: Someone
let translator: Someone
let other: Someone
let reviewer: Someone
let administrator: Someone
let contact: string

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor', ['editor'])
  second = await desk.person('second', ['editor'])
  translator = await desk.person('translator', ['translator'])
  other = await desk.person('other', ['translator'])
  reviewer = await desk.person('reviewer', ['reviewer'])
  administrator = await desk.person('administrator', ['administrator'])
  contact = await make(editor, 'contacts', { name: 'Ada Press', telephone: '+47 00 00 00 01' })
})
afterAll(() => desk.close())

const send = async (json: Json) =>
  accepted(await editor.rest('POST', '/api/releases/import', json)).body

type Row = Record<string, unknown> & { id: string }

async function rows(collection: CollectionSlug, where: Record<string, string>): Promise<Row[]> {
  const { docs } = await desk.payload.db.find<Row>({
    collection,
    where: Object.fromEntries(Object.entries(where).map(([name, equals]) => [name, { equals }])),
    limit: 0,
    pagination: false,
    ...(collection === 'events' ? { sort: 'number' } : {}),
  })
  return docs
}
async function row(collection: CollectionSlug, where: Record<string, string>): Promise<Row> {
  const found = await rows(collection, where)
  expect(found).toHaveLength(1)
  return found[0] ?? expect.unreachable()
}
const openItem = (id: string) => row('open-items', { id })
const release = (id: string) => row('releases', { id })

interface Waiting {
  uri: string
  text: string
  /** `/api/releases/<id>`. */
  path: string
  open: string
  /** `/api/open-items/<id>`. */
  item: string
}

let made = 0

async function about(uri: string): Promise<Waiting> {
  const { id: text } = await row('releases', { provenanceUri: uri })
  const { id: open } = await row('open-items', { uri })
  return { uri, text, path: `/api/releases/${text}`, open, item: `/api/open-items/${open}` }
}

/** A release in revision 2, in whose lead the editor has worked, and version 2 of its item beside it. */
async function waiting(newer: Json = {}, ...paragraphs: string[]): Promise<Waiting> {
  const uri = `urn:halvoria.example:open:${++made}`
  await send(item(uri))
  const { id } = await row('releases', { provenanceUri: uri })
  await change(editor, `/api/releases/${id}`, { lead: 'It sails in June.', contacts: [contact] })
  await send(item(uri, { version: '2', ...newer }, ...paragraphs))
  return about(uri)
}

/** A release that is cancelled at its source. */
async function cancelled(): Promise<Waiting> {
  const uri = `urn:halvoria.example:open:${++made}`
  await send(item(uri))
  await send({ uri, pubStatus: 'canceled', version: '2' })
  return about(uri)
}

const takeOver = (who: Someone, { item: path }: Waiting, revision: unknown = 2) =>
  who.rest('POST', `${path}/actions/take-over`, { revision })
const dismiss = (who: Someone, { item: path }: Waiting, note: unknown = 'Not for us.') =>
  who.rest('POST', `${path}/actions/dismiss`, { note })
const codes = (answer: Answer) =>
  ((at(answer.body, 'errors', 0, 'data', 'why') ?? []) as { code: string }[]).map(
    ({ code }) => code,
  )
const told = (answer: Answer) => at(answer.body, 'errors', 0, 'message')

/** The answer to what is to be refused, when nothing was changed by asking. */
async function refused(ask: () => Promise<Answer>): Promise<Answer> {
  const before = await wholeDatabase(desk)
  const answer = await ask()
  expect(answer.status, JSON.stringify(answer.body)).toBeGreaterThanOrEqual(400)
  expect(await wholeDatabase(desk)).toBe(before)
  return answer
}

describe('a newer version that waits beside a text', () => {
  let one: Waiting
  beforeAll(async () => {
    one = await waiting(
      { headlines: [{ value: 'A bigger ferry for the lake' }] },
      'The ferry carries 310 people.',
      'Dogs sail free.',
    )
  })

  it('is compared with the text, word by word', async () => {
    const before = await wholeDatabase(desk)
    const { status, body } = await reviewer.rest('GET', `${one.item}/diff`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      kind: 'proposed-update',
      state: 'open',
      uri: one.uri,
      version: '2',
      raisedBy: 'editor',
      text: { type: 'release', id: one.text, revision: 2, state: 'draft' },
    })
    const fields = at(body, 'comparison', 'fields') as Json[]
    expect(fields.filter(({ changed }) => changed)).toEqual([
      {
        field: 'headline',
        changed: true,
        words: [
          { kind: 'same', text: 'A ' },
          { kind: 'added', text: 'bigger ' },
          { kind: 'same', text: 'ferry for the lake' },
        ],
      },
      {
        field: 'lead',
        changed: true,
        words: [
          { kind: 'same', text: 'It sails in ' },
          { kind: 'removed', text: 'June' },
          { kind: 'added', text: 'May' },
          { kind: 'same', text: '.' },
        ],
      },
    ])
    expect(at(body, 'comparison', 'body')).toMatchObject([
      {
        kind: 'changed',
        words: [
          { kind: 'same', text: 'The ferry carries ' },
          { kind: 'removed', text: '300' },
          { kind: 'added', text: '310' },
          { kind: 'same', text: ' people.' },
        ],
      },
      { kind: 'added', words: [{ kind: 'added', text: 'Dogs sail free.' }] },
    ])
    expect(await wholeDatabase(desk)).toBe(before)
  })

  it.each([
    ['a reviewer', () => reviewer, ['wrong-role']],
    ['a translator', () => translator, ['wrong-role']],
    ['an administrator', () => administrator, ['wrong-role']],
    ['an editor', () => second, null],
  ] as const)('is offered to %s as it would be answered', async (_who, person, why) => {
    const { body } = await person().rest('GET', `${one.item}/actions`)
    const offered = (at(body, 'actions') as Json[]).map(({ action, allowed, why: reasons }) => ({
      action,
      allowed,
      why: reasons ? (reasons as Json[]).map(({ code }) => code) : null,
    }))
    expect(offered).toEqual([
      { action: 'take-over', allowed: why === null, why },
      { action: 'dismiss', allowed: why === null, why },
    ])
    expect(at(body, 'revision')).toBe(2)
  })

  it.each([
    ['a stranger', () => desk.stranger, 401],
    ['a reviewer', () => reviewer, 403],
    ['a translator', () => translator, 403],
    ['an administrator', () => administrator, 403],
  ] as const)('isn’t settled by %s', async (_who, person, status) => {
    expect((await refused(() => takeOver(person(), one))).status).toBe(status)
    expect((await refused(() => dismiss(person(), one))).status).toBe(status)
  })

  it.each([
    ['a revision that isn’t the text’s', () => takeOver(editor, one, 1), 409, /revision/i],
    ['no revision', () => takeOver(editor, one, null), 422, /isn’t complete/],
    ['no reason', () => dismiss(editor, one, ' '), 422, /isn’t complete/],
    [
      'an action that there isn’t',
      () => editor.rest('POST', `${one.item}/actions/publish`, { revision: 2 }),
      404,
      /Possible are: take-over, dismiss/,
    ],
    [
      'an open item that there isn’t',
      () => takeOver(editor, { ...one, item: '/api/open-items/nothing' }),
      404,
      /no such document/,
    ],
  ] as const)('isn’t settled with %s', async (_what, ask, status, sentence) => {
    const answer = await refused(ask)
    expect(answer.status).toBe(status)
    expect(told(answer)).toMatch(sentence)
  })

  it('tells whoever names an old revision what happened meanwhile', async () => {
    const answer = await refused(() => takeOver(editor, one, 1))
    expect(codes(answer)).toEqual(['stale-revision'])
    expect(at(answer.body, 'errors', 0, 'data')).toMatchObject({
      revision: 2,
      changes: [{ what: 'change', by: 'editor', revision: 2 }],
    })
  })

  it('isn’t taken over while the text is in review, and is afterwards', async () => {
    await act(editor, one.path, 'submit')
    const answer = await refused(() => takeOver(editor, one, 3))
    expect([answer.status, codes(answer)]).toEqual([409, ['not-draft']])
    await act(editor, one.path, 'recall')
    accepted(await takeOver(second, one, 4))
    expect(await release(one.text)).toMatchObject({
      revision: 5,
      state: 'draft',
      headline: 'A bigger ferry for the lake',
      lead: 'It sails in May.',
    })
  })
})

describe('taking a newer version over', () => {
  let one: Waiting
  beforeAll(async () => {
    // It says nothing of where: the date line stays.
    one = await waiting({ located: undefined }, 'Other words.')
    accepted(await takeOver(second, one))
  })

  it('puts its words into the text, and keeps what it says nothing about', async () => {
    const text = await release(one.text)
    expect(text).toMatchObject({
      revision: 3,
      lead: 'It sails in May.',
      datelinePlace: 'Oslo',
      provenanceUri: one.uri,
      provenanceVersion: '2',
    })
    expect(fromLexical(text.body)).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: 'Other words.' }] },
    ])
    const { body } = await editor.rest('GET', one.path)
    expect(at(body, 'contacts')).toEqual([contact])
  })

  it('stands in the timeline and on the open item, in the name of who did it', async () => {
    const events = await rows('events', { subject: one.text })
    expect(events.map(({ what, actorName }) => [what, actorName])).toEqual([
      ['import', 'editor'],
      ['change', 'editor'],
      ['import', 'second'],
    ])
    expect(events[2]).toMatchObject({ note: `${one.uri}, 2`, revision: 3 })
    expect(events[2]?.fingerprintAfter).not.toBe(events[2]?.fingerprintBefore)
    expect(await openItem(one.open)).toMatchObject({
      state: 'taken-over',
      settledBy: second.id,
      settledByName: 'second',
    })
  })

  it('is one act, however often it is asked for, and is nobody else’s any more', async () => {
    const before = await wholeDatabase(desk)
    accepted(await takeOver(second, one))
    expect(await wholeDatabase(desk)).toBe(before)
    for (const ask of [() => takeOver(editor, one, 3), () => dismiss(editor, one)]) {
      const answer = await refused(ask)
      expect([answer.status, codes(answer)]).toEqual([409, ['settled']])
      expect(told(answer)).toMatch(/^second settled this already/)
    }
  })

  it('makes nobody’s own work the source’s: the next version waits again', async () => {
    const body = await send(item(one.uri, { version: '3' }, 'Third words.'))
    expect(at(body, 'items', 0, 'outcome')).toBe('proposed')
  })

  it('of everything that the text says lets the next version in', async () => {
    const all = await waiting()
    accepted(await takeOver(editor, all))
    const body = await send(item(all.uri, { version: '3' }, 'Third words.'))
    expect(at(body, 'items', 0, 'outcome')).toBe('updated')
  })

  it('makes its doer an author, who can’t approve it', async () => {
    const both = await desk.person('both', ['editor', 'reviewer'])
    const two = await waiting()
    accepted(await takeOver(both, two))
    await act(editor, two.path, 'submit')
    const answer = await refused(() =>
      both.rest('POST', `${two.path}/actions/approve`, { revision: 4 }),
    )
    expect(codes(answer)).toEqual(['own-work'])
  })
})

describe('dismissing', () => {
  it('leaves an approved text as it is, and its approval with it', async () => {
    const one = await waiting()
    await act(editor, one.path, 'submit')
    await act(reviewer, one.path, 'approve')
    const before = await release(one.text)
    accepted(await dismiss(second, one, 'The ministry was wrong.'))
    const after = await release(one.text)
    expect(after).toMatchObject({ state: 'approved', revision: 5, lead: 'It sails in June.' })
    expect(after.body).toEqual(before.body)
    expect((await rows('events', { subject: one.text })).at(-1)).toMatchObject({
      what: 'dismiss',
      actorName: 'second',
      note: 'The ministry was wrong.',
      revision: 5,
    })
    expect(await openItem(one.open)).toMatchObject({
      state: 'dismissed',
      settledByName: 'second',
      note: 'The ministry was wrong.',
    })
    const repeated = await wholeDatabase(desk)
    accepted(await dismiss(second, one, 'The ministry was wrong.'))
    expect(await wholeDatabase(desk)).toBe(repeated)
    // The contact is a draft; that is all that keeps it.
    const { body } = await reviewer.rest('GET', `${one.path}/actions`)
    const publishing = (at(body, 'actions') as Json[]).find(({ action }) => action === 'publish')
    expect(((publishing?.why ?? []) as Json[]).map(({ code }) => code)).toEqual(['requirements'])
  })

  it('is all that can be done about what was cancelled at its source', async () => {
    const one = await cancelled()
    const { body } = await editor.rest('GET', `${one.item}/diff`)
    expect(at(body, 'comparison')).toBeNull()
    const answer = await refused(() => takeOver(editor, one, 1))
    expect([answer.status, codes(answer)]).toEqual([409, ['nothing-to-take-over']])
    accepted(await dismiss(editor, one))
    expect(await openItem(one.open)).toMatchObject({ state: 'dismissed' })
    expect(await release(one.text)).toMatchObject({ revision: 2, state: 'draft' })
  })
})

describe('a newer version beside a translation', () => {
  it('is its translator’s to settle, and no other’s', async () => {
    const source = `urn:halvoria.example:open:${++made}`
    const uri = `urn:halvoria.example:open:${++made}`
    await send(item(source))
    const { id } = await row('releases', { provenanceUri: source })
    const own = await make(translator, 'translations', {
      release: id,
      language: 'nb',
      headline: 'En ferge',
    })
    await send(
      item(uri, { language: 'nb', associations: translationOf(source) }, 'Fergen tar 300.'),
    )
    const { id: open } = await row('open-items', { subject: own })
    const one = { uri, text: own, path: '', open, item: `/api/open-items/${open}` }
    const answer = await refused(() => takeOver(other, one, 1))
    expect([answer.status, codes(answer)]).toEqual([403, ['not-own']])
    expect((await refused(() => dismiss(other, one))).status).toBe(403)
    accepted(await takeOver(translator, one, 1))
    const text = await row('translations', { id: own })
    expect(text).toMatchObject({ revision: 2, headline: 'A ferry for the lake', release: id })
  })
})

describe('two who settle the same at once', () => {
  it.each([
    ['take it over', (one: Waiting) => [takeOver(editor, one), takeOver(second, one)]],
    ['dismiss it', (one: Waiting) => [dismiss(editor, one, 'One.'), dismiss(second, one, 'Two.')]],
    ['do one and the other', (one: Waiting) => [takeOver(editor, one), dismiss(second, one)]],
  ])('%s, and one of them wins', async (_what, race) => {
    const one = await waiting()
    const answers = await Promise.all(race(one))
    expect(answers.map(({ status }) => String(status)).sort()).toEqual(['200', '409'])
    const winner = answers[0]?.status === 200 ? editor : second
    expect(await openItem(one.open)).toMatchObject({ settledBy: winner.id })
    expect(await release(one.text)).toMatchObject({ revision: 3 })
    expect(await rows('events', { subject: one.text })).toHaveLength(3)
  })
})

describe('a text that is deleted', () => {
  it('takes what waits beside it along', async () => {
    const one = await waiting()
    accepted(await editor.rest('DELETE', one.path))
    expect(await openItem(one.open)).toMatchObject({
      state: 'text-deleted',
      settledByName: 'editor',
    })
    for (const ask of [() => takeOver(editor, one), () => dismiss(editor, one)])
      expect(codes(await refused(ask))).toEqual(['settled'])
    const { body } = await editor.rest('GET', `${one.item}/diff`)
    expect(body).toMatchObject({ state: 'text-deleted', text: null, comparison: null })
  })
})

const everybody = () => [editor, translator, reviewer, administrator]

describe('an open item itself', () => {
  it('is read by everybody who has a role', async () => {
    const one = await waiting()
    for (const person of everybody()) {
      const { body } = await person.rest('GET', '/api/open-items?limit=0&depth=0')
      expect((at(body, 'docs') as Row[]).map(({ id }) => id)).toContain(one.open)
      expect((await person.rest('GET', one.item)).status).toBe(200)
    }
  })

  it('is made, changed, copied and deleted by nobody', async () => {
    const one = await waiting()
    const stored = await openItem(one.open)
    const before = await wholeDatabase(desk)
    for (const person of everybody())
      for (const [method, path, body, status] of [
        ['POST', '/api/open-items', { ...stored, id: undefined, key: 'another' }, 403],
        ['PATCH', one.item, { state: 'dismissed' }, 403],
        ['DELETE', one.item, undefined, 403],
        ['PATCH', '/api/open-items?where[id][exists]=true', { state: 'dismissed' }, 405],
        ['DELETE', '/api/open-items?where[id][exists]=true', undefined, 405],
        ['POST', `${one.item}/duplicate`, {}, 404],
      ] as const)
        expect([path, (await person.rest(method, path, body)).status]).toEqual([path, status])
    const { payload } = desk
    const name = { collection: 'open-items' as const, overrideAccess: true }
    const never = /settled by its actions only/
    const copy = { ...stored, key: 'another' } as never
    await expect(payload.create({ ...name, data: copy })).rejects.toThrow(never)
    const data = { state: 'dismissed' } as const
    await expect(payload.update({ ...name, id: one.open, data })).rejects.toThrow(never)
    await expect(payload.delete({ ...name, id: one.open })).rejects.toThrow(never)
    expect(await wholeDatabase(desk)).toBe(before)
  })
})

it('leaves a record that is whole', async () => {
  expect(problemsOf(await verify(desk.payload))).toEqual([])
})
