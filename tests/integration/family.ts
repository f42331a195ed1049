import type { CollectionSlug, Payload } from 'payload'
import { expect } from 'vitest'
import { toLexical } from '../../src/desk/lexical.ts'
import { type Answer, at, type Someone } from './harness.ts'

/** Releases and translations for tests, made over REST as people make them. */

export const words = (text: string) =>
  toLexical([{ type: 'paragraph', children: [{ type: 'text', text }] }])

/** Takes an action on what is there now, and comes back with the answer, whatever it is. */
export async function act(
  who: Someone,
  path: string,
  action: string,
  input: Record<string, unknown> = {},
): Promise<Answer> {
  const revision = at((await who.rest('GET', `${path}/actions`)).body, 'revision')
  return who.rest('POST', `${path}/actions/${action}`, { revision, ...input })
}

/** As `act`, where it has to succeed. */
export async function done(
  who: Someone,
  path: string,
  action: string,
  input: Record<string, unknown> = {},
): Promise<void> {
  const answer = await act(who, path, action, input)
  expect(answer.status, `${action} ${path}: ${JSON.stringify(answer.body)}`).toBe(200)
}

/** Makes a document. Its id. */
export async function make(who: Someone, collection: string, data: object): Promise<string> {
  const answer = await who.rest('POST', `/api/${collection}`, data)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return String(at(answer.body, 'doc', 'id'))
}

/** A contact that is in public: what each text needs. Its id. */
export async function publishedContact(editor: Someone, reviewer: Someone): Promise<string> {
  const id = await make(editor, 'contacts', { name: 'Ada Press', telephone: '+47 00 00 00 01' })
  await done(editor, `/api/contacts/${id}`, 'submit')
  await done(reviewer, `/api/contacts/${id}`, 'publish')
  return id
}

/** Columns of a row as they are stored. */
export async function stored(
  who: { payload: Payload },
  collection: CollectionSlug,
  id: string,
): Promise<Record<string, unknown>> {
  const row = await who.payload.db.findOne<{ id: string } & Record<string, unknown>>({
    collection,
    where: { id: { equals: id } },
  })
  return row ?? expect.unreachable(`no ${collection} ${id}`)
}
