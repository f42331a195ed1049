import type { CollectionSlug } from 'payload'
import { act, change, make, paragraph, pdf, picture, upload } from './acts.ts'
import type { Shelf } from './expectations.ts'
import type { Desk, Someone } from './harness.ts'

/** Brings texts and items into the situations of `expectations.ts`, through the workflow as people do. */

interface Staff {
  editor: Someone
  translator: Someone
  reviewer: Someone
}

export interface Prepared {
  shelf: Shelf
  collection: CollectionSlug
  id: string
  /** `/api/<collection>/<id>` */
  path: string
  /** Address of its first version. */
  version: string
}

const tomorrow = '2026-03-11T09:00:00.000Z'
const reviewers = ['return', 'approve', 'schedule', 'publish', 'withdraw', 'retract', 'archive']
reviewers.push('emergency-publish')
const inputs: Record<string, object> = {
  schedule: { at: tomorrow, change: 'minor', reason: 'It was a slip.' },
  publish: { change: 'minor', reason: 'It was a slip.' },
  'emergency-publish': { reason: 'The bridge may fall.' },
  withdraw: { explanation: 'It was wrong.' },
  retract: { explanation: 'It was wrong.' },
  archive: { explanation: 'It was wrong.' },
}

const published = ['submit', 'approve', 'publish']
const again = [...published, 'revise', 'change']
/** The way of a text to each situation. An item goes it without being approved. */
const ways: Record<string, string[]> = {
  draft: [],
  'in review': ['submit'],
  approved: ['submit', 'approve'],
  scheduled: ['submit', 'approve', 'schedule'],
  published,
  'published in an emergency': ['emergency-publish'],
  withdrawn: [...published, 'withdraw'],
  retracted: [...published, 'retract'],
  archived: [...published, 'archive'],
  'draft of a second edition': [...published, 'revise'],
  'second edition in review': [...again, 'submit'],
  'second edition approved': [...again, 'submit', 'approve'],
  'draft with a warning': [],
  'in review with a warning': ['submit'],
  'draft that is out of date': [],
  'approved, but out of date': ['submit', 'approve'],
  'approved, but its release isn’t live': ['submit', 'approve'],
}

/** A change of content that a draft of each kind can have. */
export const changes: Record<Shelf, object> = {
  releases: { lead: 'It opens this Friday.' },
  translations: { lead: 'Den åpner på fredag.' },
  contacts: { organisation: 'The press office' },
  images: { copyright: 'The embassy' },
  documents: { texts: [{ language: 'en', title: 'A plan that was changed' }] },
}

async function go({ editor, reviewer }: Staff, path: string, steps: readonly string[]) {
  const [, , shelf] = path.split('/') as [string, string, Shelf]
  for (const step of steps) {
    if (step === 'change') await change(editor, path, changes[shelf])
    else if (step !== 'approve' || shelf === 'releases' || shelf === 'translations')
      await act(reviewers.includes(step) ? reviewer : editor, path, step, inputs[step])
  }
}

/** Its contact is `contact`, an id. */
function text(headline: string, contact: string) {
  return {
    language: 'en',
    kind: 'news',
    headline,
    lead: 'It opens on Friday.',
    body: paragraph('Everybody may cross it.'),
    contacts: [contact],
    about: false,
  }
}

async function begin(
  { editor, translator, reviewer }: Staff,
  shelf: Shelf,
  situation: string,
  contact: string,
): Promise<{ id: string; release?: string }> {
  // One letter of each is of another script.
  const warned = situation.includes('warning')
  switch (shelf) {
    case 'releases':
      return { id: await make(editor, shelf, text(warned ? 'A br\u0456dge' : 'A bridge', contact)) }
    case 'translations': {
      const release = await make(editor, 'releases', text('A bridge', contact))
      if (!situation.includes('isn’t live'))
        await go({ editor, translator, reviewer }, `/api/releases/${release}`, published)
      const data = {
        release,
        language: 'nb',
        headline: warned ? 'En br\u0443 av stein' : 'En bru',
        lead: 'Den åpner fredag.',
        body: paragraph('Alle kan gå over.'),
      }
      return { id: await make(translator, shelf, data), release }
    }
    case 'contacts':
      return { id: await make(editor, shelf, { name: 'Mira', telephone: '+47 22 00 00 01' }) }
    case 'images': {
      const texts = [{ language: 'en', alt: 'A bridge seen from the quay', caption: 'The bridge' }]
      const fields = { texts, credit: 'Embassy', cleared: true }
      return { id: await upload(editor, shelf, await picture('bridge.jpg', '#123456'), fields) }
    }
    case 'documents': {
      const fields = { texts: [{ language: 'en', title: 'A plan' }] }
      return { id: await upload(editor, shelf, pdf('plan.pdf', 'Plan'), fields) }
    }
  }
}

/** Makes one text or item of a kind, and brings it into a situation. `contact`: id of one that is published. */
export async function prepare(
  desk: Desk,
  staff: Staff,
  shelf: Shelf,
  situation: string,
  contact: string,
): Promise<Prepared> {
  const { id, release } = await begin(staff, shelf, situation, contact)
  const path = `/api/${shelf}/${id}`
  await go(staff, path, ways[situation] ?? [])
  if (situation.includes('out of date'))
    await go(staff, `/api/releases/${release}`, ['revise', 'change', ...published])
  const { docs } = await desk.payload.db.findVersions({
    collection: shelf,
    where: { parent: { equals: id } },
    sort: 'createdAt',
    limit: 1,
    pagination: false,
  })
  return { shelf, collection: shelf, id, path, version: `/api/${shelf}/versions/${docs[0]?.id}` }
}
