import { act, look, road } from './acts.ts'
import { changeAbout, deleteTopic, makeDraftItem, pass, renameTopic } from './around.ts'
import { attempt, released, type Run } from './attempt.ts'
import { erase, restore, save } from './changes.ts'
import { agree, compareEditions, compareEntries, compareEvents, compareRows } from './compare.ts'
import { sharedOf } from './contents.ts'
import { fetchItem, fetchTopic, type House, tidyUp } from './house.ts'
import { comparePage } from './pages.ts'
import { is, type Person } from './people.ts'
import { pick } from './requests.ts'
import { type Sequence, type Step } from './steps.ts'
import { familyOf, type Item, type Text, type World } from './world.ts'
import { copy, newFields, release, translate } from './writing.ts'

/** Those of a role who may do it come first. */
function somebody({ world }: Run, step: Step, ...roles: Parameters<typeof is>[1][]): Person {
  const fit = step.fit ? world.people.filter((who) => is(who, ...roles)) : []
  const who = pick(fit.length > 0 ? fit : world.people, step.who)
  if (!who) throw new Error('nobody is there')
  return who
}

/** A text, a deleted one where the number says so and there is one. */
function textFor({ world }: Run, step: Step): Text | undefined {
  const gone = world.texts.filter(({ deleted }) => deleted)
  if (step.doc === 9 && gone.length > 0) return pick(gone, step.m)
  const there = world.texts.filter(({ deleted }) => !deleted)
  return pick(there.length > 0 ? there : gone, step.doc)
}

async function take(run: Run, step: Step): Promise<void> {
  const { world } = run
  const doc = textFor(run, step)
  const item = pick(world.items, step.doc)
  const releases = released(world)
  switch (step.kind) {
    case 'act':
      if (doc) await act(run, doc, step)
      break
    case 'save':
      if (doc) await save(run, doc, step)
      break
    case 'road':
      if (doc && !doc.deleted) await road(run, doc, 1 + (step.n % 4))
      break
    case 'restore':
      if (doc) await restore(run, doc, step)
      break
    case 'delete':
      if (doc) await erase(run, doc, step)
      break
    case 'look': {
      const who = pick(world.people, step.who)
      const seen = step.n % 4 === 3 ? item : doc
      if (who && seen) await look(run, seen, who)
      break
    }
    case 'again':
      if (run.latest) {
        run.told.push('the same once more:')
        await attempt(run, run.latest)
      }
      break
    case 'act on an item':
      if (item) await act(run, item, step)
      break
    case 'save an item':
      if (item) await save(run, item, step)
      break
    case 'delete an item':
      if (item) await erase(run, item, step)
      break
    case 'make an item':
      await makeDraftItem(run, step.n)
      break
    case 'release':
      await release(run, somebody(run, step, 'editor'), newFields(world, step.n, step.m))
      break
    case 'copy': {
      const original = pick(releases, step.doc)
      if (original) await copy(run, somebody(run, step, 'editor'), original)
      break
    }
    case 'translate': {
      const of = step.doc === 9 && doc?.type === 'release' ? doc : pick(releases, step.doc)
      if (of) await translate(run, somebody(run, step, 'translator', 'editor'), of, step)
      break
    }
    case 'rename a topic':
      await renameTopic(run, somebody(run, step, 'editor'))
      break
    case 'delete a topic':
      await deleteTopic(run, somebody(run, step, 'administrator'))
      break
    case 'about':
      await changeAbout(run, somebody(run, step, 'administrator'), step.n)
      break
    case 'clock':
      pass(run, step.n)
  }
}

/** How far the first family has come when the run begins. */
async function begin(run: Run, { stage, shows }: Sequence): Promise<void> {
  const { world, house } = run
  await fetchItem(house, world, 'contact')
  if (shows & 1) await fetchItem(house, world, 'image')
  if (shows & 2) await fetchItem(house, world, 'document')
  await fetchTopic(house, world)
  const [eva] = world.people
  if (eva) await release(run, eva, newFields(world, 0, shows))
  const [first] = world.texts
  if (!first) return
  await road(run, first, Math.min(stage, 3))
  if (stage < 4) return
  const tor = world.people.find(({ name }) => name === 'Tor')
  const step = { n: 0, m: 0 } as Step
  if (tor) await translate(run, tor, first, step)
  const translation = world.texts.at(-1)
  if (stage === 5 && translation?.of) await road(run, translation, 3)
}

/** Everything that is stored of this world, every edition to the letter, and every page. */
async function end({ house, world }: Run): Promise<void> {
  const docs = [...world.texts, ...world.items]
  agree(await compareRows(house, docs))
  agree(await compareEntries(house, docs))
  agree(await compareEditions(house, docs))
  for (const family of new Set(docs.map(familyOf)))
    agree(
      await compareEvents(
        house,
        family,
        docs.filter((doc) => familyOf(doc) === family),
      ),
    )
  for (const one of world.texts) agree(await comparePage(house, world, one))
}

/** Nobody reads of it, and nobody has touched it: the next run may have it. */
function putBack({ house, world }: Run): void {
  house.topics = house.topics.filter(({ gone }) => !gone)
  for (const item of world.items) {
    const untouched = item.state === 'published' && item.standing === 'live'
    const used = world.texts.some(
      (one) => one.editions.length > 0 && sharedItems(one).includes(item),
    )
    if (untouched && !used && item.editions.length === 1) house.shelf.push(item)
    else if (untouched && item.type === 'contact' && item.editions.length === 1)
      house.shelf.push(item)
  }
}

function sharedItems(one: Text): Item[] {
  const { images, documents, contacts } = sharedOf(one)
  return [
    ...images,
    ...documents,
    ...contacts,
    ...one.editions.flatMap(({ fields }) => [...fields.images, ...fields.documents]),
  ]
}

const start = new Date('2026-05-04T09:00:00.000Z')

/** Plays a sequence on a fresh world. Throws with everything that was done and what was found. */
export async function play(house: House, sequence: Sequence): Promise<void> {
  const world: World = {
    people: house.people,
    texts: [],
    items: [],
    topics: [],
    about: house.about,
    now: start,
  }
  house.desk.clock.now = start
  const run: Run = { house, world, told: [], latest: null }
  try {
    await begin(run, sequence)
    for (const step of sequence.steps) await take(run, step)
    await end(run)
    putBack(run)
  } catch (error) {
    await tidyUp(house)
    const told = run.told.map((line, index) => `${String(index + 1).padStart(3)}. ${line}`)
    throw new Error(
      `${told.join('\n')}\n  → ${error instanceof Error ? error.message : String(error)}`,
      {
        cause: error,
      },
    )
  }
}
