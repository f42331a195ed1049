import type { IndexTables } from '../../database/index-file.ts'
import { languageTags } from '../../language/languages.ts'

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

/** The number is raised when the forms of words change, too. */
export const pressTables: IndexTables = { version: 1, statements, names: tableNames }
