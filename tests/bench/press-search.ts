// npm run bench:press-search: the press room's search and archive among many editions, on SQLite, or on MongoDB where
// TEST_MONGODB_URI names one. Prints a table; `-- 20000` another number of editions.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { respond } from '../../src/press-room/respond.ts'
import { openSearch } from '../../src/press-room/search/search.ts'
import { growth, growthTable, timed } from './figures.ts'
import { openArchive } from './growth.ts'

const wanted = Number(process.argv[2] ?? 100_000)
const sizes = [1_000, wanted]
const mongo = process.env.TEST_MONGODB_URI
const origin = 'http://localhost:3000'
const rounds = 30

/** What readers ask for; `%` is another number each time. */
const questions = {
  'a word that all texts of the language have': '/en/search?q=embassy',
  'that, the newest first': '/en/search?q=embassy&sort=date',
  'that, page 40': '/en/search?page=40&q=embassy&sort=date',
  'a word with a filter': '/en/search?q=ferry&kind=press-release&year=2026',
  'two words': '/en/search?q=lakes+ferries',
  'the beginning of a word': '/en/search?q=prog',
  'a number that few texts have': '/en/search?q=%',
  'a Cyrillic word': '/ru/search?q=%D0%BF%D0%B0%D1%80%D0%BE%D0%BC',
  'that in Latin letters': '/ru/search?q=parom',
  'a typing error': '/en/search?q=embasssy',
  'a word that no text has': '/en/search?q=zeppelin',
  'no words': '/en/search',
  'the archive': '/en/archive',
  'a year of it': '/en/archive/2026',
  'a month of it': '/en/archive/2026/05',
}

const folder = mkdtempSync(path.join(tmpdir(), 'communique-bench-press-search-'))
const rooms = []
for (const size of sizes) {
  const uri = mongo
    ? mongo.replace(/\/[^/?]*\?/, `/b${randomUUID().replaceAll('-', '').slice(0, 20)}?`)
    : `file:${folder}/${size}.db`
  const archive = await openArchive(uri, folder, size)
  const file = path.join(folder, `${size}-search.db`)
  const search = openSearch(archive.store, `file:${file}`, (error) => {
    throw error
  })
  const reading = await timed(() => search.ready())
  const weight = statSync(file).size / 1_000_000
  console.log(
    `${archive.editions.toLocaleString('en')} editions: the index was made in ${(reading / 1000).toFixed(1)} s and has ${weight.toFixed(0)} MB`,
  )
  rooms.push({ archive, search })
}
const rows: string[][] = []
for (const [name, question] of Object.entries(questions)) {
  const times = rooms.map(() => [] as number[])
  let counted = ''
  for (let round = 0; round < rounds; round++)
    // In turn, so that what else the machine does falls on both.
    for (const [at, { archive, search }] of rooms.entries()) {
      const asked = question.replace(/=%$/, `=${(round * 37) % (sizes[at] ?? 1)}`)
      const context = { store: archive.store, search, now: () => new Date(), origin }
      times[at]?.push(
        await timed(async () => {
          const answer = await respond(new Request(origin + asked), context)
          const body = await answer.text()
          counted = /class="total">[^<\d]*([\d,.\s]+)</.exec(body)?.[1] ?? '–'
          if (answer.status !== 200 && answer.status !== 404) throw new Error(asked)
        }),
      )
    }
  rows.push(growth(name, counted, times))
}
console.log(growthTable('page', sizes, rows))
for (const { archive, search } of rooms) {
  await search.close()
  await archive.close()
}
rmSync(folder, { recursive: true, force: true })
process.exit(0)
