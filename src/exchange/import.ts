import type { KnownText } from './plan.ts'
import { languageOf, type Plan, planFor } from './plan.ts'
import { DeskRefusal, type DeskPort, type Kept, knownOf, pretending } from './desk-port.ts'
import { type IncomingItem, type Place, problemAt, readItem } from './read-item.ts'

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

/** Translations that stand before their originals wait for them; so many at most, for memory's sake. */
const mostWaiting = 1000

/**
 * Imports items one after the other, each in itself: a broken one doesn't stop the others. Holds one item at a time,
 * besides translations that wait for their original until the end. With `check` nothing is changed.
 */
export async function importItems(
  source: AsyncIterable<Sourced>,
  desk: DeskPort,
  options: ImportOptions,
): Promise<ImportReport> {
  const run = new Run(options.check ? pretending(desk) : desk, options)
  for await (const sourced of source) await run.take(sourced)
  return run.finish()
}

interface Waiting {
  index: number
  at: Place
  item: IncomingItem
}

class Run {
  private readonly items: ImportLine[] = []
  private readonly waiting: Waiting[] = []
  private mission: readonly string[] | null = null
  private done = 0

  constructor(
    private readonly desk: DeskPort,
    private readonly options: ImportOptions,
  ) {}

  async take(sourced: Sourced): Promise<void> {
    const at = { file: sourced.file, path: sourced.path }
    const line: ImportLine = { ...at, uri: '', outcome: 'refused', problems: [] }
    const index = this.items.push(line) - 1
    if ('broken' in sourced) {
      line.problems.push(
        `${at.file}: ${at.path === '' ? '' : `${at.path}: `}expected ${sourced.broken}.`,
      )
      this.progress()
      return
    }
    const read = readItem(sourced.json, at)
    line.uri = uriOf(sourced.json)
    if (!read.ok) {
      line.problems.push(...read.problems.map(({ message }) => message))
      this.progress()
      return
    }
    if (await this.waits(read.item)) this.waiting.push({ index, at, item: read.item })
    else await this.settle(index, at, read.item)
  }

  async finish(): Promise<ImportReport> {
    // A translation of a translation may have to wait for one that waits itself.
    for (let left = this.waiting.splice(0); left.length > 0; ) {
      const ready = []
      for (const one of left) if (!(await this.waits(one.item))) ready.push(one)
      const now = ready.length > 0 ? ready : left
      for (const one of now) await this.settle(one.index, one.at, one.item)
      left = left.filter((one) => !now.includes(one))
    }
    const counts = Object.fromEntries(
      outcomes.map((outcome) => [
        outcome,
        this.items.filter((line) => line.outcome === outcome).length,
      ]),
    ) as Record<Outcome, number>
    return { check: this.options.check, ...counts, items: this.items }
  }

  private progress(): void {
    this.options.onProgress?.(++this.done)
  }

  /** A translation whose original may still come. */
  private async waits(item: IncomingItem): Promise<boolean> {
    if (item.canceled || item.translationOf === null || this.waiting.length >= mostWaiting)
      return false
    if (await this.desk.byUri(item.uri)) return false
    return (await this.desk.byUri(item.translationOf)) === null
  }

  private async settle(index: number, at: Place, item: IncomingItem): Promise<void> {
    const line = this.items[index]
    if (!line) return
    try {
      const { outcome, notes } = await this.act(item, at)
      line.outcome = outcome
      line.problems.push(...notes)
    } catch (error) {
      if (!(error instanceof DeskRefusal)) throw error
      line.outcome = 'refused'
      line.problems.push(`${at.file}: ${at.path === '' ? '' : `${at.path}: `}${error.message}`)
    }
    this.progress()
  }

  private async act(item: IncomingItem, at: Place): Promise<{ outcome: Outcome; notes: string[] }> {
    this.mission ??= await this.desk.languages()
    for (let attempt = 0; ; attempt++) {
      const known = await knownOf(this.desk, item, languageOf(item, this.mission))
      try {
        return await this.carryOut(planFor(item, known, this.mission), item, at)
      } catch (error) {
        // Somebody worked on the text in this very moment: what is to be done with it is another question now.
        if (!(error instanceof DeskRefusal) || !error.changed || attempt > 0) throw error
      }
    }
  }

  private async carryOut(
    plan: Plan,
    item: IncomingItem,
    at: Place,
  ): Promise<{ outcome: Outcome; notes: string[] }> {
    const placed = (kept: Kept, notes: readonly string[]) => [
      ...notes,
      ...[...item.notPlaced, ...kept.notPlaced].map((what) => `Not placed: ${what}.`),
    ]
    switch (plan.do) {
      case 'create-release': {
        const kept = await this.desk.createRelease(item, plan.language)
        return { outcome: 'created', notes: placed(kept, plan.notes) }
      }
      case 'create-translation': {
        const kept = await this.desk.createTranslation(item, plan.language, plan.release)
        return { outcome: 'created', notes: placed(kept, plan.notes) }
      }
      case 'update': {
        const kept = await this.desk.update(plan.text, item)
        return { outcome: 'updated', notes: placed(kept, plan.notes) }
      }
      case 'propose':
        return this.raise('proposed-update', plan.text, item, plan.notes)
      case 'raise':
        return this.raise('canceled-at-source', plan.text, item, plan.notes)
      case 'nothing':
        return { outcome: 'unchanged', notes: plan.notes }
      case 'refuse':
        return {
          outcome: 'refused',
          notes: [problemAt(at, plan.path, plan.expected).message],
        }
    }
  }

  private async raise(
    kind: 'proposed-update' | 'canceled-at-source',
    text: KnownText,
    item: IncomingItem,
    notes: string[],
  ): Promise<{ outcome: Outcome; notes: string[] }> {
    const raised = await this.desk.raise(kind, text, item)
    if (!raised) return { outcome: 'unchanged', notes }
    const proposed = kind === 'proposed-update'
    const said = proposed
      ? 'People have worked on this text: the new version waits beside it as an open item.'
      : 'It is cancelled at its source: an open item says so. Nothing was deleted.'
    return {
      outcome: proposed ? 'proposed' : 'raised',
      notes: [
        ...notes,
        said,
        ...(proposed ? item.notPlaced.map((what) => `Not placed: ${what}.`) : []),
      ],
    }
  }
}

/** What a refused item calls itself, for the report. */
function uriOf(json: unknown): string {
  const named = json !== null && typeof json === 'object' && 'uri' in json ? json.uri : ''
  return typeof named === 'string' ? named.slice(0, 2000) : ''
}
