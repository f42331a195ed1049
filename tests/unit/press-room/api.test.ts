import { describe, expect, it } from 'vitest'
import { releaseKinds } from '@/workflow/states.ts'
import { againstOpenApi, againstSchema } from '../../standards/openapi.ts'
import { ask, contact, document, image, memoryStore, origin, published, text } from './helpers.ts'

/** The public interface: what it lists, what it refuses, and that its description tells the truth. */

const energy = { id: 't1', slug: 'energy' }
const base = '/api/public/v1/editions'

const pictured = text({
  headline: 'A new dam',
  topics: [{ id: energy.id, name: 'Energy' }],
  images: [
    {
      id: 'room',
      alt: 'A dam',
      caption: 'The dam',
      credit: 'Ida Lund',
      copyright: '© Halvoria',
      licence: 'https://creativecommons.org/licenses/by/4.0/',
      file: 'a1'.repeat(32),
      width: 4000,
      height: 2667,
    },
  ],
  documents: [{ id: 'facts', title: 'Facts', file: 'd0'.repeat(32) }],
  contacts: [{ id: 'mira', name: 'Mira Solheim', title: 'Press attaché' }],
  sourceLabel: 'Ministry',
  sourceUrl: 'https://ministry.example/',
})

const rich = [
  published(
    'dam',
    pictured,
    { number: 2, updatedAtPublic: '2026-11-22T05:00:00.000Z' },
    {
      change: 'major',
      publicNote: 'The height was wrong.',
      publishedAt: '2026-11-22T05:00:00.000Z',
    },
  ),
  published('demning', text({ language: 'nb', headline: 'En ny demning' }), {
    of: 'translation',
    family: 'dam',
    madeFrom: 'older',
  }),
  published('speech', text({ headline: 'A speech', kind: 'speech' }), {
    publishedAt: '2026-11-19T05:00:00.000Z',
  }),
  published('withdrawn', text({ headline: 'A wrong dam' }), {
    standing: 'withdrawn',
    noticeAt: '2026-11-21T05:00:00.000Z',
    explanation: 'It was wrong.',
  }),
  published('retracted', text({ headline: 'A secret dam' }), { standing: 'retracted' }),
  published('room', image()),
  published('facts', document()),
  published('mira', contact()),
]
const store = memoryStore(rich, { topics: [energy] })

interface List {
  editions: { id: string; headline: string }[]
  next: string | null
}
const read = async (path: string, from = store): Promise<{ status: number; body: unknown }> => {
  const { status, body } = await ask(from, path)
  return { status, body: JSON.parse(body) as unknown }
}
const readList = async (path: string, from = store) => {
  const { status, body } = await read(path, from)
  return { status, body: body as List }
}
const idsAt = async (path: string, from = store): Promise<string[]> => {
  const { status, body } = await readList(path, from)
  expect(status, path).toBe(200)
  return body.editions.map(({ id }) => id)
}
const description = (await read('/openapi.json')).body as object

describe('the description', () => {
  it('is OpenAPI 3.1', () => {
    expect(againstOpenApi(description)).toEqual([])
  })

  it('would be refused by the same schema if it were none', () => {
    expect(againstOpenApi({ ...description, openapi: '2.0' })).not.toEqual([])
  })

  it.each(['dam', 'demning', 'speech', 'withdrawn'])('describes the text %s', async (id) => {
    const { status, body } = await read(`${base}/${id}`)
    expect(status).toBe(200)
    expect(againstSchema(description, 'Edition')(body)).toEqual([])
  })

  it.each(['en', 'nb', 'kk'])('describes the list in %s', async (language) => {
    const { body } = await read(`${base}?language=${language}`)
    expect(againstSchema(description, 'List')(body)).toEqual([])
  })

  it.each([
    ['a parameter is wrong', `${base}?language=en&limit=0`, 400],
    ['there is no such text', `${base}/nothing`, 404],
    ['it was retracted', `${base}/retracted`, 410],
    ['there is no such address', '/api/public/v2/editions', 404],
  ])('describes what is said where %s', async (_when, path, expected) => {
    const { status, body } = await read(path)
    expect(status).toBe(expected)
    expect(againstSchema(description, 'Errors')(body)).toEqual([])
  })

  it('finds what it doesn’t describe', async () => {
    const body = (await read(`${base}/dam`)).body as object
    const against = againstSchema(description, 'Edition')
    expect(against({ ...body, internal: 1 })).not.toEqual([])
    expect(against({ ...body, html: undefined })).not.toEqual([])
  })
})

describe('one text', () => {
  it('is there whole', async () => {
    const { body } = await read(`${base}/dam`)
    expect(body).toMatchObject({
      id: 'dam',
      url: `${origin}/en/releases/dam`,
      self: `${origin}${base}/dam`,
      number: 2,
      standing: 'live',
      kind: 'press-release',
      headline: 'A new dam',
      updatedAt: '2026-11-22T05:00:00.000Z',
      topics: [{ slug: 'energy', name: 'Energy', url: `${origin}/en/topics/energy` }],
      otherLanguages: [{ id: 'demning', language: 'nb' }],
      dateline: { place: 'Astana', date: '2026-11-20' },
      words: 11,
      minutes: 1,
      notices: [{ kind: 'corrected', text: 'The height was wrong.' }],
      source: { name: 'Ministry', url: 'https://ministry.example/' },
      images: [{ alt: 'A dam', credit: 'Ida Lund', copyright: '© Halvoria' }],
      documents: [{ title: 'Facts', mime: 'application/pdf', bytes: 245_000 }],
      contacts: [{ name: 'Mira Solheim', telephone: '+7 7172 55 01 10' }],
      translationOf: null,
    })
  })

  it('of a translation leads to its original and says that it lags behind', async () => {
    const { body } = await read(`${base}/demning`)
    expect(body).toMatchObject({
      translationOf: { id: 'dam', language: 'en' },
      notices: [{ kind: 'lagging' }],
    })
  })

  it('that was withdrawn comes with its notice, and in no list', async () => {
    const { body } = await read(`${base}/withdrawn`)
    expect(body).toMatchObject({ standing: 'withdrawn', notices: [{ kind: 'withdrawn' }] })
    expect(await idsAt(`${base}?language=en`)).not.toContain('withdrawn')
  })

  it('that was retracted says nothing of what it said', async () => {
    const { body } = await ask(store, `${base}/retracted`)
    expect(body).not.toContain('secret')
  })

  it.each(['room', 'facts', 'mira', 'entry-dam', 'dam-e2', 'dam/more', ''])(
    'isn’t what has another id: %s',
    async (id) => {
      const { status } = await ask(store, `${base}/${id}`)
      expect([301, 404]).toContain(status)
    },
  )
})

describe('the list', () => {
  it.each([
    ['in a language', 'language=en', ['dam', 'speech']],
    ['in another', 'language=nb', ['demning']],
    ['in one without texts', 'language=kk', []],
    ['of a kind', 'language=en&kind=speech', ['speech']],
    ['of a topic', 'language=en&topic=energy', ['dam']],
    ['of a topic that isn’t there', 'language=en&topic=nothing', []],
    ['with words', 'language=en&q=dam', ['dam']],
    ['with words and a kind that they don’t have', 'language=en&q=dam&kind=speech', []],
    ['with words, until the very moment', 'language=en&q=dam&until=2026-11-20T05:00:00Z', []],
    ['with a typing error: nothing else', 'language=en&q=damm', []],
    ['with words of what was withdrawn', 'language=en&q=withdrawn', []],
    ['since a day', 'language=en&since=2026-11-20', ['dam']],
    ['since its very moment', 'language=en&since=2026-11-20T05:00:00Z', ['dam']],
    ['until its very moment', 'language=en&until=2026-11-20T11:00:00%2B06:00', ['speech']],
  ])('%s', async (_which, query, expected) => {
    expect(await idsAt(`${base}?${query}`)).toEqual(expected)
  })

  it.each([
    ['no language', '', 'language must be'],
    ['an unknown language', 'language=xx', 'language must be'],
    ['an unknown kind', 'language=en&kind=rumour', 'kind must be one of'],
    ['no topic', 'language=en&topic=A%20B', 'topic must be the slug'],
    ['no day', 'language=en&since=2026-02-30', 'since must be a day'],
    ['a moment without its offset', 'language=en&until=2026-02-03T10:00:00', 'until must be'],
    ['nothing at all', 'language=en&limit=0', 'limit must be a number'],
    ['too much', 'language=en&limit=51', 'limit must be at most 50'],
    ['a made-up cursor', 'language=en&cursor=abc', 'cursor is none'],
    [
      'a cursor of no day',
      `language=en&cursor=${btoa('2026-99-99T99:99:99.999Z_1')}`,
      'cursor is none',
    ],
    ['no word', 'language=en&q=%22*', 'q must hold a word'],
    ['too many words', `language=en&q=${'a'.repeat(121)}`, 'q must be at most 120 characters'],
    [
      'a cursor of another list',
      `language=en&q=dam&cursor=${btoa('2026-11-20T05:00:00.000Z_1')}`,
      'cursor is none',
    ],
    ['an unknown parameter', 'language=en&draft=1', 'There is no parameter draft'],
    ['another page’s parameter', 'language=en&page=2', 'There is no parameter page'],
  ])('refuses in words: %s', async (_what, query, words) => {
    const { status, body } = await read(`${base}?${query}`)
    expect(status).toBe(400)
    const { errors } = body as { errors: { message: string }[] }
    expect(errors.map(({ message }) => message).join('\n')).toContain(words)
  })

  it('can be read by any page', async () => {
    for (const path of [`${base}?language=en`, `${base}/dam`, `${base}/nothing`, '/openapi.json'])
      expect((await ask(store, path)).headers.get('access-control-allow-origin')).toBe('*')
    expect((await ask(store, base, { method: 'POST' })).status).toBe(405)
  })

  it('answers a failure in its own form, and tells nothing', async () => {
    const broken = { ...store, within: () => Promise.reject(new Error('the secret table')) }
    const { status, body } = await read(`${base}?language=en`, broken)
    expect(status).toBe(500)
    expect(body).toEqual({
      errors: [{ message: 'Something went wrong. Try again in a few minutes.' }],
    })
  })
})

describe('page after page', () => {
  // Three at each moment, so that pages end within one; every kind in turn.
  const many = memoryStore(
    Array.from({ length: 300 }, (_, index) =>
      published(`t${index}`, text({ kind: releaseKinds[index % releaseKinds.length] ?? 'news' }), {
        publishedAt: new Date(Date.UTC(2026, 0, 1) + Math.floor(index / 3) * 60_000).toISOString(),
      }),
    ),
  )
  const walk = async (query: string) => {
    const found: string[] = []
    let pages = 0
    let next: string | null = `${base}?${query}`
    while (next !== null && pages < 400) {
      const { status, body }: { status: number; body: List } = await readList(next, many)
      expect(status).toBe(200)
      found.push(...body.editions.map(({ id }) => id))
      next = body.next && body.next.slice(origin.length)
      pages++
    }
    return { found, pages }
  }

  it.each([1, 2, 7, 20, 50])('of %i each gives every text once', async (limit) => {
    const { found, pages } = await walk(`language=en&limit=${limit}`)
    expect(new Set(found).size).toBe(300)
    expect(found).toHaveLength(300)
    expect(pages).toBe(Math.ceil(300 / limit))
  })

  it.each([1, 20, 50])('of a kind, %i each, too', async (limit) => {
    const { found } = await walk(`language=en&kind=speech&limit=${limit}`)
    expect(found).toHaveLength(50)
    expect(new Set(found).size).toBe(50)
  })

  it('keeps the bounds in time', async () => {
    const { found } = await walk(
      'language=en&limit=4&since=2026-01-01T00:10:00Z&until=2026-01-01T00:20:00Z',
    )
    expect(new Set(found).size).toBe(30)
    expect(found).toHaveLength(30)
  })

  it('looks at no more than 200 texts at once, however rare the kind', async () => {
    const asked: number[] = []
    const counting = {
      ...many,
      within: (...query: Parameters<typeof many.within>) => {
        asked.push(query[2])
        return many.within(...query)
      },
    }
    const { body } = await readList(`${base}?language=en&kind=speech&limit=50`, counting)
    expect(asked).toEqual([201])
    expect(body.next).not.toBeNull()
  })
})
