import { describe, expect, it } from 'vitest'
import {
  type Colleague,
  dueOf,
  type MailChoice,
  mailChoices,
  mostAttempts,
  pauseAfter,
  receiversOf,
  type Told,
  type ToldEvent,
  toldEvents,
} from '@/workflow/mails.ts'
import type { Role } from '@/workflow/states.ts'

const one = (id: string, roles: Role[], reviews: string[] = []): Colleague => ({
  id,
  roles,
  reviews,
  mailed: 'at-once',
})
const house = [
  one('eva', ['editor']),
  one('tor', ['translator']),
  one('rita', ['reviewer'], ['en']),
  one('nina', ['reviewer'], ['nb']),
  one('wim', ['editor', 'reviewer'], ['en']),
  one('ada', ['administrator']),
  one('gone', []),
]
const told: Told = {
  what: 'submit',
  actor: 'eva',
  type: 'release',
  language: 'en',
  heldBy: 'wim',
  submittedBy: 'eva',
  authors: ['eva', 'wim'],
}
const names = (changes: Partial<Told>) =>
  receiversOf({ ...told, ...changes }, house).map(({ id }) => id)

describe('who is told', () => {
  it.each([
    ['a submitted text: who reviews its language and hasn’t written in it', {}, ['rita']],
    ['a submitted text in another language', { language: 'nb' }, ['nina']],
    [
      'a submitted contact: every reviewer',
      { type: 'contact', authors: [] },
      ['rita', 'nina', 'wim'],
    ],
    [
      'a returned text: who has it and who submitted it',
      { what: 'return', actor: 'rita' },
      ['eva', 'wim'],
    ],
    ['an approved text: who has written it', { what: 'approve', actor: 'rita' }, ['eva', 'wim']],
    ['a published text, by the clock', { what: 'publish', actor: 'clock' }, ['eva', 'wim']],
    [
      'an emergency: every reviewer and administrator',
      { what: 'emergency-publish', actor: 'rita' },
      ['nina', 'wim', 'ada'],
    ],
    ['a missed time', { what: 'miss', actor: 'clock' }, ['eva', 'rita', 'wim']],
    ['a note', { what: 'note', actor: 'rita' }, ['eva', 'wim']],
    [
      'a lifted restriction: who was named on it',
      { what: 'lift', actor: 'ada', named: ['eva', 'rita', 'ada'] },
      ['eva', 'rita'],
    ],
    ['an answer: who wrote the note as well', { what: 'reply', noteBy: 'rita' }, ['rita', 'wim']],
    [
      'a text that ended by itself: who wrote it, and who answers for it',
      { what: 'end', actor: 'clock', answeredBy: ['nina'] },
      ['eva', 'nina', 'wim'],
    ],
    [
      'a day that comes: who has the text, and who answers for it',
      { what: 'review-soon', actor: 'clock', answeredBy: ['nina', null] },
      ['eva', 'nina', 'wim'],
    ],
    [
      'a day that has passed: the reviewers of its language as well',
      { what: 'review-overdue', actor: 'clock', answeredBy: ['nina'] },
      ['eva', 'rita', 'nina', 'wim'],
    ],
    [
      'a day that comes, where all of them have left: its reviewers',
      { what: 'review-today', actor: 'clock', submittedBy: 'gone', heldBy: 'nobody' },
      ['rita', 'wim', 'gone'],
    ],
  ] as [string, Partial<Told>, string[]][])('of %s', (_what, changes, expected) => {
    expect(names(changes)).toEqual(expected)
  })

  it.each(toldEvents)('never whoever did it: %s', (what) => {
    for (const { id } of house) expect(names({ what, actor: id, noteBy: id })).not.toContain(id)
  })

  it('nobody, where a text lies with nobody', () => {
    const alone = { heldBy: null, submittedBy: null, authors: [] }
    for (const what of ['return', 'approve', 'publish', 'note', 'reply'] as const)
      expect(names({ what, ...alone }), what).toEqual([])
  })
})

const all = (when: string) =>
  Object.fromEntries(toldEvents.map((what) => [what, when])) as Record<ToldEvent, string>

describe('when a mail is due', () => {
  const expected: Record<MailChoice, Record<ToldEvent, string>> = {
    'at-once': all('at-once'),
    daily: { ...all('summary'), 'emergency-publish': 'at-once', miss: 'at-once', lift: 'at-once' },
    essential: {
      ...all('never'),
      'emergency-publish': 'at-once',
      miss: 'at-once',
      lift: 'at-once',
    },
  }
  it.each(mailChoices.flatMap((choice) => toldEvents.map((what) => [choice, what] as const)))(
    '%s: %s',
    (choice, what) => {
      expect(dueOf(what, choice)).toBe(expected[choice][what])
    },
  )

  it('after failures: a minute, twice as long each time, four hours at most', () => {
    const minutes = [1, 2, 3, 4, 8, 9, 10, 20].map((attempts) => pauseAfter(attempts) / 60_000)
    expect(minutes).toEqual([1, 2, 4, 8, 128, 240, 240, 240])
  })

  it('for more than a weekend', () => {
    let hours = 0
    for (let attempt = 1; attempt < mostAttempts; attempt++)
      hours += pauseAfter(attempt) / 3_600_000
    expect(hours).toBeGreaterThan(40)
  })
})
