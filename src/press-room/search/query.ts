import { z } from 'zod'
import { releaseKinds } from '../../workflow/states.ts'
import type { SearchQuery } from '../addresses.ts'

/** Characters of a question; well below those at which the server cuts a parameter off. */
export const longestQuestion = 120

const once = (sort: z.ZodType<string, string>) =>
  z
    .array(z.string())
    .max(1)
    .transform((values) => values[0] ?? '')
    .pipe(z.union([z.literal(''), sort]))

const query = z.object({
  q: once(z.string().max(longestQuestion)),
  topic: once(z.string().regex(/^[a-z0-9-]{1,200}$/)),
  kind: once(z.enum(releaseKinds)),
  year: once(z.string().regex(/^(19|20|21)\d\d$/)),
  sort: once(z.enum(['date', 'relevance'])),
})

/** What a search's address asks for; else what is wrong with it: a question that is too long, or anything besides. */
export function searchQueryOf(url: URL): SearchQuery | 'too long' | 'not understood' {
  const all = (name: string) => url.searchParams.getAll(name)
  const parsed = query.safeParse(
    Object.fromEntries(Object.keys(query.shape).map((name) => [name, all(name)])),
  )
  if (!parsed.success)
    return all('q').some((one) => one.length > longestQuestion) ? 'too long' : 'not understood'
  return {
    ...parsed.data,
    q: parsed.data.q.trim().replaceAll(/\s+/gu, ' '),
    sort: parsed.data.sort as SearchQuery['sort'],
  }
}
