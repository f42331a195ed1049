import { describe, expect, it } from 'vitest'
import { Busy, createGate, TooSlow, within } from '@/server/gate.ts'
import { held } from './helpers.ts'

describe('a gate for two', () => {
  it('lets two in, keeps one waiting, refuses the fourth, and is free again afterwards', async () => {
    const gate = createGate(2, 1)
    const work = held<void>()
    let inside = 0
    let most = 0
    const job = async () => {
      inside += 1
      most = Math.max(most, inside)
      await work.promise
      inside -= 1
    }
    const jobs = [gate(job), gate(job), gate(job)]
    await expect(gate(job)).rejects.toBeInstanceOf(Busy)
    work.release()
    await Promise.all(jobs)
    expect(most).toBe(2)
    for (let n = 0; n < 5; n += 1) await gate(async () => {})
  })

  it('is left by a job that fails', async () => {
    const gate = createGate(1, 0)
    const failing = () => gate(() => Promise.reject(new Error('bug')))
    await expect(failing()).rejects.toThrow('bug')
    await expect(failing()).rejects.toThrow('bug')
  })
})

describe('work with a time limit', () => {
  it('gives its outcome in time, and TooSlow after it', async () => {
    expect(await within(50, Promise.resolve(1))).toBe(1)
    await expect(within(50, Promise.reject(new Error('bug')))).rejects.toThrow('bug')
    await expect(within(10, new Promise(() => {}))).rejects.toBeInstanceOf(TooSlow)
  })
})
