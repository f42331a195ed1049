import { accepted, act, change, make, pdf, picture, publish, signForAll, upload } from './acts.ts'
import { at } from './harness.ts'
import {
  markedContact,
  markedDocument,
  markedImage,
  markedRelease,
  markedTerm,
  markedText,
} from './marked.ts'
import { item } from './ninjs-items.ts'
import { idIn, type Room } from './secret-room.ts'

const future = { embargo: '2077-05-06T07:08:09.000Z', schedule: '2078-06-07T08:09:10.000Z' }
/** Everything that isn't public, in every state, on top of a room that is open. */
export async function hide(room: Room): Promise<void> {
  await hideItems(room)
  await hideTerms(room)
  await hideReleases(room)
  await hideTranslations(room)
  await hideImports(room)
  await hideNotes(room)
  await hideTheRest(room)
}

async function hideItems(room: Room): Promise<void> {
  const { editor, marks, ids, secrets } = room
  const newer = (name: string, type: string) => `/api/${type}s/${idIn(room, name)}`
  // Never published.
  for (const state of ['draft', 'in review']) {
    const imageFile = `${marks.word(`image ${state} file`)}.jpg`
    const paperFile = `${marks.word(`document ${state} file`)}.pdf`
    const made = {
      contact: await make(editor, 'contacts', markedContact(marks, `contact ${state}`)),
      image: await upload(
        editor,
        'images',
        await picture(imageFile, '#333333'),
        markedImage(marks, `image ${state}`),
      ),
      document: await upload(
        editor,
        'documents',
        pdf(paperFile, state),
        markedDocument(marks, `document ${state}`),
      ),
    }
    for (const [type, id] of Object.entries(made)) {
      ids.set(`${type} ${state}`, id)
      const path = `/api/${type}s/${id}`
      if (state === 'in review') await act(editor, path, 'submit')
      const files = type === 'image' ? [imageFile] : type === 'document' ? [paperFile] : undefined
      secrets.push({ what: `${type} ${state}`, path, ...(files ? { files } : {}) })
    }
  }
  // Newer than what is public, and newer than what is archived.
  for (const [name, where] of [
    ['ada', 'newer contact'],
    ['archived contact', 'newer archived contact'],
  ] as const) {
    const path = newer(name, 'contact')
    await act(editor, path, 'revise')
    await change(editor, path, markedContact(marks, where))
    secrets.push({ what: where, path })
  }
  for (const [name, where] of [
    ['bridge', 'newer image'],
    ['archived image', 'newer archived image'],
  ] as const) {
    const path = newer(name, 'image')
    const file = `${marks.word(`${where} file`)}.jpg`
    await act(editor, path, 'revise')
    await change(editor, path, markedImage(marks, where), await picture(file, '#444444'))
    await act(editor, path, 'submit')
    secrets.push({ what: where, path, files: [file] })
  }
  for (const [name, where] of [
    ['facts', 'newer document'],
    ['archived document', 'newer archived document'],
  ] as const) {
    const path = newer(name, 'document')
    const file = `${marks.word(`${where} file`)}.pdf`
    await act(editor, path, 'revise')
    await change(editor, path, markedDocument(marks, where), pdf(file, where))
    secrets.push({ what: where, path, files: [file] })
  }
}

/** Terms are the desk's alone, published ones too. */
async function hideTerms({ editor, reviewer, marks, ids, secrets }: Room): Promise<void> {
  for (const state of ['draft', 'published', 'archived']) {
    const id = await make(editor, 'terms', markedTerm(marks, `term ${state}`))
    const path = `/api/terms/${id}`
    if (state !== 'draft') await publish(editor, reviewer, path)
    if (state === 'archived')
      await act(reviewer, path, 'archive', { explanation: marks.word('end of a term') })
    ids.set(`term ${state}`, id)
    secrets.push({ what: `term ${state}`, path, address: ['mul', id] })
  }
}

/** Parts that are hidden themselves. */
const hiddenParts = (room: Room) => ({
  contacts: [idIn(room, 'ada'), idIn(room, 'contact draft')],
  images: [idIn(room, 'image draft')],
  documents: [idIn(room, 'document in review')],
})

async function bring(room: Room, path: string, state: string): Promise<void> {
  const { editor, reviewer } = room
  if (state === 'draft') return
  await act(editor, path, 'submit')
  if (state === 'in review') return
  await signForAll(editor, path)
  await act(reviewer, path, 'approve')
  if (state === 'scheduled')
    await act(reviewer, path, 'schedule', {
      at: future.schedule,
      change: 'minor',
      reason: 'A slip.',
    })
}

const states = ['draft', 'in review', 'approved', 'scheduled']

async function hideReleases(room: Room): Promise<void> {
  const { editor, reviewer, marks, secrets, ids } = room
  marks.add('2077', 'an embargo')
  marks.add('2078', 'a schedule')
  marks.add('2075', 'a date line')
  const topic = await make(editor, 'topics', {
    slug: marks.word('unused topic slug'),
    names: ['en', 'nb'].map((language) => ({
      language,
      name: marks.word(`unused topic ${language}`),
    })),
  })
  ids.set('unused topic', topic)
  secrets.push({ what: 'a topic of no public text', path: `/api/topics/${topic}` })
  const parts = {
    ...hiddenParts(room),
    topics: [topic],
    datelineDate: '2075-04-05T12:00:00.000Z',
    embargo: future.embargo,
  }
  for (const state of states) {
    const { address, data } = markedRelease(marks, `release ${state}`, parts)
    const id = await make(editor, 'releases', { language: 'en', kind: 'statement', ...data })
    ids.set(`release ${state}`, id)
    const path = `/api/releases/${id}`
    await bring(room, path, state)
    secrets.push({ what: `release ${state}`, path, address: ['en', address] })
  }
  // Sent back, waived and refused, with words that only colleagues read.
  const path = `/api/releases/${idIn(room, 'release in review')}`
  await act(reviewer, path, 'return', { note: marks.word('return note') })
  await change(editor, path, { lead: `${marks.word('mixed script')} Kaзакhstan` })
  await act(editor, path, 'waive', {
    requirement: 'one-script-per-word',
    reason: marks.word('waiver reason'),
  })
  await act(editor, path, 'submit')
  const approved = `/api/releases/${idIn(room, 'release approved')}`
  const refused = await reviewer.rest('POST', `${approved}/actions/publish`, {
    revision: 3,
    change: 'major',
    publicNote: marks.word('public note of a refused publication'),
  })
  if (refused.status !== 409) throw new Error(JSON.stringify(refused))

  // On top of what the public reads: in each state, and on what was withdrawn or retracted.
  for (const [name, state] of [
    ['twice', 'draft'],
    ['bridge text', 'in review'],
    ['harbour text', 'approved'],
    ['tunnel text', 'scheduled'],
    ['ferry text', 'draft'],
    ['retracted', 'in review'],
  ] as const) {
    const where = `newer ${name}`
    const live = `/api/releases/${idIn(room, name)}`
    const { address, data } = markedRelease(marks, where, { ...parts, kind: 'advisory' })
    await act(editor, live, 'revise')
    await change(editor, live, { ...data, reviewBy: '2026-06-10' })
    await bring(room, live, state)
    secrets.push({ what: `${where}, ${state}`, path: live, address: ['en', address] })
  }
  const { data } = markedRelease(marks, 'deleted release', {})
  const deleted = await make(editor, 'releases', { language: 'en', ...data })
  accepted(await editor.rest('DELETE', `/api/releases/${deleted}`))
  secrets.push({ what: 'a deleted release', path: `/api/releases/${deleted}` })
}

async function hideTranslations(room: Room): Promise<void> {
  const { translator, editor, marks, secrets, ids } = room
  for (const [index, state] of states.entries()) {
    const language = ['ru', 'kk', 'sv', 'da'][index] ?? ''
    const { address, ...text } = markedText(marks, `translation ${state}`)
    const id = await make(translator, 'translations', {
      release: idIn(room, 'ferry text'),
      language,
      ...text,
    })
    ids.set(`translation ${state}`, id)
    const path = `/api/translations/${id}`
    await bring({ ...room, editor: translator }, path, state)
    secrets.push({ what: `translation ${state}`, path, address: [language, address] })
  }
  const { address, ...text } = markedText(marks, 'newer translation')
  const path = `/api/translations/${idIn(room, 'bro')}`
  await act(editor, path, 'revise')
  await change(editor, path, text)
  secrets.push({ what: 'newer translation', path, address: ['nb', address] })
}

/** A text from elsewhere that people have worked on, and a newer version that waits beside it. */
async function hideImports({ desk, editor, marks, secrets }: Room): Promise<void> {
  const uri = `urn:${marks.word('uri of an item')}:1`
  const send = async (version: string) => {
    const w = (field: string) => marks.word(`item version ${version} ${field}`)
    const json = item(
      uri,
      { version, headlines: [{ value: w('headline') }], located: w('place') },
      w('body'),
    )
    accepted(await editor.rest('POST', '/api/releases/import', json))
  }
  await send('1')
  const made = await editor.rest(
    'GET',
    `/api/releases?where[provenanceUri][equals]=${encodeURIComponent(uri)}`,
  )
  const release = `/api/releases/${at(made.body, 'docs', 0, 'id') as string}`
  await change(editor, release, { lead: marks.word('lead of an imported text') })
  await send('2')
  const { docs } = await desk.payload.find({ collection: 'open-items' })
  const [open] = docs
  if (docs.length !== 1 || !open) throw new Error(`${docs.length} open items`)
  secrets.push({ what: 'an imported text', path: release })
  secrets.push({ what: 'what waits beside a text', path: `/api/open-items/${open.id}` })
}

/** A note on a draft and on what is live, each with a reply and its quotation. */
async function hideNotes({ reviewer, editor, marks, secrets, ids }: Room): Promise<void> {
  for (const { what, path } of [...secrets].filter(({ path: one }) =>
    /\/(releases|translations)\//.test(one),
  )) {
    const made = await reviewer.rest('POST', `${path}/notes`, {
      field: 'lead',
      words: marks.word(`note on ${what}`),
      // A draft that is under way has to go on.
      mustFix: false,
    })
    // What was deleted has no notes.
    if (made.status === 404) continue
    const id = at(accepted(made).body, 'note', 'id') as string
    const words = marks.word(`reply on ${what}`)
    accepted(await editor.rest('POST', `${path}/notes/${id}/replies`, { words }))
    ids.set(`note on ${what}`, id)
    secrets.push({ what: `note on ${what}`, path: `/api/notes/${id}` })
  }
  const live = `/api/releases/${ids.get('twice') ?? ''}`
  const words = marks.word('note on what is live')
  accepted(await reviewer.rest('POST', `${live}/notes`, { field: '', words }))
}

async function hideTheRest({ desk, editor, marks, secrets, ids }: Room): Promise<void> {
  const roads = `/api/topics/${ids.get('roads') ?? ''}`
  const names = ['en', 'nb'].map((language) => ({
    language,
    name: marks.word(`new name of a topic ${language}`),
  }))
  accepted(await editor.rest('PATCH', roads, { names }))
  secrets.push({ what: 'a topic under a new name', path: roads })
  const colleague = await desk.person(marks.word('colleague name'), ['reviewer'])
  secrets.push({ what: 'a colleague', path: `/api/users/${colleague.id}` })
  accepted(
    await colleague.rest('POST', '/api/payload-preferences/list', {
      value: marks.word('preference'),
    }),
  )
}
