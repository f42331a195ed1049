import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done, make, publishedContact, stored, words } from './family.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'

let desk: Desk
let editor: Someone
let reviewer: Someone
let contact: string

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor', ['editor'])
  reviewer = await desk.person('reviewer', ['reviewer'])
  contact = await publishedContact(editor, reviewer)
})
afterAll(() => desk.close())

const text = (language: string) => ({
  language,
  headline: `Ferries ${language}`,
  lead: 'They sail.',
  body: words('On Monday.'),
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

async function publish(collection: string, id: string, input: object = {}) {
  const path = `/api/${collection}/${id}`
  await done(editor, path, 'submit')
  await done(reviewer, path, 'approve')
  await done(reviewer, path, 'publish', { ...input })
}
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
    await publish('releases', en)
    const nb = await translation(en, 'nb')
    await publish('translations', nb)
    await done(editor, path, 'revise')
    await done(editor, path, 'submit')
    await done(reviewer, path, 'approve')
    const time = new Date(desk.clock.now.getTime() + 3_600_000).toISOString()
    await done(reviewer, path, 'schedule', { at: time })

    await done(reviewer, path, 'withdraw', { languages: ['nb'], explanation: 'A wrong word.' })

    const row = await stored(desk, 'releases', en)
    expect(row.state).toBe('scheduled')
    expect(new Date(String(row.scheduledFor)).toISOString()).toBe(time)
    expect(await entry(nb)).toBe('withdrawn')

    await done(reviewer, path, 'withdraw', { explanation: 'A wrong number.' })
    expect(await stored(desk, 'releases', en)).toMatchObject({
      state: 'withdrawn',
      scheduledFor: null,
    })
  })
})

describe('the language of a release', () => {
  it('can’t become that of its translation', async () => {
    const en = await release()
    await translation(en, 'nb')
    const before = await stored(desk, 'releases', en)
    const answer = await editor.rest('PATCH', `/api/releases/${en}`, {
      revision: before.revision,
      language: 'nb',
    })
    expect(answer.status).toBe(422)
    expect(at(answer.body, 'errors', 0, 'message')).toMatch(/translation/)
    expect(await stored(desk, 'releases', en)).toEqual(before)
  })

  it('may become any other', async () => {
    const en = await release()
    await translation(en, 'nb')
    const answer = await editor.rest('PATCH', `/api/releases/${en}`, {
      revision: 1,
      language: 'kk',
    })
    expect(answer.status).toBe(200)
    expect(await stored(desk, 'releases', en)).toMatchObject({ language: 'kk' })
  })

  it('can’t become that of its translation by restoring a version either', async () => {
    const nb = await release({ language: 'nb' })
    await editor.rest('PATCH', `/api/releases/${nb}`, { revision: 1, language: 'en' })
    await translation(nb, 'nb')
    const { docs } = await desk.payload.findVersions({
      collection: 'releases',
      where: { 'version.language': { equals: 'nb' }, parent: { equals: nb } },
    })
    const before = await stored(desk, 'releases', nb)
    const answer = await editor.rest('POST', `/api/releases/versions/${docs[0]?.id}`)
    expect(answer.status).toBe(422)
    expect(await stored(desk, 'releases', nb)).toEqual(before)
  })
})
