import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUp } from '../../src/desk/set-up.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { type Desk, openDesk } from './harness.ts'

let desk: Desk
const said: string[] = []

beforeAll(async () => {
  desk = await openDesk()
  await setUp(desk.payload, { COMMUNIQUE_SETUP: 'demo', DEMO_PASSWORD: undefined }, (line) =>
    said.push(line),
  )
})
afterAll(() => desk.close())

describe('the demonstration mission', () => {
  it('is written by the rules: its record is whole', async () => {
    expect(problemsOf(await verify(desk.payload))).toEqual([])
  })
})
