import { describe, expect, it } from 'vitest'
import { boundsOf, dayIn, monthAfter, monthOf, weeksOf } from '@/workflow/month.ts'

describe('the month that is asked for', () => {
  it.each<[unknown, string, string, string]>([
    ['2026-11', '2026-01-15T12:00:00Z', 'Europe/Oslo', '2026-11'],
    [undefined, '2026-01-15T12:00:00Z', 'Europe/Oslo', '2026-01'],
    ['2026-13', '2026-01-15T12:00:00Z', 'Europe/Oslo', '2026-01'],
    ['2026-1', '2026-01-15T12:00:00Z', 'Europe/Oslo', '2026-01'],
    [['2026-11', '2026-12'], '2026-01-15T12:00:00Z', 'Europe/Oslo', '2026-01'],
    // Already tomorrow, and another month, at the post.
    [undefined, '2026-01-31T23:30:00Z', 'Europe/Oslo', '2026-02'],
    [undefined, '2026-03-01T02:00:00Z', 'America/New_York', '2026-02'],
  ])('%j at %s in %s is %s', (asked, now, zone, expected) => {
    expect(monthOf(asked, now, zone)).toBe(expected)
  })
})

it.each([
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2024-02', 12, '2025-02'],
])('%s and %i is %s', (month, steps, expected) => {
  expect(monthAfter(month, steps)).toBe(expected)
})

describe('from its first moment to the first one after it', () => {
  it.each([
    // The clocks go back on 25 October, and forward on 29 March.
    ['2026-10', 'Europe/Oslo', '2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z'],
    ['2026-03', 'Europe/Oslo', '2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z'],
    ['2026-11', 'Asia/Almaty', '2026-10-31T19:00:00.000Z', '2026-11-30T19:00:00.000Z'],
    // Forward at midnight on 6 April 2018: that day begins at one.
    ['2018-11', 'America/Sao_Paulo', '2018-11-01T03:00:00.000Z', '2018-12-01T02:00:00.000Z'],
  ])('%s in %s', (month, zone, from, until) => {
    expect(boundsOf(month, zone)).toEqual({ from, until })
  })

  it('a month whose first day has no midnight begins when that day does', () => {
    // Paraguay went forward at midnight on 1 October 2017.
    expect(boundsOf('2017-10', 'America/Asuncion').from).toBe('2017-10-01T04:00:00.000Z')
  })
})

describe('a moment belongs to the day of the zone', () => {
  it.each([
    ['2026-10-25T00:30:00Z', 'Europe/Oslo', '2026-10-25'],
    ['2026-10-24T22:00:00Z', 'Europe/Oslo', '2026-10-25'],
    ['2026-10-25T22:59:59Z', 'Europe/Oslo', '2026-10-25'],
    ['2026-10-25T23:00:00Z', 'Europe/Oslo', '2026-10-26'],
    ['2026-10-24T22:00:00Z', 'America/New_York', '2026-10-24'],
  ])('%s in %s', (moment, zone, day) => {
    expect(dayIn(moment, zone)).toBe(day)
  })
})

describe('the weeks of', () => {
  it.each([
    // Begins on a Sunday.
    ['2026-11', 6, 6, '2026-11-01', 30],
    ['2027-02', 4, 0, '2027-02-01', 28],
    ['2024-02', 5, 3, '2024-02-01', 29],
  ])('%s', (month, weeks, before, first, count) => {
    const found = weeksOf(month)
    expect(found).toHaveLength(weeks)
    expect(found.every((week) => week.length === 7)).toBe(true)
    const days = found.flat()
    expect(days.findIndex((day) => day !== null)).toBe(before)
    expect(days[before]).toBe(first)
    expect(days.filter((day) => day !== null)).toHaveLength(count)
  })
})
