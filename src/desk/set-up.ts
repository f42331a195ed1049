import { randomInt } from 'node:crypto'
import type { CollectionSlug, Payload } from 'payload'
import type { Env } from '../env.ts'
import { StartProblem } from '../start-problem.ts'
import { weaknessSentences } from '../admin/words/weakness.mjs'
import { makeAccount } from './accounts/make.ts'
import { weaknessOf } from './accounts/password-rule.mjs'
import { seedDemo } from './demo/seed.ts'
import { inputSchema } from './input.ts'
import { toLexical } from './lexical.ts'
import { personOf } from './person.ts'
import { beginSetUp, isBeingSetUp, type SetUpMark } from './set-up-mark.ts'
import { hasRoom, isFullDisk } from './storage.ts'
import { perform } from './transition.ts'

type Settings = Pick<Env, 'COMMUNIQUE_SETUP' | 'DEMO_PASSWORD'>

const fullDisk =
  'The disk is full. Make room, then start again: the mission is then set up from the beginning.'

const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Sixteen characters of 80 bits together, without those that look alike. */
function randomPassword(): string {
  return Array.from({ length: 16 }, () => letters[randomInt(letters.length)]).join('')
}

/** What people write. An installation that holds any of it is theirs. */
const content = [
  'users',
  'releases',
  'translations',
  'contacts',
  'images',
  'documents',
  'terms',
  'topics',
  'editions',
] as const satisfies readonly CollectionSlug[]

/**
 * Sets up an empty installation: the demonstration mission, or one administrator. Passwords are printed once. An
 * installation that holds anything is left alone; one whose set-up was broken off is set up anew.
 */
export async function setUp(
  payload: Payload,
  env: Settings,
  say: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Promise<void> {
  if (!(await isBeingSetUp(payload)) && (await isTaken(payload, say))) return
  const weakness =
    env.COMMUNIQUE_SETUP === 'demo' && env.DEMO_PASSWORD !== undefined
      ? weaknessOf(env.DEMO_PASSWORD)
      : null
  if (weakness)
    throw new StartProblem(`DEMO_PASSWORD can’t be used. ${weaknessSentences[weakness]}`)
  if (!(await hasRoom(payload))) throw new StartProblem(fullDisk)
  const mark = await beginSetUp(payload, say)
  if (!mark) return
  try {
    // Asked again: another start may have been quicker, and have finished meanwhile.
    if (!(await isTaken(payload, say))) {
      if (env.COMMUNIQUE_SETUP === 'empty') await setUpEmpty(payload, say)
      else await setUpDemo(payload, env, mark, say)
    }
    await mark.done()
  } catch (error) {
    mark.abandon()
    throw isFullDisk(error) || !(await hasRoom(payload)) ? new StartProblem(fullDisk) : error
  }
}

/** Whether somebody works here already. */
async function isTaken(payload: Payload, say: (line: string) => void): Promise<boolean> {
  const [accounts = 0, ...others] = await Promise.all(
    content.map(async (collection) => (await payload.db.count({ collection })).totalDocs),
  )
  if (accounts === 0 && others.some((count) => count > 0)) {
    say('This mission has texts but no account, so nobody can sign in. Restore a backup.')
    return true
  }
  return accounts > 0
}

async function setUpEmpty(payload: Payload, say: (line: string) => void): Promise<void> {
  const password = randomPassword()
  await makeAccount(payload, {
    email: 'administrator@mission.example',
    name: 'Administrator',
    password,
    roles: ['administrator'],
  })
  say('This mission has one account. Its password is shown only now:')
  say(`  administrator@mission.example  ${password}`)
}

async function setUpDemo(
  payload: Payload,
  env: Settings,
  mark: SetUpMark,
  say: (line: string) => void,
): Promise<void> {
  const given = env.DEMO_PASSWORD
  say('Setting up the demonstration mission …')
  const passwords = new Map<string, string>()
  const custom = payload.config.custom as { now?: () => Date }
  await seedDemo(payload, {
    progress: say,
    toLexical,
    passwordFor: (email) => {
      const password = given ?? randomPassword()
      passwords.set(email, password)
      return password
    },
    // The desk's clock goes through the demonstration's past, so that its timeline tells of months.
    clock: (at) => {
      if (at) custom.now = () => at
      else delete custom.now
      mark.check()
    },
    act: async (type, id, action, by, input, at) => {
      const actor = personOf(by)
      if (!actor) throw new Error('a demonstration account has no role')
      const ask = { payload, type, id, action, actor, now: at, language: 'en' }
      await perform({ ...ask, input: inputSchema.parse(input) })
    },
  })
  // Nobody is to be told of the demonstration's past.
  await payload.db.deleteMany({ collection: 'outbox', where: {} })
  if (given !== undefined) return
  say('The demonstration accounts; these passwords are shown only now:')
  for (const [email, password] of passwords) say(`  ${email.padEnd(32)}${password}`)
}
