import { DeskRefusal, type DeskPort, knownOf, type Shared } from './desk-port.ts'
import { type IncomingItem, type Place, problemAt } from './item.ts'
import {
  type KnownText,
  languageOf,
  type Plan,
  planFor,
  type RaisedKind,
  raisingOf,
} from './plan.ts'
import { pretending } from './pretending.ts'
import { readItem } from './read-item.ts'

/** One JSON value of a file, or why it isn't one. */
export type Sourced = Place & ({ json: unknown } | { broken: string })

export const outcomes = [
  'created',
  'updated',
  'unchanged',
  'proposed',
  'raised',
  'refused',
] as const
/**
 * `proposed`: a newer version waits beside a text that people have worked on. `raised`: it is cancelled at its source,
 * and an open item says so.
 */
export type Outcome = (typeof outcomes)[number]

export interface ImportLine {
  file: string
  /** Of the item in its file: empty, or `[3]`, counted from 0. */
  path: string
  uri: string
  outcome: Outcome
  /** Why it was refused, or what is to be known of it and what had no place: each a sentence. */
  problems: string[]
}

export type ImportReport = Record<Outcome, number> & {
  /** True when nothing was changed, and this is what an import would do. */
  check: boolean
  items: ImportLine[]
}

export interface ImportOptions {
  check: boolean
  /** Called after each item. `done`: items so far. */
  onProgress?: (done: number) => void
}

/** A translation of a translation of … that stands before what it translates: so often the source is read again. */
const mostPasses = 5
const mostAttempts = 3

/**
 * Imports items one after the other, each in itself: a broken one doesn't stop the others. Holds one item at a time:
 * a translation that stands before its original is read again after the others, so `source` is called more than once,
 * and gives the same items each time. With `check` nothing is changed.
 */
export async function importItems(
  source: () => AsyncIterable<Sourced>,
  desk: DeskPort,
  options: ImportOptions,
): Promise<ImportReport> {
  const run = new Run(options.check ? pretending(desk) : desk, options)
  for await (const sourced of source()) await run.take(sourced)
  let moved = true
  for (let pass = 1; run.waiting.size > 0; pass++) {
    const before = run.waiting.size
    // Whatever still waits then waits for what never comes.
    const last = !moved || pass === mostPasses
    let index = 0
    for await (const sourced of source()) {
      if (run.waiting.has(index)) await run.takeAgain(index, sourced, last)
      if (run.waiting.size === 0) break
      index++
    }
    if (last) run.giveUp()
    moved = run.waiting.size < before
  }
  return run.report()
}

class Run {
  /** Positions of the translations that stand before their original. */
  readonly waiting = new Set<number>()
  private uris: ReadonlySet<string> | null = null
  private readonly items: ImportLine[] = []
  private mission: readonly string[] | null = null
  private done = 0

  constructor(
    private readonly desk: DeskPort,
    private readonly options: ImportOptions,
  ) {}

  async take(sourced: Sourced): Promise<void> {
    const { file, path } = sourced
    const line: ImportLine = { file, path, uri: '', outcome: 'refused', problems: [] }
    const index = this.items.push(line) - 1
    if ('broken' in sourced) {
      line.problems.push(`${placeOf(sourced)} expected ${sourced.broken}.`)
      return this.progress()
    }
    line.uri = uriOf(sourced.json)
    const read = readItem(sourced.json, sourced)
    if (!read.ok) {
      line.problems.push(...read.problems.map(({ message }) => message))
      return this.progress()
    }
    if (await this.waits(read.item)) this.waiting.add(index)
    else await this.settle(line, read.item)
  }

  async takeAgain(index: number, sourced: Sourced, last: boolean): Promise<void> {
    const line = this.items[index]
    const read = 'json' in sourced ? readItem(sourced.json, sourced) : null
    // What can't be found again is given up in the end.
    if (!line || !read?.ok || read.item.uri !== line.uri) return
    this.uris ??= new Set(this.items.map(({ uri }) => uri))
    const mayCome = this.uris.has(read.item.translationOf ?? '')
    if (!last && mayCome && (await this.waits(read.item))) return
    this.waiting.delete(index)
    await this.settle(line, read.item)
  }

  giveUp(): void {
    for (const index of this.waiting) {
      const line = this.items[index]
      line?.problems.push(
        `${placeOf(line)} expected the item that was there before: the file was changed while it was read.`,
      )
      this.progress()
    }
    this.waiting.clear()
  }

  report(): ImportReport {
    const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<
      Outcome,
      number
    >
    for (const { outcome } of this.items) counts[outcome]++
    return { check: this.options.check, ...counts, items: this.items }
  }

  private progress(): void {
    this.options.onProgress?.(++this.done)
  }

  /** A translation whose original may still come. */
  private async waits(item: IncomingItem): Promise<boolean> {
    if (item.canceled || item.translationOf === null || item.translationOf === item.uri)
      return false
    if (await this.desk.byUri(item.uri)) return false
    return (await this.desk.byUri(item.translationOf)) === null
  }

  private async settle(line: ImportLine, item: IncomingItem): Promise<void> {
    try {
      const { outcome, notes } = await this.act(item, line)
      line.outcome = outcome
      line.problems.push(...notes)
    } catch (error) {
      if (!(error instanceof DeskRefusal)) throw error
      line.outcome = 'refused'
      line.problems.push(`${placeOf(line)} ${error.message}`)
    }
    this.progress()
  }

  private async act(item: IncomingItem, at: Place): Promise<Done> {
    this.mission ??= await this.desk.languages()
    for (let attempt = 1; ; attempt++) {
      const known = await knownOf(this.desk, item, languageOf(item, this.mission))
      try {
        return await this.carryOut(planFor(item, known, this.mission), item, at)
      } catch (error) {
        // Somebody worked on the text in this very moment: what is to be done with it is another question now.
        if (!(error instanceof DeskRefusal) || !error.changed || attempt === mostAttempts)
          throw error
      }
    }
  }

  private async carryOut(plan: Plan, item: IncomingItem, at: Place): Promise<Done> {
    switch (plan.do) {
      case 'create-release':
        await this.desk.createRelease(item, plan.language)
        return { outcome: 'created', notes: await this.placed(item, plan.notes, null) }
      case 'create-translation': {
        const shared = await this.desk.sharedOf(plan.release)
        await this.desk.createTranslation(item, plan.language, plan.release)
        return { outcome: 'created', notes: await this.placed(item, plan.notes, shared) }
      }
      case 'update': {
        const notes = await this.placed(item, plan.notes, await this.sharedFor(plan.text))
        await this.desk.update(plan.text, item)
        return { outcome: 'updated', notes }
      }
      case 'propose': {
        const notes = await this.placed(item, plan.notes, await this.sharedFor(plan.text))
        return this.raise('proposed-update', plan.text, item, notes)
      }
      case 'raise':
        return this.raise('canceled-at-source', plan.text, item, plan.notes)
      case 'nothing':
        return { outcome: 'unchanged', notes: plan.notes }
      case 'refuse':
        return { outcome: 'refused', notes: [problemAt(at, plan.path, plan.expected).message] }
    }
  }

  private async sharedFor(text: KnownText): Promise<Shared | null> {
    return text.type === 'translation' ? this.desk.sharedOf(text.release) : null
  }

  /** The notes, and all that found no place. `shared`: of a translation, what its release gives to it. */
  private async placed(
    item: IncomingItem,
    notes: readonly string[],
    shared: Shared | null,
  ): Promise<string[]> {
    const unknown = await this.desk.unknownSubjects(item.subjects)
    const notPlaced = [
      ...item.notPlaced,
      ...unknown.map((name) => `subject “${name}”, which is no topic here`),
      ...(shared ? notInTranslation(item, shared) : []),
    ]
    return [...notes, ...notPlaced.map((what) => `Not placed: ${what}.`)]
  }

  private async raise(
    kind: RaisedKind,
    text: KnownText,
    item: IncomingItem,
    notes: string[],
  ): Promise<Done> {
    const raising = raisingOf(kind, item, await this.desk.raisedBefore(text, item))
    if (raising !== 'new') return { outcome: 'unchanged', notes: [said[raising]] }
    await this.desk.raise(kind, text, item)
    return kind === 'proposed-update'
      ? {
          outcome: 'proposed',
          notes: [
            'People have worked on this text: the new version waits beside it as an open item.',
            ...notes,
          ],
        }
      : {
          outcome: 'raised',
          notes: [
            'It is cancelled at its source: an open item says so. Nothing was deleted.',
            ...notes,
          ],
        }
  }
}

interface Done {
  outcome: Outcome
  notes: string[]
}

const said = {
  known: 'This version has raised an open item before.',
  older: 'A newer version of it has raised an open item before.',
}

/** What an item says otherwise than the release that it translates. */
function notInTranslation(item: IncomingItem, shared: Shared): string[] {
  const differs = (name: keyof Shared) => item[name] && item[name] !== shared[name]
  return [
    ...(differs('datelineDate') ? [`date ${item.datelineDate}`] : []),
    ...(differs('sourceUrl') ? [`address of the source (${item.sourceUrl})`] : []),
    ...(differs('embargo') ? [`embargo until ${item.embargo}`] : []),
  ].map((what) => `${what}, since a translation has that of its release`)
}

/** `file.json: [3]:` */
function placeOf({ file, path }: Place): string {
  return path === '' ? `${file}:` : `${file}: ${path}:`
}

/** What a refused item calls itself, for the report. */
function uriOf(json: unknown): string {
  const named = json !== null && typeof json === 'object' && 'uri' in json ? json.uri : ''
  return typeof named === 'string' ? named.slice(0, 2000) : ''
}
