import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, make, paragraph, publish, rowOf } from './acts.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'

let desk: Desk
let editor: Someone
let reviewer: Someone
let contact: string

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor', ['editor'])
  reviewer = await desk.person('reviewer', ['reviewer'])
  contact = await make(editor, 'contacts', { name: 'Ada Press', telephone: '+47 00 00 00 01' })
  await publish(editor, reviewer, `/api/contacts/${contact}`)
})
afterAll(() => desk.close())

const text = (language: string) => ({
  language,
  headline: `Ferries ${language}`,
  lead: 'They sail.',
  body: paragraph('On Monday.'),
})
const release = (more: object = {}) =>
  make(editor, 'releases', {
    ...text('en'),
    kind: 'news',
    contacts: [contact],
    about: false,
    ...more,
  })
const translation = (of: string, language: string) =>
  make(editor, 'translations', { ...text(language), release: of })

const entry = async (subject: string) => {
  const row = await desk.payload.db.findOne<{ id: string; standing: string }>({
    collection: 'entries',
    where: { subject: { equals: subject } },
  })
  return row?.standing
}

describe('a release that is scheduled for its second edition', () => {
  it('keeps its time when only a translation is withdrawn', async () => {
    const en = await release()
    const path = `/api/releases/${en}`
    await publish(editor, reviewer, path)
    const nb = await translation(en, 'nb')
    await publish(editor, reviewer, `/api/translations/${nb}`)
    await act(editor, path, 'revise')
    await act(editor, path, 'submit')
    await act(reviewer, path, 'approve')
    const time = new Date(desk.clock.now.getTime() + 3_600_000).toISOString()
    await act(reviewer, path, 'schedule', { at: time })

    await act(reviewer, path, 'withdraw', { languages: ['nb'], explanation: 'A wrong word.' })

    const row = await rowOf(desk, 'releases', en)
    expect(row.state).toBe('scheduled')
    expect(new Date(String(row.scheduledFor)).toISOString()).toBe(time)
    expect(await entry(nb)).toBe('withdrawn')

    await act(reviewer, path, 'withdraw', { explanation: 'A wrong number.' })
    expect(await rowOf(desk, 'releases', en)).toMatchObject({
      state: 'withdrawn',
      scheduledFor: null,
    })
  })
})

describe('the language of a release', () => {
  it('can’t become that of its translation', async () => {
    const en = await release()
    await translation(en, 'nb')
    const before = await rowOf(desk, 'releases', en)
    const answer = await editor.rest('PATCH', `/api/releases/${en}`, {
      revision: before.revision,
      language: 'nb',
    })
    expect(answer.status).toBe(422)
    expect(at(answer.body, 'errors', 0, 'message')).toMatch(/translation/)
    expect(await rowOf(desk, 'releases', en)).toEqual(before)
  })

  it('may become any other', async () => {
    const en = await release()
    await translation(en, 'nb')
    const answer = await editor.rest('PATCH', `/api/releases/${en}`, {
      revision: 1,
      language: 'kk',
    })
    expect(answer.status).toBe(200)
    expect(await rowOf(desk, 'releases', en)).toMatchObject({ language: 'kk' })
  })

  it('can’t become that of its translation by restoring a version either', async () => {
    const nb = await release({ language: 'nb' })
    await editor.rest('PATCH', `/api/releases/${nb}`, { revision: 1, language: 'en' })
    await translation(nb, 'nb')
    const { docs } = await desk.payload.findVersions({
      collection: 'releases',
      where: { 'version.language': { equals: 'nb' }, parent: { equals: nb } },
    })
    const before = await rowOf(desk, 'releases', nb)
    const answer = await editor.rest('POST', `/api/releases/versions/${docs[0]?.id}`)
    expect(answer.status).toBe(422)
    expect(await rowOf(desk, 'releases', nb)).toEqual(before)
  })
})

describe('an act on a translation by somebody who may not take it', () => {
  it.each(['publish', 'withdraw', 'retract'])(
    '%s holds up nobody at its release',
    async (action) => {
      const en = await release()
      const nb = await translation(en, 'nb')
      const before = await rowOf(desk, 'releases', en)
      const answer = await editor.rest('POST', `/api/translations/${nb}/actions/${action}`, {
        revision: 1,
        explanation: 'x',
      })
      expect(answer.status).toBe(403)
      expect(await rowOf(desk, 'releases', en)).toEqual(before)
    },
  )
})
