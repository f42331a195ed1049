import {
  accepted,
  act,
  change,
  make,
  paragraph,
  pdf,
  picture,
  publish,
  signForAll,
  upload,
} from './acts.ts'
import { type Desk, openDesk, type Someone } from './harness.ts'
import {
  markedContact,
  markedDocument,
  markedImage,
  markedRelease,
  markedText,
  Marks,
} from './marked.ts'

/**
 * A press room with something in every state, and marks in it: words that occur nowhere else, one for each field of
 * everything that isn't public. `openRoom` makes what the public may read; `hide` puts the rest on top of it.
 */

/** Something that a stranger mustn't know of, or not in this form. */
export interface Secret {
  what: string
  /** `/api/<collection>/<id>`. */
  path: string
  /** The address that a guess would try: language and slug. */
  address?: readonly [string, string]
  /** Names of its files, as a guess would try them. */
  files?: readonly string[]
}

export interface Room {
  desk: Desk
  marks: Marks
  editor: Someone
  translator: Someone
  reviewer: Someone
  administrator: Someone
  /** Signed in, without any role. */
  guest: Someone
  /** Addresses of texts that the public may read, in any form. */
  readable: readonly (readonly [string, string])[]
  /** Addresses of texts that are gone. */
  gone: readonly (readonly [string, string])[]
  secrets: Secret[]
  /** Ids by the names that are used here. */
  ids: Map<string, string>
}

export const roomLanguages = ['en', 'nb', 'ru', 'kk', 'sv', 'da']
const openImage = (words: string) => ({
  texts: ['en', 'nb'].map((language) => ({
    language,
    alt: `Seen ${words}`,
    caption: `A ${words}`,
  })),
  credit: 'Open credit',
  cleared: true,
})

const openDocument = (words: string) => ({
  texts: ['en', 'nb'].map((language) => ({ language, title: `Open ${words}` })),
})

const openText = (words: string) => ({
  headline: `Open ${words}`,
  lead: `${words} for everybody.`,
  body: paragraph(`All about ${words}.`),
  datelinePlace: 'Oslo',
  sourceLabel: 'Ministry',
})

/** The room as the public may know it, with what is superseded, withdrawn, retracted and archived in it already. */
export async function openRoom(): Promise<Room> {
  const desk = await openDesk()
  desk.clock.now = new Date('2026-03-10T09:00:00.000Z')
  const marks = new Marks()
  const person = async (role: string) =>
    desk.withPassword(marks.word(`${role} name`), [role], roomLanguages)
  const [editor, translator, reviewer, administrator] = [
    await person('editor'),
    await person('translator'),
    await person('reviewer'),
    await person('administrator'),
  ]
  const guest = await personWithoutRole(desk, marks.word('guest name'))
  const ids = new Map<string, string>()
  const room: Room = {
    desk,
    marks,
    editor,
    translator,
    reviewer,
    administrator,
    guest,
    readable: [],
    gone: [],
    secrets: [],
    ids,
  }
  await openMission(room)
  await openItems(room)
  const id = (name: string) => idIn(room, name)
  const release = async (name: string, text: object, parts: object = {}) => {
    const made = await make(editor, 'releases', {
      language: 'en',
      kind: 'press-release',
      datelineDate: '2026-03-03T12:00:00.000Z',
      contacts: [id('ada')],
      about: true,
      ...text,
      ...parts,
    })
    ids.set(name, made)
    await publish(editor, reviewer, `/api/releases/${made}`)
    return `/api/releases/${made}`
  }
  const translation = async (name: string, of: string, text: object) => {
    const made = await make(editor, 'translations', { release: id(of), language: 'nb', ...text })
    ids.set(name, made)
    await signForAll(editor, `/api/translations/${made}`)
    await publish(editor, reviewer, `/api/translations/${made}`)
  }
  const parts = { images: [id('bridge')], documents: [id('facts')], topics: [id('roads')] }
  await release('bridge text', openText('bridge'), parts)
  await translation('bro', 'bridge text', openText('bro'))
  // Shows what is archived below: its page leaves it out then.
  await release('harbour text', openText('harbour'), {
    images: [id('bridge'), id('archived image')],
    documents: [id('facts'), id('archived document')],
    contacts: [id('ada'), id('archived contact')],
  })
  for (const type of ['image', 'document', 'contact'])
    await act(reviewer, `/api/${type}s/${idIn(room, `archived ${type}`)}`, 'archive', {
      explanation: marks.word(`archived ${type} explanation`),
    })
  await release('tunnel text', openText('tunnel'), parts)
  const withdrawn = await release('ferry text', openText('ferry'), parts)
  await act(reviewer, withdrawn, 'withdraw', { explanation: 'The ferry doesn’t sail.' })

  // Superseded: the words of edition 1 are nobody's business any more, but its address stays.
  const { address: _address, ...first } = markedText(marks, 'superseded text')
  const twice = await release('twice', { ...first, headline: 'Open twice' }, parts)
  await act(editor, twice, 'revise')
  await change(editor, twice, openText('twice'))
  await publish(editor, reviewer, twice, { change: 'major', publicNote: 'A number was wrong.' })
  room.secrets.push({ what: 'a superseded edition', path: twice })

  const retracted = markedRelease(marks, 'retracted release', {
    images: [id('only retracted image')],
    documents: [id('only retracted document')],
  })
  const path = await release('retracted', retracted.data)
  const { address: nb, ...norsk } = markedText(marks, 'retracted translation')
  await translation('retracted nb', 'retracted', norsk)
  await act(reviewer, path, 'retract', { explanation: 'It wasn’t true.' })
  room.secrets.push(
    { what: 'a retracted release', path, address: ['en', retracted.address] },
    {
      what: 'a retracted translation',
      path: `/api/translations/${id('retracted nb')}`,
      address: ['nb', nb],
    },
  )
  room.readable = [
    ['en', 'open-bridge'],
    ['nb', 'open-bro'],
    ['en', 'open-harbour'],
    ['en', 'open-tunnel'],
    ['en', 'open-ferry'],
    ['en', 'open-twice'],
  ]
  room.gone = [
    ['en', retracted.address],
    ['nb', nb],
  ]
  return room
}

export function idIn(room: Room, name: string): string {
  const id = room.ids.get(name)
  if (!id) throw new Error(`nothing here is called ${name}`)
  return id
}

/** An administrator took the last role away: the account and its session are still there. */
export async function personWithoutRole(desk: Desk, name: string): Promise<Someone> {
  const someone = await desk.withPassword(name, ['translator'])
  const where = { id: { equals: someone.id } }
  const row = await desk.payload.db.findOne<{ id: string }>({ collection: 'users', where })
  await desk.payload.db.updateOne({
    collection: 'users',
    id: someone.id,
    data: { ...row, roles: [] },
  })
  return someone
}

const missionNames = (one: (language: string) => string) =>
  ['en', 'nb'].map((language) => ({
    language,
    name: one(`mission name ${language}`),
    about: one(`mission about ${language}`),
  }))

async function openMission({ administrator, marks }: Room): Promise<void> {
  const settings = { languages: roomLanguages, defaultLanguage: 'en', timeZonePost: 'Europe/Oslo' }
  const url = '/api/globals/mission'
  accepted(
    await administrator.rest('POST', url, {
      ...settings,
      names: missionNames((place) => marks.word(`earlier ${place}`)),
      address: marks.word('earlier mission address'),
    }),
  )
  accepted(
    await administrator.rest('POST', url, {
      ...settings,
      names: missionNames((place) => `Open ${place}`),
      address: 'Open street 1',
    }),
  )
}

async function openItems(room: Room): Promise<void> {
  const { editor, reviewer, marks, ids } = room
  const keep = async (name: string, path: string) => {
    ids.set(name, path.split('/').at(-1) ?? '')
    await publish(editor, reviewer, path)
  }
  const contact = async (data: object) => `/api/contacts/${await make(editor, 'contacts', data)}`
  const image = async (file: string, colour: string, fields: object) =>
    `/api/images/${await upload(editor, 'images', await picture(file, colour), fields)}`
  const paper = async (file: string, words: string, fields: object) =>
    `/api/documents/${await upload(editor, 'documents', pdf(file, words), fields)}`

  ids.set(
    'roads',
    await make(editor, 'topics', {
      slug: 'roads',
      names: ['en', 'nb'].map((language) => ({ language, name: `Open roads ${language}` })),
    }),
  )
  const ada = {
    name: 'Ada Open',
    texts: [{ language: 'en', title: 'Press officer', note: 'Weekdays' }],
    organisation: 'Embassy',
    email: 'ada@open.example',
    telephone: '+47 22 00 00 01',
    telephoneAfterHours: '+47 22 00 00 02',
  }
  await keep('ada', await contact(ada))
  await keep('bridge', await image('bridge.jpg', '#123456', openImage('bridge')))
  await keep('facts', await paper('facts.pdf', 'Facts', openDocument('facts')))

  // Second editions: what the first said is over.
  const over = { change: 'major' }
  const first = await contact({ ...ada, ...markedContact(marks, 'superseded contact') })
  await keep('twice contact', first)
  await act(editor, first, 'revise')
  await change(editor, first, { ...ada, name: 'Bo Open', email: 'bo@open.example' })
  await publish(editor, reviewer, first, over)
  const oldImage = `${marks.word('superseded image file')}.jpg`
  const { texts, ...rights } = markedImage(marks, 'superseded image')
  // Its first description stays in its address.
  const named = texts.map((text, at) => (at === 0 ? { ...text, alt: 'Seen once' } : text))
  const second = await image(oldImage, '#654321', { ...rights, texts: named })
  await keep('twice image', second)
  await act(editor, second, 'revise')
  const fields = { ...openImage('lion'), copyright: '', licence: '' }
  await change(editor, second, fields, await picture('lion.jpg', '#abcdef'))
  await publish(editor, reviewer, second, over)
  const oldPaper = `${marks.word('superseded document file')}.pdf`
  const third = await paper(oldPaper, 'Old', markedDocument(marks, 'superseded document'))
  await keep('twice document', third)
  await act(editor, third, 'revise')
  await change(editor, third, openDocument('new facts'), pdf('new-facts.pdf', 'New facts'))
  await publish(editor, reviewer, third, over)
  room.secrets.push(
    { what: 'a superseded contact', path: first },
    { what: 'a superseded image', path: second, files: [oldImage] },
    { what: 'a superseded document', path: third, files: [oldPaper] },
  )

  // Archived, by hand or with the only text that showed them.
  for (const name of ['archived', 'only retracted']) {
    const imageFile = `${marks.word(`${name} image file`)}.jpg`
    const paperFile = `${marks.word(`${name} document file`)}.pdf`
    const gone = {
      image: await image(
        imageFile,
        name === 'archived' ? '#111111' : '#222222',
        markedImage(marks, `${name} image`),
      ),
      document: await paper(paperFile, name, markedDocument(marks, `${name} document`)),
    }
    await keep(`${name} image`, gone.image)
    await keep(`${name} document`, gone.document)
    room.secrets.push(
      { what: `an image that is ${name}`, path: gone.image, files: [imageFile] },
      { what: `a document that is ${name}`, path: gone.document, files: [paperFile] },
    )
  }
  const left = await contact(markedContact(marks, 'archived contact'))
  await keep('archived contact', left)
  room.secrets.push({ what: 'an archived contact', path: left })
}
