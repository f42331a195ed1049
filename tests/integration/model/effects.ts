import { contentOf, imagesOf, nowPrint, printOf, sharedOf, sourcePrint } from './contents.ts'
import type { Person } from './people.ts'
import { affected, courseOf, type Input } from './rules.ts'
import {
  type Doc,
  type Event,
  isText,
  type Item,
  last,
  live,
  type Standing,
  type State,
  type Text,
  type World,
} from './world.ts'

/** What an act that was allowed leaves behind. */

const stamp = (world: World) => world.now.toISOString()

function tell(world: World, doc: Doc, event: Partial<Event> & Pick<Event, 'what' | 'by'>): void {
  doc.events.push({
    from: doc.state,
    to: doc.state,
    note: '',
    revision: doc.revision,
    edition: doc.editions.length,
    before: '',
    after: '',
    at: stamp(world),
    ...event,
  })
}

type Made<Of extends Doc> = Pick<Of, 'type' | 'name' | 'collection' | 'id' | 'fields'>

function fresh(who: Person) {
  return {
    state: 'draft' as State,
    revision: 1,
    createdBy: who.id,
    submittedBy: null,
    submittedAt: null,
    authors: [who.id],
    approval: null,
    scheduledFor: null,
    returnNote: null,
    waivers: [],
    standing: 'none' as Standing,
    editions: [],
    notice: null,
    updated: null,
    events: [],
    deleted: false,
  }
}

function begun(world: World, who: Person, doc: Doc): void {
  const after = nowPrint(world, doc)
  tell(world, doc, { what: 'create', by: who.id, from: '', to: 'draft', after })
}

export function createText(world: World, who: Person, made: Made<Text>, of: Text | null): Text {
  const versions = new Map([[1, made.fields]])
  const own = { versions, of, madeFrom: null, address: null, alone: null }
  const text: Text = { ...fresh(who), ...made, ...own }
  text.madeFrom = of ? sourcePrint(world, text) : null
  world.texts.push(text)
  begun(world, who, text)
  return text
}

export function createItem(world: World, who: Person, made: Made<Item>): Item {
  const item: Item = { ...fresh(who), ...made, versions: new Map([[1, made.fields]]) }
  world.items.push(item)
  begun(world, who, item)
  return item
}

/** A change of content ends the approval; the first one after it begins a new list of authors (decision 011). */
export function change<Of extends Doc>(
  world: World,
  who: Person,
  doc: Of,
  fields: Of['fields'],
  what: 'change' | 'restore',
): void {
  const before = nowPrint(world, doc)
  doc.fields = fields
  doc.revision++
  ;(doc.versions as Map<number, Of['fields']>).set(doc.revision, fields)
  doc.authors = doc.approval ? [who.id] : [...new Set([...doc.authors, who.id])]
  doc.approval = null
  tell(world, doc, { what, by: who.id, before, after: nowPrint(world, doc) })
}

export function remove(world: World, who: Person, doc: Doc): void {
  doc.revision++
  tell(world, doc, { what: 'delete', by: who.id, to: '', before: nowPrint(world, doc) })
  doc.deleted = true
}

export function perform(
  world: World,
  who: Person,
  doc: Doc,
  action: string,
  input: Omit<Input, 'revision'>,
): void {
  const from = doc.state
  const print = nowPrint(world, doc)
  const at = stamp(world)
  const note = input.note ?? input.explanation ?? input.reason ?? input.publicNote ?? ''
  let edition: number | undefined
  let to = courseOf(doc)[action]?.to ?? from
  // Naming only translations leaves their release as it is.
  const own = !isText(doc) || !input.languages || input.languages.includes(doc.fields.language)
  if (!own) to = from
  if (action === 'reinstate' && from === 'withdrawn') to = 'published'
  doc.revision++
  switch (action) {
    case 'submit':
      doc.submittedBy = who.id
      doc.submittedAt = world.now.getTime()
      doc.returnNote = null
      break
    case 'return':
      doc.returnNote = input.note ?? null
      break
    case 'approve':
      doc.approval = { by: who.id, print }
      break
    case 'schedule':
      doc.scheduledFor = new Date(input.at ?? '').toISOString()
      break
    case 'unschedule':
    case 'reopen':
      doc.scheduledFor = null
      break
    case 'publish':
      if (!isText(doc)) doc.approval = { by: who.id, print }
      else {
        // It takes the place of what one person published, if a second one has approved it.
        if (doc.approval && !doc.alone?.persons.includes(doc.approval.by)) doc.alone = null
      }
      publish(world, who, doc, input)
      break
    case 'emergency-publish':
      if (!isText(doc)) break
      doc.returnNote = null
      doc.alone = {
        edition: doc.editions.length + 1,
        print,
        persons: [who.id, ...doc.authors, ...(doc.alone?.persons ?? [])],
      }
      publish(world, who, doc, input, '')
      break
    case 'confirm':
      if (!isText(doc) || !doc.alone) break
      edition = doc.alone.edition
      // Of the text on the desk too, while it is that text and none of their own work.
      if (from === 'published' && doc.alone.print === print && !doc.authors.includes(who.id))
        doc.approval = { by: who.id, print }
      doc.alone = null
      break
    case 'reinstate':
      takeBack(world, who, doc, action, input, own)
      break
    case 'withdraw':
    case 'retract':
    case 'archive':
      if (own) doc.scheduledFor = null
      if (own && action === 'retract') lookedAt(doc, who)
      takeBack(world, who, doc, action, input, own)
      break
    case 'renew':
      // Saying that a translation is right is authorship, and ends the approval (decision 008).
      if (isText(doc)) doc.madeFrom = sourcePrint(world, doc)
      doc.authors = [...new Set([...doc.authors, who.id])]
      doc.approval = null
      break
    case 'waive': {
      const { requirement = '', reason = '' } = input
      doc.waivers.push({ requirement, print, by: who.id, reason })
      break
    }
    default:
  }
  doc.state = to
  const event = { what: action, by: who.id, from, note, before: print, after: print, at }
  tell(world, doc, edition === undefined ? event : { ...event, edition })
}

/** A second person who removes what one person published alone needs to confirm nothing. */
function lookedAt(doc: Doc, who: Person): void {
  if (isText(doc) && !doc.alone?.persons.includes(who.id)) doc.alone = null
}

function publish(
  world: World,
  who: Person,
  doc: Doc,
  input: Omit<Input, 'revision'>,
  approvedBy = doc.approval?.by ?? '',
): void {
  const content = contentOf(world, doc)
  const number = doc.editions.length + 1
  const edition = {
    number,
    content,
    print: printOf(content),
    change: number === 1 ? ('first' as const) : (input.change ?? 'major'),
    note: input.publicNote ?? '',
    approvedBy,
    publishedBy: who.id,
    at: stamp(world),
    madeFrom: isText(doc) ? doc.madeFrom : null,
  }
  if (isText(doc)) {
    // The family's part as it is now, whatever becomes of the release.
    const shared = sharedOf(doc)
    doc.editions.push({ ...edition, fields: { ...shared, ...wordsOf(doc) } })
  } else doc.editions.push({ ...edition, fields: doc.fields })
  doc.standing = 'live'
  doc.notice = null
  if (edition.change !== 'minor') doc.updated = edition.at
}

function wordsOf(text: Text) {
  const { language, headline, lead, body, link, picture, place, translator } = text.fields
  return {
    language,
    headline,
    lead,
    body,
    link,
    picture,
    place,
    translator,
    images: imagesOf(text),
  }
}

function takeBack(
  world: World,
  who: Person,
  doc: Doc,
  action: 'withdraw' | 'retract' | 'archive' | 'reinstate',
  input: Omit<Input, 'revision'>,
  own: boolean,
): void {
  const standing =
    action === 'reinstate' ? 'live' : action === 'withdraw' ? 'withdrawn' : 'retracted'
  const { explanation = '', languages } = input
  const notice = { at: stamp(world), explanation }
  const along =
    isText(doc) && doc.type === 'release' && action !== 'archive'
      ? affected(world, doc, action).filter(
          ({ fields }) => !languages || languages.includes(fields.language),
        )
      : []
  const goAlong = (other: Doc, what: string, to: State) => {
    const from = other.state
    other.revision++
    other.state = to
    if (action !== 'reinstate') other.scheduledFor = null
    if (action === 'retract') lookedAt(other, who)
    other.standing = standing
    other.notice = notice
    tell(world, other, { what, by: who.id, from, note: explanation })
  }
  if (own) Object.assign(doc, { standing, notice })
  for (const text of along) {
    const back = text.state === 'withdrawn' ? 'published' : text.state
    goAlong(text, action, action === 'reinstate' ? back : 'withdrawn')
  }
  // Files that only what is retracted shows can't be fetched any more (decision 009).
  if (action !== 'retract') return
  const gone = [...(own ? [doc] : []), ...along].filter(isText)
  for (const item of new Set(gone.flatMap(usesOf)))
    if (item.type !== 'contact' && live(item) && !isReadElsewhere(world, item, gone))
      goAlong(item, 'archive', 'archived')
}

/** The items that the newest edition of a text shows. */
export function usesOf(text: Text): Item[] {
  const fields = last(text)?.fields
  return fields ? [...fields.images, ...fields.documents, ...fields.contacts] : []
}

const isReadElsewhere = (world: World, item: Item, gone: readonly Text[]): boolean =>
  world.texts.some(
    (text) =>
      !gone.includes(text) &&
      ['live', 'withdrawn'].includes(text.standing) &&
      usesOf(text).includes(item),
  )
