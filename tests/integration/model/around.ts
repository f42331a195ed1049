import { at } from '../harness.ts'
import { attempt, type Attempt, type Run } from './attempt.ts'
import { createItem } from './effects.ts'
import { itemData, makeItem, namesOf } from './house.ts'
import { is, type Person } from './people.ts'
import { pick } from './requests.ts'
import { contactFields, mark } from './words.ts'

/** What happens around the texts: items, topics, the mission’s words, time. */

export async function makeDraftItem(run: Run, n: number): Promise<void> {
  const { world, house } = run
  if (n % 3 === 0) {
    const item = await makeItem(house, world, n % 2 === 0 ? 'image' : 'document', n % 4 === 0)
    run.told.push(`Eva: upload ${item.name}`)
    return
  }
  const [eva] = world.people
  if (!eva) return
  const fields = contactFields()
  await attempt(run, {
    who: eva,
    method: 'POST',
    path: '/api/contacts',
    body: itemData({ type: 'contact', fields }),
    says: 'make a contact',
    expect: () => ({
      status: 201,
      after: ({ body }) => {
        const id = String(at(body, 'doc', 'id'))
        const made = { type: 'contact', name: `contact of ${n}`, collection: 'contacts' } as const
        return createItem(world, eva, { ...made, id, fields })
      },
    }),
    about: [],
  })
}

async function setting(
  run: Run,
  who: Person,
  role: 'editor' | 'administrator',
  request: Pick<Attempt, 'method' | 'path' | 'body' | 'says'>,
  effect: () => void,
  gone: () => boolean = () => false,
): Promise<void> {
  await attempt(run, {
    who,
    ...request,
    expect: () =>
      is(who, role)
        ? gone()
          ? { status: 404 }
          : {
              status: 200,
              raises: true,
              after: () => {
                effect()
                return null
              },
            }
        : { status: 403 },
    about: [],
  })
}

export async function renameTopic(run: Run, who: Person): Promise<void> {
  const topic = run.world.topics.find(({ gone }) => !gone)
  if (!topic) return
  const names = new Map([
    ['en', `Roads ${mark()}`],
    ['nb', `Veier ${mark()}`],
  ])
  const request = {
    method: 'PATCH',
    path: `/api/topics/${topic.id}`,
    body: { names: namesOf(names) },
    says: 'rename the topic',
  }
  await setting(
    run,
    who,
    'editor',
    request,
    () => {
      topic.names = names
    },
    () => topic.gone,
  )
}

export async function deleteTopic(run: Run, who: Person): Promise<void> {
  const topic = run.world.topics.find(({ gone }) => !gone)
  if (!topic) return
  const request = { method: 'DELETE', path: `/api/topics/${topic.id}`, says: 'delete the topic' }
  await setting(
    run,
    who,
    'administrator',
    { ...request, body: undefined },
    () => {
      topic.gone = true
    },
    () => topic.gone,
  )
}

export async function changeAbout(run: Run, who: Person, n: number): Promise<void> {
  const { about } = run.world
  const wanted = new Map(
    ['en', 'nb'].map((language) => [language, n % 3 === 2 ? '' : `An embassy ${mark()}`]),
  )
  const names = [...wanted].map(([language, words]) => ({
    language,
    name: 'Embassy',
    about: words,
  }))
  const request = {
    method: 'POST',
    path: '/api/globals/mission',
    body: { names },
    says: 'change the words about the mission',
  }
  await setting(run, who, 'administrator', request, () => {
    for (const [language, words] of wanted) about.set(language, words)
  })
}

const waits = [60_000, 3_600_000, 30 * 60_000, 86_400_000, 1000]

export function pass(run: Run, n: number): void {
  const { world, house } = run
  const wait = pick(waits, n) ?? 1000
  world.now = new Date(world.now.getTime() + wait)
  house.desk.clock.now = world.now
  run.told.push(`${wait / 1000} seconds pass`)
}
