import { createRequire, syncBuiltinESMExports } from 'node:module'
import type { Payload } from 'payload'
import { type Order, openAt } from './crash-desk.ts'

/**
 * Does one thing at a desk and is killed in the middle of it: by SIGKILL, so that nothing of this process comes after.
 * A write is one statement that changes the database, or one call that changes a file.
 */
const order = JSON.parse(process.env.CRASH ?? '') as Order
const writes: string[] = []

function die(): never {
  process.kill(process.pid, 'SIGKILL')
  // The signal comes in its own time.
  for (;;);
}

async function counted<Result>(what: string, write: () => Promise<Result>): Promise<Result> {
  writes.push(what)
  const mine = writes.length === order.dieAt
  if (mine && order.when === 'before') die()
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

function countDatabaseWrites(payload: Payload): void {
  const { client } = payload.db as unknown as { client?: object }
  if (client) {
    wrap(client, ['execute'], statementOf)
    wrap(client, ['batch', 'migrate', 'transaction'], () => '')
    return
  }
  // Mongoose hands every write on to the driver's collections.
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

const { payload, ask } = await openAt(order)
countDatabaseWrites(payload)
countFileWrites()
const answer = await ask(order.wish)
process.stdout.write(JSON.stringify({ writes, answer }), () => process.exit(0))
