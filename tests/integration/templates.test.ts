import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { loadEdition } from './editions.ts'
import { accepted, act, bodyOf, change, make, publish } from './acts.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'
import { item } from './ninjs-items.ts'
import { changedBy } from './rows.ts'

/** Releases that are begun with what is there, and paragraphs that many of them end with. */

let desk: Desk
let editor: Someone
let reviewer: Someone
let translator: Someone
let contact: string
let paragraph: string

const words = (...texts: string[]) =>
  bodyOf(texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })))

beforeAll(async () => {
  desk = await openDesk()
  desk.clock.now = new Date('2026-03-10T09:00:00.000Z')
  editor = await desk.person('Eva', ['editor'])
  reviewer = await desk.person('Rita', ['reviewer'])
  translator = await desk.person('Timo', ['translator'])
  contact = await make(editor, 'contacts', { name: 'Mira', email: 'press@mission.example' })
  await publish(editor, reviewer, `/api/contacts/${contact}`)
  paragraph = await make(editor, 'standing-paragraphs', {
    name: 'Emergency numbers',
    wordings: [
      {
        language: 'en',
        words: 'In an emergency call 110.\nAbroad call +47 110.\n\nDay and night.',
      },
      { language: 'nb', words: 'Ring 110 i nød.' },
    ],
  })
})
afterAll(() => desk.close())

const headed = (value: string) => ({
  headlines: [{ role: 'main', contentType: 'text/plain', value }],
})

const release = (more: object = {}) =>
  make(editor, 'releases', {
    language: 'en',
    kind: 'news',
    headline: 'A bridge opens',
    lead: 'On Friday.',
    body: words('Everybody may cross it.'),
    contacts: [contact],
    about: false,
    ...more,
  })

async function stored(id: string): Promise<Record<string, unknown>> {
  return accepted(await editor.rest('GET', `/api/releases/${id}`)).body as Record<string, unknown>
}
async function begun(from: object): Promise<string> {
  const answer = await editor.rest('POST', '/api/releases/start', { from })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return at(answer.body, 'doc', 'id') as string
}
async function created(id: string): Promise<string> {
  const { body } = await editor.rest('GET', `/api/events?where[subject][equals]=${id}&sort=number`)
  return at(body, 'docs', 0, 'note') as string
}

describe('a template', () => {
  let template: string
  beforeAll(async () => {
    const of = { of: 'release', id: await release({ boilerplate: [paragraph] }), name: 'Opening' }
    template = at(
      accepted(await editor.rest('POST', '/api/templates/of', of)).body,
      'doc',
      'id',
    ) as string
    const marked = { headline: 'A {{what}} opens', body: words('Everybody may {{do what}}.') }
    accepted(await editor.rest('PATCH', `/api/templates/${template}`, marked))
  })

  it('gives a new release its words, in a family of its own, and its timeline says so', async () => {
    const id = await begun({ template })
    expect(await stored(id)).toMatchObject({
      headline: 'A {{what}} opens',
      lead: 'On Friday.',
      kind: 'news',
      language: 'en',
      contacts: [contact],
      boilerplate: [paragraph],
      about: false,
      state: 'draft',
      revision: 1,
      createdBy: editor.id,
    })
    expect(await created(id)).toBe('Begun with the template “Opening”.')
  })

  it('leaves places that must be filled in before it is submitted', async () => {
    const path = `/api/releases/${await begun({ template })}`
    const refused = await editor.rest('POST', `${path}/actions/submit`, { revision: 1 })
    expect(refused.status).toBe(422)
    const problems = at(refused.body, 'errors', 0, 'data', 'problems') as { found?: string }[]
    expect(JSON.stringify(problems)).toContain('{{what}}')
    expect(JSON.stringify(problems)).toContain('{{do what}}')
    await change(editor, path, { headline: 'A dam opens', body: words('Everybody may look.') })
    await act(editor, path, 'submit')
  })

  it('is made of a translation too, with what its release shares', async () => {
    const id = await release()
    const data = { release: id, language: 'nb', headline: 'En bro åpner', lead: 'På fredag.' }
    const translation = await make(translator, 'translations', data)
    const input = { of: 'translation', id: translation, name: 'Åpning' }
    const made = accepted(await editor.rest('POST', '/api/templates/of', input))
    const kept = await editor.rest('GET', `/api/templates/${at(made.body, 'doc', 'id') as string}`)
    expect(kept.body).toMatchObject({
      language: 'nb',
      kind: 'news',
      headline: 'En bro åpner',
      contacts: [contact],
    })
  })

  it('that is archived begins nothing', async () => {
    const archived = await make(editor, 'templates', {
      name: 'Old',
      language: 'en',
      kind: 'news',
      archived: true,
    })
    const changed = await changedBy(desk, async () => {
      const from = { template: archived }
      expect((await editor.rest('POST', '/api/releases/start', { from })).status).toBe(409)
    })
    expect(changed).toEqual([])
  })
})

describe('an earlier release', () => {
  it('gives its words and parts, and nothing that was its own alone', async () => {
    const id = await release({
      datelineDate: '2026-03-01T12:00:00.000Z',
      embargo: '2026-03-20T09:00:00.000Z',
      sourceLabel: 'Ministry',
    })
    await act(editor, `/api/releases/${id}`, 'submit')
    const other = await begun({ release: id })
    const made = await stored(other)
    expect(made).toMatchObject({ headline: 'A bridge opens', sourceLabel: 'Ministry' })
    expect([made.state, made.embargo ?? null, made.datelineDate ?? null]).toEqual([
      'draft',
      null,
      null,
    ])
    expect(made.submittedBy ?? null).toBeNull()
    expect(await created(other)).toBe('Begun with the words of “A bridge opens”.')
  })

  it('that is restricted begins nothing, and is made no template of', async () => {
    const id = await release()
    accepted(await editor.rest('POST', `/api/releases/${id}/restriction`, { people: [editor.id] }))
    const zoe = await desk.person('Zoe', ['editor'])
    const changed = await changedBy(desk, async () => {
      for (const [who, status] of [
        [editor, 409],
        [zoe, 404],
      ] as const) {
        const from = { release: id }
        const of = { of: 'release', id, name: 'X' }
        expect((await who.rest('POST', '/api/releases/start', { from })).status).toBe(status)
        expect((await who.rest('POST', '/api/templates/of', of)).status).toBe(status)
      }
    })
    expect(changed).toEqual([])
  })
})

it('what came from a source begins a release of its own, beside the text that it was about', async () => {
  const source = item('urn:agency:1', headed('An agency’s text'))
  accepted(await editor.rest('POST', '/api/releases/import', source))
  const { body } = await editor.rest(
    'GET',
    '/api/releases?where[headline][equals]=An agency’s text',
  )
  const known = at(body, 'docs', 0, 'id') as string
  await change(editor, `/api/releases/${known}`, { lead: 'Our own words.' })
  const newer = item('urn:agency:1', { version: '2', ...headed('Their newer text') })
  accepted(await editor.rest('POST', '/api/releases/import', newer))
  const items = await editor.rest('GET', `/api/open-items?where[subject][equals]=${known}`)
  const id = await begun({ item: at(items.body, 'docs', 0, 'id') as string })
  const made = await stored(id)
  expect([made.headline, made.provenanceUri ?? null]).toEqual(['Their newer text', null])
  expect((await stored(known)).headline).toBe('An agency’s text')
  expect(await created(id)).toBe('Begun with what came from urn:agency:1.')
})

describe('beginning', () => {
  it.each([
    ['with nothing', {}, 422],
    ['with two things', { template: 'x', release: 'y' }, 422],
    ['with a template that isn’t there', { template: 'nobodys' }, 404],
    ['with a release that isn’t there', { release: 'nobodys' }, 404],
    ['with an item that isn’t there', { item: 'nobodys' }, 404],
  ])('%s is refused and changes nothing', async (_how, from, status) => {
    const changed = await changedBy(desk, async () => {
      expect((await editor.rest('POST', '/api/releases/start', { from })).status).toBe(status)
    })
    expect(changed).toEqual([])
  })

  it('is for editors', async () => {
    const from = { release: await release() }
    const changed = await changedBy(desk, async () => {
      for (const [who, status] of [
        [desk.stranger, 401],
        [reviewer, 403],
        [translator, 403],
      ] as const) {
        expect((await who.rest('POST', '/api/releases/start', { from })).status).toBe(status)
        const of = { of: 'release', id: from.release, name: 'X' }
        expect((await who.rest('POST', '/api/templates/of', of)).status).toBe(status)
      }
    })
    expect(changed).toEqual([])
  })
})

const edition = (id: string) => loadEdition(desk, id)

describe('a standing paragraph', () => {
  it('ends the text in its language, in page and edition, with line breaks and paragraphs', async () => {
    const id = await release({ boilerplate: [paragraph] })
    await publish(editor, reviewer, `/api/releases/${id}`)
    expect((await edition(id)).body.slice(1)).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'In an emergency call 110.' },
          { type: 'break' },
          { type: 'text', text: 'Abroad call +47 110.' },
        ],
        standing: paragraph,
      },
      {
        type: 'paragraph',
        children: [{ type: 'text', text: 'Day and night.' }],
        standing: paragraph,
      },
    ])
    const translation = await make(translator, 'translations', {
      release: id,
      language: 'nb',
      headline: 'En bro åpner',
      lead: 'På fredag.',
      body: words('Alle kan gå over.'),
    })
    await publish(translator, reviewer, `/api/translations/${translation}`)
    expect((await edition(translation)).body.at(-1)).toMatchObject({
      children: [{ type: 'text', text: 'Ring 110 i nød.' }],
    })
  })

  it('that says nothing in the language stops submission', async () => {
    const id = await release({ boilerplate: [paragraph], language: 'kk' })
    const path = `/api/releases/${id}/actions/submit`
    const refused = await editor.rest('POST', path, { revision: 1 })
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused.body)).toContain('Emergency numbers')
  })

  it('with other words ends an approval, and what was published stays to the letter', async () => {
    const own = await make(editor, 'standing-paragraphs', {
      name: 'Hours',
      wordings: [{ language: 'en', words: 'Open from nine.' }],
    })
    const live = await release({ boilerplate: [own], headline: 'Published' })
    await publish(editor, reviewer, `/api/releases/${live}`)
    const waiting = `/api/releases/${await release({ boilerplate: [own], headline: 'Waiting' })}`
    await act(editor, waiting, 'submit')
    await act(reviewer, waiting, 'approve')
    accepted(
      await editor.rest('PATCH', `/api/standing-paragraphs/${own}`, {
        wordings: [{ language: 'en', words: 'Open from ten.' }],
      }),
    )
    const refused = await reviewer.rest('POST', `${waiting}/actions/publish`, { revision: 3 })
    expect(refused.status).toBe(409)
    expect(JSON.stringify(refused.body)).toContain('changed-since-approval')
    expect(JSON.stringify((await edition(live)).body)).toContain('Open from nine.')
    await act(reviewer, waiting, 'reopen')
    await publish(editor, reviewer, waiting)
    const id = waiting.split('/').at(-1) ?? ''
    expect(JSON.stringify((await edition(id)).body)).toContain('Open from ten.')
    expect(problemsOf(await verify(desk.payload))).toEqual([])
  })
})
