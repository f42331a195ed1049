import type { Payload } from 'payload'
import { z } from 'zod'
import type { Block } from '../../workflow/content.ts'
import type { Action, DeskType } from '../../workflow/states.ts'
import { makeAccount } from '../accounts/make.ts'
import { rememberGuide } from '../guide.ts'
import { collectionOf } from '../documents.ts'
import { contacts } from './contacts.ts'
import { documents } from './documents.ts'
import { images } from './images.ts'
import { type Account, accounts, mission, source } from './mission.ts'
import { standingParagraph, term, visitTemplate } from './standing.ts'
import type { DemoStep, DemoText, DemoWords } from './script.ts'
import { texts } from './texts.ts'
import { topics } from './topics.ts'
import { calendar, type DemoLanguage } from './words.ts'

/** A stored account, as Payload wants it for `user`. */
export interface Actor {
  id: string
  collection: 'users'
  [field: string]: unknown
}

/** What the demonstration needs of the desk. */
export interface SeedPort {
  /** Takes one action as `by`. `input` holds the revision. `at`: the moment at which it is said to have happened. */
  act(
    type: DeskType,
    id: string,
    action: Action,
    by: Actor,
    input: Record<string, unknown>,
    at: Date,
  ): Promise<void>
  /** Sets the desk's clock for what is created or changed next; `null`: the true time again. */
  clock?(at: Date | null): void
  progress(line: string): void
  /** Blocks as the editor's state. */
  toLexical(blocks: readonly Block[]): unknown
  passwordFor(email: string): string
}

interface Stage {
  payload: Payload
  port: SeedPort
  actors: Record<Account, Actor>
}

/** Ids by the keys that the texts use. */
interface Items {
  topics: Map<string, string>
  images: Map<string, string>
  documents: Map<string, string>
  contacts: Map<string, string>
}

/** The draft that newcomers are led through. */
const guidedText = 'film-week'

const hour = 3_600_000
const withId = z.looseObject({ id: z.string() })
const withRevision = z.looseObject({ revision: z.number() })

/**
 * Fills an empty installation with the press room of an invented embassy, through the same doors that people use: no
 * text is approved by who wrote it, and every step stands in the timeline. Dates are counted back from `now`. Throws
 * when the desk refuses a step. Under 30 seconds on two cores.
 */
export async function seedDemo(
  payload: Payload,
  port: SeedPort,
  now: Date = new Date(),
): Promise<void> {
  try {
    const drawn = drawAll()
    const stage = { payload, port, actors: await makeAccounts(payload, port) }
    await payload.updateGlobal({ slug: 'mission', data: mission, user: stage.actors.admin })
    const items = await makeItems(stage, drawn, now)
    const all = texts(now)
    for (const [index, text] of all.entries()) {
      const release = await play(stage, items, text, now)
      if (text.key === guidedText) await rememberGuide(payload, release)
      if ((index + 1) % 4 === 0 || index + 1 === all.length)
        port.progress(`  ${index + 1} of ${all.length} communications`)
    }
  } finally {
    port.clock?.(null)
  }
}

async function makeAccounts(payload: Payload, port: SeedPort): Promise<Record<Account, Actor>> {
  const make = async (key: Account): Promise<Actor> => {
    const account = accounts[key]
    const password = port.passwordFor(account.email)
    const id = await makeAccount(payload, { ...account, password })
    return { ...account, id, collection: 'users' }
  }
  const made = {
    editor: await make('editor'),
    translator: await make('translator'),
    reviewer: await make('reviewer'),
    second: await make('second'),
    admin: await make('admin'),
  }
  port.progress(`  ${Object.keys(made).length} accounts`)
  return made
}

/** The pictures, drawn while the first accounts and contacts are made. */
function drawAll(): Promise<Buffer>[] {
  return Object.values(images).map(({ draw }) => {
    const drawing = draw()
    // Should an earlier step fail, that is the failure to tell of.
    drawing.catch(() => {})
    return drawing
  })
}

/** Topics, contacts, pictures and documents; all but the topics are published by a second person. */
async function makeItems(
  stage: Stage,
  drawn: readonly Promise<Buffer>[],
  now: Date,
): Promise<Items> {
  const { port, actors } = stage
  const items: Items = {
    topics: new Map(),
    images: new Map(),
    documents: new Map(),
    contacts: new Map(),
  }
  let at = now.getTime() - 350 * 24 * hour
  for (const topic of topics) {
    const made = await create(stage, 'topics', actors.editor, { ...topic }, at)
    items.topics.set(topic.slug, made)
  }
  const publish = async (type: DeskType, id: string): Promise<void> => {
    await act(stage, type, id, 'submit', 'editor', at + hour)
    await act(stage, type, id, 'publish', 'reviewer', at + 2 * hour)
    at += 3 * hour
  }
  for (const [key, contact] of Object.entries(contacts)) {
    const id = await create(stage, 'contacts', actors.editor, contact, at)
    await publish('contact', id)
    items.contacts.set(key, id)
  }
  await publish('term', await create(stage, 'terms', actors.editor, term, at))
  await makeStanding(stage, items, at)
  for (const [key, { name, make, texts }] of Object.entries(documents)) {
    const file = { name, data: make(), mimetype: 'application/pdf' }
    const id = await create(stage, 'documents', actors.editor, { texts }, at, file)
    await publish('document', id)
    items.documents.set(key, id)
  }
  for (const [index, [key, { name, draw: _, ...data }]] of Object.entries(images).entries()) {
    port.progress(`  picture ${index + 1} of ${drawn.length}`)
    const file = { name, data: (await drawn[index]) ?? Buffer.alloc(0), mimetype: 'image/jpeg' }
    const id = await create(stage, 'images', actors.editor, { ...data, cleared: true }, at, file)
    await publish('image', id)
    items.images.set(key, id)
  }
  return items
}

/** What is kept once, and a template that ends with it. */
async function makeStanding(stage: Stage, { contacts: made }: Items, at: number): Promise<void> {
  const { port, actors } = stage
  const { paragraphs, ...template } = visitTemplate
  const paragraph = await create(stage, 'standing-paragraphs', actors.editor, standingParagraph, at)
  const body = port.toLexical(
    paragraphs.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })),
  )
  const more = { body, contacts: [made.get('press')], boilerplate: [paragraph] }
  await create(stage, 'templates', actors.editor, { ...template, ...more }, at)
}

interface NewFile {
  name: string
  data: Buffer
  mimetype: string
}

/** What the demonstration makes. */
type Made =
  | 'topics'
  | 'contacts'
  | 'documents'
  | 'images'
  | 'releases'
  | 'translations'
  | 'terms'
  | 'templates'
  | 'standing-paragraphs'

async function create(
  { payload, port }: Stage,
  collection: Made,
  user: Actor,
  data: Record<string, unknown>,
  at: number,
  file?: NewFile,
): Promise<string> {
  port.clock?.(new Date(at))
  // One call for all collections: Payload's types tell them apart, its validation checks what is given.
  const made: unknown = await payload.create({
    collection,
    data,
    user,
    overrideAccess: false,
    ...(file ? { file: { ...file, size: file.data.length } } : {}),
  } as never)
  return withId.parse(made).id
}

async function revisionOf({ payload }: Stage, type: DeskType, id: string): Promise<number> {
  const doc: unknown = await payload.findByID({ collection: collectionOf[type], id, depth: 0 })
  return withRevision.parse(doc).revision
}

async function act(
  stage: Stage,
  type: DeskType,
  id: string,
  action: Action,
  by: Account,
  at: number,
  input: Record<string, unknown> = {},
): Promise<void> {
  const revision = await revisionOf(stage, type, id)
  await stage.port.act(type, id, action, stage.actors[by], { revision, ...input }, new Date(at))
}

/** One family from its first word to where it stands today. */
/** Returns the id of its release. */
async function play(stage: Stage, items: Items, text: DemoText, now: Date): Promise<string> {
  const { actors } = stage
  const { day } = calendar(now)
  let at = Math.min(day(text.begun).setUTCHours(6, 30), now.getTime())
  const release = await create(
    stage,
    'releases',
    actors.editor,
    {
      language: 'en',
      kind: text.kind,
      ...stored(stage, items, text.words.en),
      sourceLabel: source.en,
      datelineDate: day(text.dated).toISOString(),
      reviewBy: text.reviewBy === undefined ? null : day(text.reviewBy).toISOString(),
      endsAt: text.ends === undefined ? null : day(text.ends).toISOString(),
      topics: idsOf(items.topics, text.topics),
      images: idsOf(items.images, text.images),
      documents: idsOf(items.documents, text.documents),
      contacts: idsOf(items.contacts, text.contacts),
    },
    at,
  )
  const translations = new Map<DemoLanguage, string>()
  const subject = (language: DemoLanguage = 'en'): { type: DeskType; id: string } => {
    if (language === 'en') return { type: 'release', id: release }
    const id = translations.get(language)
    if (!id) throw new Error(`${text.key} has no translation into ${language} yet`)
    return { type: 'translation', id }
  }
  for (const step of text.script) {
    at = Math.min(at + step.hours * hour, now.getTime())
    if ('translate' in step) {
      const data = { release, ...translationOf(stage, items, text, step.translate) }
      const id = await create(stage, 'translations', actors[step.by], data, at)
      translations.set(step.translate, id)
    } else if ('change' in step) await change(stage, items, step, subject(step.in), at)
    else {
      const { type, id } = subject(step.in)
      await act(stage, type, id, step.act, step.by, at, { ...step.with })
    }
  }
  return release
}

function translationOf(
  stage: Stage,
  items: Items,
  text: DemoText,
  language: Exclude<DemoLanguage, 'en'>,
): Record<string, unknown> {
  const words = text.words[language]
  if (!words) throw new Error(`${text.key} has no words in ${language}`)
  return { language, ...stored(stage, items, words), sourceLabel: source[language] }
}

async function change(
  stage: Stage,
  items: Items,
  step: DemoStep & { change: Partial<DemoWords> },
  { type, id }: { type: DeskType; id: string },
  at: number,
): Promise<void> {
  stage.port.clock?.(new Date(at))
  await stage.payload.update({
    collection: collectionOf[type],
    id,
    data: { ...stored(stage, items, step.change), revision: await revisionOf(stage, type, id) },
    user: stage.actors[step.by],
    overrideAccess: false,
  })
}

/** The words as the collections keep them, pictures by id. */
function stored({ port }: Stage, items: Items, words: Partial<DemoWords>): Record<string, unknown> {
  const { body, ...rest } = words
  if (!body) return rest
  const blocks = body.map((block) =>
    block.type === 'image' ? { ...block, image: idOf(items.images, block.image) } : block,
  )
  return { ...rest, body: port.toLexical(blocks) }
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (!id) throw new Error(`the demonstration has nothing called ${key}`)
  return id
}

function idsOf(ids: ReadonlyMap<string, string>, keys: readonly string[]): string[] {
  return keys.map((key) => idOf(ids, key))
}
