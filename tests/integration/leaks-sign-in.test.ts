import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, openDesk, serverUrl } from './harness.ts'

/** Whether an address has an account here, and whether it is locked, is nobody's business. */

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

/** Everything of the answer to a stranger: status, headers, body. */
async function answerTo(route: string, body: object): Promise<string> {
  const response = await desk.handle(
    new Request(`${serverUrl}/api/users/${route}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
  const named = [...response.headers].map(([name, value]) => `${name}: ${value}`).sort()
  return [response.status, ...named, '', await response.text()].join('\n')
}

/** Several attempts at an account, the answers to all of them. */
async function attempts(email: string): Promise<string[]> {
  const found: string[] = []
  for (let attempt = 0; attempt < 11; attempt++)
    found.push(await answerTo('login', { email, password: 'wrong' }))
  found.push(await answerTo('login', { email, password: 'correct horse battery' }))
  found.push(await answerTo('forgot-password', { email }))
  for (const route of ['unlock', 'reset-password', 'first-register', 'choose-password'])
    found.push(await answerTo(route, { email, password: 'correct horse battery', token: 'x' }))
  return found
}

/** How long the fastest of three answers takes. */
const milliseconds = async (email: string) => {
  const times: number[] = []
  for (let attempt = 0; attempt < 3; attempt++) {
    const start = performance.now()
    await answerTo('login', { email, password: 'wrong' })
    times.push(performance.now() - start)
  }
  return Math.min(...times)
}

describe('whoever tries addresses', () => {
  it('can’t tell one with an account, tried too often or not, from one without', async () => {
    const somebody = await desk.withPassword('somebody', ['editor'])
    const answers = await attempts(somebody.email)
    expect(answers).toEqual(await attempts('nobody@desk.example'))
    expect(answers[0]).toMatch(/^401\n/)
    // Too many they were: at the end the right password was refused too.
    expect(answers[11]).toMatch(/^429\n/)
  })

  it('learns nothing from how long the answer takes', async () => {
    const open = await desk.withPassword('open', ['editor'])
    const locked = await desk.withPassword('closed', ['editor'])
    await desk.payload.db.updateOne({
      collection: 'credentials',
      where: { person: { equals: locked.id } },
      data: { disabled: true },
      options: { atomic: true },
    })
    const invited = await desk.person('invited', ['editor'])
    await desk.payload.db.updateOne({
      collection: 'credentials',
      where: { person: { equals: invited.id } },
      data: { passwordHash: '' },
      options: { atomic: true },
    })
    const known = await milliseconds(open.email)
    // Without the same work they take a fiftieth.
    expect(await milliseconds('none@desk.example')).toBeGreaterThan(known / 3)
    expect(await milliseconds(invited.email)).toBeGreaterThan(known / 3)
    expect(await milliseconds(locked.email)).toBeGreaterThan(known / 3)
  })
})
