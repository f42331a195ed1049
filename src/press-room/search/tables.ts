import type { Client } from '@libsql/client'
import { z } from 'zod'
import { languageTags } from '../../language/languages.ts'

/** Raised whenever tables or the forms of words change: an index of another number is made anew. */
const version = 1

const statements = [
  // Numbered in the order of publication (`word-index.ts`).
  'CREATE TABLE texts (row INTEGER PRIMARY KEY, language TEXT NOT NULL, entry TEXT NOT NULL UNIQUE, subject TEXT NOT NULL, edition TEXT NOT NULL)',
  'CREATE INDEX texts_of ON texts (language, row)',
  // Kinds and topics, and which texts have them; by numbers, since whatever is found is counted by them.
  'CREATE TABLE names (id INTEGER PRIMARY KEY, label TEXT NOT NULL UNIQUE)',
  'CREATE TABLE labels (row INTEGER NOT NULL, label INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (row, label)) WITHOUT ROWID',
  // Words as they are folded, and as a text writes them; what each can be mistaken for.
  'CREATE TABLE vocabulary (language TEXT NOT NULL, word TEXT NOT NULL, shown TEXT NOT NULL, PRIMARY KEY (language, word)) WITHOUT ROWID',
  'CREATE TABLE near (language TEXT NOT NULL, part TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (language, part, word)) WITHOUT ROWID',
  'CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL)',
  // One for each language, so that a word is compared with those of its own. The words aren't kept in their order.
  ...languageTags.flatMap((tag) => [
    `CREATE VIRTUAL TABLE words_${tag} USING fts5(headline, lead, body, content='', contentless_delete=1, prefix='4 5', tokenize="unicode61 remove_diacritics 0")`,
    `CREATE VIRTUAL TABLE said_${tag} USING fts5vocab(words_${tag}, row)`,
  ]),
  `PRAGMA user_version = ${version}`,
]

const tableNames = [
  ...languageTags.flatMap((tag) => [`said_${tag}`, `words_${tag}`]),
  'labels',
  'names',
  'texts',
  'vocabulary',
  'near',
  'state',
]

/** Makes the tables where they are none of this version. Throws when the file is none of SQLite's. */
export async function prepare(client: Client): Promise<void> {
  await client.execute('PRAGMA busy_timeout = 5000')
  await client.execute('PRAGMA journal_mode = WAL')
  // It can be made again: a lost write costs nothing.
  await client.execute('PRAGMA synchronous = OFF')
  const { rows } = await client.execute('PRAGMA user_version')
  if (z.number().parse(rows[0]?.user_version) !== version) await makeAnew(client)
}

/** Empty tables in the place of all that was there. */
export async function makeAnew(client: Client): Promise<void> {
  await client.batch(
    [...tableNames.map((name) => `DROP TABLE IF EXISTS ${name}`), ...statements],
    'write',
  )
}
