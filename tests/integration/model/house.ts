import { payloadStore, type PressStore } from '../../../src/press-room/store.ts'
import { pdf, picture } from '../acts.ts'
import { at, type Desk, openDesk } from '../harness.ts'
import { createItem, perform } from './effects.ts'
import { openDoors, type Person } from './people.ts'
import { contactFields, mark, picturing, title } from './words.ts'
import type { About, Item, ItemFields, Topic, World } from './world.ts'

/** What all runs share: one desk with its people, topics, the mission's words, and items that are published. */
export interface House {
  desk: Desk
  store: PressStore
  people: readonly Person[]
  about: About
  topics: Topic[]
  /** Published items that nobody has changed, and that no readable text shows. */
  shelf: Item[]
  /** The press room's revision when it was last read. */
  revision: number
  /** How many were sent and compared. */
  requests: number
}

export async function openHouse(): Promise<House> {
  const desk = await openDesk()
  const people = await openDoors(desk)
  const house: House = {
    desk,
    store: payloadStore(desk.payload),
    people,
    about: new Map(),
    topics: [],
    shelf: [],
    revision: 0,
    requests: 0,
  }
  const ada = people.find(({ name }) => name === 'Ada')
  const languages = { languages: ['en', 'nb', 'kk'], defaultLanguage: 'en' }
  const answer = await ada?.rest('POST', '/api/globals/mission', languages)
  if (answer?.status !== 200) throw new Error(JSON.stringify(answer))
  house.revision = await pressRevision(house)
  return house
}

export async function pressRevision({ desk }: House): Promise<number> {
  const row = await desk.payload.db.findOne<{ id: string; value: number }>({
    collection: 'counters',
    where: { key: { equals: 'press-room' } },
  })
  return Number(row?.value)
}

/** After a run that came to a sudden end: what is shared is as it is stored, and nothing is left to be fetched. */
export async function tidyUp(house: House): Promise<void> {
  const mission = await house.desk.payload.findGlobal({ slug: 'mission', depth: 0 })
  house.about.clear()
  for (const { language, about } of mission.names ?? []) house.about.set(language, about ?? '')
  house.topics = []
  house.shelf = []
  house.revision = await pressRevision(house)
}

/** An item of this type from the shelf, or a new one that Eva makes and Kari publishes. It is in the world then. */
export async function fetchItem(house: House, world: World, type: Item['type']): Promise<Item> {
  const index = house.shelf.findIndex((item) => item.type === type)
  const [there] = index < 0 ? [] : house.shelf.splice(index, 1)
  if (there) {
    world.items.push(there)
    return there
  }
  const item = await makeItem(house, world, type, true)
  for (const [name, action] of [
    ['Eva', 'submit'],
    ['Kari', 'publish'],
  ] as const) {
    const who = personCalled(house, name)
    const path = `/api/${item.collection}/${item.id}/actions/${action}`
    const answer = await who.rest('POST', path, { revision: item.revision })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer))
    perform(world, who, item, action, {})
  }
  house.revision = await pressRevision(house)
  return item
}

function personCalled({ people }: House, name: string): Person {
  const person = people.find((one) => one.name === name)
  if (!person) throw new Error(`nobody is called ${name}`)
  return person
}

export async function fetchTopic(house: House, world: World): Promise<Topic> {
  const there = house.topics.find(({ gone }) => !gone)
  if (there) {
    world.topics.push(there)
    return there
  }
  const names = new Map([['en', `Roads ${mark()}`]])
  const eva = personCalled(house, 'Eva')
  const slug = `roads-${mark()}`
  const data = { slug, names: namesOf(names) }
  const answer = await eva.rest('POST', '/api/topics', data)
  if (answer.status !== 201) throw new Error(JSON.stringify(answer))
  const topic: Topic = { id: String(at(answer.body, 'doc', 'id')), slug, names, gone: false }
  house.topics.push(topic)
  world.topics.push(topic)
  house.revision = await pressRevision(house)
  return topic
}

export const namesOf = (names: ReadonlyMap<string, string>) =>
  [...names].map(([language, name]) => ({ language, name }))

let made = 0

/** A new item of Eva's, in draft. `complete`: nothing speaks against its publication. */
export async function makeItem(
  house: House,
  world: World,
  type: Item['type'],
  complete: boolean,
): Promise<Item> {
  const eva = personCalled(house, 'Eva')
  const collection = `${type}s`
  const number = ++made
  const fields: ItemFields =
    type === 'contact'
      ? contactFields()
      : {
          ...contactFields(),
          name: '',
          telephone: '',
          texts:
            type === 'document'
              ? [title('en')]
              : [picturing('en', 'what'), ...(complete ? [picturing('nb', 'what')] : [])],
          credit: type === 'image' && complete ? `NTB ${mark()}` : '',
          cleared: type === 'image' && complete,
        }
  const data = itemData({ type, fields })
  let body: unknown = data
  if (type !== 'contact') {
    const file =
      type === 'image'
        ? await picture(`p${number}.jpg`, `hsl(${number % 360} 40% 50%)`)
        : pdf(`d${number}.pdf`, `Words ${number}`)
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(file.data)], { type: file.type }), file.name)
    form.set('_payload', JSON.stringify(data))
    body = form
  }
  const answer = await eva.rest('POST', `/api/${collection}`, body)
  if (answer.status !== 201) throw new Error(JSON.stringify(answer))
  const id = String(at(answer.body, 'doc', 'id'))
  if (type !== 'contact') fields.file = fileOf(at(answer.body, 'doc'), type)
  return createItem(world, eva, { type, name: `${type} ${number}`, collection, id, fields })
}

function fileOf(doc: unknown, type: 'image' | 'document'): ItemFields['file'] {
  const [width, height] = [Number(at(doc, 'width')), Number(at(doc, 'height'))]
  const sha256 = String(at(doc, 'sha256'))
  const facts = {
    name: at(doc, 'filename'),
    mime: at(doc, 'mimeType'),
    bytes: at(doc, 'filesize'),
    sha256,
  }
  return type === 'image' ? { ...facts, width, height } : { ...facts, width: 0, height: 0 }
}

/** As REST takes it. */
export function itemData({ type, fields }: Pick<Item, 'type' | 'fields'>): object {
  const { name, telephone, texts, credit, cleared } = fields
  switch (type) {
    case 'contact':
      return { name, telephone, texts: texts.map(({ language, title }) => ({ language, title })) }
    case 'document':
      return { texts: texts.map(({ language, title }) => ({ language, title })) }
    case 'image':
      return {
        texts: texts.map(({ language, title, caption }) => ({ language, alt: title, caption })),
        credit,
        cleared,
      }
  }
}
