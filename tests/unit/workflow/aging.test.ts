import { describe, expect, it } from 'vitest'
import {
  isOverdue,
  isReviewDay,
  needsReview,
  nextReminder,
  proposedReview,
  reminderOn,
} from '@/workflow/aging.ts'
import { releaseKinds } from '@/workflow/states.ts'
import type { Aging } from '@/workflow/aging.ts'
import type { ReleaseDates } from '@/workflow/requirements.ts'
import type { Subject } from '@/workflow/situation.ts'
import { refusalsOf } from '@/workflow/transitions.ts'
import { found, later, now, person, release, situation, text } from './helpers.ts'

it('only what people act on has to be reviewed', () => {
  expect(releaseKinds.filter(needsReview)).toEqual(['advisory', 'consular-notice'])
})

describe('the reminders of a text to be reviewed by 20 March', () => {
  it.each([
    ['2026-01-01', null, '2026-03-13'],
    ['2026-03-12', null, '2026-03-13'],
    ['2026-03-13', ['review-soon', '2026-03-13'], '2026-03-20'],
    ['2026-03-19', ['review-soon', '2026-03-13'], '2026-03-20'],
    ['2026-03-20', ['review-today', '2026-03-20'], '2026-03-27'],
    ['2026-03-26', ['review-today', '2026-03-20'], '2026-03-27'],
    // Over the change of the clocks, a week is seven days.
    ['2026-03-27', ['review-overdue', '2026-03-27'], '2026-04-03'],
    ['2026-04-03', ['review-overdue', '2026-04-03'], '2026-04-10'],
    // Nobody looked for a month: one reminder, and not four.
    ['2026-04-30', ['review-overdue', '2026-04-24'], '2026-05-01'],
  ] as const)('on %s: %j, then on %s', (today, due, next) => {
    const reminder = reminderOn('2026-03-20', today)
    expect(reminder && [reminder.what, reminder.day]).toEqual(due)
    expect(nextReminder('2026-03-20', today)).toBe(next)
  })

  it('the day itself is in time, the one after it isn’t', () => {
    expect(isOverdue('2026-03-20', '2026-03-20')).toBe(false)
    expect(isOverdue('2026-03-20', '2026-03-21')).toBe(true)
  })
})

describe('a review-by date, on 28 February 2027', () => {
  it.each([
    ['2027-02-27', false],
    ['2027-02-28', false],
    ['2027-03-01', true],
    ['2028-02-28', true],
    ['2028-02-29', true],
    ['2028-03-01', false],
    ['2999-01-01', false],
  ])('%s: %s', (day, right) => {
    expect(isReviewDay(day, '2027-02-28')).toBe(right)
  })

  it('is proposed on the same weekday, a quarter of a year on', () => {
    const proposed = proposedReview('2027-02-28')
    expect(proposed).toBe('2027-05-30')
    expect(new Date(proposed).getUTCDay()).toBe(new Date('2027-02-28').getUTCDay())
  })
})

const dates = (more: Partial<ReleaseDates> = {}): { dates: ReleaseDates } => ({
  dates: { reviewBy: null, endsAt: null, ahead: { today: '2026-11-24', now }, ...more },
})

describe('what a release says of its age', () => {
  it.each([
    ['a notice without a day', 'consular-notice', {}, ['review-by-present']],
    ['an advisory without a day', 'advisory', {}, ['review-by-present']],
    ['a statement without a day', 'statement', {}, []],
    ['a notice with a day', 'consular-notice', { reviewBy: '2026-12-01' }, []],
    ['a day that has come', 'consular-notice', { reviewBy: '2026-11-24' }, ['review-by-ahead']],
    ['a day in ten years', 'statement', { reviewBy: '2036-11-24' }, ['review-by-ahead']],
    ['an end that lies ahead', 'statement', { endsAt: later }, []],
    ['an end at this moment', 'statement', { endsAt: now }, ['ends-ahead']],
    ['an end that can’t be read', 'statement', { endsAt: 'soon' }, ['ends-ahead']],
    [
      'live with days that have passed',
      'advisory',
      { reviewBy: '2026-01-01', endsAt: '2026-01-01T00:00:00.000Z', ahead: null },
      [],
    ],
    ['live without a day', 'advisory', { ahead: null }, ['review-by-present']],
  ] as const)('%s: %j', (_what, kind, more, expected) => {
    const problems = found(text({ kind }), dates(more))
    expect(problems.map(({ requirement }) => requirement)).toEqual(expected)
  })

  it('is the release’s: a translation is asked nothing', () => {
    expect(found(text({ kind: 'consular-notice' }))).toEqual([])
  })
})

const aging = (live: Partial<Aging['live']> = {}, more: Partial<Aging> = {}): Aging => ({
  needed: false,
  reviewBy: null,
  endsAt: null,
  live: { reviewBy: null, endsAt: null, ...live },
  ...more,
})
const live = (of: Aging, more: Partial<Subject> = {}) =>
  release({ state: 'published', standing: 'live', edition: 1, aging: of, ...more })
const kari = person('kari', ['reviewer'])
const clock = { ...person('clock', []), roles: ['clock'] as const }

const ask = (subject: Subject, reviewBy = '2027-02-23', actor = kari) =>
  refusalsOf('still-right', situation(actor, subject, { reviewBy })).map(({ code }) => code)

describe('saying that a live text is still right', () => {
  it.each([
    ['of a notice', live(aging({}, { needed: true })), []],
    ['of another text that has a day', live(aging({ reviewBy: '2026-11-01' })), []],
    ['of a text without a day', live(aging()), ['nothing-to-review']],
    [
      'of a notice that nobody reads',
      live(aging({}, { needed: true }), { standing: 'withdrawn' }),
      ['not-public'],
    ],
    [
      'while a new edition is written',
      live(aging({}, { needed: true }), { state: 'draft', authors: ['kari'] }),
      [],
    ],
    [
      'in a language that the reviewer doesn’t declare',
      live(aging({}, { needed: true }), { language: 'kk' }),
      ['language-not-declared'],
    ],
  ] as const)('%s: %j', (_what, subject, expected) => {
    expect(ask(subject)).toEqual(expected)
  })

  it.each(['2026-11-24', '2026-11-01', '2027-11-26'])('not until %s', (day) => {
    expect(ask(live(aging({}, { needed: true })), day)).toEqual(['not-a-review-day'])
  })

  it('is for those who could approve it', () => {
    const eva = person('eva', ['editor', 'translator', 'administrator'])
    expect(ask(live(aging({}, { needed: true })), undefined, eva)).toEqual(['wrong-role'])
  })
})

const takenBack = (subject: Subject) =>
  refusalsOf('withdraw', situation(clock as never, subject, { explanation: 'It is over.' })).map(
    ({ code }) => code,
  )

describe('the clock takes a text back', () => {
  it.each([
    ['at its time', now, []],
    ['before it', later, ['not-due']],
    ['that has no end', null, ['not-due']],
  ] as const)('%s', (_when, endsAt, expected) => {
    expect(takenBack(live(aging({ endsAt })))).toEqual(expected)
  })

  it('and not by what the next edition will say', () => {
    expect(takenBack(live(aging({}, { endsAt: now })))).toEqual(['not-due'])
  })

  it('while people may take it back at any time', () => {
    const subject = live(aging({ endsAt: later }))
    expect(refusalsOf('withdraw', situation(kari, subject, { explanation: 'x' }))).toEqual([])
  })
})

it('nothing is scheduled for a time at which it will have ended', () => {
  const subject = release({ state: 'approved', aging: aging({}, { endsAt: later }) })
  const refused = (at: string) => refusalsOf('schedule', situation(kari, subject, { at }))
  expect(refused(later)).toEqual([{ code: 'time-after-end', at: later, until: later }])
  expect(refused('2026-11-25T08:59:00.000Z')).toEqual([])
})
