import { z } from 'zod'
import { toLexical } from '../../src/desk/lexical.ts'
import { median, ms, percentile, table } from './figures.ts'
import { ask } from './http.ts'

const signedIn = z.looseObject({ token: z.string() })
const written = z.looseObject({ doc: z.looseObject({ id: z.string(), revision: z.number() }) })

export const password = 'correct horse battery staple'

/** How long a release takes through the REST interface, one after the other, from its first word to the public. */
export async function measureActs(origin: string, rounds: number): Promise<string> {
  const times = new Map<string, number[]>()
  const signIn = async (email: string) => {
    const { body } = await ask(`${origin}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    return signedIn.parse(JSON.parse(body.toString())).token
  }
  const post = async (token: string, path: string, data: unknown, what?: string) => {
    const began = performance.now()
    const { status, body } = await ask(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `JWT ${token}` },
      body: JSON.stringify(data),
    })
    const took = performance.now() - began
    if (status >= 300) throw new Error(`${path} answered ${status}: ${body.toString()}`)
    if (what) times.set(what, [...(times.get(what) ?? []), took])
    return written.parse(JSON.parse(body.toString())).doc
  }
  const editor = await signIn('editor@bench.example')
  const reviewer = await signIn('reviewer@bench.example')
  const contact = await post(editor, '/api/contacts', { name: 'Ada Press', telephone: '+47 1' })
  await post(editor, `/api/contacts/${contact.id}/actions/submit`, { revision: 1 })
  await post(reviewer, `/api/contacts/${contact.id}/actions/publish`, { revision: 2 })
  const paragraph = 'The bridge is long, and it took the two towns a long time to agree on it. '
  for (let round = 0; round < rounds; round += 1) {
    const release = await post(
      editor,
      '/api/releases',
      {
        language: 'en',
        kind: 'press-release',
        headline: `A bridge opens for the ${round}th time`,
        lead: 'The bridge opens on Friday.',
        datelinePlace: 'Oslo',
        datelineDate: '2026-03-03T12:00:00.000Z',
        body: toLexical(
          Array.from({ length: 12 }, () => ({
            type: 'paragraph' as const,
            children: [{ type: 'text' as const, text: paragraph.repeat(4) }],
          })),
        ),
        contacts: [contact.id],
        about: false,
      },
      'create',
    )
    const path = `/api/releases/${release.id}/actions`
    await post(editor, `${path}/submit`, { revision: 1 }, 'submit')
    await post(reviewer, `${path}/approve`, { revision: 2 }, 'approve')
    await post(reviewer, `${path}/publish`, { revision: 3 }, 'publish')
  }
  return table(
    ['over REST, one after the other', 'p50', 'p95'],
    [...times].map(([what, all]) => [what, ms(median(all)), ms(percentile(all, 95))]),
  )
}
