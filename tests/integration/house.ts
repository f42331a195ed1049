import { act, make, paragraph, pdf, picture, publish, upload } from './acts.ts'
import { type Desk, openDesk, type Someone } from './harness.ts'

/** A desk with people and something in every state: what somebody would attack who wants a text out alone. */
export interface House {
  desk: Desk
  /** An editor, who wrote everything here. */
  eva: Someone
  /** Another editor. */
  emil: Someone
  /** A translator, whose translations these are. */
  timo: Someone
  rita: Someone
  /** Another reviewer. */
  roman: Someone
  /** An administrator. */
  ada: Someone
  /** Holds every role, declares every language, and wrote nothing. */
  zoe: Someone
  /** Paths by name: `/api/<collection>/<id>`. */
  at: Record<Name, string>
}

const names = [
  'draft',
  'in review',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
  'draft translation',
  'published translation',
  'draft contact',
  'published contact',
  'draft image',
  'published image',
  'draft document',
  'published document',
  'topic',
] as const
export type Name = (typeof names)[number]

export const idOf = (path: string): string => path.split('/').at(-1) ?? ''

export async function openHouse(): Promise<House> {
  const desk = await openDesk()
  desk.clock.now = new Date('2026-03-10T09:00:00.000Z')
  const [eva, emil, timo, rita, roman, ada, zoe] = await Promise.all([
    desk.person('eva', ['editor']),
    desk.person('emil', ['editor']),
    desk.person('timo', ['translator']),
    desk.person('rita', ['reviewer']),
    desk.person('roman', ['reviewer']),
    desk.person('ada', ['administrator']),
    desk.person('zoe', ['editor', 'translator', 'reviewer', 'administrator']),
  ])
  const made = {} as Record<Name, string>
  const keep = (name: Name, collection: string, id: string) => {
    made[name] = `/api/${collection}/${id}`
    return made[name]
  }
  for (const name of ['published contact', 'draft contact'] as const) {
    const data = { name: `Ada, ${name}`, telephone: '+47 22 00 00 01' }
    keep(name, 'contacts', await make(eva, 'contacts', data))
  }
  for (const [name, colour] of [
    ['published image', '#123456'],
    ['draft image', '#654321'],
  ] as const) {
    const file = await picture(`${name.replace(' ', '-')}.jpg`, colour)
    const texts = [
      { language: 'en', alt: 'A bridge seen from the quay', caption: name },
      { language: 'kk', alt: 'Жағадан көрінетін көпір', caption: name },
    ]
    const fields = { texts, credit: 'Embassy', cleared: true }
    keep(name, 'images', await upload(eva, 'images', file, fields))
  }
  for (const name of ['published document', 'draft document'] as const) {
    const fields = { texts: [{ language: 'en', title: name }] }
    const file = pdf(`${name.replace(' ', '-')}.pdf`, name)
    keep(name, 'documents', await upload(eva, 'documents', file, fields))
  }
  for (const name of ['published contact', 'published image', 'published document'] as const)
    await publish(eva, rita, made[name])
  const topic = { slug: 'roads', names: [{ language: 'en', name: 'Roads' }] }
  keep('topic', 'topics', await make(eva, 'topics', topic))

  const release = async (name: Name) =>
    keep(
      name,
      'releases',
      await make(eva, 'releases', {
        language: 'en',
        kind: 'news',
        headline: `A bridge that is ${name}`,
        lead: 'It opens on Friday.',
        body: paragraph('Everybody may cross it.'),
        topics: [idOf(made.topic)],
        contacts: [idOf(made['published contact'])],
        images: [idOf(made['published image'])],
        documents: [idOf(made['published document'])],
        about: false,
      }),
    )
  const translation = async (name: Name, of: Name) =>
    keep(
      name,
      'translations',
      await make(timo, 'translations', {
        release: idOf(made[of]),
        language: 'kk',
        headline: 'Көпір',
        lead: 'Ол жұмада ашылады.',
        body: paragraph('Бәрі одан өте алады.'),
      }),
    )
  await release('draft')
  await translation('draft translation', 'draft')
  const inReview = await release('in review')
  await act(eva, inReview, 'submit')
  for (const name of ['approved', 'scheduled'] as const) {
    const path = await release(name)
    await act(eva, path, 'submit')
    await act(rita, path, 'approve')
  }
  await act(rita, made.scheduled, 'schedule', { at: '2026-03-11T09:00:00.000Z' })
  for (const name of ['published', 'withdrawn'] as const)
    await publish(eva, rita, await release(name))
  await publish(timo, rita, await translation('published translation', 'published'))
  await act(rita, made.withdrawn, 'withdraw', { explanation: 'It opens later.' })
  return { desk, eva, emil, timo, rita, roman, ada, zoe, at: made }
}
