import type { FormSurroundings } from '../../desk/surroundings.ts'
import type { TextType } from '../../workflow/states.ts'
import { type Answer, fetchSurroundings } from '../rest.ts'
import { blocksIn, idIn, idsIn, picturesIn, type Values, wordsIn } from './form-text.ts'

/** What to ask of the desk about the values of a form. Equal as long as the answer would be. */
export function questionAbout(
  type: TextType,
  id: string | null,
  values: Values,
  revision: number,
): string {
  const query = new URLSearchParams({ of: type, language: wordsIn(values.language) || 'en' })
  const add = (name: string, value: string): void => {
    if (value !== '') query.set(name, value)
  }
  add('id', id ?? '')
  if (revision > 0) add('revision', String(revision))
  add('pictures', picturesIn(blocksIn(values.body)).join(','))
  if (type === 'translation') add('release', idIn(values.release))
  else {
    for (const name of ['images', 'documents', 'contacts', 'topics', 'boilerplate'])
      add(name, idsIn(values[name]).join(','))
    if (values.about === true) add('about', 'true')
  }
  return query.toString()
}

export function surroundingsOf(
  type: TextType,
  id: string | null,
  values: Values,
  language: string,
): Promise<Answer<FormSurroundings>> {
  return fetchSurroundings(questionAbout(type, id, values, 0), language)
}
