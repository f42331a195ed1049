import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import type { Env } from '../env.ts'
import { weaknessOf } from './accounts.ts'
import { seedDemo } from './demo/seed.ts'
import { inputSchema } from './input.ts'
import { toLexical } from './lexical.ts'
import { personOf } from './person.ts'
import { perform } from './transition.ts'

type Settings = Pick<Env, 'COMMUNIQUE_SETUP' | 'DEMO_PASSWORD'>

/** Random words of 72 bits, without letters that look alike. */
function randomPassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
  return [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join('')
}

/**
 * Sets up an installation without accounts: the demonstration mission, or one administrator. Passwords are printed
 * once. An installation that has an account is left alone.
 */
export async function setUp(
  payload: Payload,
  env: Settings,
  say: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Promise<void> {
  const { totalDocs } = await payload.db.count({ collection: 'users' })
  if (totalDocs > 0) return
  if (env.COMMUNIQUE_SETUP === 'empty') return setUpEmpty(payload, say)
  await setUpDemo(payload, env, say)
}

async function setUpEmpty(payload: Payload, say: (line: string) => void): Promise<void> {
  const password = randomPassword()
  await payload.create({
    collection: 'users',
    data: {
      email: 'administrator@mission.example',
      name: 'Administrator',
      password,
      roles: ['administrator'],
    },
  })
  say('This mission has one account. Its password is shown only now:')
  say(`  administrator@mission.example  ${password}`)
}

async function setUpDemo(
  payload: Payload,
  env: Settings,
  say: (line: string) => void,
): Promise<void> {
  const given = env.DEMO_PASSWORD
  const weakness = given === undefined ? null : weaknessOf(given)
  if (weakness) throw new Error(`DEMO_PASSWORD can’t be used. ${weakness}`)
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
    },
    act: async (type, id, action, by, input, at) => {
      const actor = personOf(by)
      if (!actor) throw new Error('a demonstration account has no role')
      const ask = { payload, type, id, action, actor, now: at, language: 'en' }
      await perform({ ...ask, input: inputSchema.parse(input) })
    },
  })
  if (given !== undefined) return
  say('The demonstration accounts; these passwords are shown only now:')
  for (const [email, password] of passwords) say(`  ${email.padEnd(32)}${password}`)
}
