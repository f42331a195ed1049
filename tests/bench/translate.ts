// npm run bench:translate: opening the translation view of a release of 3,000 words, and saving one answer in it, on
// SQLite, or on MongoDB where TEST_MONGODB_URI names one and TEST_DATABASE is mongodb. Prints a table.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Language } from '../../src/language/languages.ts'
import type { Block } from '../../src/workflow/content.ts'
import { accepted, act, bodyOf, change, make } from '../integration/acts.ts'
import { at, openDesk } from '../integration/harness.ts'
import { readParallel } from '../language/parallel.ts'
import { median, ms, percentile, table, timed } from './figures.ts'

const rounds = 30
const wanted = 3_000
const folder = path.join(import.meta.dirname, '../language/texts')

/** Real sentences with their translation, until there are enough. `year`: something to be corrected in each. */
function paragraphs(lang: Language, year: string): Block[] {
  const found: Block[] = []
  let words = 0
  for (let round = 1; words < wanted; round++)
    for (const file of ['values', 'words'].flatMap((name) =>
      readdirSync(path.join(folder, name)).map((one) => path.join(folder, name, one)),
    )) {
      const texts = readParallel(readFileSync(file, 'utf8'))
      for (const [index, { text }] of (texts.get(lang)?.segments ?? []).entries()) {
        if (words >= wanted) break
        // Measured by English, so that both sides have the same segments.
        words += texts.get('en')?.segments[index]?.text.split(' ').length ?? 0
        found.push({
          type: 'paragraph',
          children: [{ type: 'text', text: `${text} ${round}, ${year}.` }],
        })
      }
    }
  return found
}

const desk = await openDesk()
const editor = await desk.person('editor', ['editor'])
const release = await make(editor, 'releases', {
  language: 'en',
  headline: 'A long release',
  body: bodyOf(paragraphs('en', '2026')),
})
const id = await make(editor, 'translations', {
  release,
  language: 'nb',
  headline: 'En lang melding',
  body: bodyOf(paragraphs('nb', '2026')),
})
const where = `/api/translations/${id}/segments`
const read = async () => accepted(await editor.rest('GET', where)).body
const rows: string[][] = []
/** `before`: what has to be done first, and isn’t measured. */
async function measure(
  name: string,
  work: (before: unknown) => Promise<unknown>,
  before: (round: number) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const times: number[] = []
  const busy: number[] = []
  for (let round = 0; round < rounds; round++) {
    const given = await before(round)
    const began = process.cpuUsage()
    times.push(await timed(() => work(given)))
    const { user, system } = process.cpuUsage(began)
    busy.push((user + system) / 1000)
  }
  rows.push([
    name,
    ms(times[0] ?? NaN),
    ms(median(times)),
    ms(percentile(times, 95)),
    ms(median(busy)),
  ])
}
const view = await read()
console.log(`${String(at(view, 'words'))} words, ${String(at(view, 'rows', 'length'))} segments`)

await measure('opened, nothing confirmed yet', read)
await measure(
  'one answer saved',
  async (body) => accepted(await editor.rest('POST', where, body)),
  async (round) => {
    const now = await read()
    const answers = [{ row: at(now, 'rows', round, 'row'), confirm: true }]
    return { revision: at(now, 'target', 'revision'), answers }
  },
)
const all = (at(await read(), 'rows') as { row: string }[]).map(({ row }) => ({
  row,
  confirm: true,
}))
const revision = at(await read(), 'target', 'revision')
accepted(await editor.rest('POST', where, { revision, answers: all }))
await measure('opened, everything confirmed', read)
await change(editor, `/api/releases/${release}`, { body: bodyOf(paragraphs('en', '2027')) })
await measure('opened, every paragraph of the original corrected', read)
await change(editor, `/api/translations/${id}`, { body: bodyOf(paragraphs('nb', '2027')) })
await act(editor, `/api/translations/${id}`, 'renew')
// The checks of a wording are kept: a new one each time asks for all of them.
await measure('opened after another save', read, (round) =>
  change(editor, `/api/translations/${id}`, { lead: `Ingress ${round}` }),
)
console.log(table(['over REST', 'first', 'median', 'p95', 'processor time'], rows))
await desk.close()
process.exit(0)
