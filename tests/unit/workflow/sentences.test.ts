import { describe, expect, it } from 'vitest'
import { httpStatus, type InputField, type Refusal, type RefusalCode } from '@/workflow/refusals.ts'
import { type OwnProblem, type OwnRequirementKey, requirements } from '@/workflow/requirements.ts'
import {
  catalogueOf,
  type DeskLanguage,
  deskLanguages,
  sentenceOf,
  sentenceOfProblem,
} from '@/workflow/sentences/sentences.ts'
import { type Action, actions, type Role, roles, type State, states } from '@/workflow/states.ts'

/** One whole sentence or several: from a capital, a quotation mark or a number to a full stop, nothing left open. */
function expectSentence(said: string) {
  expect(said).toMatch(/^[“«\p{Lu}\d]/u)
  expect(said).toMatch(/[.!?]$/)
  expect(said).not.toMatch(/undefined|null|NaN|\[object|function|=>|\$\{|\(\)| {2}|\.\.$/)
  expect(said).not.toMatch(/ [.,:;]/)
}

const scripts: Record<DeskLanguage, RegExp> = {
  en: /^[\p{Script=Latin}\p{Script=Common}]+$/u,
  nb: /^[\p{Script=Latin}\p{Script=Common}]+$/u,
  kk: /\p{Script=Cyrillic}/u,
  ru: /\p{Script=Cyrillic}/u,
}

/** Facts of each refusal, with what of them must be read in the sentence whatever the language. */
const refusals: { [Code in RefusalCode]: [Extract<Refusal, { code: Code }>, string[]] } = {
  'unknown-here': [{ code: 'unknown-here', action: 'archive' }, ['{action:archive}']],
  'wrong-state': [
    { code: 'wrong-state', action: 'approve', state: 'withdrawn' },
    ['{action:approve}', '{state:withdrawn}'],
  ],
  'stale-revision': [{ code: 'stale-revision', seen: 41, now: 57 }, ['41', '57']],
  'wrong-role': [
    { code: 'wrong-role', action: 'approve', roles: ['editor', 'translator', 'reviewer'] },
    ['{role:editor}', '{role:translator}', '{role:reviewer}'],
  ],
  'bundle-state': [{ code: 'bundle-state', state: 'dissolved' }, []],
  'bundle-held': [
    {
      code: 'bundle-held',
      texts: [
        { id: 'a', type: 'release', must: true, language: 'nb', headline: 'Broen', why: [] },
        { id: 'b', type: 'release', must: true, language: 'en', headline: 'The quay', why: [] },
      ],
    },
    ['Broen', 'nb', 'The quay', 'en'],
  ],
  'minor-touches': [{ code: 'minor-touches', touches: ['number', 'name'] }, []],
  'bundle-left': [{ code: 'bundle-left' }, []],
  'not-own': [{ code: 'not-own', action: 'submit' }, []],
  'language-not-declared': [{ code: 'language-not-declared', language: 'kk' }, ['kk']],
  'own-work': [{ code: 'own-work' }, []],
  'own-emergency': [{ code: 'own-emergency' }, []],
  'nothing-to-confirm': [{ code: 'nothing-to-confirm' }, []],
  'only-confirmed': [{ code: 'only-confirmed' }, []],
  'not-withdrawn': [{ code: 'not-withdrawn' }, []],
  'not-public': [{ code: 'not-public', action: 'withdraw' }, []],
  'changed-since-approval': [{ code: 'changed-since-approval' }, []],
  'release-not-live': [{ code: 'release-not-live' }, []],
  'translation-stale': [{ code: 'translation-stale' }, []],
  'translation-current': [{ code: 'translation-current' }, []],
  'translations-live': [{ code: 'translations-live', languages: ['nb', 'kk'] }, ['nb', 'kk']],
  'language-not-in-family': [
    { code: 'language-not-in-family', languages: ['de', 'fr'] },
    ['de', 'fr'],
  ],
  embargoed: [
    { code: 'embargoed', until: '2026-11-24T09:05:00.000Z' },
    ['2026', '11', '24', '09:05', 'UTC'],
  ],
  'input-missing': [{ code: 'input-missing', field: 'explanation' }, ['{input:explanation}']],
  'time-not-ahead': [{ code: 'time-not-ahead', at: '2026-11-24T09:05:00.000Z' }, []],
  'time-before-embargo': [
    {
      code: 'time-before-embargo',
      at: '2026-11-23T09:05:00.000Z',
      until: '2027-12-25T10:15:00.000Z',
    },
    ['2027', '12', '25', '10:15', 'UTC'],
  ],
  'time-after-end': [
    {
      code: 'time-after-end',
      at: '2028-01-01T09:05:00.000Z',
      until: '2027-12-25T10:15:00.000Z',
    },
    ['2027', '12', '25', '10:15', 'UTC'],
  ],
  'nothing-to-review': [{ code: 'nothing-to-review' }, []],
  'not-a-review-day': [{ code: 'not-a-review-day', day: '2027-12-25' }, []],
  'nothing-to-waive': [{ code: 'nothing-to-waive', requirement: 'lead-present' }, []],
  requirements: [
    { code: 'requirements', problems: Array.from({ length: 7 }, () => problem('lead-present')) },
    ['7'],
  ],
  'not-draft': [
    { code: 'not-draft', state: 'scheduled', next: 'reopen' },
    ['{state:scheduled}', '{action:reopen}'],
  ],
  'has-translations': [{ code: 'has-translations' }, []],
  'was-published': [{ code: 'was-published' }, []],
  busy: [{ code: 'busy' }, []],
  'not-due': [
    { code: 'not-due', at: '2027-12-25T10:15:00.000Z' },
    ['2027', '12', '25', '10:15', 'UTC'],
  ],
  'no-room': [{ code: 'no-room' }, []],
  settled: [
    { code: 'settled', by: 'Ana Korvin', at: '2026-11-24T10:00:00.000Z' },
    ['Ana Korvin', '10'],
  ],
  'nothing-to-take-over': [{ code: 'nothing-to-take-over' }, []],
  'note-not-yours': [{ code: 'note-not-yours', mustFix: true }, []],
  'note-open': [{ code: 'note-open' }, []],
  'no-draft': [{ code: 'no-draft', state: 'withdrawn' }, ['{state:withdrawn}']],
  'links-enough': [{ code: 'links-enough' }, []],
  'without-you': [{ code: 'without-you' }, []],
  'passage-gone': [{ code: 'passage-gone', quote: '42 bridges' }, ['42 bridges']],
  'passage-unclear': [{ code: 'passage-unclear', quote: '42 bridges' }, ['42 bridges']],
}

function problem(requirement: OwnRequirementKey, more: Partial<OwnProblem> = {}): OwnProblem {
  return { requirement, moment: 'submit', level: 'blocker', field: 'lead', ...more }
}

/** Requirements that fail on something that can be named; each names it. */
const naming: OwnRequirementKey[] = [
  'link-public',
  'standing-in-language',
  'no-placeholder',
  'one-script-per-word',
  'no-invisible-character',
  'headline-of-its-own',
  'must-fix-resolved',
  'image-has-alt',
  'image-has-credit',
  'image-cleared',
  'parts-published',
  'term-forms-agree',
]

describe.each(deskLanguages)('every refusal in %s', (language) => {
  const catalogue = catalogueOf(language)
  const inWords = (fact: string) =>
    fact.replace(/^\{(\w+):([\w-]+)\}$/, (_whole, kind: string, key: string) => {
      if (kind === 'action') return catalogue.actions[key as Action]
      if (kind === 'state') return catalogue.states[key as State]
      if (kind === 'role') return catalogue.roles[key as Role]
      return catalogue.inputs[key as InputField]
    })

  it('has a sentence, and these tests know all of them', () => {
    expect(Object.keys(catalogue.refusals).sort()).toEqual(Object.keys(httpStatus).sort())
    expect(Object.keys(refusals).sort()).toEqual(Object.keys(httpStatus).sort())
  })

  it.each(Object.values(refusals))('$code', (refusal, facts) => {
    const said = sentenceOf(refusal, catalogue)
    expectSentence(said)
    expect(said).toMatch(scripts[language])
    for (const fact of facts) expect(said).toContain(inWords(fact))
  })

  it('says what is so and what to do next', () => {
    for (const [refusal] of Object.values(refusals)) {
      // What is missing in a text is told problem by problem; own work says both in one sentence.
      const short = ['unknown-here', 'wrong-state', 'requirements', 'own-work', 'not-public']
      if (short.includes(refusal.code)) continue
      const said = sentenceOf(refusal, catalogue)
      expect(said.split(/[.!?](?:\s|$)/).filter((one) => one !== '').length, said).toBeGreaterThan(
        1,
      )
    }
  })

  it.each(states)('a text that is %s can’t be changed', (state) => {
    const said = sentenceOf({ code: 'not-draft', state, next: null }, catalogue)
    expectSentence(said)
    expect(said).toContain(catalogue.states[state])
  })

  it.each(actions)('%s is named as on its button, and explained', (action) => {
    expect(sentenceOf({ code: 'unknown-here', action }, catalogue)).toContain(
      catalogue.actions[action],
    )
    expectSentence(catalogue.explains[action])
    expect(catalogue.actions[action]).toMatch(/^\p{Lu}[^.]*$/u)
  })

  it('calls no two actions, states, roles or inputs by the same name', () => {
    for (const names of [catalogue.actions, catalogue.states, catalogue.roles, catalogue.inputs])
      expect(new Set(Object.values(names)).size).toBe(Object.keys(names).length)
    expect(Object.keys(catalogue.roles)).toEqual([...roles])
  })

  it('asks for a language where none is named', () => {
    const none = sentenceOf({ code: 'language-not-in-family', languages: [] }, catalogue)
    expectSentence(none)
    expect(none).not.toBe(
      sentenceOf({ code: 'language-not-in-family', languages: ['de'] }, catalogue),
    )
  })
})

describe.each(deskLanguages)('every requirement in %s', (language) => {
  const catalogue = catalogueOf(language)
  const keys = Object.keys(requirements) as OwnRequirementKey[]

  it.each(keys)('%s', (key) => {
    const said = sentenceOfProblem(problem(key), catalogue)
    expectSentence(said)
    expect(said).toMatch(scripts[language])
    const named = sentenceOfProblem(problem(key, { found: 'Qwerty 12' }), catalogue)
    expectSentence(named)
    expect(named.includes('Qwerty 12')).toBe(naming.includes(key))
    expect(named.replace(/ \([“«]Qwerty 12[”»]\)/, '')).toBe(said)
  })

  it('says no two things in the same words', () => {
    // Of a picture in a text and of the picture itself, the same is asked.
    const different = keys.filter((key) => key !== 'image-credited')
    const said = different.map((key) => sentenceOfProblem(problem(key), catalogue))
    expect(new Set(said).size).toBe(different.length)
  })

  it.each([
    ['headline-length', '140'],
    ['lead-length', '600'],
  ] as const)('%s says how long is right', (key, most) => {
    expect(sentenceOfProblem(problem(key), catalogue)).toContain(most)
  })

  it('says which half of the date line is missing', () => {
    const place = sentenceOfProblem(
      problem('dateline-present', { field: 'datelinePlace' }),
      catalogue,
    )
    const date = sentenceOfProblem(
      problem('dateline-present', { field: 'datelineDate' }),
      catalogue,
    )
    expectSentence(date)
    expect(date).not.toBe(place)
  })
})

const roleSentence = (language: string, wanted: Role[]) =>
  sentenceOf({ code: 'wrong-role', action: null, roles: wanted }, catalogueOf(language))

const familySentence = (language: string, languages: string[]) =>
  sentenceOf({ code: 'translations-live', languages }, catalogueOf(language))

describe('lists of words', () => {
  it.each([
    ['en', ['reviewer'], 'Only a reviewer can'],
    ['en', ['editor', 'reviewer'], 'Only an editor or a reviewer can'],
    ['en', ['editor', 'translator', 'reviewer'], 'an editor, a translator, or a reviewer'],
    ['nb', ['reviewer'], 'Bare en godkjenner kan'],
    ['nb', ['editor', 'reviewer'], 'Bare en redaktør eller en godkjenner kan'],
    ['nb', ['editor', 'translator', 'reviewer'], 'en redaktør, en oversetter eller en godkjenner'],
    ['kk', ['reviewer'], 'тек бекітуші жасай'],
    ['kk', ['editor', 'reviewer'], 'тек редактор немесе бекітуші жасай'],
    ['kk', ['editor', 'translator', 'reviewer'], 'редактор, аудармашы немесе бекітуші'],
    ['ru', ['reviewer'], 'только утверждающий.'],
    ['ru', ['editor', 'reviewer'], 'только редактор или утверждающий.'],
    ['ru', ['editor', 'translator', 'reviewer'], 'редактор, переводчик или утверждающий'],
  ] as [string, Role[], string][])('of roles in %s: %j', (language, wanted, expected) => {
    expect(roleSentence(language, wanted)).toContain(expected)
  })

  it.each([
    ['en', ['nb'], ' nb '],
    ['en', ['nb', 'ru'], ' nb and ru '],
    ['en', ['nb', 'kk', 'ru'], ' nb, kk, and ru '],
    ['nb', ['en', 'ru'], ' en og ru '],
    ['nb', ['en', 'kk', 'ru'], ' en, kk og ru '],
    ['kk', ['nb'], ': nb.'],
    ['kk', ['nb', 'ru'], ': nb және ru.'],
    ['kk', ['en', 'nb', 'ru'], ': en, nb және ru.'],
    ['ru', ['en', 'nb'], ': en и nb.'],
    ['ru', ['en', 'nb', 'kk'], ': en, nb и kk.'],
  ])('of languages in %s: %j', (language, languages, expected) => {
    expect(familySentence(language, languages)).toContain(expected)
  })
})

const embargo = (language: string) =>
  sentenceOf({ code: 'embargoed', until: '2026-03-04T05:06:07.000Z' }, catalogueOf(language))

const mended = (language: string, count: number) =>
  sentenceOf(
    {
      code: 'requirements',
      problems: Array.from({ length: count }, () => problem('lead-present')),
    },
    catalogueOf(language),
  )

describe('numbers and moments', () => {
  it.each([
    ['en', '2026-03-04 05:06 UTC'],
    ['nb', '04.03.2026 kl. 05:06 UTC'],
    ['kk', '04.03.2026 05:06 UTC'],
    ['ru', '04.03.2026 в 05:06 UTC'],
  ])('in %s', (language, expected) => {
    expect(embargo(language)).toContain(expected)
  })

  it.each([
    ['en', 1, 'One thing is still to be mended.'],
    ['en', 2, '2 things are still to be mended.'],
    ['nb', 1, 'Én ting må rettes først.'],
    ['nb', 2, '2 ting må rettes først.'],
    ['kk', 1, 'Әлі түзетілуі керек: 1.'],
    ['ru', 5, 'Осталось исправить: 5.'],
  ])('of problems in %s: %i', (language, count, expected) => {
    expect(mended(language, count)).toBe(expected)
  })

  it.each([
    ['en', '“Submit for review”'],
    ['nb', '«Send til godkjenning»'],
    ['kk', '«Қарауға жіберу»'],
    ['ru', '«Отправить на рассмотрение»'],
  ])('quotations in %s stand in its own marks', (language, expected) => {
    expect(sentenceOf({ code: 'unknown-here', action: 'submit' }, catalogueOf(language))).toContain(
      expected,
    )
  })
})

describe('a language that the desk doesn’t speak', () => {
  it.each(['de', 'fr', '', 'nb-NO', 'toString'])('%j: English', (language) => {
    expect(catalogueOf(language)).toBe(catalogueOf('en'))
  })

  it('is none of four', () => {
    expect(new Set(deskLanguages.map(catalogueOf)).size).toBe(4)
  })
})
