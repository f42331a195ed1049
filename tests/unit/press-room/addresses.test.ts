import { describe, expect, it } from 'vitest'
import { ask, contact, document, halvoria, image, memoryStore, published, text } from './helpers.ts'

const store = memoryStore([
  published('library', text()),
  published('bibliotek', text({ language: 'nb', headline: 'Bibliotek' }), {
    of: 'translation',
    family: 'library',
    madeFrom: 'fingerprint-library-1',
  }),
  published('withdrawn', text(), { standing: 'withdrawn', noticeAt: '2026-11-22T00:00:00Z' }),
  published('trukket', text({ language: 'nb' }), {
    standing: 'retracted',
    noticeAt: '2026-11-22T00:00:00Z',
  }),
  published('room', image()),
  published('mira', contact()),
  published('facts', document()),
])

describe('every public address answers with its status', () => {
  it.each([
    ['/en', 200],
    ['/ar', 200],
    ['/en/releases', 200],
    ['/en/releases/library', 200],
    ['/nb/releases/bibliotek', 200],
    ['/en/releases/library.txt', 200],
    ['/en/releases/library.json', 200],
    ['/en/releases/withdrawn', 200],
    ['/en/releases/withdrawn.txt', 200],
    ['/en/contacts', 200],
    ['/en/images', 200],
    ['/en/documents', 200],
    ['/en/documents?unknown=1', 200],
    ['/nb/releases/trukket', 410],
    ['/nb/releases/trukket.txt', 410],
    ['/nb/releases/trukket.json', 410],
    ['/nb/releases/library', 404],
    ['/en/releases/unknown', 404],
    ['/en/releases/unknown.txt', 404],
    ['/en/releases/library.xml', 404],
    ['/en/releases/library/more', 404],
    ['/en/releases?page=2', 404],
    ['/en/releases?page=0', 404],
    ['/en/releases?page=-1', 404],
    ['/en/releases?page=01', 404],
    ['/en/releases?page=1.5', 404],
    ['/en/releases?page=x', 404],
    ['/en/releases?page=999999999999', 404],
    ['/en/releases?page=2&page=3', 404],
    ['/en/nothing', 404],
    ['/en/contacts/mira', 404],
    ['/mul/images', 404],
    ['/mul/releases/room', 404],
    ['/en/releases/room', 404],
    ['/xx', 404],
    // A language that this mission doesn't offer.
    ['/de', 404],
    ['/de/releases', 404],
    ['/favicon.ico', 404],
    ['/en/%E0%A4%A', 404],
    ['/en/releases/..%2F..%2Fetc', 404],
  ])('%s: %i', async (path, status) => {
    expect((await ask(store, path)).status).toBe(status)
  })

  it.each([
    ['/en/', '/en'],
    ['/EN', '/en'],
    ['/Nb/releases/bibliotek', '/nb/releases/bibliotek'],
    ['/en/releases/', '/en/releases'],
    ['/en/releases/library/', '/en/releases/library'],
    ['/en//releases', '/en/releases'],
    ['/en/releases?page=1', '/en/releases'],
    ['/EN/releases/?page=2', '/en/releases?page=2'],
    ['//evil.example/', '/evil.example'],
    // One spelling of each address, so that a page is kept once.
    ['/en/releases/%6Cibrary', '/en/releases/library'],
  ])('%s moves to %s for good, on our own origin', async (path, target) => {
    const { status, headers } = await ask(store, path)
    expect(status).toBe(301)
    expect(headers.get('location')).toBe(`https://press.halvoria.example${target}`)
    expect(headers.get('cache-control')).toBe('no-cache')
  })

  it('answers HEAD as GET, without a body', async () => {
    const { status, headers, body } = await ask(store, '/en/releases/library', { method: 'HEAD' })
    expect([status, body]).toEqual([200, ''])
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  it('refuses every other method', async () => {
    const { status, headers } = await ask(store, '/en', { method: 'POST', body: 'x' })
    expect(status).toBe(405)
    expect(headers.get('allow')).toBe('GET, HEAD')
  })

  it('names type, language and that a page must be asked for again', async () => {
    const { headers } = await ask(store, '/nb/releases/bibliotek')
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(headers.get('content-language')).toBe('nb')
    expect(headers.get('cache-control')).toBe('no-cache')
  })

  it('keeps the address of a text whose language the mission no longer offers', async () => {
    const fewer = { ...halvoria, languages: ['en', 'kk'] }
    const room = memoryStore([published('bibliotek', text({ language: 'nb' }))], { mission: fewer })
    expect((await ask(room, '/nb/releases/bibliotek')).status).toBe(200)
    expect((await ask(room, '/nb')).status).toBe(404)
  })
})

describe('choosing a language at /', () => {
  it.each([
    ['nb-NO,nb;q=0.9,en;q=0.8', '/nb'],
    ['no', '/nb'],
    ['de, kk;q=0.7, en;q=0.3', '/kk'],
    ['en;q=0.2, ar', '/ar'],
    ['en;q=0, kk', '/kk'],
    ['EN-us', '/en'],
    ['*', '/en'],
  ])('%s leads to %s', async (header, target) => {
    const { status, headers } = await ask(store, '/', { headers: { 'accept-language': header } })
    expect(status).toBe(302)
    expect(headers.get('location')).toBe(`https://press.halvoria.example${target}`)
    expect(headers.get('vary')).toBe('Accept-Language')
  })

  it.each(['de, fr', 'en;q=0', ';;;,,q', ''])(
    '"%s" fits none, so all are shown',
    async (header) => {
      const { status, headers, body } = await ask(store, '/', {
        headers: { 'accept-language': header },
      })
      expect(status).toBe(200)
      expect(headers.get('vary')).toBe('Accept-Language')
      for (const name of ['English', 'Norsk bokmål', 'Қазақша', 'العربية']) {
        expect(body).toContain(name)
      }
    },
  )

  it('leads to the only language without asking', async () => {
    const one = memoryStore([], { mission: { ...halvoria, languages: ['kk'] } })
    expect((await ask(one, '/')).headers.get('location')).toBe('https://press.halvoria.example/kk')
  })
})

describe('a failure of ours', () => {
  const broken = {
    ...store,
    mission: () => Promise.reject(new Error('database password is hunter2')),
  }

  it('says so in the language of the address, and nothing of the cause', async () => {
    const { status, headers, body } = await ask(broken, '/nb/releases')
    expect(status).toBe(500)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toContain('Noe gikk galt')
    expect(body).not.toContain('hunter2')
    expect(body).not.toContain('Error')
  })
})

describe('lists of more than one page', () => {
  const many = memoryStore(
    Array.from({ length: 45 }, (_, index) => {
      const at = new Date(Date.UTC(2026, 0, 1 + index)).toISOString()
      return published(`release-${index}`, text({ headline: `Release number ${index}.` }), {
        publishedAt: at,
        updatedAtPublic: at,
      })
    }),
  )

  it('shows twenty, the newest first, with a link to the older ones', async () => {
    const { body } = await ask(many, '/en/releases')
    expect(body).toContain('Release number 44.')
    expect(body).toContain('Release number 25.')
    expect(body).not.toContain('Release number 24.')
    expect(body.indexOf('Release number 44.')).toBeLessThan(body.indexOf('Release number 43.'))
    expect(body).toContain('href="/en/releases?page=2"')
  })

  it('ends with the last page, whose canonical address has its number', async () => {
    const { status, body } = await ask(many, '/en/releases?page=3')
    expect(status).toBe(200)
    expect(body).toContain('Release number 0.')
    expect(body).not.toContain('page=4')
    expect(body).toContain(
      '<link rel="canonical" href="https://press.halvoria.example/en/releases?page=3"/>',
    )
    expect((await ask(many, '/en/releases?page=4')).status).toBe(404)
  })

  it('leads from page 2 back to the first by its plain address', async () => {
    const { body } = await ask(many, '/en/releases?page=2')
    expect(body).toMatch(/href="\/en\/releases" rel="prev"/)
  })
})
