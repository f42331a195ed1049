import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { glossaryFor } from '../../src/desk/glossary.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { payloadStore } from '../../src/press-room/store.ts'
import { accepted, act, bodyOf, change, make, publish } from './acts.ts'
import { at, serverUrl, type Someone } from './harness.ts'
import { idOf, openTrack, releaseIn, type Track } from './racing.ts'
import { changedBy } from './rows.ts'

/** The term base: what is published of it is what texts are checked by, and nothing of it is public. */

let track: Track
let editor: Someone
let reviewer: Someone
let translator: Someone

const paragraphs = (...texts: string[]) =>
  bodyOf(texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })))

const bridge = {
  kind: 'place',
  forms: [
    { language: 'en', form: 'Talvik Bridge', forbidden: ['Talvik Viaduct'] },
    { language: 'nb', form: 'Talvikbroen', also: ['Talvikbrua'], forbidden: ['Talvikviadukten'] },
  ],
  note: 'Opened in 2027.',
  source: 'The mapping authority',
}

const byWords = (one: unknown[], other: unknown[]) => (String(one[0]) < String(other[0]) ? -1 : 1)

const today = async () => glossaryFor(track.desk.payload, ['en', 'nb'], '2026-11-27')
const inForce = async () => (await today()).map(({ term }) => term)

const uses = async () => {
  const { body } = accepted(await translator.rest('GET', '/api/terms/forbidden-uses'))
  return body as { uses: Record<string, unknown>[]; pages: number; whole: boolean }
}

const send = (who: Someone, text: string | Uint8Array, query = '') => {
  const form = new FormData()
  form.set('file', new Blob([text as string]), 'ministry.csv')
  return who.rest('POST', `/api/terms/import${query}`, form)
}
const outcomes = (body: unknown) =>
  (at(body, 'entries') as { outcome: string; name: string }[]).map(({ name, outcome }) => [
    name,
    outcome,
  ])

beforeAll(async () => {
  track = await openTrack(1)
  ;({ editor, reviewer } = track)
  translator = track.translators[0] ?? expect.unreachable()
})
afterAll(() => track.desk.close())

describe('a term', () => {
  let path: string

  it('is in force once a second person has published it', async () => {
    path = `/api/terms/${await make(editor, 'terms', bridge)}`
    expect(await inForce()).toEqual([])
    await act(editor, path, 'submit')
    const own = await editor.rest('POST', `${path}/actions/publish`, { revision: 2 })
    expect(own.status).toBe(403)
    expect(await inForce()).toEqual([])
    await act(reviewer, path, 'publish')
    expect(await today()).toEqual([
      {
        term: { en: 'Talvik Bridge', nb: 'Talvikbroen' },
        also: { nb: ['Talvikbrua'] },
        forbidden: { en: ['Talvik Viaduct'], nb: ['Talvikviadukten'] },
      },
    ])
  })

  it('is called by its first form, whatever a request says', async () => {
    const { body } = accepted(await editor.rest('GET', path))
    expect(at(body, 'name')).toBe('Talvik Bridge')
    const other = await make(editor, 'terms', { ...bridge, name: 'Something else' })
    expect(at((await editor.rest('GET', `/api/terms/${other}`)).body, 'name')).toBe('Talvik Bridge')
    accepted(await editor.rest('DELETE', `/api/terms/${other}`))
  })

  it('stays in force as it was published while somebody works on it', async () => {
    const before = await today()
    await act(editor, path, 'revise')
    await change(editor, path, { forms: [{ language: 'en', form: 'Bridge of Talvik' }] })
    expect(await today()).toEqual(before)
    await change(editor, path, bridge)
    await publish(editor, reviewer, path)
    expect(await today()).toEqual(before)
  })

  it.each([
    ['a reviewer', () => reviewer, 403],
    ['a stranger', () => track.desk.stranger, 401],
  ])('isn’t made by %s', async (_who, who, status) => {
    expect(
      await changedBy(track.desk, async () => {
        expect((await who().rest('POST', '/api/terms', bridge)).status).toBe(status)
      }),
    ).toEqual([])
  })

  it.each([
    ['a form of two lines', { forms: [{ language: 'en', form: 'one\ntwo' }] }],
    ['a form that is too long', { forms: [{ language: 'en', also: ['a'.repeat(201)] }] }],
    ['a form without a letter', { forms: [{ language: 'en', forbidden: ['\u200B'] }] }],
    ['a language of nobody', { forms: [{ language: 'xx', form: 'a' }] }],
    ['a kind that doesn’t exist', { kind: 'animal', forms: bridge.forms }],
  ])('is refused with %s', async (_what, data) => {
    expect(
      await changedBy(track.desk, async () => {
        expect((await editor.rest('POST', '/api/terms', { ...bridge, ...data })).status).toBe(400)
      }),
    ).toEqual([])
  })

  it.each([
    [
      'contradicts itself',
      { forms: [{ language: 'en', form: 'a', forbidden: ['a'] }] },
      'term-forms-agree',
    ],
    [
      'ends before it begins',
      { validFrom: '2026-02-01T12:00:00.000Z', validUntil: '2026-01-01T12:00:00.000Z' },
      'term-days-in-order',
    ],
    ['says nothing', { forms: [{ language: 'en' }] }, 'item-named'],
    ['has no language', { forms: [] }, 'item-named'],
  ])('isn’t submitted when it %s', async (_what, data, requirement) => {
    const draft = `/api/terms/${await make(editor, 'terms', { ...bridge, ...data })}`
    expect(
      await changedBy(track.desk, async () => {
        const answer = await editor.rest('POST', `${draft}/actions/submit`, { revision: 1 })
        expect(answer.status).toBe(422)
        expect(JSON.stringify(answer.body)).toContain(requirement)
      }),
    ).toEqual([])
    accepted(await editor.rest('DELETE', draft))
  })

  it('is a translator’s own to write and to submit, and nobody else’s', async () => {
    const term = { ...bridge, forms: [{ language: 'nb', form: 'Altafjorden' }] }
    const own = `/api/terms/${await make(translator, 'terms', term)}`
    await change(translator, own, { note: 'Seen in a translation.' })
    const others = `/api/terms/${await make(editor, 'terms', term)}`
    expect(
      await changedBy(track.desk, async () => {
        for (const [method, where, body] of [
          ['PATCH', others, { revision: 1, note: 'Mine.' }],
          ['POST', `${others}/actions/submit`, { revision: 1 }],
          ['DELETE', own, undefined],
        ] as const)
          expect((await translator.rest(method, where, body)).status, `${method} ${where}`).toBe(
            403,
          )
      }),
    ).toEqual([])
    await act(translator, own, 'submit')
    await act(translator, own, 'recall')
    for (const path of [own, others]) accepted(await editor.rest('DELETE', path))
  })

  it('is found among what waits for a reviewer', async () => {
    const draft = `/api/terms/${await make(editor, 'terms', { ...bridge, forms: [{ language: 'en', form: 'Alta Fjord' }] })}`
    await act(editor, draft, 'submit')
    const { body } = accepted(await reviewer.rest('GET', '/api/my-desk'))
    expect(JSON.stringify(body)).toContain('Alta Fjord')
    await act(editor, draft, 'recall')
    accepted(await editor.rest('DELETE', draft))
  })
})

describe('what is checked by terms', () => {
  it('is a translation beside its original', async () => {
    const release = await releaseIn(track, 'published', {
      headline: 'A new road',
      body: paragraphs('The Talvik Bridge opens on Friday.', 'The Talvik Bridge is long.'),
    })
    const translation = await make(translator, 'translations', {
      release: idOf(release),
      language: 'nb',
      headline: 'En ny vei',
      lead: 'Den er åpen.',
      body: paragraphs('Talvikviadukten åpner på fredag.', 'Talvikbrua er lang.'),
    })
    const { body } = accepted(
      await translator.rest('GET', `/api/translations/${translation}/segments`),
    )
    const rows = at(body, 'rows') as { plain: string[]; found: { check: string }[] }[]
    const found = rows.map(({ plain, found }) => [plain[0], found.map(({ check }) => check)])
    expect(found).toContainEqual(['Talvikviadukten åpner på fredag.', ['term-forbidden']])
    expect(found).toContainEqual(['Talvikbrua er lang.', []])
  })
})

describe('published texts with a form that was forbidden since', () => {
  it('are listed, inflected or not, and no others', async () => {
    await releaseIn(track, 'published', {
      headline: 'Near the Jorsa Quay',
      body: paragraphs('Both Jorsa Quays were cleaned.'),
    })
    await releaseIn(track, 'draft', { headline: 'Another Jorsa Quay' })
    await releaseIn(track, 'published', { headline: 'Quay to Jorsa' })
    const term = {
      kind: 'place',
      forms: [{ language: 'en', form: 'Jorsa Pier', forbidden: ['Jorsa Quay'] }],
    }
    track.desk.clock.now = new Date(track.desk.clock.now.getTime() + 60_000)
    const path = `/api/terms/${await make(editor, 'terms', term)}`
    expect((await uses()).uses).toEqual([])
    await publish(editor, reviewer, path)
    const found = await uses()
    expect(found).toMatchObject({ pages: 1, whole: true })
    expect(
      found.uses.map(({ found: words, form, before }) => [words, form, before]).toSorted(byWords),
    ).toEqual([
      ['Jorsa Quay', 'Jorsa Pier', true],
      ['Jorsa Quays', 'Jorsa Pier', true],
    ])
    expect(found.uses.every((use) => at(use, 'term', 'id') === idOf(path))).toBe(true)
    expect(new Set(found.uses.map((use) => at(use, 'text', 'headline')))).toEqual(
      new Set(['Near the Jorsa Quay']),
    )
    await act(reviewer, path, 'archive', { explanation: 'Both are right.' })
    expect((await uses()).uses).toEqual([])
  })
})

describe('terms in files', () => {
  const csv = [
    'kind,en,en never,nb,ru,note,valid until',
    'office,"Minister of Roads, acting",Road Minister,vegminister,министр дорог,Hers,2027-01-31',
    'place,Talvik Bridge,,Talvikbroen,,,',
    'phrase,,,,,nothing,',
  ].join('\n')
  it('are looked at first without making anything', async () => {
    expect(
      await changedBy(track.desk, async () => {
        const { body } = accepted(await send(editor, csv, '?check=true'))
        expect(body).toMatchObject({ made: 1, differs: 1, refused: 1, there: 0 })
      }),
    ).toEqual([])
  })

  it('come in as drafts, and change nothing that is here', async () => {
    const before = await today()
    const { body } = accepted(await send(editor, csv))
    expect(outcomes(body)).toEqual([
      ['Minister of Roads, acting', 'made'],
      ['Talvik Bridge', 'differs'],
      ['', 'refused'],
    ])
    const id = at(body, 'entries', 0, 'id') as string
    expect((await editor.rest('GET', `/api/terms/${id}`)).body).toMatchObject({
      state: 'draft',
      kind: 'office',
      note: 'Hers',
      validUntil: '2027-01-31T12:00:00.000Z',
    })
    expect(await today()).toEqual(before)
    const { docs } = await track.desk.payload.db.find<{ note: string }>({
      collection: 'events',
      where: { subject: { equals: id } },
    })
    expect(docs.map(({ note }) => note)).toEqual(['ministry.csv'])
    const again = accepted(await send(editor, csv))
    expect(outcomes(again.body).map(([, outcome]) => outcome)).toEqual([
      'there',
      'differs',
      'refused',
    ])
    await publish(editor, reviewer, `/api/terms/${id}`)
  })

  it.each(['tbx', 'csv'])(
    'are saved as %s, and are all there when they come back',
    async (format) => {
      const saved = await translator.rest('GET', `/api/terms/export?format=${format}`)
      expect(saved.status).toBe(200)
      const { body } = accepted(await send(editor, saved.body as string))
      expect(body).toMatchObject({ made: 0, there: 2, differs: 0, refused: 0 })
    },
  )

  it.each([
    ['a translator', () => translator, 403],
    ['a reviewer', () => reviewer, 403],
    ['a stranger', () => track.desk.stranger, 401],
  ])('aren’t brought in by %s', async (_who, who, status) => {
    expect(
      await changedBy(track.desk, async () => {
        expect((await send(who(), csv)).status).toBe(status)
      }),
    ).toEqual([])
  })

  const bomb = '<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><tbx>&b;</tbx>'
  it.each([
    ['an entity bomb', bomb, '', 422, /document type/],
    ['an external entity', '<!DOCTYPE tbx SYSTEM "file:///etc/passwd"><tbx/>', '', 422, /DOCTYPE/],
    ['nothing', '', '', 422, /Send the file/],
    ['no letters', new Uint8Array([0x61, 0xff, 0xfe]), '', 422, /isn’t text in utf-8/],
    ['another table', 'a1,b1\n1,2', '', 422, /language/],
    ['a table without terms', 'en,nb\n', '', 422, /no term/],
    ['nothing that fits', 'en,nb\n,\n', '', 422, /no term|None of the terms/],
    ['too many', `en\n${'a\n'.repeat(1001)}`, '', 422, /1000 at most/],
    ['ten million letters and one', new Uint8Array(10_000_001).fill(0x61), '', 413, /10 MB/],
    ['a question that isn’t known', csv, '?check=maybe', 422, /check/],
  ])('are refused: %s', async (_what, text, query, status, sentence) => {
    expect(
      await changedBy(track.desk, async () => {
        const answer = await send(editor, text, query)
        expect(answer.status).toBe(status)
        expect(JSON.stringify(answer.body)).toMatch(sentence)
      }),
    ).toEqual([])
  })

  it('are refused by the length that is announced, before a byte is read', async () => {
    let read = 0
    const body = new ReadableStream({
      pull(controller) {
        read++
        controller.enqueue(new Uint8Array(1_000_000))
      },
    })
    const answer = await track.desk.handle(
      new Request(`${serverUrl}/api/terms/import`, {
        method: 'POST',
        headers: {
          Authorization: `JWT ${editor.token}`,
          'content-length': '100000000',
          'content-type': 'application/xml',
        },
        body,
        duplex: 'half',
      } as RequestInit),
    )
    expect(answer.status).toBe(413)
    expect(read).toBeLessThan(3)
  })

  it.each(['', '?format=xlsx', '?format=tbx&all=true'])(
    'aren’t saved as asked: %j',
    async (query) => {
      expect((await editor.rest('GET', `/api/terms/export${query}`)).status).toBe(422)
    },
  )
})

describe('the press room', () => {
  it('knows nothing of terms', async () => {
    const store = payloadStore(track.desk.payload)
    const { docs } = await track.desk.payload.db.find<{
      id: string
      subject: string
      slug: string
    }>({ collection: 'entries', where: { shelf: { equals: 'terms' } }, pagination: false })
    expect(docs.length).toBeGreaterThan(1)
    for (const { subject, slug } of docs) {
      expect(await store.entryAt('mul', slug)).toBeNull()
      expect(await store.family(subject)).toEqual([])
      expect(await store.families([subject])).toEqual([])
      expect(await store.entriesOf([subject])).toEqual([])
    }
    const changed = await store.changed(null, 1, 500)
    expect(changed.length).toBeGreaterThan(1)
    expect(changed.map(({ subject }) => subject)).not.toContain(docs[0]?.subject)
    expect(await store.lastChange()).toBe(changed.at(-1)?.changedAt)
  })
})

describe('the record', () => {
  it('is whole', async () => {
    expect(problemsOf(await verify(track.desk.payload))).toEqual([])
  })
})
