import { describe, expect, it } from 'vitest'
import { createRevision, RevisionUnknown } from '@/server/revision.ts'

/** A reader on a clock of its own. */
function reader(outcomes: (string | Error)[]) {
  const state = { time: 0, reads: 0 }
  const get = createRevision({
    now: () => state.time,
    read: async () => {
      const outcome = outcomes[Math.min(state.reads, outcomes.length - 1)]
      state.reads += 1
      if (outcome instanceof Error) throw outcome
      return outcome ?? ''
    },
  })
  const at = async (time: number) => {
    state.time = time
    return get()
  }
  return { state, at }
}

const down = new Error('no database')

describe('the press room’s revision', () => {
  it('is read once in 250 ms', async () => {
    const { state, at } = reader(['1', '2', '3'])
    expect([await at(0), await at(100), await at(249), await at(250), await at(499)]).toEqual([
      '1',
      '1',
      '1',
      '2',
      '2',
    ])
    expect(state.reads).toBe(2)
  })

  it('is read once for all who ask at the same time', async () => {
    const { state, at } = reader(['1'])
    expect(await Promise.all([at(0), at(0), at(0)])).toEqual(['1', '1', '1'])
    expect(state.reads).toBe(1)
  })

  it('is the last known one for ten seconds of failures, then unknown, then read again', async () => {
    const { at } = reader(['1', down, down, down, '2'])
    expect(await at(0)).toBe('1')
    expect(await at(1_000)).toBe('1')
    expect(await at(10_000)).toBe('1')
    await expect(at(10_001)).rejects.toBeInstanceOf(RevisionUnknown)
    await expect(at(10_300)).rejects.toBeInstanceOf(RevisionUnknown)
    expect(await at(10_600)).toBe('2')
  })

  it('is unknown when it could never be read', async () => {
    await expect(reader([down]).at(0)).rejects.toBeInstanceOf(RevisionUnknown)
  })

  it('does not ask a failing database more often than a sound one', async () => {
    const { state, at } = reader(['1', down])
    await at(0)
    for (let time = 250; time < 1_250; time += 10) await at(time)
    expect(state.reads).toBeLessThanOrEqual(5)
  })

  it('ages from the start of a slow reading', async () => {
    let time = 0
    let reads = 0
    const get = createRevision({
      now: () => time,
      read: async () => {
        reads += 1
        time += 200
        return String(reads)
      },
    })
    expect(await get()).toBe('1')
    time += 49
    expect(await get()).toBe('1')
    time += 1
    expect(await get()).toBe('2')
  })

  it('counts a reading that hangs as failed', async () => {
    const get = createRevision({ read: () => new Promise(() => {}), giveUpAfter: 20 })
    await expect(get()).rejects.toBeInstanceOf(RevisionUnknown)
  })
})
