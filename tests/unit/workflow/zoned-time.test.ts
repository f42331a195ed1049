import { describe, expect, it } from 'vitest'
import { chosenMoment, momentOf, momentsOf, wallTimeOf, withChoice } from '@/workflow/zoned-time.ts'

describe('a time as the clock of the post shows it', () => {
  it.each([
    ['2026-11-26T10:00', 'Europe/Oslo', '2026-11-26T09:00:00.000Z'],
    ['2026-07-01T10:00', 'Europe/Oslo', '2026-07-01T08:00:00.000Z'],
    ['2026-11-26T10:00', 'Asia/Almaty', '2026-11-26T05:00:00.000Z'],
    ['2026-11-26T10:00', 'UTC', '2026-11-26T10:00:00.000Z'],
    ['2026-11-26T00:30', 'Pacific/Auckland', '2026-11-25T11:30:00.000Z'],
    ['2026-11-26T10:00', 'Asia/Kolkata', '2026-11-26T04:30:00.000Z'],
  ])('%s in %s is %s', (wall, zone, moment) => {
    expect(momentOf(wall, zone)).toBe(moment)
    expect(wallTimeOf(moment, zone)).toBe(wall)
  })

  it('is none where the clocks skip it', () => {
    expect(momentOf('2026-03-29T02:30', 'Europe/Oslo')).toBeNull()
    expect(momentOf('2026-03-29T03:00', 'Europe/Oslo')).toBe('2026-03-29T01:00:00.000Z')
  })

  it('is the first of two where it comes twice', () => {
    expect(momentOf('2026-10-25T02:30', 'Europe/Oslo')).toBe('2026-10-25T00:30:00.000Z')
  })

  it.each(['', 'tomorrow', '2026-13-01T10:00'])('%j is none', (wall) => {
    expect(momentOf(wall, 'Europe/Oslo')).toBeNull()
  })
})

describe('an hour that comes twice', () => {
  const wall = '2026-10-25T02:30'
  it('has two moments, and is asked back', () => {
    expect(momentsOf(wall, 'Europe/Oslo')).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ])
    expect(chosenMoment(wall, 'Europe/Oslo')).toBe('twice')
    expect(chosenMoment(withChoice(wall, 1), 'Europe/Oslo')).toBe('2026-10-25T00:30:00.000Z')
    expect(chosenMoment(withChoice(wall, 2), 'Europe/Oslo')).toBe('2026-10-25T01:30:00.000Z')
  })

  it('comes once where clocks stay, and on any other day, whatever was chosen before', () => {
    expect(momentsOf(wall, 'Asia/Almaty')).toHaveLength(1)
    expect(chosenMoment(withChoice('2026-10-24T02:30', 2), 'Europe/Oslo')).toBe(
      '2026-10-24T00:30:00.000Z',
    )
    expect(chosenMoment('2026-03-29T02:30', 'Europe/Oslo')).toBeNull()
  })
})
