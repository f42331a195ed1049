import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromLexical } from '../../src/desk/lexical.ts'
import type { Language } from '../../src/language/languages.ts'
import { respond } from '../../src/press-room/respond.ts'
import { payloadStore } from '../../src/press-room/store.ts'
import type { Block } from '../../src/workflow/content.ts'
import { againstNinjs } from '../standards/ninjs.ts'
import {
  accepted,
  act,
  bodyOf,
  change,
  make,
  picture,
  publish,
  signForAll,
  upload,
} from './acts.ts'
import { at, type Desk, openDesk, serverUrl, type Someone } from './harness.ts'
import type { Json } from './ninjs-items.ts'

/** What one mission publishes, another takes over from its public addresses. */

let here: Desk
let editor: Someone
let reviewer: Someone
let release: string
/** Another mission, which knows nothing yet. */
let there: Desk
let taker: Someone

const blocks: Block[] = [
  { type: 'heading', level: 2, children: [{ type: 'text', text: 'A & B <opened>' }] },
  {
    type: 'paragraph',
    children: [
      { type: 'text', text: 'It carries ' },
      { type: 'text', text: '3\u00a0000 people', marks: ['bold', 'italic'] },
      { type: 'text', text: ', says ' },
      {
        type: 'link',
        href: 'https://ferries.halvoria.example/a?b=1&c=2',
        children: [{ type: 'text', text: 'the yard', marks: ['italic'] }],
      },
      { type: 'break' },
      { type: 'text', text: 'Қазақстан, “Ærø”.' },
    ],
  },
  { type: 'heading', level: 3, children: [{ type: 'text', text: 'Who sails' }] },
  {
    type: 'list',
    ordered: true,
    items: [
      { children: [{ type: 'text', text: 'pilots' }] },
      {
        children: [{ type: 'text', text: 'crew' }],
        list: {
          type: 'list',
          ordered: false,
          items: [{ children: [{ type: 'text', text: 'cook', marks: ['bold'] }] }],
        },
      },
    ],
  },
  { type: 'quotation', text: 'A lake is no border.\n\nNor is a river.', speaker: 'Ada Lund' },
]
/** Block by block the same in another language, as far as a comparison of texts cares. */
const translated: Block[] = [
  { type: 'heading', level: 2, children: [{ type: 'text', text: 'A og B <åpnet>' }] },
  {
    type: 'paragraph',
    children: [
      { type: 'text', text: 'Den tar 3\u00a0000, sier ' },
      {
        type: 'link',
        href: 'https://ferries.halvoria.example/a?b=1&c=2',
        children: [{ type: 'text', text: 'verftet' }],
      },
      { type: 'text', text: '.' },
    ],
  },
  { type: 'quotation', text: 'En innsjø er ingen grense.', speaker: 'Ada Lund' },
]

const data = {
  language: 'en',
  kind: 'statement',
  headline: 'A ferry “opens” <the> lake & more',
  lead: 'It sails on Friday.',
  datelinePlace: 'Oslo',
  datelineDate: '2026-03-03T12:00:00.000Z',
  sourceLabel: 'Ministry of Ferries',
  sourceUrl: 'https://ministry.halvoria.example/søk?a=1',
}
const norwegian = {
  language: 'nb',
  headline: 'En ferge åpner innsjøen',
  lead: 'Den går fredag.',
  datelinePlace: 'Oslo',
  sourceLabel: 'Fergedepartementet',
}

beforeAll(async () => {
  here = await openDesk()
  there = await openDesk()
  editor = await here.person('editor', ['editor'])
  reviewer = await here.person('reviewer', ['reviewer'])
  taker = await there.person('taker', ['editor'])
  const languages: Language[] = ['en', 'nb']
  await here.payload.updateGlobal({
    slug: 'mission',
    data: {
      languages,
      defaultLanguage: 'en',
      names: [{ language: 'en', name: 'Embassy of Halvoria' }],
    } as never,
  })
  await there.payload.updateGlobal({
    slug: 'mission',
    data: { languages, defaultLanguage: 'en' },
  })
  const contact = await make(editor, 'contacts', { name: 'Bo Press', telephone: '+47 1' })
  await publish(editor, reviewer, `/api/contacts/${contact}`)
  const image = await upload(editor, 'images', await picture('lake.jpg', '#123456'), {
    texts: languages.map((language) => ({ language, alt: 'A lake', caption: 'The lake.' })),
    credit: 'Ada Lund',
    cleared: true,
  })
  await publish(editor, reviewer, `/api/images/${image}`)
  const topic = await make(editor, 'topics', {
    slug: 'ferries',
    names: [{ language: 'en', name: 'Ferries' }],
  })
  release = await make(editor, 'releases', {
    ...data,
    body: bodyOf([...blocks.slice(0, 2), { type: 'image', image }, ...blocks.slice(2)]),
    images: [image],
    contacts: [contact],
    topics: [topic],
    about: false,
  })
  await publish(editor, reviewer, `/api/releases/${release}`)
  const text = { release, ...norwegian, body: bodyOf(translated) }
  const id = await make(editor, 'translations', text)
  await signForAll(editor, `/api/translations/${id}`)
  await publish(editor, reviewer, `/api/translations/${id}`)
})
afterAll(async () => {
  await here.close()
  await there.close()
})

async function exported(language: string): Promise<{ status: number; item: Json }> {
  const { docs } = await here.payload.db.find<{ slug: string }>({
    collection: 'entries',
    where: { language: { equals: language }, slug: { exists: true }, of: { not_in: ['image'] } },
    limit: 0,
    pagination: false,
  })
  const slugs = docs.map(({ slug }) => slug).filter(Boolean)
  expect(slugs).toHaveLength(1)
  const address = `${serverUrl}/${language}/releases/${slugs[0]}.json`
  const store = payloadStore(here.payload)
  const context = { store, now: () => here.clock.now, origin: serverUrl }
  const response = await respond(new Request(address), context)
  return { status: response.status, item: (await response.json()) as Json }
}

const take = async (items: Json[]) =>
  accepted(await taker.rest('POST', '/api/releases/import', items)).body
const outcomes = (body: unknown) => (at(body, 'items') as Json[]).map(({ outcome }) => outcome)

async function taken(collection: 'releases' | 'translations') {
  const { docs } = await there.payload.find({ collection, depth: 0 })
  expect(docs).toHaveLength(1)
  return docs[0] ?? expect.unreachable()
}

describe('what is published', () => {
  it('is at its address as ninjs 3.1, and goes into another desk as the same text', async () => {
    const english = await exported('en')
    const norsk = await exported('nb')
    for (const { status, item } of [english, norsk]) {
      expect(status).toBe(200)
      expect(againstNinjs(item)).toEqual([])
    }
    const report = await take([norsk.item, english.item])
    expect(outcomes(report)).toEqual(['created', 'created'])
    expect(at(report, 'items', 1, 'problems')).toEqual([
      'Not placed: person “Bo Press”.',
      'Not placed: organisation “Embassy of Halvoria”.',
      'Not placed: picture “picture-1” (pictures are uploaded on the desk).',
      'Not placed: subject “Ferries”, which is no topic here.',
    ])
    const made = await taken('releases')
    expect(made).toMatchObject({ ...data, state: 'draft', provenanceVersion: '1' })
    expect(fromLexical(made.body)).toEqual(blocks)
    const translation = await taken('translations')
    expect(translation).toMatchObject({ ...norwegian, release: made.id, state: 'draft' })
    expect(fromLexical(translation.body)).toEqual(translated)
    expect(outcomes(await take([english.item, norsk.item]))).toEqual(['unchanged', 'unchanged'])
  })

  it('isn’t imported over itself', async () => {
    const { item } = await exported('en')
    const body = accepted(await editor.rest('POST', '/api/releases/import', item)).body
    expect(outcomes(body)).toEqual(['unchanged'])
  })

  it('in a second edition updates what was taken over', async () => {
    const path = `/api/releases/${release}`
    await act(editor, path, 'revise')
    await change(editor, path, { lead: 'It sails on Saturday.' })
    await publish(editor, reviewer, path, { change: 'major', publicNote: 'The day was wrong.' })
    const { item } = await exported('en')
    expect(againstNinjs(item)).toEqual([])
    expect(outcomes(await take([item]))).toEqual(['updated'])
    expect(await taken('releases')).toMatchObject({
      lead: 'It sails on Saturday.',
      revision: 2,
      provenanceVersion: '2',
    })
  })

  it('and retracted says so, and nothing else; the other desk is told', async () => {
    const explanation = 'It was wrong.'
    await act(reviewer, `/api/releases/${release}`, 'retract', { explanation })
    const { status, item } = await exported('en')
    expect(status).toBe(410)
    expect(againstNinjs(item)).toEqual([])
    expect(JSON.stringify(item)).not.toMatch(/ferry|lake|Lund|Ministry/i)
    expect(outcomes(await take([item]))).toEqual(['raised'])
    expect(await taken('releases')).toMatchObject({ state: 'draft', revision: 2 })
    const { docs } = await there.payload.find({ collection: 'open-items' })
    expect(docs).toMatchObject([{ kind: 'canceled-at-source', state: 'open' }])
  })
})
