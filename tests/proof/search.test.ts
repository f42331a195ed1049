import { beforeAll, describe, expect, it } from 'vitest'
import { deadEnds, published } from './rescue.ts'
import {
  everything,
  type Found,
  type Moves,
  ordinary,
  releaseAlone,
  search,
  translationAlone,
} from './search.ts'
import {
  after,
  beginning,
  type Laws,
  newcomer,
  people,
  realLaws,
  refusalsIn,
  type Step,
  type World,
} from './world.ts'

/** Kim's release and Ola's translation of it, both in public. */
function bothLive(): World {
  const road: [number, Step][] = [
    [2, { kind: 'act', which: 'release', action: 'submit' }],
    [1, { kind: 'act', which: 'release', action: 'approve' }],
    [1, { kind: 'act', which: 'release', action: 'publish' }],
    [1, { kind: 'act', which: 'translation', action: 'submit' }],
    [0, { kind: 'act', which: 'translation', action: 'approve' }],
    [1, { kind: 'act', which: 'translation', action: 'publish' }],
  ]
  return road.reduce((world, [who, step]) => {
    expect(refusalsIn(world, step, people[who] ?? newcomer, realLaws)).toEqual([])
    return after(world, step, who, realLaws)
  }, beginning())
}

function report(what: string, { states, transitions }: Found): void {
  console.log(`${what}: ${states} states, ${transitions} transitions tried`)
}

/** `npm run proof` goes one step further than every `npm test`, which takes six times as long. */
const further = process.env.PROOF === 'whole' ? 1 : 0

const walks = [
  { who: 'a family from its beginning', root: beginning(), moves: everything, depth: 5 + further },
  { who: 'a family on usual days', root: beginning(), moves: ordinary, depth: 7 + further },
  { who: 'a family in public', root: bothLive(), moves: everything, depth: 5 + further },
  { who: 'a release', root: beginning(), moves: releaseAlone, depth: 8 + further },
  {
    who: 'a translation under any release',
    root: beginning(),
    moves: translationAlone,
    depth: 6 + further,
  },
].map((walk) => ({ ...walk, what: `${walk.who}, ${walk.depth} steps` }))

describe.each(walks)('$what', ({ what, root, moves, depth }) => {
  let found: Found
  beforeAll(() => {
    found = search(root, moves, realLaws, depth)
    report(what, found)
  }, 600_000)

  it('never comes to what must not be', () => {
    expect(found.counterexample).toBeNull()
    expect(found.states).toBeGreaterThan(further ? 50_000 : 5_000)
  })

  it('comes to no text that can’t be published again, where one reviewer has written nothing', () => {
    expect(deadEnds(found.worlds, [...people, newcomer])).toEqual([])
  })
})

it('a mission has to ask for a fourth person exactly where all who review the language have written', () => {
  const { worlds } = search(beginning(), everything, realLaws, 5 + further)
  // Kim, who can't approve it, is asked first for what somebody has to confirm.
  const waiting = worlds.filter((world) => !published(world, 'translation', people.toReversed()))
  const all = worlds.filter(
    ({ translation: { authors } }) => authors.includes(0) && authors.includes(1),
  )
  console.log(
    `of ${worlds.length} states, in ${waiting.length} the translation waits for a fourth person`,
  )
  expect(waiting.length).toBeGreaterThan(0)
  expect(waiting).toEqual(all)
})

const refusing = (code: string) => (refusal: { code: string }) => refusal.code !== code

const ownWork = /nobody approved but who changed it last|confirmed by somebody whose own act it was/

/** One rule less at a time. */
const weaknesses: {
  without: string
  laws: Partial<Laws>
  root?: World
  moves?: Moves
  finds: RegExp
}[] = [
  {
    without: 'isSecondPerson',
    laws: { refuses: refusing('own-work') },
    finds: /nobody approved but who changed it last/,
  },
  {
    without: 'declaresLanguage',
    laws: { refuses: refusing('language-not-declared') },
    finds: /doesn’t review its language/,
  },
  {
    without: 'approvedTextUnchanged',
    laws: { refuses: refusing('changed-since-approval') },
    finds: /another text than the one that was approved/,
  },
  {
    without: 'sourceIsLive',
    laws: { refuses: refusing('release-not-live') },
    finds: /made from another text than the one that is live/,
  },
  {
    without: 'translationIsCurrent',
    laws: { refuses: refusing('translation-stale') },
    moves: translationAlone,
    finds: /made from another text than the one that is live/,
  },
  {
    without: 'familyStaysWhole',
    laws: { refuses: refusing('translations-live') },
    root: bothLive(),
    finds: /a translation is live, and its release isn’t/,
  },
  {
    without: 'noOpenWarning',
    laws: { refuses: refusing('requirements') },
    finds: /a warning that nobody signed for/,
  },
  {
    without: 'the letter that a waiver is given for',
    laws: {
      waivedHere: ({ waived }, print) => (waived.length > 0 ? [print] : []),
    },
    finds: /a warning that nobody signed for/,
  },
  {
    without: 'content that stays as it is outside of drafts, and approvedTextUnchanged behind it',
    laws: { refuses: ({ code }) => code !== 'not-draft' && code !== 'changed-since-approval' },
    finds: /another text than the one that was approved/,
  },
  {
    without: 'the states that an action starts from, and approvedTextUnchanged behind them',
    laws: { refuses: ({ code }) => code !== 'wrong-state' && code !== 'changed-since-approval' },
    finds: /another text than the one that was approved/,
  },
  {
    without: 'the authors before the last one',
    laws: { authorsAfter: (_text, actor) => [actor] },
    finds: ownWork,
  },
  {
    without: 'an end of the approval when the text changes',
    laws: { approvalAfterChange: ({ approval }) => approval },
    moves: releaseAlone,
    finds: ownWork,
  },
  {
    without: 'authorship of who confirms a translation',
    laws: { authorsAfterRenewal: ({ authors }) => authors },
    moves: translationAlone,
    finds: ownWork,
  },
  {
    without: 'isSecondToEmergency',
    laws: { refuses: refusing('own-emergency') },
    finds: /confirmed by somebody whose own act it was/,
  },
  {
    without: 'an emergency that outlives its withdrawal',
    laws: {
      emergencyAfter: (world, step, actor) =>
        step.action === 'withdraw' ? null : realLaws.emergencyAfter(world, step, actor),
    },
    finds: /one person alone answers for what is live/,
  },
  {
    without: 'one place in the press room for each text',
    laws: { liveAfter: ({ live }, print) => [...live, print] },
    root: bothLive(),
    finds: /two editions of one text are live/,
  },
]

describe('the search finds what goes wrong', () => {
  it.each(weaknesses)('without $without', ({ without, laws, root, moves, finds }) => {
    const found = search(root ?? beginning(), moves ?? everything, { ...realLaws, ...laws }, 9)
    report(`without ${without}`, found)
    console.log(
      `  ${[...(found.counterexample?.path ?? []), `→ ${found.counterexample?.what}`].join('\n  ')}`,
    )
    expect(found.counterexample?.what).toMatch(finds)
  })

  it('where nobody of the staff could act', () => {
    const stuck = { ...beginning() }
    stuck.release = { ...stuck.release, state: 'archived' }
    stuck.translation = { ...stuck.translation, state: 'archived' }
    expect(search(stuck, everything, realLaws, 3).counterexample?.what).toBe(
      'nobody can do anything',
    )
    expect(deadEnds([stuck], [...people, newcomer])).toEqual([stuck])
  })
})
