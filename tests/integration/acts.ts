import type { CollectionSlug } from 'payload'
import sharp from 'sharp'
import { pdfOf } from '../../src/desk/demo/documents.ts'
import { toLexical } from '../../src/desk/lexical.ts'
import type { Block } from '../../src/workflow/content.ts'
import { type Answer, at, type Desk, type Someone } from './harness.ts'

/** What tests do at the desk, through REST as people do. Each throws with the whole answer when it is refused. */

export function accepted(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer
}

const idOf = (answer: Answer) => at(accepted(answer).body, 'doc', 'id') as string

export const paragraph = (text: string): unknown =>
  toLexical([{ type: 'paragraph', children: [{ type: 'text', text }] }])

export const bodyOf = (blocks: readonly Block[]): unknown => toLexical(blocks)

/** Makes a document. Returns its id. */
export async function make(who: Someone, collection: string, data: object): Promise<string> {
  return idOf(await who.rest('POST', `/api/${collection}`, data))
}

export interface NewFile {
  name: string
  data: Uint8Array
  type: string
}

export function formOf(file: NewFile, fields: object): FormData {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(file.data)], { type: file.type }), file.name)
  form.set('_payload', JSON.stringify(fields))
  return form
}

/** Makes an image or document with its file. Returns its id. */
export async function upload(
  who: Someone,
  collection: 'images' | 'documents',
  file: NewFile,
  fields: object,
): Promise<string> {
  return idOf(await who.rest('POST', `/api/${collection}`, formOf(file, fields)))
}

/** A small picture of one colour. */
export async function picture(name: string, colour: string): Promise<NewFile> {
  const create = { width: 40, height: 30, channels: 3, background: colour } as const
  return { name, data: await sharp({ create }).jpeg().toBuffer(), type: 'image/jpeg' }
}

export function pdf(name: string, words: string): NewFile {
  return { name, data: pdfOf(words, [words]), type: 'application/pdf' }
}

export async function revisionOf(who: Someone, path: string): Promise<number> {
  return at(accepted(await who.rest('GET', `${path}/actions`)).body, 'revision') as number
}

/** One action, on the newest revision. `path`: `/api/<collection>/<id>`. */
export async function act(
  who: Someone,
  path: string,
  action: string,
  input: object = {},
): Promise<void> {
  const revision = await revisionOf(who, path)
  accepted(await who.rest('POST', `${path}/actions/${action}`, { revision, ...input }))
}

/** A change of content, on the newest revision; with a file, its replacement. */
export async function change(
  who: Someone,
  path: string,
  data: object,
  file?: NewFile,
): Promise<void> {
  const fields = { revision: await revisionOf(who, path), ...data }
  accepted(await who.rest('PATCH', path, file ? formOf(file, fields) : fields))
}

/** From draft to the press room. */
export async function publish(
  editor: Someone,
  reviewer: Someone,
  path: string,
  input: object = {},
): Promise<void> {
  await act(editor, path, 'submit')
  if (/\/(releases|translations)\//.test(path)) await act(reviewer, path, 'approve')
  await act(reviewer, path, 'publish', input)
}

/** Signs for every kind of warning that a text has: a translation that says less than its original, on purpose. */
export async function signForAll(who: Someone, path: string): Promise<void> {
  const { body } = accepted(await who.rest('GET', `${path}/actions`))
  const problems = at(body, 'problems') as { requirement: string; level: string }[]
  const warnings = problems.filter(({ level }) => level === 'warning')
  for (const requirement of new Set(warnings.map((one) => one.requirement)))
    await act(who, path, 'waive', { requirement, reason: 'It says less on purpose.' })
}

/** A document's columns as they are stored, in whatever collection. */
export async function rowOf(
  { payload }: Pick<Desk, 'payload'>,
  collection: CollectionSlug,
  id: string,
): Promise<Record<string, unknown>> {
  const row = await payload.db.findOne<{ id: string } & Record<string, unknown>>({
    collection,
    where: { id: { equals: id } },
  })
  if (!row) throw new Error(`no ${collection} ${id}`)
  return row
}
