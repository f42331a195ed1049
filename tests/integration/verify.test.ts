import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CollectionSlug } from 'payload'
import { toLexical } from '../../src/desk/lexical.ts'
import { actOf, eventDraft, eventRow, hashOf, rootHash } from '../../src/desk/timeline.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { canonicalForm } from '../../src/workflow/content.ts'
import { sha256 } from '../../src/workflow/fingerprint.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'

/** Somebody reaches the database itself. Each row of the table is put back before the next. */

let desk: Desk
let editor: Someone
let reviewer: Someone
let release: string
let translation: string
let contact: string
let note: string

type Row = Record<string, unknown> & { id: string }

const find = async (collection: CollectionSlug, where: Record<string, unknown>): Promise<Row[]> => {
  const { docs } = await desk.payload.db.find<Row>({
    collection,
    where: Object.fromEntries(
      Object.entries(where).map(([key, value]) => [key, { equals: value }]),
    ),
    limit: 0,
    pagination: false,
    sort: collection === 'events' ? 'number' : 'createdAt',
  })
  return docs
}
const one = async (collection: CollectionSlug, where: Record<string, unknown>): Promise<Row> => {
  const [row] = await find(collection, where)
  if (!row) throw new Error(`no ${collection} like ${JSON.stringify(where)}`)
  return row
}
/** Past every hook, and past the guard of the desk's own rows. */
const set = async (collection: CollectionSlug, { id }: Row, data: Record<string, unknown>) => {
  const changed: unknown = await desk.payload.db.updateOne({
    collection,
    where: { id: { equals: id } },
    data,
    options: { atomic: true },
  })
  expect(changed, `${collection} ${id} was not changed`).toBeTruthy()
}
const remove = (collection: CollectionSlug, { id }: Row) =>
  desk.payload.db.deleteOne({ collection, where: { id: { equals: id } } })

const event = (subject: string, what: string) => one('events', { subject, what })

/** As somebody would who knows how the chain is made: every hash anew, from what the rows say now. */
async function forgeChain(family: string): Promise<void> {
  let previousHash = rootHash(family)
  let number = 0
  for (const row of await find('events', { family })) {
    const parsed = eventRow.parse(row)
    number++
    const hash = hashOf(eventDraft.parse(parsed), number, previousHash)
    await set('events', row, { number, previousHash, hash })
    previousHash = hash
  }
}

interface Tampering {
  what: string
  by: () => Promise<unknown>
  told: RegExp
}

const tamperings: Tampering[] = [
  {
    what: 'a letter of an edition',
    by: async () => {
      const edition = await one('editions', { subject: release, number: 2 })
      await set('editions', edition, {
        content: String(edition.content).replace('bridge', 'bridgf'),
      })
    },
    told: /^Edition 2 of the release .* was changed after it was frozen/,
  },
  {
    what: 'a letter of an edition, with the fingerprint to it',
    by: async () => {
      const edition = await one('editions', { subject: release, number: 2 })
      const content = String(edition.content).replace('bridge', 'bridgf')
      await set('editions', edition, { content, fingerprint: sha256(content) })
    },
    told: /^Edition 2 of the release .* is another text than the one that was published/,
  },
  {
    what: 'the order of an edition’s keys',
    by: async () => {
      const edition = await one('editions', { subject: release, number: 2 })
      const content = JSON.stringify(
        Object.fromEntries(
          Object.entries(JSON.parse(String(edition.content)) as object).toReversed(),
        ),
      )
      await set('editions', edition, { content, fingerprint: sha256(content) })
    },
    told: /isn’t in canonical form/,
  },
  {
    what: 'the headline column of an edition',
    by: async () =>
      set('editions', await one('editions', { subject: release, number: 2 }), {
        headline: 'Other',
      }),
    told: /carries another headline or language than its content/,
  },
  {
    what: 'the name of the one who approved an edition',
    by: async () =>
      set('editions', await one('editions', { subject: release, number: 1 }), {
        approvedBy: editor.id,
      }),
    told: /^Edition 1 of the release .* names others than its timeline/,
  },
  {
    what: 'an edition that is gone',
    by: async () => remove('editions', await one('editions', { subject: release, number: 1 })),
    told: /^Edition 1 of the release .* is missing/,
  },
  {
    what: 'an edition that nobody published',
    by: async () => {
      const { id: _id, ...edition } = await one('editions', { subject: release, number: 2 })
      await desk.payload.db.create({
        collection: 'editions',
        data: { ...edition, id: 'forged', number: 3 },
      })
    },
    told: /^Edition 3 of the release .* was never published by anybody/,
  },
  {
    what: 'an event’s note',
    by: async () => set('events', await event(release, 'return'), { note: 'Nothing was wrong.' }),
    told: /^Event \d+ \(return\) .* was changed after it was written/,
  },
  {
    what: 'an event’s actor',
    by: async () => set('events', await event(release, 'approve'), { actor: 'somebody' }),
    told: /^Event \d+ \(approve\) .* was changed after it was written/,
  },
  {
    what: 'an event in the middle that is gone',
    by: async () => remove('events', await event(release, 'return')),
    told: /follows event \d+: 1 missing between them/,
  },
  {
    what: 'an event in the middle that is gone, and the chain made anew',
    by: async () => {
      await remove('events', await event(release, 'return'))
      await forgeChain(release)
    },
    told: /^The timeline of the release .* goes from revision \d+ to revision \d+/,
  },
  {
    what: 'the newest event that is gone',
    by: async () => {
      const last = (await find('events', { family: contact })).at(-1)
      await remove('events', last ?? expect.unreachable())
    },
    told: /^The contact .* is at revision 3, but its timeline ends with revision 2/,
  },
  {
    what: 'a whole timeline that is gone',
    by: async () => {
      for (const row of await find('events', { family: contact })) await remove('events', row)
    },
    told: /^The contact .* is there, and the timeline knows nothing of it/,
  },
  {
    what: 'two events in each other’s place',
    by: async () => {
      const [first, second] = await find('events', { family: contact })
      if (!first || !second) return expect.unreachable()
      await set('events', first, { number: 99 })
      await set('events', second, { number: 1 })
      await set('events', first, { number: 2 })
    },
    told: /^Event 1 .* doesn’t follow the event before it/,
  },
  {
    what: 'an approval by the author, and the chain made anew',
    by: async () => {
      await set('events', await event(release, 'approve'), {
        actor: editor.id,
        actorName: editor.name,
      })
      await forgeChain(release)
    },
    told: /^editor approved the release .* four eyes are missing/,
  },
  {
    what: 'a publication of an item by its author, and the chain made anew',
    by: async () => {
      await set('events', await event(contact, 'publish'), { actor: editor.id })
      await forgeChain(contact)
    },
    told: /approved the contact .* four eyes are missing/,
  },
  {
    what: 'an approval of another text, and the chain made anew',
    by: async () => {
      await set('events', await event(release, 'approve'), { fingerprintAfter: sha256('other') })
      await forgeChain(release)
    },
    told: /^Edition 1 of the release .* isn’t what was approved last/,
  },
  {
    what: 'a publication without an approval, and the chain made anew',
    by: async () => {
      await set('events', await event(release, 'approve'), { what: 'waive' })
      await forgeChain(release)
    },
    told: /^Edition 1 of the release .* isn’t what was approved last/,
  },
  {
    what: 'an entry that shows an older edition',
    by: async () => {
      const edition = await one('editions', { subject: release, number: 1 })
      await set('entries', await one('entries', { subject: release }), {
        edition: edition.id,
        number: 1,
        fingerprint: edition.fingerprint,
        headline: edition.headline,
      })
    },
    told: /shows edition 1, which isn’t the newest/,
  },
  {
    what: 'an entry that shows what isn’t there',
    by: async () =>
      set('entries', await one('entries', { subject: release }), { edition: 'nowhere' }),
    told: /shows an edition that isn’t there or isn’t its own/,
  },
  {
    what: 'an entry’s headline',
    by: async () => set('entries', await one('entries', { subject: release }), { headline: 'Oh' }),
    told: /differs from its edition: headline/,
  },
  {
    what: 'an entry that is gone',
    by: async () => remove('entries', await one('entries', { subject: contact })),
    told: /^The entry of the contact .* is missing/,
  },
  {
    what: 'the contacts of an entry',
    by: async () => {
      const entry = await one('entries', { subject: release })
      await desk.payload.db.updateOne({ collection: 'entries', id: entry.id, data: { uses: [] } })
    },
    told: /names other images, documents or contacts than its edition/,
  },
  {
    what: 'a retracted text that is live again',
    by: async () => {
      for (const [collection, where] of [
        ['entries', { subject: translation }],
        ['translations', { id: translation }],
      ] as const)
        await set(collection, await one(collection, where), { standing: 'live' })
    },
    told: /^The translation .* is live, but its timeline says retracted/,
  },
  {
    what: 'a withdrawn release under a live translation',
    by: async () => {
      await set('entries', await one('entries', { subject: release }), { standing: 'withdrawn' })
      await set('entries', await one('entries', { subject: translation }), { standing: 'live' })
    },
    told: /^The translation .* is live, but its release .* is withdrawn/,
  },
  {
    what: 'a text’s state',
    by: async () => set('releases', await one('releases', { id: release }), { state: 'draft' }),
    told: /^The release .* is “draft”, but its timeline ends with “published”/,
  },
  {
    what: 'an act that was never finished',
    by: async () => set('contacts', await one('contacts', { id: contact }), { busy: 1 }),
    told: /^An act on the contact .* was left unfinished/,
  },
  {
    what: 'an event with another act’s name',
    by: async () => set('events', await event(contact, 'create'), { act: actOf(contact, 77) }),
    told: /names another act than its own/,
  },
  {
    what: 'the words of a note',
    by: async () => set('notes', await one('notes', { id: note }), { words: 'Which Monday?' }),
    told: /^The note .* on the release .* says something else than its timeline/,
  },
  {
    what: 'a note that is gone',
    by: async () => remove('notes', await one('notes', { id: note })),
    told: /^The note .* on the release .* is missing/,
  },
  {
    what: 'a note that nobody resolved',
    by: async () => {
      const resolved = await one('events', { subject: release, what: 'resolve-note' })
      await remove('events', resolved)
      await forgeChain(release)
    },
    told: /^The note .* was resolved or reopened by nobody in its timeline/,
  },
  {
    what: 'a note that nobody wrote',
    by: async () => {
      const forged = { ...(await one('notes', { id: note })), id: 'forged' }
      await desk.payload.db.create({ collection: 'notes', data: forged })
    },
    told: /^The note forged on the release .* was never written by anybody/,
  },
  {
    what: 'a reply that is gone',
    by: async () => remove('replies', await one('replies', { note })),
    told: /^The note .* has other replies than its timeline tells of/,
  },
  {
    what: 'an act on a note that is told as another',
    by: async () => {
      await set('events', await event(release, 'resolve-note'), { what: 'publish' })
      await forgeChain(release)
    },
    told: /“publish” on the release .* is nothing that a note can be/,
  },
  {
    what: 'an event with another step',
    by: async () => {
      await set('events', await event(release, 'reply'), { step: `${note}:3` })
      await forgeChain(release)
    },
    told: /names another act than its own|has a gap/,
  },
  {
    what: 'a letter of what a text said',
    by: async () => {
      const kept = await one('texts-as-of', { subject: release })
      await set('texts-as-of', kept, { content: String(kept.content).replace('bridge', 'bridgf') })
    },
    told: /^What the text .* said was changed after it was kept/,
  },
]

const watched: CollectionSlug[] = [
  'events',
  'editions',
  'entries',
  'notes',
  'replies',
  'texts-as-of',
]
const onDesk = ['releases', 'translations', 'contacts'] as const
let stored: Map<CollectionSlug, string>

async function allRows(): Promise<Map<CollectionSlug, Row[]>> {
  const rows = new Map<CollectionSlug, Row[]>()
  for (const collection of [...watched, ...onDesk]) rows.set(collection, await find(collection, {}))
  return rows
}

/** Rows of the record that differ are made anew; on the desk, the columns that were touched are set. */
async function putBack(): Promise<void> {
  for (const collection of watched) {
    const good = JSON.parse(stored.get(collection) ?? '[]') as Row[]
    const wanted = new Map(good.map((row) => [row.id, canonicalForm(row)]))
    const right = new Set<string>()
    for (const row of await find(collection, {}))
      if (wanted.get(row.id) === canonicalForm(JSON.parse(JSON.stringify(row)))) right.add(row.id)
      else await remove(collection, row)
    for (const row of good)
      if (!right.has(row.id)) await desk.payload.db.create({ collection, data: row })
  }
  for (const collection of onDesk)
    for (const row of JSON.parse(stored.get(collection) ?? '[]') as Row[]) {
      const { state, standing, busy } = row
      await set(collection, row, { state, standing, busy })
    }
}

const act = async (who: Someone, where: string, action: string, input = {}) => {
  const revision = at((await who.rest('GET', `${where}/actions`)).body, 'revision')
  const answer = await who.rest('POST', `${where}/actions/${action}`, { revision, ...input })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

const body = (text: string) =>
  toLexical([{ type: 'paragraph', children: [{ type: 'text', text }] }])

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor', ['editor'])
  reviewer = await desk.person('reviewer', ['reviewer'])
  const make = async (collection: string, data: object) => {
    const answer = await editor.rest('POST', `/api/${collection}`, data)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return at(answer.body, 'doc', 'id') as string
  }
  contact = await make('contacts', { name: 'Ada Press', telephone: '+47 00 00 00 01' })
  await act(editor, `/api/contacts/${contact}`, 'submit')
  await act(reviewer, `/api/contacts/${contact}`, 'publish')
  release = await make('releases', {
    language: 'en',
    headline: 'A bridge opens',
    lead: 'On Friday.',
    datelinePlace: 'Oslo',
    datelineDate: '2026-03-03T12:00:00.000Z',
    body: body('It is a long bridge.'),
    contacts: [contact],
    about: false,
  })
  const path = `/api/releases/${release}`
  await act(editor, path, 'submit')
  await act(reviewer, path, 'return', { note: 'The date is wrong.' })
  await act(editor, path, 'submit')
  await act(reviewer, path, 'approve')
  await act(reviewer, path, 'publish')
  await act(editor, path, 'revise')
  const revision = at((await editor.rest('GET', path)).body, 'revision')
  const changed = await editor.rest('PATCH', path, { revision, headline: 'A new bridge opens' })
  expect(changed.status, JSON.stringify(changed.body)).toBe(200)
  await act(editor, path, 'submit')
  await act(reviewer, path, 'approve')
  await act(reviewer, path, 'publish', { change: 'major', publicNote: 'It is new.' })
  translation = await make('translations', {
    release,
    language: 'nb',
    headline: 'En ny bro åpner',
    lead: 'På fredag.',
    datelinePlace: 'Oslo',
    body: body('Den er lang.'),
  })
  await act(editor, `/api/translations/${translation}`, 'submit')
  await act(reviewer, `/api/translations/${translation}`, 'approve')
  await act(reviewer, `/api/translations/${translation}`, 'publish')
  await act(reviewer, `/api/translations/${translation}`, 'retract', { explanation: 'Wrong.' })
  const spare = await make('releases', { language: 'en', headline: 'Spare', body: body('x') })
  expect((await editor.rest('DELETE', `/api/releases/${spare}`)).status).toBe(200)
  const noted = await reviewer.rest('POST', `/api/releases/${release}/notes`, {
    field: 'lead',
    words: 'Which Friday?',
    mustFix: true,
  })
  note = at(noted.body, 'note', 'id') as string
  for (const what of ['replies', 'resolve']) {
    const sent = what === 'replies' ? { words: 'The next one.' } : {}
    const answer = await reviewer.rest(
      'POST',
      `/api/releases/${release}/notes/${note}/${what}`,
      sent,
    )
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  }
  stored = new Map(
    [...(await allRows())].map(([collection, rows]) => [collection, JSON.stringify(rows)]),
  )
})
afterAll(() => desk.close())

describe('verifying a record', () => {
  it('that nobody touched finds nothing, and counts all of it', async () => {
    const report = await verify(desk.payload)
    expect(problemsOf(report)).toEqual([])
    expect(report.events.count).toBe((await find('events', {})).length)
    expect(report.editions.count).toBe(4)
    expect(report.entries.count).toBe(3)
    expect(report.documents.count).toBe(3)
    expect(report.families.count).toBe(3)
  })

  it.each(tamperings)('names $what', async ({ by, told }) => {
    await by()
    const problems = problemsOf(await verify(desk.payload))
    expect(problems.filter((problem) => told.test(problem))).not.toEqual([])
    if (process.env.TEST_LOG) console.log(problems.join('\n'))
    await putBack()
    expect(problemsOf(await verify(desk.payload))).toEqual([])
  })

  it('names a text that is gone', async () => {
    await remove('contacts', await one('contacts', { id: contact }))
    expect(problemsOf(await verify(desk.payload))).toEqual([
      `The contact ${contact} is gone, and no event says who deleted it.`,
    ])
  })
})
