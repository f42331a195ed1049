import { createRequire, syncBuiltinESMExports } from 'node:module'
import type { Payload } from 'payload'
import { type Order, openAt } from './crash-desk.ts'

/**
 * Does one thing at a desk and is killed in the middle of it: by SIGKILL, so that nothing of this process comes after.
 * Where nobody is to die it does several, each at a desk of its own, and tells what was written for each.
 * A write is one statement that changes the database, or one call that changes a file.
 */
const orders = JSON.parse(process.env.CRASH ?? '') as Order[]
let order: Order | undefined
let writes: string[] = []

function die(): never {
  process.kill(process.pid, 'SIGKILL')
  // The signal comes in its own time.
  for (;;);
}

async function counted<Result>(what: string, write: () => Promise<Result>): Promise<Result> {
  writes.push(what)
  const mine = writes.length === order?.dieAt
  if (mine && order?.when === 'before') die()
  const result = await write()
  if (mine) die()
  return result
}

type Call = (...args: unknown[]) => Promise<unknown>

function wrap(target: object, names: readonly string[], name: (args: unknown[]) => string | null) {
  const methods = target as Record<string, Call>
  for (const key of names) {
    const real = methods[key]
    if (!real) throw new Error(`there is no ${key}`)
    methods[key] = function (this: unknown, ...args: unknown[]) {
      const what = name(args)
      const write = () => real.apply(this, args)
      return what === null ? write() : counted(what || key, write)
    }
  }
}

function statementOf(args: unknown[]): string | null {
  const [statement] = args as [string | { sql: string }]
  const sql = typeof statement === 'string' ? statement : statement.sql
  const [, what, table] =
    /^\s*(insert into|replace into|update|delete from)\s+[`"]?(\w+)/i.exec(sql) ?? []
  return what ? `${what} ${table}` : null
}

function countSqliteWrites(client: object): void {
  wrap(client, ['execute'], statementOf)
  wrap(client, ['batch', 'migrate', 'transaction'], () => '')
}

/** Mongoose hands every write on to the driver's collections, which all desks share. */
function countMongoWrites(): void {
  const driver = createRequire(import.meta.url)('mongodb') as { Collection: { prototype: object } }
  wrap(
    driver.Collection.prototype,
    ['insertOne', 'insertMany', 'updateOne', 'updateMany', 'findOneAndUpdate', 'replaceOne'],
    () => '',
  )
  wrap(
    driver.Collection.prototype,
    ['deleteOne', 'deleteMany', 'bulkWrite', 'findOneAndDelete'],
    () => '',
  )
}

function countFileWrites(): void {
  const files = createRequire(import.meta.url)('node:fs/promises') as object
  wrap(files, ['mkdir', 'rename', 'rm', 'writeFile', 'unlink'], () => '')
  wrap(files, ['open'], ([, flags]) => (String(flags).startsWith('w') ? 'open' : null))
  syncBuiltinESMExports()
}

let counting = false
function countWrites({ db }: Payload): void {
  const { client } = db as unknown as { client?: object }
  if (client) countSqliteWrites(client)
  else if (!counting) countMongoWrites()
  if (!counting) countFileWrites()
  counting = true
}

const outcomes = []
for (const next of orders) {
  order = undefined
  const { payload, ask } = await openAt(next)
  countWrites(payload)
  order = next
  writes = []
  const answer = await ask(next.wish)
  outcomes.push({ writes, answer })
}
process.stdout.write(JSON.stringify({ outcomes }), () => process.exit(0))
