import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, change, make, paragraph, picture, publish, upload } from './acts.ts'
import { type Desk, openDesk, serverUrl, type Someone } from './harness.ts'

let desk: Desk
let editor: Someone
let translator: Someone
let reviewer: Someone
let release: string
let image: string
let contact: string

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('Eva', ['editor'])
  translator = await desk.person('Timo', ['translator'])
  reviewer = await desk.person('Rita', ['reviewer'])
  contact = await make(editor, 'contacts', {
    name: 'Mira Solheim',
    telephone: '+47 22 00 00 00',
    texts: [{ language: 'en', title: 'Press attaché' }],
  })
  image = await upload(editor, 'images', await picture('bridge.jpg', '#224466'), {
    texts: [{ language: 'en', alt: 'A bridge over a river', caption: 'The new bridge' }],
    credit: 'Ida Lund',
    cleared: true,
  })
  release = await make(editor, 'releases', {
    language: 'en',
    kind: 'news',
    headline: 'The bridge opens',
    lead: 'It opens on Friday.',
    body: paragraph('Everybody may cross it.'),
    contacts: [contact],
    images: [image],
    about: false,
  })
}, 120_000)

afterAll(() => desk.close())

async function preview(who: Someone, path: string) {
  const response = await desk.handle(
    new Request(`${serverUrl}/api/${path}/preview`, {
      headers: who.token ? { Authorization: `JWT ${who.token}` } : {},
    }),
  )
  return { status: response.status, headers: response.headers, html: await response.text() }
}

describe('the preview of a draft', () => {
  it('shows the page as it would be published, with a banner', async () => {
    const { status, html } = await preview(editor, `releases/${release}`)
    expect(status).toBe(200)
    expect(html).toContain('<html lang="en"')
    expect(html).toMatch(/<p role="note"[^>]*>Preview – not published<\/p>/)
    expect(html).toMatch(/<h1[^>]*>The bridge opens<\/h1>/)
    expect(html).toContain('Everybody may cross it.')
  })

  it('shows pictures and contacts that aren’t published, from the desk', async () => {
    const { html } = await preview(editor, `releases/${release}`)
    expect(html).toContain('src="/api/images/file/bridge.jpg"')
    expect(html).toContain('alt="A bridge over a river"')
    expect(html).toContain('Mira Solheim')
    expect(html).toContain('Press attaché')
    expect(html).not.toContain('/files/images/')
  })

  it('is kept nowhere, indexed nowhere, and runs nothing', async () => {
    const { headers, html } = await preview(editor, `releases/${release}`)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('content-security-policy')).toContain("script-src 'none'")
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('rel="canonical"')
  })

  it('leaves no trace in the press room', async () => {
    const entries = await desk.payload.db.find({
      collection: 'entries',
      where: { family: { equals: release } },
    })
    expect(entries.totalDocs).toBe(0)
  })

  it.each([
    ['a stranger', () => desk.stranger, 401],
    ['a translator', () => translator, 200],
    ['a reviewer', () => reviewer, 200],
  ])('for %s', async (_who, who, status) => {
    const answer = await preview(who(), `releases/${release}`)
    expect(answer.status).toBe(status)
    if (status === 401) {
      expect(JSON.parse(answer.html)).toMatchObject({ errors: [{ message: 'Sign in first.' }] })
      expect(answer.html).not.toContain('bridge')
    }
  })

  it.each(['releases/nothing', 'translations/nothing', 'contacts/nothing'])(
    'of %s isn’t there',
    async (path) => {
      const answer = await preview(editor, path)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-type')).toContain('application/json')
    },
  )
})

describe('the preview of a translation', () => {
  it('is in its language, with what its release shows', async () => {
    const id = await make(translator, 'translations', {
      release,
      language: 'nb',
      headline: 'Broen åpner',
      lead: 'Den åpner fredag.',
      body: paragraph('Alle kan gå over.'),
    })
    const { html } = await preview(translator, `translations/${id}`)
    expect(html).toContain('<html lang="nb"')
    expect(html).toContain('Forhåndsvisning – ikke publisert')
    expect(html).toMatch(/<h1[^>]*>Broen åpner<\/h1>/)
    expect(html).toContain('/api/images/file/bridge.jpg')
  })
})

describe('the preview of a text that is public and being revised', () => {
  it('shows the new words, which the public page doesn’t, and the public pictures', async () => {
    await publish(editor, reviewer, `/api/contacts/${contact}`)
    await publish(editor, reviewer, `/api/images/${image}`)
    await publish(editor, reviewer, `/api/releases/${release}`)
    await act(editor, `/api/releases/${release}`, 'revise')
    await change(editor, `/api/releases/${release}`, { lead: 'It opens on Saturday.' })
    const { html } = await preview(editor, `releases/${release}`)
    expect(html).toContain('It opens on Saturday.')
    expect(html).toContain('Preview – not published')
    expect(html).toContain('/files/images/')
    expect(html).not.toContain('/api/images/file/')
  })
})
