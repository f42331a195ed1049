import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from './model/house.ts'
import { play } from './model/play.ts'
import { sequence } from './model/steps.ts'
import { expectWhole } from './racing.ts'

/**
 * Any order of anything that people can do over REST, compared step by step with a model written from the design and
 * the decisions: every answer, every stored row, every public page.
 *   MODEL_RUNS  how many sequences   MODEL_SEED  which ones
 * Without them always the same few, so that red means that something changed. `npm run model` plays many others.
 */

const database = process.env.TEST_DATABASE === 'mongodb' ? 'MongoDB' : 'SQLite'
const { MODEL_RUNS, MODEL_SEED } = process.env
const runs = Number(MODEL_RUNS ?? 20)
const seed = Number(MODEL_SEED ?? (MODEL_RUNS ? Date.now() % 1_000_000_000 : 1))
/** In ms. Far more than it takes; shrinking what was found ends with it too. */
const most = 120_000 + runs * 5000

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.desk.close())

it('the desk does what the model says, whatever people do', { timeout: 2 * most }, async () => {
  const began = Date.now()
  let [sequences, steps] = [0, 0]
  const report = () => {
    const seconds = Math.round((Date.now() - began) / 1000)
    const played = `${sequences} sequences, ${steps} steps, ${house.requests} requests compared`
    console.log(`${database}, MODEL_SEED=${seed}: ${played}, ${seconds} s`)
  }
  const result = await fc.check(
    fc.asyncProperty(sequence, async (one) => {
      await play(house, one)
      sequences++
      steps += one.steps.length
      if (sequences % 100 === 0) report()
    }),
    { numRuns: runs, seed, interruptAfterTimeLimit: most },
  )
  if (sequences % 100 > 0) report()
  if (result.failed)
    expect.fail(
      `MODEL_SEED=${seed}, sequence ${result.numRuns}, made shorter ${result.numShrinks} times:\n${
        result.errorInstance instanceof Error ? result.errorInstance.message : ''
      }`,
    )
  expect(sequences).toBe(runs)
  await expectWhole(house.desk)
})
