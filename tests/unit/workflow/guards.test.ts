import { describe, expect, it } from 'vitest'
import { type Guard } from '@/workflow/guards.ts'
import * as guards from '@/workflow/guards.ts'
import type { Problem } from '@/workflow/requirements.ts'
import type { ActionInput, Person, Subject } from '@/workflow/situation.ts'
import type { Action } from '@/workflow/states.ts'
import { image, later, now, person, release, situation, translation } from './helpers.ts'

const eva = person('eva', ['editor'])
const kari = person('kari', ['reviewer'])
const tor = person('tor', ['translator'])

function ask(
  guard: Guard,
  subject: Subject,
  more: {
    actor?: Person
    input?: Partial<ActionInput>
    action?: Action
    problems?: Problem[]
  } = {},
) {
  return guard(
    situation(more.actor ?? kari, subject, more.input, more.problems),
    more.action ?? 'publish',
  )
}

const before = '2026-11-24T08:59:59.999Z'

const clock = { ...person('clock', []), roles: ['clock'] as const }
const dueAt = (scheduledFor: string) => release({ state: 'scheduled', scheduledFor })

describe('the time of a scheduled text', () => {
  it.each([
    ['the clock at its time', clock, dueAt(now), null],
    ['the clock after it', clock, dueAt(before), null],
    ['the clock before it', clock, dueAt(later), { code: 'not-due', at: later }],
    [
      'the clock where no time is set',
      clock,
      release({ state: 'scheduled' }),
      { code: 'not-due', at: '' },
    ],
    [
      'the clock once people have taken it back',
      clock,
      release({ state: 'approved' }),
      { code: 'wrong-state', action: 'publish', state: 'approved' },
    ],
    [
      'a reviewer',
      kari,
      dueAt(before),
      { code: 'wrong-state', action: 'publish', state: 'scheduled' },
    ],
    ['a reviewer, of an approved text', kari, release({ state: 'approved' }), null],
    ['a reviewer, of a draft', kari, release(), null],
    ['the clock, of a draft', clock, release(), null],
  ] as [string, Person, Subject, unknown][])('for %s', (_who, actor, subject, expected) => {
    expect(ask(guards.isOfClockOrPerson, subject, { actor })).toEqual(expected)
  })
})

describe('a second person', () => {
  it.each([
    ['wrote it', ['kari'], { code: 'own-work' }],
    ['corrected it after another', ['eva', 'kari'], { code: 'own-work' }],
    ['changed nothing', ['eva', 'tor'], null],
    ['changed nothing where nobody did', [], null],
  ])('who %s', (_who, authors, expected) => {
    expect(ask(guards.isSecondPerson, release({ authors }))).toEqual(expected)
  })

  it('is not the one who only created it, if others wrote all of it since', () => {
    expect(ask(guards.isSecondPerson, release({ createdBy: 'kari', authors: ['eva'] }))).toBeNull()
  })
})

describe('a reviewer of the language', () => {
  it.each([
    ['declares it', ['nb', 'en'], null],
    ['declares others', ['nb', 'kk'], { code: 'language-not-declared', language: 'en' }],
    ['declares none', [], { code: 'language-not-declared', language: 'en' }],
  ])('who %s', (_who, reviews, expected) => {
    expect(ask(guards.declaresLanguage, release(), { actor: { ...kari, reviews } })).toEqual(
      expected,
    )
  })

  it('isn’t who only writes it', () => {
    const actor = { ...kari, writes: ['en'], reviews: ['nb'] }
    expect(ask(guards.declaresLanguage, release(), { actor })?.code).toBe('language-not-declared')
  })
})

describe('a translator’s own translation', () => {
  const ulf = person('ulf', ['translator'])
  it.each([
    ['its translator', tor, 'submit', null],
    ['another translator', ulf, 'submit', { code: 'not-own', action: 'submit' }],
    ['another translator', ulf, 'reopen', { code: 'not-own', action: 'reopen' }],
    ['an editor', eva, 'submit', null],
    ['an editor who translates too', person('ulf', ['translator', 'editor']), 'submit', null],
    ['a reviewer who translates too', person('ulf', ['translator', 'reviewer']), 'reopen', null],
    ['a reviewer who translates too', person('ulf', ['translator', 'reviewer']), 'waive', null],
    [
      'a reviewer who translates too',
      person('ulf', ['translator', 'reviewer']),
      'revise',
      { code: 'not-own', action: 'revise' },
    ],
    // Told by their role already.
    ['a reviewer', kari, 'submit', null],
  ] as [string, Person, Action, unknown][])('%s, %s', (_who, actor, action, expected) => {
    expect(ask(guards.isOwnTranslation, translation(), { actor, action })).toEqual(expected)
  })

  it('is nobody’s where none is named', () => {
    const subject = translation({ translator: null })
    expect(ask(guards.isOwnTranslation, subject, { actor: tor })?.code).toBe('not-own')
  })

  it('asks nothing about a release', () => {
    expect(ask(guards.isOwnTranslation, release({ translator: 'eva' }), { actor: tor })).toBeNull()
  })
})

describe('recalling', () => {
  it.each([
    ['who submitted it', tor, 'tor', null],
    ['who didn’t', tor, 'eva', { code: 'not-own', action: 'recall' }],
    ['an editor who didn’t', eva, 'tor', null],
    ['somebody, where nobody is named', tor, null, { code: 'not-own', action: 'recall' }],
  ])('by %s', (_who, actor, submittedBy, expected) => {
    const subject = translation({ submittedBy, state: 'in-review' })
    expect(ask(guards.isSubmitterOrEditor, subject, { actor, action: 'recall' })).toEqual(expected)
  })
})

describe('what an action asks for', () => {
  it.each(['note', 'explanation', 'at', 'requirement', 'reason'] as const)('%s', (field) => {
    const missing = { code: 'input-missing', field }
    const guard = guards.asksFor(field)
    expect(ask(guard, release(), { input: {} })).toEqual(missing)
    expect(ask(guard, release(), { input: { [field]: ' \n\t' } })).toEqual(missing)
    expect(ask(guard, release(), { input: { [field]: 'x' } })).toBeNull()
    // A button may be open before its dialog is filled in.
    expect(ask(guard, release())).toBeNull()
  })

  it.each([
    ['the first edition, nothing said', 0, {}, null],
    ['a later edition, nothing said', 1, {}, { code: 'input-missing', field: 'change' }],
    ['a later edition, minor', 1, { change: 'minor' }, null],
    ['a later edition, major', 1, { change: 'major' }, null],
  ] as [string, number, Partial<ActionInput>, unknown][])(
    'kind of change: %s',
    (_what, edition, input, expected) => {
      expect(ask(guards.asksFor('change'), release({ edition }), { input })).toEqual(expected)
    },
  )

  it.each([
    ['the first edition, called major', 0, { change: 'major' }, null],
    ['a minor change', 1, { change: 'minor' }, null],
    ['no kind of change', 1, {}, null],
    ['a major change', 1, { change: 'major' }, { code: 'input-missing', field: 'publicNote' }],
    [
      'a major change with a blank note',
      1,
      { change: 'major', publicNote: ' ' },
      { code: 'input-missing', field: 'publicNote' },
    ],
    ['a major change with a note', 1, { change: 'major', publicNote: 'The date.' }, null],
  ] as [string, number, Partial<ActionInput>, unknown][])(
    'public note: %s',
    (_what, edition, input, expected) => {
      expect(ask(guards.asksFor('publicNote'), release({ edition }), { input })).toEqual(expected)
    },
  )
})

describe('a time of publication', () => {
  const embargo = '2026-11-24T12:00:00.000Z'
  it.each([
    ['that is ahead', later, null, null],
    ['one millisecond ahead', '2026-11-24T09:00:00.001Z', null, null],
    ['that is now', now, null, { code: 'time-not-ahead', at: now }],
    ['that has passed', before, null, { code: 'time-not-ahead', at: before }],
    ['that can’t be read', 'tomorrow', null, { code: 'time-not-ahead', at: 'tomorrow' }],
    ['with an offset, ahead', '2026-11-24T10:00:00+00:30', null, null],
    [
      'with an offset, passed',
      '2026-11-24T10:00:00+01:30',
      null,
      { code: 'time-not-ahead', at: '2026-11-24T10:00:00+01:30' },
    ],
    ['at the end of the embargo', embargo, embargo, null],
    ['after the embargo', later, embargo, null],
    [
      'before the end of the embargo',
      '2026-11-24T11:59:59.999Z',
      embargo,
      { code: 'time-before-embargo', at: '2026-11-24T11:59:59.999Z', until: embargo },
    ],
  ])('%s', (_what, at, until, expected) => {
    const subject = release({ embargo: until })
    expect(ask(guards.timeIsRight, subject, { input: { at } })).toEqual(expected)
  })

  it('that isn’t given is asked for elsewhere', () => {
    expect(ask(guards.timeIsRight, release({ embargo }))).toBeNull()
    expect(ask(guards.timeIsRight, release({ embargo }), { input: {} })).toBeNull()
    expect(ask(guards.timeIsRight, release({ embargo }), { input: { at: '' } })).toBeNull()
  })
})

const approved = (fingerprint: string) => ({ by: 'kari', at: now, fingerprint })

describe('publishing', () => {
  it.each([
    ['exactly what was approved', approved('now'), null],
    ['one letter that wasn’t', approved('then'), { code: 'changed-since-approval' }],
    ['what nobody approved', null, { code: 'changed-since-approval' }],
  ])('%s', (_what, approval, expected) => {
    expect(ask(guards.approvedTextUnchanged, release({ approval }))).toEqual(expected)
  })

  it.each([
    ['without an embargo', null, null],
    ['when it ended this moment', now, null],
    ['when it ended before', before, null],
    ['when it hasn’t ended', later, { code: 'embargoed', until: later }],
  ])('%s', (_what, embargo, expected) => {
    expect(ask(guards.embargoPassed, release({ embargo }))).toEqual(expected)
  })

  it.each([
    ['of a live release', { live: true, fingerprint: 'source' }, null],
    ['of one that isn’t', { live: false, fingerprint: 'source' }, { code: 'release-not-live' }],
    ['of none', null, { code: 'release-not-live' }],
  ])('a translation %s', (_what, source, expected) => {
    expect(ask(guards.sourceIsLive, translation({ source }))).toEqual(expected)
  })

  it.each([
    ['made from what is live', 'source', null],
    ['made from something else', 'before', { code: 'translation-stale' }],
    ['made from nobody knows what', null, { code: 'translation-stale' }],
  ])('a translation %s', (_what, madeFrom, expected) => {
    expect(ask(guards.translationIsCurrent, translation({ madeFrom }))).toEqual(expected)
  })

  it('a translation whose release can’t be found is stale', () => {
    expect(ask(guards.translationIsCurrent, translation({ source: null }))).toEqual({
      code: 'translation-stale',
    })
    expect(ask(guards.isNotCurrent, translation({ source: null }))).toBeNull()
  })

  it('a release needs no release', () => {
    expect(ask(guards.sourceIsLive, release())).toBeNull()
    expect(ask(guards.translationIsCurrent, release({ madeFrom: 'something' }))).toBeNull()
  })
})

describe('confirming a translation as current', () => {
  it.each([
    ['that is', 'source', { code: 'translation-current' }],
    ['that isn’t', 'before', null],
    ['that never was', null, null],
  ])('%s', (_what, madeFrom, expected) => {
    expect(ask(guards.isNotCurrent, translation({ madeFrom }))).toEqual(expected)
  })
})

const refusal = (action: Action) => ({ code: 'not-public', action })

const strangers = (...languages: string[]) => ({ code: 'language-not-in-family', languages })

const behind = (...languages: string[]) => ({ code: 'translations-live', languages })

describe('taking back what is public', () => {
  it.each([
    ['none', false, false],
    ['live', true, true],
    ['withdrawn', false, true],
    ['retracted', false, false],
  ] as const)('when it is %s', (standing, withdraw, retract) => {
    const subject = release({ standing })
    expect(ask(guards.hasPublicEdition, subject, { action: 'withdraw' })).toEqual(
      withdraw ? null : refusal('withdraw'),
    )
    expect(ask(guards.hasReadableEdition, subject, { action: 'retract' })).toEqual(
      retract ? null : refusal('retract'),
    )
  })

  const family = release({
    standing: 'live',
    liveTranslations: ['nb'],
    readableTranslations: ['nb', 'kk'],
  })

  it.each([
    ['everything', family, undefined, null],
    ['its own language', family, ['en'], null],
    ['a live translation', family, ['nb'], null],
    ['a withdrawn translation', family, ['kk'], null],
    ['all of them', family, ['en', 'nb', 'kk'], null],
    ['nothing', family, [], strangers()],
    ['a language that isn’t public', family, ['ru'], strangers('ru')],
    ['two, and one of the family', family, ['ru', 'en', 'de'], strangers('ru', 'de')],
    ['its own language', translation(), ['nb'], null],
    ['its release’s language', translation(), ['en'], strangers('en')],
    ['everything', translation(), undefined, null],
    [
      'another translation’s language',
      translation({ readableTranslations: ['kk'] }),
      ['kk'],
      strangers('kk'),
    ],
  ] as [string, Subject, string[] | undefined, unknown][])(
    'by naming %s: %#',
    (_what, subject, languages, expected) => {
      expect(ask(guards.languagesOfFamily, subject, { input: { languages } })).toEqual(expected)
    },
  )

  it.each([
    ['withdraw', undefined, null],
    ['withdraw', ['en', 'nb'], null],
    ['withdraw', ['nb'], null],
    ['withdraw', ['en'], behind('nb')],
    ['withdraw', ['en', 'kk'], behind('nb')],
    ['retract', undefined, null],
    ['retract', ['kk'], null],
    ['retract', ['en', 'nb'], behind('kk')],
    ['retract', ['en'], behind('nb', 'kk')],
    ['retract', ['en', 'nb', 'kk'], null],
  ] as [Action, string[] | undefined, unknown][])(
    '%s, naming %j, leaves no translation behind its release',
    (action, languages, expected) => {
      expect(ask(guards.familyStaysWhole, family, { action, input: { languages } })).toEqual(
        expected,
      )
    },
  )

  it('asks a translation nothing about its family, and a button nothing about languages', () => {
    const subject = translation({ liveTranslations: ['kk'] })
    const input = { languages: ['nb'] }
    expect(ask(guards.familyStaysWhole, subject, { action: 'withdraw', input })).toBeNull()
    expect(ask(guards.familyStaysWhole, family, { action: 'withdraw' })).toBeNull()
    expect(ask(guards.languagesOfFamily, family)).toBeNull()
  })
})

describe('requirements', () => {
  const blocker: Problem = {
    requirement: 'lead-present',
    moment: 'submit',
    level: 'blocker',
    field: 'lead',
  }
  const late: Problem = {
    requirement: 'parts-published',
    moment: 'publish',
    level: 'blocker',
    field: 'images',
  }
  const warning: Problem = {
    requirement: 'no-invisible-character',
    moment: 'submit',
    level: 'warning',
    field: 'lead',
  }
  const problems = [blocker, warning, late]

  it('of submitting stop a submission, those of publishing don’t yet', () => {
    expect(ask(guards.requirementsHold('submit'), release(), { problems })).toEqual({
      code: 'requirements',
      problems: [blocker],
    })
    expect(ask(guards.requirementsHold('submit'), release(), { problems: [late] })).toBeNull()
  })

  it('of both moments stop a publication', () => {
    expect(ask(guards.requirementsHold('publish'), release(), { problems })).toEqual({
      code: 'requirements',
      problems: [blocker, late],
    })
    expect(ask(guards.requirementsHold('publish'), release(), { problems: [warning] })).toBeNull()
    expect(ask(guards.requirementsHold('publish'), release())).toBeNull()
  })

  it('of approving stop an approval and a publication, and no submission', () => {
    const open = { ...blocker, requirement: 'must-fix-resolved', moment: 'approve' } as const
    for (const [moment, stops] of [
      ['submit', false],
      ['approve', true],
      ['publish', true],
    ] as const)
      expect(ask(guards.requirementsHold(moment), release(), { problems: [open] })).toEqual(
        stops ? { code: 'requirements', problems: [open] } : null,
      )
    expect(ask(guards.requirementsHold('approve'), release(), { problems: [late] })).toBeNull()
  })

  it('that only warn stop an approval', () => {
    expect(ask(guards.noOpenWarning, release(), { problems })).toEqual({
      code: 'requirements',
      problems: [warning],
    })
    expect(ask(guards.noOpenWarning, image(), { problems: [blocker, late] })).toBeNull()
  })

  it.each([
    ['a warning that is there', 'no-invisible-character', null],
    [
      'a warning that isn’t there',
      'one-script-per-word',
      { code: 'nothing-to-waive', requirement: 'one-script-per-word' },
    ],
    ['a blocker', 'lead-present', { code: 'nothing-to-waive', requirement: 'lead-present' }],
    ['nothing', '', null],
  ])('waiving %s', (_what, requirement, expected) => {
    const input = { requirement }
    expect(ask(guards.waivesSomething, release(), { problems, input })).toEqual(expected)
  })

  it('waiving is asked about only when it is done', () => {
    expect(ask(guards.waivesSomething, release(), { problems })).toBeNull()
  })
})
