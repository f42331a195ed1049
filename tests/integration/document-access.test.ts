import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, accepted, change, make, paragraph, publish, revisionOf } from './acts.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'

/** What the admin shows as open or closed in a document, and what REST answers to who tries anyway. */

let desk: Desk
let editor: Someone
let translator: Someone
let other: Someone
let reviewer: Someone
let administrator: Someone
let contact: string

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('Eva', ['editor'])
  translator = await desk.person('Timo', ['translator'])
  other = await desk.person('Tora', ['translator'])
  reviewer = await desk.person('Rita', ['reviewer'])
  administrator = await desk.person('Ada', ['administrator'])
  contact = await make(editor, 'contacts', { name: 'Mira', email: 'press@mission.example' })
}, 120_000)

afterAll(() => desk.close())

const whole = (headline: string) => ({
  language: 'en',
  kind: 'news',
  headline,
  lead: 'It opens on Friday.',
  body: paragraph('Everybody may cross it.'),
  contacts: [contact],
  about: false,
})

/** What Payload's admin asks before it draws a document. */
async function may(who: Someone, collection: string, id: string) {
  const { body } = accepted(await who.rest('POST', `/api/${collection}/access/${id}`, {}))
  return { update: Boolean(at(body, 'update')), delete: Boolean(at(body, 'delete')) }
}

describe('a draft of a release', () => {
  let id: string
  beforeAll(async () => {
    id = await make(editor, 'releases', whole('A draft'))
  })

  it.each([
    ['an editor', () => editor, { update: true, delete: true }],
    ['a translator', () => translator, { update: false, delete: false }],
    ['a reviewer', () => reviewer, { update: false, delete: false }],
    ['an administrator', () => administrator, { update: false, delete: false }],
  ])('for %s', async (_who, who, expected) => {
    expect(await may(who(), 'releases', id)).toEqual(expected)
  })

  it.each([
    ['of an older revision', '2', 409, /changed/],
    ['of no revision', 'x', 422, /“revision” must be/],
  ])('isn’t deleted when somebody speaks %s', async (_what, said, status, why) => {
    const answer = await editor.rest('DELETE', `/api/releases/${id}?revision=${said}`)
    expect(answer.status, JSON.stringify(answer.body)).toBe(status)
    expect(at(answer.body, 'errors', 0, 'message')).toMatch(why)
    expect(await revisionOf(editor, `/api/releases/${id}`)).toBe(1)
  })

  it('is told in a sentence not to exist, once it was deleted', async () => {
    const gone = `/api/releases/${await make(editor, 'releases', whole('Another'))}`
    accepted(await editor.rest('DELETE', `${gone}?revision=1`))
    for (const method of ['GET', 'PATCH', 'DELETE']) {
      const answer = await editor.rest(
        method,
        gone,
        method === 'PATCH' ? { revision: 1 } : undefined,
      )
      expect(answer).toMatchObject({
        status: 404,
        body: { errors: [{ message: expect.stringMatching(/^There is no such document\./) }] },
      })
    }
  })

  it('can’t be deleted while it has translations', async () => {
    await make(translator, 'translations', {
      release: id,
      language: 'nb',
      headline: 'Et utkast',
    })
    expect(await may(editor, 'releases', id)).toEqual({ update: true, delete: false })
    const refused = await editor.rest('DELETE', `/api/releases/${id}`)
    expect(refused.status).toBe(409)
    expect(at(refused.body, 'errors', 0, 'message')).toBe(
      'This release has translations, so it can’t be deleted. Delete the translations first.',
    )
    expect((await editor.rest('GET', `/api/releases/${id}`)).status).toBe(200)
  })
})

describe('a draft of a translation', () => {
  it.each([
    ['its translator', () => translator, { update: true, delete: false }],
    ['another translator', () => other, { update: false, delete: false }],
    ['an editor', () => editor, { update: true, delete: true }],
  ])('for %s', async (_who, who, expected) => {
    const release = await make(editor, 'releases', whole('To be translated'))
    const id = await make(translator, 'translations', {
      release,
      language: 'nb',
      headline: 'Et utkast',
    })
    expect(await may(who(), 'translations', id)).toEqual(expected)
  })
})

describe('a text that is no draft', () => {
  let id: string
  let version: string
  beforeAll(async () => {
    id = await make(editor, 'releases', whole('Once published'))
    await change(editor, `/api/releases/${id}`, { lead: 'It opens on Saturday.' })
    const versions = await editor.rest('GET', `/api/releases/versions?where[parent][equals]=${id}`)
    version = at(versions.body, 'docs', 1, 'id') as string
    await publish(editor, reviewer, `/api/contacts/${contact}`)
    await publish(editor, reviewer, `/api/releases/${id}`)
  })

  it('is shown as closed to everybody', async () => {
    for (const who of [editor, translator, reviewer, administrator])
      expect(await may(who, 'releases', id), who.name).toEqual({ update: false, delete: false })
  })

  it.each([
    [
      'changed',
      async () =>
        editor.rest('PATCH', `/api/releases/${id}`, {
          revision: await revisionOf(editor, `/api/releases/${id}`),
          headline: 'Another',
        }),
      'This is published and can’t be changed. Choose “Revise” first.',
    ],
    [
      'deleted',
      () => editor.rest('DELETE', `/api/releases/${id}`),
      'This is published and can’t be changed. Choose “Revise” first. This was published, so it can’t be deleted. Withdraw, retract or archive it instead.',
    ],
    [
      'given an old version',
      () => editor.rest('POST', `/api/releases/versions/${version}`),
      'This is published and can’t be changed. Choose “Revise” first.',
    ],
  ])('says why it can’t be %s', async (_what, attempt, sentence) => {
    const before = (await editor.rest('GET', `/api/releases/${id}`)).body
    const answer = await attempt()
    expect(answer.status).toBe(409)
    expect(at(answer.body, 'errors', 0, 'message')).toBe(sentence)
    expect((await editor.rest('GET', `/api/releases/${id}`)).body).toEqual(before)
  })

  it('says so in the language of who asks', async () => {
    const answer = await editor.rest('DELETE', `/api/releases/${id}`, undefined, {
      'Accept-Language': 'kk',
    })
    expect(at(answer.body, 'errors', 0, 'message')).toContain('Түзету енгізу')
  })

  it('tells a stranger nothing of it', async () => {
    const { stranger } = desk
    expect((await stranger.rest('DELETE', `/api/releases/${id}`)).status).toBe(403)
    expect((await stranger.rest('POST', `/api/releases/versions/${version}`)).status).toBe(403)
  })

  it('can be changed again once it is revised', async () => {
    await act(editor, `/api/releases/${id}`, 'revise')
    expect(await may(editor, 'releases', id)).toEqual({ update: true, delete: false })
    accepted(await editor.rest('POST', `/api/releases/versions/${version}`))
    expect(at((await editor.rest('GET', `/api/releases/${id}`)).body, 'lead')).toBe(
      'It opens on Friday.',
    )
  })
})

describe('many documents at once', () => {
  it('are offered for deletion to nobody', async () => {
    const { body } = accepted(await editor.rest('GET', '/api/access'))
    for (const collection of ['releases', 'translations', 'contacts', 'images', 'documents']) {
      expect(at(body, 'collections', collection, 'create'), collection).toBe(true)
      expect(at(body, 'collections', collection, 'update'), collection).toBe(true)
      expect(at(body, 'collections', collection, 'delete'), collection).toBeUndefined()
    }
  })
})
