import { describe, expect, it } from 'vitest'
import type { Problem } from '@/workflow/requirements.ts'
import type { Emergency, Person, Subject } from '@/workflow/situation.ts'
import type { Action, State } from '@/workflow/states.ts'
import {
  approvesByConfirming,
  emergencyOf,
  refusalsOf,
  stateAfter,
} from '@/workflow/transitions.ts'
import { image, later, now, person, release, situation } from './helpers.ts'

/** Which guard stands before which action, seen from outside: what each refuses, and what it lets pass. */

const ask = (
  action: Action,
  actor: Person,
  subject: Subject,
  input = {},
  problems: Problem[] = [],
) => refusalsOf(action, situation(actor, subject, input, problems)).map(({ code }) => code)

const blocker = (moment: 'submit' | 'approve' | 'publish'): Problem => ({
  requirement: 'lead-present',
  level: 'blocker',
  moment,
  field: 'lead',
})
const warning: Problem = { ...blocker('submit'), level: 'warning' }
const eva = person('eva', ['editor'])
const tor = person('tor', ['editor', 'translator'])
const rita = person('rita', ['reviewer'])
const approval = { by: 'rita', at: now, fingerprint: 'now' }
const clock: Person = { id: 'clock', name: 'Clock', roles: ['clock'], writes: [], reviews: [] }

describe('the course of an image', () => {
  const inReview = image({ state: 'in-review', authors: ['eva'], submittedBy: 'eva' })

  it('is published by a second person only', () => {
    expect(ask('publish', rita, inReview)).toEqual([])
    expect(ask('publish', person('eva', ['reviewer']), inReview)).toEqual(['own-work'])
  })

  it('isn’t published with anything left to be mended or signed for', () => {
    expect(ask('publish', rita, inReview, {}, [blocker('publish')])).toEqual(['requirements'])
    expect(ask('publish', rita, inReview, {}, [warning])).toEqual(['requirements'])
  })

  it('is submitted when what submission requires holds', () => {
    expect(ask('submit', eva, image(), {}, [blocker('submit')])).toEqual(['requirements'])
    expect(ask('submit', eva, image(), {}, [blocker('publish')])).toEqual([])
  })
})

describe('what a text must satisfy', () => {
  it.each([
    ['submit', 'draft', eva, ['submit'], ['approve', 'publish']],
    ['approve', 'in-review', rita, ['submit', 'approve'], ['publish']],
  ] as [Action, State, Person, Problem['moment'][], Problem['moment'][]][])(
    'to %s',
    (action, state, who, held, passed) => {
      const subject = release({ state, authors: ['tor'] })
      for (const moment of held)
        expect(ask(action, who, subject, {}, [blocker(moment)]), moment).toEqual(['requirements'])
      for (const moment of passed)
        expect(ask(action, who, subject, {}, [blocker(moment)]), moment).toEqual([])
    },
  )

  it('to be taken back: nothing, by whoever submitted it', () => {
    const subject = release({ state: 'in-review', submittedBy: 'ola' })
    expect(ask('recall', person('ola', ['translator']), subject)).toEqual(['wrong-role'])
    expect(ask('recall', tor, subject)).toEqual([])
  })
})

describe('what is the clock’s', () => {
  const due = release({ state: 'scheduled', scheduledFor: now, approval })

  it('publishing at the time, and saying why it could not', () => {
    expect(ask('publish', clock, due)).toEqual([])
    expect(ask('miss', clock, due, { note: 'The release is gone.' })).toEqual([])
    expect(stateAfter('miss', due)).toBe('approved')
  })

  it('isn’t said without a reason, nor before the time, nor of what has no time', () => {
    expect(ask('miss', clock, due, { note: ' ' })).toEqual(['input-missing'])
    const early = { ...due, scheduledFor: later }
    expect(ask('miss', clock, early, { note: 'x' })).toEqual(['not-due'])
    const open = release({ state: 'approved', approval })
    expect(ask('miss', clock, open, { note: 'x' })).toEqual(['wrong-state', 'wrong-state'])
  })

  it('isn’t anybody else’s', () => {
    expect(ask('publish', rita, due)).toEqual(['wrong-state'])
    expect(ask('miss', rita, due, { note: 'x' })).toEqual(['unknown-here'])
  })
})

describe('confirming an emergency', () => {
  const emergency: Emergency = {
    by: 'ola',
    at: now,
    reason: 'Fire.',
    edition: 1,
    fingerprint: 'now',
    persons: ['ola'],
  }
  const published = release({ state: 'published', authors: ['eva'], emergency })

  it.each([
    ['the text on the desk is what was published, and nobody else’s hand is in it', {}, true],
    ['the text is being changed', { state: 'draft' as const }, false],
    ['the text reads otherwise now', { fingerprint: 'later' }, false],
    ['whoever confirms has written in it', { authors: ['eva', 'rita'] }, false],
    ['there is none', { emergency: null }, false],
  ])('approves the text as well, when %s: %3$s', (_when, changes, expected) => {
    const subject = { ...published, ...changes }
    expect(approvesByConfirming({ actor: rita, subject })).toBe(expected)
  })

  it('the first emergency of a text names those of this act alone', () => {
    const first = emergencyOf(situation(rita, release({ authors: [] }), { reason: 'Fire.' }), 1)
    expect(first.persons).toEqual(['rita'])
    expect(emergencyOf(situation(rita, release({ authors: [] })), 1).reason).toBe('')
  })
})

describe('a minor change', () => {
  const again = release({ state: 'approved', approval, edition: 1, touches: ['number'] })
  const input = { change: 'minor' as const, at: later }

  it.each(['publish', 'schedule'] as const)(
    'that touches a number is signed for, to %s',
    (action) => {
      expect(ask(action, rita, again, input)).toEqual(['minor-touches'])
      expect(ask(action, rita, again, { ...input, reason: '  ' })).toEqual(['minor-touches'])
      expect(ask(action, rita, again, { ...input, reason: 'A slip of the pen.' })).toEqual([])
    },
  )

  it('that touches nothing is published without a word, and a major one says what it is', () => {
    expect(ask('publish', rita, { ...again, touches: [] }, input)).toEqual([])
    const major = { change: 'major' as const, publicNote: 'The number was wrong.' }
    expect(ask('publish', rita, again, major)).toEqual([])
  })
})
