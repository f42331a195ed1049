import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { getPayload, handleEndpoints, type Payload, type SanitizedConfig } from 'payload'
import { makeConfig } from '../../src/config.ts'
import { makeCredentials } from '../../src/desk/accounts/credentials.ts'
import { makeAccount } from '../../src/desk/accounts/make.ts'
import { beginSession } from '../../src/desk/accounts/sessions.ts'
import { preparePressRevision } from '../../src/desk/press-revision.ts'

export const serverUrl = 'http://localhost:3000'
const password = 'correct horse battery'
const everyLanguage = ['en', 'nb', 'kk', 'ru']

export interface Answer {
  status: number
  body: unknown
}

export interface Desk {
  payload: Payload
  config: SanitizedConfig
  databaseUri: string
  mediaDir: string
  clock: { now: Date }
  /** Makes an account that is signed in. Nothing is known of its password: hashing takes longer than most tests. */
  person: (name: string, roles: string[], languages?: string[]) => Promise<Someone>
  /** The same with a password, for tests that sign in. */
  withPassword: (name: string, roles: string[], languages?: string[]) => Promise<Someone>
  /** Many people of one role. */
  crowd: (name: string, role: string, count: number) => Promise<Someone[]>
  stranger: Someone
  /** The real REST stack, for a request as it comes. */
  handle: (request: Request) => Promise<Response>
  close: () => Promise<void>
}

export interface Someone {
  id: string
  name: string
  email: string
  /** For `Authorization: JWT …`; null for a stranger. */
  token: string | null
  /** The real REST stack, as this person. */
  rest: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>
}

let made = 0

/** A session. That it is used is written once a minute: never here, where a refusal must leave everything as it is. */
async function tokenOf(payload: Payload, person: string): Promise<string> {
  const { token } = await beginSession(payload, { person, epoch: 0 }, null)
  await payload.db.updateMany({
    collection: 'sessions',
    where: { person: { equals: person } },
    data: { seenAt: '2099-01-01T00:00:00.000Z' },
  })
  return token
}

type Where = Pick<Parameters<typeof makeConfig>[0], 'databaseUri' | 'mediaDir' | 'push' | 'now'>

const configured = (where: Where) =>
  makeConfig({
    secret: 'a secret for tests that is long enough',
    serverUrl,
    ...where,
    ...(process.env.TEST_LOG ? {} : { logger: 'silent' as const }),
  })

interface SqliteClient {
  execute: (sql: string) => Promise<unknown>
  close: () => void
}
/** What SQLite is spoken to by, where that is the database. */
const sqliteOf = ({ db }: Payload) => (db as unknown as { client?: SqliteClient }).client

let emptyDatabase: Promise<string> | undefined

/** A file of SQLite with all tables and no row: to make them takes as long as most tests. */
async function withTables(): Promise<string> {
  process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'
  const folder = mkdtempSync(path.join(tmpdir(), 'communique-tables-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'empty.db')
  const place = { databaseUri: `file:${file}`, mediaDir: path.join(folder, 'media') }
  const payload = await getPayload({
    config: await configured({ ...place, push: true }),
    key: `empty-${randomUUID()}`,
  })
  await sqliteOf(payload)?.execute('pragma wal_checkpoint(truncate)')
  await payload.destroy()
  return file
}

/** A desk on a fresh database: SQLite in a file of its own, or MongoDB where `TEST_MONGODB_URI` names one. */
export async function openDesk(): Promise<Desk> {
  const folder = mkdtempSync(path.join(tmpdir(), 'communique-'))
  const mediaDir = path.join(folder, 'media')
  const mongo = process.env.TEST_DATABASE === 'mongodb' ? process.env.TEST_MONGODB_URI : undefined
  const clock = { now: new Date() }
  const databaseUri = mongo
    ? mongo.replace(/\/[^/?]*\?/, `/c${randomUUID().replaceAll('-', '').slice(0, 20)}?`)
    : `file:${folder}/test.db`
  if (!mongo) {
    emptyDatabase ??= withTables()
    copyFileSync(await emptyDatabase, path.join(folder, 'test.db'))
  }
  const config = await configured({ databaseUri, mediaDir, now: () => clock.now })
  const key = `desk-${made++}-${randomUUID()}`
  const payload = await getPayload({ config, key })
  // No test pulls the plug: what a killed process has written is there all the same.
  await sqliteOf(payload)?.execute('pragma synchronous = off')
  await preparePressRevision(payload)

  const handle = (request: Request) =>
    handleEndpoints({ config, request, payloadInstanceCacheKey: key })

  const restAs =
    (token: string | null) =>
    async (method: string, where: string, body?: unknown, headers: Record<string, string> = {}) => {
      const request = new Request(`${serverUrl}${where}`, {
        method,
        headers: {
          ...(token ? { Authorization: `JWT ${token}` } : {}),
          ...(body === undefined || body instanceof FormData
            ? {}
            : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: body instanceof FormData ? body : JSON.stringify(body) }),
      })
      const response = await handle(request)
      const text = await response.text()
      let parsed: unknown = text
      try {
        parsed = JSON.parse(text)
      } catch {
        // A file, say.
      }
      return { status: response.status, body: parsed }
    }

  const person: Desk['person'] = async (name, roles, languages = everyLanguage) => {
    const email = `${name}@desk.example`
    const { id } = await payload.db.create({
      collection: 'users',
      data: { name, email, roles, writes: languages, reviews: languages },
    })
    await makeCredentials(payload, id, { passwordHash: 'nobody knows it' })
    const token = await tokenOf(payload, id)
    return { id, name, email, token, rest: restAs(token) }
  }

  return {
    payload,
    config,
    databaseUri,
    mediaDir,
    clock,
    handle,
    stranger: { id: '', name: 'stranger', email: '', token: null, rest: restAs(null) },
    person,
    withPassword: async (name, roles, languages = everyLanguage) => {
      const email = `${name}@desk.example`
      const person = { name, email, roles, writes: languages, reviews: languages }
      const id = await makeAccount(payload, { ...person, password } as Parameters<
        typeof makeAccount
      >[1])
      const token = await tokenOf(payload, id)
      return { id, name, email, token, rest: restAs(token) }
    },
    crowd: async (name, role, count) => {
      const people: Someone[] = []
      for (let index = 1; index <= count; index++)
        people.push(await person(`${name}${index}`, [role]))
      return people
    },
    close: async () => {
      await payload.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Reads a path of an answer: `at(answer.body, 'doc', 'state')`. */
export function at(body: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object'
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    body,
  )
}
