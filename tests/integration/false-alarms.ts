import type { Problem } from '../../src/workflow/requirements.ts'
import { at, type Someone } from './harness.ts'

/** What the requirements find in a text, a line each, as a person would be told of it. */
export async function alarms(who: Someone, collection: string, id: string): Promise<string[]> {
  const { body } = await who.rest('GET', `/api/${collection}/${id}/actions`)
  return (at(body, 'problems') as Problem[]).map(({ requirement, field, segment, found }) =>
    [requirement, field, ...(segment === undefined ? [] : [segment + 1]), found ?? '']
      .join(' ')
      .trim(),
  )
}
