import type { BaseDatabaseAdapter, DatabaseAdapterObj, Payload, PayloadRequest } from 'payload'
import { StartProblem } from '../start-problem.ts'

/** A committed migration, as Payload generates it. */
export interface Migration {
  name: string
  up(args: { db: never; payload: Payload; req: PayloadRequest }): Promise<void>
}

/** What of the SQLite adapter is used here. */
interface SqliteParts {
  client: { execute(sql: string): Promise<{ rows: Record<string, unknown>[] }> }
  drizzle: unknown
  /** Rejected without a word when connecting fails. Nobody here waits for it. */
  initializing?: Promise<void>
}

/**
 * Opens the database with a sentence for each thing that a person can mend, where Payload prints a stack or ends the
 * process. In production SQLite's migrations run in one transaction before anything else uses the connection: a start
 * that is killed or runs out of disk in the middle leaves the tables as they were. Throws `StartProblem`.
 */
export function openingAdapter<Adapter extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<Adapter>,
  migrations: readonly Migration[],
): DatabaseAdapterObj<Adapter> {
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args)
      const connect = database.connect?.bind(database)
      ;(database as Partial<SqliteParts>).initializing?.catch(() => {})
      database.connect = async (options) => {
        try {
          await quietly(database.payload, async () => connect?.(options))
          const inProduction = process.env.NODE_ENV === 'production' && !options?.hotReload
          if (inProduction && database.name === 'sqlite') await migrate(database, migrations)
        } catch (error) {
          throw problemOf(error, database.name) ?? error
        }
      }
      return database
    },
  }
}

/** Payload logs a failure with its stack before it throws it. */
async function quietly(payload: Payload, work: () => Promise<void>): Promise<void> {
  const { logger } = payload
  const tell = logger.error
  const waiting = setTimeout(() => logger.info('Waiting for the database …'), 1_000)
  logger.error = () => {}
  try {
    await work()
  } finally {
    clearTimeout(waiting)
    logger.error = tell
  }
}

async function migrate(
  database: BaseDatabaseAdapter,
  migrations: readonly Migration[],
): Promise<void> {
  const { client, drizzle } = database as unknown as SqliteParts
  const { payload } = database
  // A transaction can't switch them off, and a migration may have to rebuild a table that others point to.
  await client.execute('PRAGMA foreign_keys = OFF')
  // Waits for another process that is migrating, and then finds it done.
  await client.execute('BEGIN IMMEDIATE')
  try {
    const done = await migrationsDone(client)
    const strange = done.find(({ name }) => !migrations.some((one) => one.name === name))
    if (strange)
      throw new StartProblem(
        strange.batch === -1
          ? 'This database was made by npm run dev, whose tables change without migrations. Choose another DATABASE_URI.'
          : 'This database was made by another version of Communiqué, which knows more migrations. Start that version, or restore a backup.',
      )
    const batch = Math.max(0, ...done.map((one) => one.batch)) + 1
    for (const migration of migrations) {
      const { name } = migration
      if (done.some((one) => one.name === name)) continue
      payload.logger.info(`Migrating: ${name}`)
      await migration.up({ db: drizzle as never, payload, req: { payload } as PayloadRequest })
      await database.create({ collection: 'payload-migrations', data: { name, batch } })
    }
    await client.execute('COMMIT')
  } catch (error) {
    // Where the disk is full SQLite has taken everything back already.
    await client.execute('ROLLBACK').catch(() => {})
    throw error
  } finally {
    await client.execute('PRAGMA foreign_keys = ON')
  }
}

async function migrationsDone(
  client: SqliteParts['client'],
): Promise<{ name: string; batch: number }[]> {
  const { rows: tables } = await client.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  )
  if (tables.length === 0) return []
  if (!tables.some(({ name }) => name === 'payload_migrations'))
    throw new StartProblem(
      'This database holds the tables of another program. Choose another DATABASE_URI.',
    )
  const { rows } = await client.execute('SELECT name, batch FROM payload_migrations')
  return rows.map(({ name, batch }) => ({ name: String(name), batch: Number(batch) }))
}

const troubles: readonly [RegExp, string][] = [
  [
    /NOTADB|file is not a database/i,
    'The database file is no SQLite database. Correct DATABASE_URI, or move that file away.',
  ],
  [
    /CORRUPT|disk image is malformed/i,
    'The database file is damaged. Restore it from a backup, then start again.',
  ],
  [/SQLITE_FULL|disk is full|ENOSPC/i, 'The disk is full. Make room, then start again.'],
  [
    /READONLY|readonly database/i,
    'The database can’t be written by this user. Change the rights of its file and folder, then start again.',
  ],
  [
    /CANTOPEN|unable to open (?:database|connection)/i,
    'The database file can’t be opened. Look whether its folder is there and can be written, then start again.',
  ],
  [
    /SQLITE_BUSY|database is locked/i,
    'Another program holds the database. End it, then start again.',
  ],
]

/** What went wrong, for the person at the terminal; null for what only a developer can understand. */
function problemOf(error: unknown, database: string): StartProblem | null {
  if (error instanceof StartProblem) return null
  const message = error instanceof Error ? error.message : String(error)
  if (database === 'mongoose') {
    const [, details = message] = /Details: (.*)/s.exec(message) ?? []
    return new StartProblem(
      `MongoDB doesn’t answer as DATABASE_URI says (${details.trim()}). Start it, or correct DATABASE_URI.`,
    )
  }
  const [, sentence] = troubles.find(([pattern]) => pattern.test(message)) ?? []
  return sentence ? new StartProblem(sentence) : null
}
