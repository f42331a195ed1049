import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toLexical } from '../../src/desk/lexical.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'

let desk: Desk
let editor: Someone
let reviewer: Someone

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor', ['editor'])
  reviewer = await desk.person('reviewer', ['reviewer'])
})
afterAll(() => desk.close())

describe('a release', () => {
  it('goes from the first word to the press room and out of it again', async () => {
    const contact = await editor.rest('POST', '/api/contacts', {
      name: 'Ada Press',
      telephone: '+47 00 00 00 01',
    })
    expect(contact.status, JSON.stringify(contact.body)).toBe(201)
    const contactId = at(contact.body, 'doc', 'id') as string
    for (const [who, action, revision] of [
      [editor, 'submit', 1],
      [reviewer, 'publish', 2],
    ] as const) {
      const answer = await who.rest('POST', `/api/contacts/${contactId}/actions/${action}`, {
        revision,
      })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    }
    const made = await editor.rest('POST', '/api/releases', {
      language: 'en',
      kind: 'press-release',
      headline: 'A bridge opens',
      lead: 'The bridge opens on Friday.',
      datelinePlace: 'Oslo',
      datelineDate: '2026-03-03T12:00:00.000Z',
      body: toLexical([{ type: 'paragraph', children: [{ type: 'text', text: 'It is long.' }] }]),
      contacts: [contactId],
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const id = at(made.body, 'doc', 'id') as string
    expect(at(made.body, 'doc', 'state')).toBe('draft')
    const path = `/api/releases/${id}`
    const patched = await editor.rest('PATCH', path, {
      headline: 'A new bridge opens',
      revision: 1,
    })
    expect(patched.status, JSON.stringify(patched.body)).toBe(200)
    expect(at(patched.body, 'doc', 'revision')).toBe(2)
    for (const [who, action, revision] of [
      [editor, 'submit', 2],
      [reviewer, 'approve', 3],
      [reviewer, 'publish', 4],
    ] as const) {
      const answer = await who.rest('POST', `${path}/actions/${action}`, { revision })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    }
    expect(at((await editor.rest('GET', '/api/editions')).body, 'totalDocs')).toBe(2)
    // The answer was lost, and the script asks again.
    const again = await reviewer.rest('POST', `${path}/actions/publish`, { revision: 4 })
    expect(again.status).toBe(200)
    expect(at((await editor.rest('GET', '/api/editions')).body, 'totalDocs')).toBe(2)
    const gone = await reviewer.rest('POST', `${path}/actions/retract`, {
      revision: 5,
      explanation: 'Wrong.',
    })
    expect(gone.status, JSON.stringify(gone.body)).toBe(200)
    const { docs } = await desk.payload.find({
      collection: 'events',
      where: { subject: { equals: id } },
      sort: 'number',
    })
    expect(docs.map(({ what, from, to }) => `${what}: ${from} → ${to}`)).toEqual([
      'create:  → draft',
      'change: draft → draft',
      'submit: draft → in-review',
      'approve: in-review → approved',
      'publish: approved → published',
      'retract: published → withdrawn',
    ])
    const { docs: entries } = await desk.payload.find({
      collection: 'entries',
      where: { subject: { equals: id } },
    })
    expect(entries).toMatchObject([
      { slug: 'a-new-bridge-opens', standing: 'retracted', number: 1, explanation: 'Wrong.' },
    ])
  })
})

describe('a text that was only begun', () => {
  it('can be opened, listed and deleted again, whatever is still empty', async () => {
    const made = await editor.rest('POST', '/api/releases', { language: 'en', headline: 'Later' })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const release = at(made.body, 'doc', 'id') as string
    const translated = await editor.rest('POST', '/api/translations', {
      release,
      language: 'nb',
      headline: 'Senere',
    })
    expect(translated.status, JSON.stringify(translated.body)).toBe(201)
    const translation = at(translated.body, 'doc', 'id') as string
    for (const path of [`/api/translations/${translation}`, `/api/releases/${release}`]) {
      const open = await editor.rest('GET', `${path}/actions`)
      expect([open.status, at(open.body, 'state')]).toEqual([200, 'draft'])
      expect((await editor.rest('DELETE', path)).status).toBe(200)
    }
  })
})
