// npm run bench:search: the desk's search among many texts, on SQLite, or on MongoDB where TEST_MONGODB_URI names one.
// Prints a table; `-- 20000` another number of texts.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { getPayload } from 'payload'
import { makeConfig } from '../../src/config.ts'
import type { Reader } from '../../src/desk/desk-lists.ts'
import { personOf } from '../../src/desk/person.ts'
import { closeIndex, readIndex } from '../../src/desk/search/reading.ts'
import { search, searchQuery } from '../../src/desk/search/search.ts'
import { growth, growthTable, timed } from './figures.ts'
import { fillTexts } from './texts.ts'

const wanted = Number(process.argv[2] ?? 100_000)
const sizes = [1_000, wanted]
const mongo = process.env.TEST_MONGODB_URI

/** What people ask for; `%` is another number each time. */
const questions = {
  'one word that many texts have': 'q=talvania',
  'two words': 'q=lakes ferries',
  'the beginning of a word': 'q=prog',
  'a word and a number that one text has': 'q=embassy %',
  'a Cyrillic word': 'q=паромов',
  'that in Latin letters, in one language': 'q=paromov&language=ru',
  'a word that no text has': 'q=zeppelin',
  'a word, a state and a kind': 'q=agreed&state=draft&kind=press-release',
  'no words, a state': 'state=draft',
  'no words, a language and days': 'language=nb&from=2026-01-01',
}

async function opened(size: number): Promise<{ reader: Reader; close: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'communique-bench-search-'))
  const config = await makeConfig({
    databaseUri: mongo
      ? mongo.replace(/\/[^/?]*\?/, `/b${randomUUID().replaceAll('-', '').slice(0, 20)}?`)
      : `file:${folder}/bench.db`,
    secret: 'a secret for the bench that is long enough',
    serverUrl: 'http://localhost:3000',
    mediaDir: path.join(folder, 'media'),
    logger: 'silent',
  })
  const payload = await getPayload({ config, key: `search-${size}` })
  const user = await payload.db.create({
    collection: 'users',
    data: { name: 'Eva', email: 'eva@desk.example', roles: ['editor'] },
  })
  await fillTexts(payload, size)
  const actor = personOf(user)
  if (!actor) throw new Error('nobody asks')
  const reader = { payload, user: { ...user, collection: 'users' }, actor, now: new Date() }
  return {
    reader,
    close: async () => {
      await closeIndex(payload)
      const { connection } = payload.db as unknown as {
        connection?: { dropDatabase(): Promise<unknown> }
      }
      await connection?.dropDatabase()
      await payload.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const rounds = 20
const desks = []
for (const size of sizes) {
  const { reader, close } = await opened(size)
  const reading = await timed(async () => {
    while (!(await readIndex(reader.payload)).whole);
  })
  console.log(
    `${size.toLocaleString('en')} texts: the index was made in ${(reading / 1000).toFixed(1)} s`,
  )
  desks.push({ reader, close, size })
}
const rows: string[][] = []
for (const [name, question] of Object.entries(questions)) {
  const times = desks.map(() => [] as number[])
  let counted = ''
  for (let round = 0; round < rounds; round++)
    // In turn, so that what else the machine does falls on both.
    for (const [at, { reader, size }] of desks.entries()) {
      const asked = question.replace('%', String((round * 37) % (size / 4)))
      const query = searchQuery.parse(Object.fromEntries(new URLSearchParams(asked)))
      times[at]?.push(
        await timed(async () => {
          const { total, more } = await search(reader, query)
          counted = `${total}${more ? '+' : ''}`
        }),
      )
    }
  rows.push(growth(name, counted, times))
}
console.log(growthTable('question', sizes, rows))
for (const { close } of desks) await close()
process.exit(0)
