import type { Visitor } from './browser.ts'
import { idOf } from './desk-page.ts'

/** Drafts of their own for tests that change them. */

/** An editor's state of plain paragraphs. */
export function paragraphs(...texts: string[]): object {
  const element = { version: 1, direction: null, format: '', indent: 0 }
  const words = { type: 'text', version: 1, format: 0, detail: 0, mode: 'normal', style: '' }
  return {
    root: {
      ...element,
      type: 'root',
      children: texts.map((text) => ({
        ...element,
        type: 'paragraph',
        textFormat: 0,
        children: [{ ...words, text }],
      })),
    },
  }
}

export async function draft(who: Visitor, words: object): Promise<string> {
  const contact = await idOf(who, 'contacts', { name: 'Leda' })
  const { status, body } = await who.rest('POST', '/releases', {
    language: 'en',
    kind: 'news',
    headline: 'The bridge opens',
    lead: 'It opens on Friday.',
    body: paragraphs('Everybody may cross it.'),
    contacts: [contact],
    about: false,
    ...words,
  })
  if (status !== 201) throw new Error(`${status}: ${JSON.stringify(body)}`)
  return (body as { doc: { id: string } }).doc.id
}

export async function stored(who: Visitor, id: string): Promise<Record<string, unknown>> {
  return (await who.rest('GET', `/releases/${id}`)).body as Record<string, unknown>
}

/** As another editor would. To the form that is open, the same account elsewhere is somebody else. */
export async function theirs(who: Visitor, id: string, words: object): Promise<void> {
  const { revision } = await stored(who, id)
  const { status, body } = await who.rest('PATCH', `/releases/${id}`, { revision, ...words })
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
}
