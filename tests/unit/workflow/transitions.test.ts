import { describe, expect, it } from 'vitest'
import type { Emergency, Person, Subject } from '@/workflow/situation.ts'
import { type Action, actions, type DeskType, type State, states } from '@/workflow/states.ts'
import {
  actionsOf,
  emergencyOf,
  refusalsOf,
  refusalsOfChange,
  refusalsOfDeletion,
  settlesEmergency,
  stateAfter,
} from '@/workflow/transitions.ts'
import { image, later, person, release, situation, translation } from './helpers.ts'

/** The design's table, section 3, with `renew` (decision 008), `waive` and `archive` (decision 009). Written by hand. */
const textTable: Partial<Record<Action, { from: State[]; to: State | 'same' }>> = {
  submit: { from: ['draft'], to: 'in-review' },
  recall: { from: ['in-review'], to: 'draft' },
  return: { from: ['in-review'], to: 'draft' },
  approve: { from: ['in-review'], to: 'approved' },
  reopen: { from: ['approved', 'scheduled'], to: 'draft' },
  schedule: { from: ['approved'], to: 'scheduled' },
  unschedule: { from: ['scheduled'], to: 'approved' },
  publish: { from: ['approved'], to: 'published' },
  'emergency-publish': { from: ['draft', 'in-review'], to: 'published' },
  confirm: {
    from: ['draft', 'in-review', 'approved', 'scheduled', 'published', 'withdrawn'],
    to: 'same',
  },
  revise: { from: ['published', 'withdrawn'], to: 'draft' },
  withdraw: {
    from: ['draft', 'in-review', 'approved', 'scheduled', 'published', 'withdrawn'],
    to: 'withdrawn',
  },
  retract: {
    from: ['draft', 'in-review', 'approved', 'scheduled', 'published', 'withdrawn'],
    to: 'withdrawn',
  },
  // What is under way on the desk goes on.
  reinstate: {
    from: ['draft', 'in-review', 'approved', 'scheduled', 'published', 'withdrawn'],
    to: 'same',
  },
  waive: { from: ['draft', 'in-review'], to: 'same' },
}
const itemTable: typeof textTable = {
  submit: { from: ['draft'], to: 'in-review' },
  recall: { from: ['in-review'], to: 'draft' },
  return: { from: ['in-review'], to: 'draft' },
  publish: { from: ['in-review'], to: 'published' },
  revise: { from: ['published', 'archived'], to: 'draft' },
  archive: { from: ['draft', 'in-review', 'published'], to: 'archived' },
  waive: { from: ['draft', 'in-review'], to: 'same' },
}
const tables: Record<DeskType, typeof textTable> = {
  release: {
    ...textTable,
    'still-right': {
      from: ['draft', 'in-review', 'approved', 'scheduled', 'published', 'withdrawn'],
      to: 'same',
    },
  },
  translation: { ...textTable, renew: { from: ['draft'], to: 'same' } },
  image: itemTable,
  document: itemTable,
  contact: itemTable,
  term: itemTable,
}
const statesOfTexts: State[] = [
  'draft',
  'in-review',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
]
const possible: Record<DeskType, State[]> = {
  release: statesOfTexts,
  translation: statesOfTexts,
  image: ['draft', 'in-review', 'published', 'archived'],
  document: ['draft', 'in-review', 'published', 'archived'],
  contact: ['draft', 'in-review', 'published', 'archived'],
  term: ['draft', 'in-review', 'published', 'archived'],
}
const types: DeskType[] = ['release', 'translation', 'image', 'document', 'contact', 'term']

/** Holds every role and changed nothing. */
const anybody = person('zoe', ['editor', 'translator', 'reviewer', 'administrator'])
const warning = {
  requirement: 'one-script-per-word',
  moment: 'submit',
  level: 'warning',
  field: 'lead',
} as const
const complete = {
  note: 'Look again.',
  explanation: 'It was wrong.',
  at: later,
  change: 'major',
  publicNote: 'A date was wrong.',
  reviewBy: '2027-02-24',
  requirement: 'one-script-per-word',
  reason: 'A brand.',
} as const

/** What Ola published alone, having taken it from Eva. */
const alone: Emergency = {
  by: 'ola',
  at: '2026-11-24T08:00:00.000Z',
  reason: 'The airport is closed.',
  edition: 1,
  fingerprint: 'then',
  persons: ['ola', 'eva'],
}

/** Of a notice that the public reads. */
const aging = {
  needed: true,
  reviewBy: '2026-11-20',
  endsAt: null,
  live: { reviewBy: '2026-11-20', endsAt: null },
}

/** A text or item of which everything but the state is as the action wants it. */
function fit(type: DeskType, action: Action, state: State): Subject {
  const common: Partial<Subject> = {
    type,
    state,
    standing: action === 'reinstate' ? 'withdrawn' : 'live',
    emergency: action === 'confirm' ? alone : null,
    aging: action === 'still-right' ? aging : null,
    edition: 1,
    approval: { by: 'kari', at: '2026-11-01T00:00:00.000Z', fingerprint: 'now' },
  }
  if (type === 'translation')
    return translation({ ...common, madeFrom: action === 'renew' ? 'before' : 'source' })
  if (type === 'term') return image({ ...common, translator: 'tor' })
  return type === 'release' ? release(common) : image(common)
}

const asked = (type: DeskType, action: Action, state: State, actor: Person = anybody) =>
  refusalsOf(
    action,
    situation(actor, fit(type, action, state), complete, action === 'waive' ? [warning] : []),
  ).map(({ code }) => code)

describe.each(types)('the course of a %s', (type) => {
  const table = tables[type]
  const cells = states.flatMap((state) => actions.map((action) => ({ state, action })))

  it.each(cells)('$action from $state', ({ state, action }) => {
    const row = table[action]
    const expected = !row ? ['unknown-here'] : row.from.includes(state) ? [] : ['wrong-state']
    expect(asked(type, action, state)).toEqual(expected)
    if (expected.length === 0)
      expect(stateAfter(action, fit(type, action, state))).toBe(
        // Only what is withdrawn on the desk as well is published there again.
        action === 'reinstate' && state === 'withdrawn'
          ? 'published'
          : row?.to === 'same'
            ? state
            : row?.to,
      )
  })

  it('has the actions of the table and no other, in its order', () => {
    expect(actionsOf(type)).toEqual(actions.filter((action) => table[action]))
  })

  it('reaches exactly its states from a draft', () => {
    const reached = new Set<State>(['draft'])
    for (const state of reached)
      for (const action of actions)
        if (asked(type, action, state).length === 0)
          reached.add(stateAfter(action, fit(type, action, state)))
    expect([...reached].sort()).toEqual([...possible[type]].sort())
  })

  it('leads from each state back to a draft', () => {
    for (const state of possible[type]) {
      const ahead = new Set<State>([state])
      for (const one of ahead)
        for (const action of actions)
          if (asked(type, action, one).length === 0)
            ahead.add(stateAfter(action, fit(type, action, one)))
      expect(ahead).toContain('draft')
    }
  })
})

const why = (type: DeskType) =>
  refusalsOf(
    'reopen',
    situation(person('ada', ['administrator']), fit(type, 'reopen', 'approved'), complete),
  )

describe('who may act', () => {
  const editor = person('eva', ['editor'])
  const translator = person('tor', ['translator'])
  const otherTranslator = person('ulf', ['translator'])
  const reviewer = person('kari', ['reviewer'])
  const administrator = person('ada', ['administrator'])
  const both = person('ulf', ['translator', 'reviewer'])

  /** Who may do it, by the design's table: e editor, t translator of the text, r reviewer, a administrator. */
  const rows: [DeskType, Partial<Record<Action, string>>][] = [
    [
      'release',
      {
        submit: 'e',
        recall: 'e',
        return: 'r',
        approve: 'r',
        reopen: 'er',
        schedule: 'r',
        unschedule: 'r',
        publish: 'r',
        'emergency-publish': 'ra',
        confirm: 'r',
        revise: 'e',
        'still-right': 'r',
        withdraw: 'r',
        retract: 'r',
        reinstate: 'r',
        waive: 'er',
      },
    ],
    [
      'translation',
      {
        submit: 'et',
        // The one who submitted, who is nobody of these, or an editor.
        recall: 'e',
        return: 'r',
        approve: 'r',
        reopen: 'etr',
        schedule: 'r',
        unschedule: 'r',
        publish: 'r',
        'emergency-publish': 'ra',
        confirm: 'r',
        revise: 'et',
        withdraw: 'r',
        retract: 'r',
        reinstate: 'r',
        renew: 'et',
        waive: 'etr',
      },
    ],
    [
      'contact',
      {
        submit: 'e',
        recall: 'e',
        return: 'r',
        publish: 'r',
        revise: 'e',
        archive: 'r',
        waive: 'er',
      },
    ],
    [
      'term',
      {
        submit: 'et',
        // The one who submitted, who is nobody of these, or an editor.
        recall: 'e',
        return: 'r',
        publish: 'r',
        revise: 'et',
        archive: 'r',
        waive: 'er',
      },
    ],
  ]
  const cells = rows.flatMap(([type, table]) =>
    (Object.entries(table) as [Action, string][]).map(([action, who]) => ({ type, action, who })),
  )

  it.each(cells)('$action a $type', ({ type, action, who }) => {
    const state = tables[type][action]?.from[0] ?? expect.unreachable()
    // Neither of them changed it.
    const subject = { ...fit(type, action, state), authors: [] }
    const ask = (actor: Person) =>
      refusalsOf(action, situation(actor, subject, complete, action === 'waive' ? [warning] : []))
    expect({
      editor: ask(editor).length === 0,
      translator: ask(translator).length === 0,
      reviewer: ask(reviewer).length === 0,
    }).toEqual({
      editor: who.includes('e'),
      translator: who.includes('t'),
      reviewer: who.includes('r'),
    })
    // Accounts and settings are no editorial right, and another translator's text is theirs.
    const why = ask(administrator).map(({ code }) => code)
    if (who.includes('a')) expect(why).toEqual([])
    else expect(why).toContain('wrong-role')
    expect(ask(otherTranslator).length).toBeGreaterThan(0)
  })

  it.each([
    ['submit', ['not-own']],
    ['revise', ['not-own']],
    ['renew', ['not-own']],
    ['reopen', []],
    ['waive', []],
  ] as [Action, string[]][])(
    'a translator who also reviews may %s another’s translation: %j',
    (action, expected) => {
      const state = tables.translation[action]?.from[0] ?? expect.unreachable()
      expect(asked('translation', action, state, both)).toEqual(expected)
    },
  )

  it('names the roles that could, and translators only where there is something to translate', () => {
    expect(why('release')).toEqual([
      { code: 'wrong-role', action: 'reopen', roles: ['editor', 'reviewer'] },
    ])
    expect(why('translation')).toEqual([
      { code: 'wrong-role', action: 'reopen', roles: ['editor', 'translator', 'reviewer'] },
    ])
  })
})

describe('asking about an action', () => {
  it('tells every reason at once, in the order of the table', () => {
    const subject = release({ state: 'approved', authors: ['ola'], language: 'kk' })
    const ola = person('ola', ['editor'])
    expect(refusalsOf('approve', situation(ola, subject, { revision: 2 }))).toEqual([
      { code: 'wrong-role', action: 'approve', roles: ['reviewer'] },
      { code: 'wrong-state', action: 'approve', state: 'approved' },
      { code: 'stale-revision', seen: 2, now: 3 },
      { code: 'language-not-declared', language: 'kk' },
      { code: 'own-work' },
    ])
  })

  it.each([
    ['older', 2],
    ['newer', 4],
  ])('refuses an %s revision', (_which, revision) => {
    expect(refusalsOf('submit', situation(anybody, release(), { revision }))).toEqual([
      { code: 'stale-revision', seen: revision, now: 3 },
    ])
  })

  it.each([
    ['release', 'submit', []],
    ['release', 'recall', []],
    ['release', 'return', ['note']],
    ['release', 'approve', []],
    ['release', 'reopen', []],
    ['release', 'schedule', ['at', 'change']],
    ['release', 'unschedule', []],
    ['release', 'publish', ['change']],
    ['release', 'emergency-publish', ['reason', 'change']],
    ['release', 'confirm', []],
    ['release', 'revise', []],
    ['release', 'still-right', ['reviewBy']],
    ['release', 'withdraw', ['explanation']],
    ['release', 'retract', ['explanation']],
    ['release', 'reinstate', ['explanation']],
    ['release', 'waive', ['requirement', 'reason']],
    ['translation', 'renew', []],
    ['contact', 'submit', []],
    ['contact', 'return', ['note']],
    ['contact', 'publish', []],
    ['contact', 'archive', ['explanation']],
    ['contact', 'waive', ['requirement', 'reason']],
  ] as [DeskType, Action, string[]][])('of a %s: %s asks for %j', (type, action, expected) => {
    const subject = fit(type, action, tables[type][action]?.from[0] ?? 'draft')
    expect(refusalsOf(action, situation(anybody, subject, {}))).toEqual(
      expected.map((field) => ({ code: 'input-missing', field })),
    )
  })

  it('tells everything that keeps a text from the public', () => {
    const subject = translation({
      state: 'approved',
      edition: 1,
      embargo: later,
      source: { live: false, fingerprint: 'another' },
    })
    const missing = { requirement: 'lead-present', moment: 'submit', level: 'blocker' } as const
    const why = (input: { change?: 'major' }) =>
      refusalsOf(
        'publish',
        situation(anybody, subject, input, [{ ...missing, field: 'lead' }]),
      ).map((refusal) => ('field' in refusal ? refusal.field : refusal.code))
    const always = ['changed-since-approval', 'embargoed', 'release-not-live', 'translation-stale']
    expect(why({})).toEqual([...always, 'change', 'requirements'])
    expect(why({ change: 'major' })).toEqual([...always, 'publicNote', 'requirements'])
  })

  it.each([
    ['withdraw', 'none'],
    ['retract', 'retracted'],
  ] as const)('%s: a release that isn’t public, for half a family', (action, standing) => {
    const subject = release({
      state: 'published',
      standing,
      liveTranslations: ['kk'],
      readableTranslations: ['kk', 'nb'],
    })
    const input = { explanation: 'It was wrong.', languages: ['en', 'fr'] }
    expect(refusalsOf(action, situation(anybody, subject, input)).map(({ code }) => code)).toEqual([
      'not-public',
      'language-not-in-family',
      'translations-live',
    ])
  })

  it('archives only what is public', () => {
    const subject = image({ state: 'published', standing: 'none' })
    expect(refusalsOf('archive', situation(anybody, subject, complete))).toEqual([
      { code: 'not-public', action: 'archive' },
    ])
  })

  it('without an input asks neither for a revision nor for what a dialog will ask', () => {
    for (const type of types)
      for (const [action, row] of Object.entries(tables[type]) as [Action, { from: State[] }][]) {
        const subject = fit(type, action, row.from[0] ?? 'draft')
        const refusals = refusalsOf(action, situation(anybody, subject))
        expect(refusals, `${action} a ${type}`).toEqual([])
      }
  })

  it('says that an action isn’t there, and nothing else', () => {
    expect(refusalsOf('archive', situation(anybody, release(), { revision: 1 }))).toEqual([
      { code: 'unknown-here', action: 'archive' },
    ])
    expect(refusalsOf('renew', situation(anybody, release(), { revision: 1 }))).toEqual([
      { code: 'unknown-here', action: 'renew' },
    ])
  })
})

describe('withdrawing some languages of a family', () => {
  it.each([
    [['nb'], 'published'],
    [['en'], 'withdrawn'],
    [['en', 'nb'], 'withdrawn'],
    [undefined, 'withdrawn'],
  ])('%j leaves the release %s', (languages, expected) => {
    const subject = release({ state: 'published' })
    expect(stateAfter('withdraw', subject, { revision: 3, languages })).toBe(expected)
  })

  it('a translation that is named by its language is withdrawn', () => {
    const subject = translation({ state: 'published' })
    expect(stateAfter('retract', subject, { revision: 3, languages: ['nb'] })).toBe('withdrawn')
  })

  it('an item has no languages to stay behind in', () => {
    const subject = image({ state: 'published' })
    expect(stateAfter('archive', subject, { revision: 3, languages: ['en'] })).toBe('archived')
  })

  it('an action that the course doesn’t have leaves the state as it is', () => {
    expect(stateAfter('archive', release({ state: 'published' }))).toBe('published')
  })
})

const ask = (action: Action, actor: Person, subject: Subject, input: object = complete) =>
  refusalsOf(action, situation(actor, subject, input)).map(({ code }) => code)
const approvedBy = (by: string) => ({ by, at: '', fingerprint: 'now' })

describe('publishing in an emergency', () => {
  const rita = person('rita', ['reviewer'])
  it('needs a reason, and nobody’s approval', () => {
    const draft = release({ authors: ['rita'] })
    expect(ask('emergency-publish', rita, draft)).toEqual([])
    expect(ask('emergency-publish', rita, draft, { ...complete, reason: ' ' })).toEqual([
      'input-missing',
    ])
  })

  it('passes over no blocker, no embargo and no source', () => {
    const blocker = { requirement: 'lead-present', moment: 'submit', level: 'blocker' } as const
    const subject = translation({
      embargo: later,
      source: { live: false, fingerprint: 'another' },
    })
    expect(
      refusalsOf(
        'emergency-publish',
        situation(rita, subject, complete, [{ ...blocker, field: 'lead' }]),
      ).map(({ code }) => code),
    ).toEqual(['embargoed', 'release-not-live', 'translation-stale', 'requirements'])
  })

  it('passes over a warning, as nobody is left to sign for it', () => {
    const ask = situation(rita, release(), complete, [warning])
    expect(refusalsOf('emergency-publish', ask)).toEqual([])
  })

  it('leaves open who acted, why, and everybody whose own act it was', () => {
    const subject = release({ authors: ['eva', 'tor'], emergency: { ...alone, persons: ['ola'] } })
    expect(emergencyOf(situation(rita, subject, { reason: 'Fire.' }), 2)).toEqual({
      by: 'rita',
      at: '2026-11-24T09:00:00.000Z',
      reason: 'Fire.',
      edition: 2,
      fingerprint: 'now',
      persons: ['rita', 'eva', 'tor', 'ola'],
    })
  })

  it.each([
    ['who published alone', 'ola', ['own-emergency']],
    ['who wrote it', 'eva', ['own-emergency']],
    ['anybody else', 'rita', []],
  ])('is confirmed by %s: %j', (_who, id, expected) => {
    const subject = release({ state: 'published', emergency: alone })
    expect(ask('confirm', person(id, ['reviewer']), subject)).toEqual(expected)
  })

  it('is confirmed once, by somebody who reviews its language', () => {
    expect(ask('confirm', rita, release({ state: 'published' }))).toEqual(['nothing-to-confirm'])
    const kazakh = release({ state: 'published', language: 'kk', emergency: alone })
    expect(ask('confirm', rita, kazakh)).toEqual(['language-not-declared'])
  })

  it.each([
    ['confirming it', 'confirm', 'rita', null, undefined, true],
    ['a second person who retracts it', 'retract', 'rita', null, undefined, true],
    ['a second person who retracts only its translations', 'retract', 'rita', null, ['nb'], false],
    ['whoever published alone, retracting it', 'retract', 'ola', null, undefined, false],
    ['withdrawing it, which can be taken back', 'withdraw', 'rita', null, undefined, false],
    ['another edition that a second person approved', 'publish', 'ola', 'rita', undefined, true],
    ['another edition that no second person approved', 'publish', 'rita', 'ola', undefined, false],
    ['another emergency', 'emergency-publish', 'rita', 'rita', undefined, false],
    ['revising it', 'revise', 'rita', null, undefined, false],
  ] as [string, Action, string, string | null, string[] | undefined, boolean][])(
    'is settled by %s: %5$j',
    (_what, action, by, approver, languages, expected) => {
      const subject = release({
        emergency: alone,
        approval: approver === null ? null : approvedBy(approver),
      })
      const input = languages ? { ...complete, languages } : complete
      const asked = situation(person(by, ['reviewer']), subject, input)
      expect(settlesEmergency(action, asked)).toBe(expected)
    },
  )

  it('settles nothing where nothing is open', () => {
    const asked = situation(rita, release({ approval: approvedBy('rita') }), complete)
    for (const action of actions) expect(settlesEmergency(action, asked), action).toBe(false)
  })
})

describe('reinstating', () => {
  const rita = person('rita', ['reviewer'])
  const withdrawn = release({
    state: 'withdrawn',
    standing: 'withdrawn',
    readableTranslations: ['nb', 'kk'],
    liveTranslations: ['kk'],
  })
  const reinstating = (subject: Subject, input: object) => ask('reinstate', rita, subject, input)

  it.each([
    ['none', ['not-withdrawn']],
    ['live', ['not-withdrawn']],
    ['withdrawn', []],
    ['retracted', ['not-withdrawn']],
  ] as const)('a text that stands as %s: %j', (standing, expected) => {
    expect(reinstating({ ...withdrawn, standing }, complete)).toEqual(expected)
  })

  it('a translation comes back beside its release only', () => {
    const alone = translation({
      state: 'withdrawn',
      standing: 'withdrawn',
      source: { live: false, fingerprint: 'source' },
    })
    expect(reinstating(alone, complete)).toEqual(['release-not-live'])
  })

  it.each([
    [['en'], []],
    [['en', 'nb'], []],
    [['nb'], ['release-not-live']],
    [['en', 'ru'], ['language-not-in-family']],
    [[], ['language-not-in-family', 'release-not-live']],
  ])('the languages %j: %j', (languages, expected) => {
    expect(reinstating(withdrawn, { ...complete, languages })).toEqual(expected)
  })
})

const codes = (actor: Person, subject: Subject, seen?: number) =>
  refusalsOfChange(actor, subject, seen).map(({ code }) => code)

describe('changing content', () => {
  const editor = person('eva', ['editor'])

  it.each([
    ['an editor', editor, release(), []],
    ['a translator', person('tor', ['translator']), release(), ['wrong-role']],
    ['a reviewer', person('kari', ['reviewer']), release(), ['wrong-role']],
    ['an administrator', person('ada', ['administrator']), release(), ['wrong-role']],
    ['an editor', editor, translation(), []],
    ['its translator', person('tor', ['translator']), translation(), []],
    ['another translator', person('ulf', ['translator']), translation(), ['not-own']],
    [
      'another translator, an editor too',
      person('ulf', ['translator', 'editor']),
      translation(),
      [],
    ],
    ['a reviewer', person('kari', ['reviewer']), translation(), ['wrong-role']],
    ['an editor', editor, image(), []],
    ['a translator', person('tor', ['translator']), image(), ['wrong-role']],
  ] as [string, Person, Subject, string[]][])('%s: %#', (_who, actor, subject, expected) => {
    expect(codes(actor, subject)).toEqual(expected)
  })

  it('of a release is for editors, of a translation for translators too', () => {
    const nobody = person('ada', ['administrator'])
    expect(refusalsOfChange(nobody, release())).toEqual([
      { code: 'wrong-role', action: null, roles: ['editor'] },
    ])
    expect(refusalsOfChange(nobody, translation())).toEqual([
      { code: 'wrong-role', action: null, roles: ['editor', 'translator'] },
    ])
    expect(refusalsOfChange(person('ulf', ['translator']), translation())).toEqual([
      { code: 'not-own', action: null },
    ])
  })

  it.each([
    ['release', 'in-review', 'recall'],
    ['release', 'approved', 'reopen'],
    ['release', 'scheduled', 'reopen'],
    ['release', 'published', 'revise'],
    ['release', 'withdrawn', 'revise'],
    ['translation', 'published', 'revise'],
    ['image', 'in-review', 'recall'],
    ['image', 'published', 'revise'],
    ['contact', 'archived', 'revise'],
  ] as [DeskType, State, Action][])('of a %s that is %s: %s it first', (type, state, next) => {
    expect(refusalsOfChange(editor, { ...fit(type, 'submit', state) })).toEqual([
      { code: 'not-draft', state, next },
    ])
  })

  it('names no step where there is none', () => {
    expect(refusalsOfChange(editor, release({ state: 'archived' }))).toEqual([
      { code: 'not-draft', state: 'archived', next: null },
    ])
  })

  it.each([
    [undefined, []],
    [3, []],
    [2, [{ code: 'stale-revision', seen: 2, now: 3 }]],
    [0, [{ code: 'stale-revision', seen: 0, now: 3 }]],
  ])('having seen revision %s', (seen, expected) => {
    expect(refusalsOfChange(editor, release(), seen)).toEqual(expected)
  })
})

const none = (actor: Person, subject: Subject, translations = 0) =>
  refusalsOfDeletion(actor, subject, translations).map(({ code }) => code)

describe('deleting', () => {
  const editor = person('eva', ['editor'])
  const translator = person('tor', ['translator'])

  it.each([
    ['an editor, a draft that was never published', editor, release(), 0, []],
    ['an editor, a release with translations', editor, release(), 1, ['has-translations']],
    ['an editor, a text that was published', editor, release({ edition: 1 }), 0, ['was-published']],
    ['an editor, a text in review', editor, release({ state: 'in-review' }), 0, ['not-draft']],
    ['a translator, the own translation', translator, translation(), 0, ['wrong-role']],
    [
      'a translator, another’s translation',
      person('ulf', ['translator']),
      translation(),
      0,
      ['wrong-role', 'not-own'],
    ],
    ['a reviewer, a release', person('kari', ['reviewer']), release(), 0, ['wrong-role']],
    [
      'a reviewer, everything against it',
      person('kari', ['reviewer']),
      release({ edition: 2, state: 'published' }),
      2,
      ['wrong-role', 'not-draft', 'was-published', 'has-translations'],
    ],
  ] as [string, Person, Subject, number, string[]][])(
    'by %s',
    (_who, actor, subject, translations, expected) => {
      expect(none(actor, subject, translations)).toEqual(expected)
    },
  )

  it.each([
    ['the revision that was seen', 3, []],
    ['an older one', 2, ['stale-revision']],
    ['none', undefined, []],
  ] as const)('of %s', (_which, seen, expected) => {
    const subject = release({ revision: 3 })
    expect(refusalsOfDeletion(editor, subject, 0, seen).map(({ code }) => code)).toEqual(expected)
  })

  it('is an editor’s right', () => {
    expect(refusalsOfDeletion(translator, translation(), 0)).toEqual([
      { code: 'wrong-role', action: null, roles: ['editor'] },
    ])
  })
})
