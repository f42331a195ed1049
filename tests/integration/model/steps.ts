import fc from 'fast-check'

/**
 * What a run does, as numbers: everything is chosen when its turn comes, from what is there then, so that any part of
 * a run left out is a run as well.
 */

/** Each as often as it stands here. The first is the simplest: shrinking leads to it. */
const kinds = [
  ...several(12, 'act'),
  ...several(5, 'save'),
  ...several(2, 'look'),
  ...several(2, 'again'),
  ...several(2, 'road'),
  ...several(2, 'restore'),
  ...several(3, 'translate'),
  ...several(2, 'delete'),
  ...several(3, 'act on an item'),
  ...several(2, 'save an item'),
  'delete an item',
  'make an item',
  'release',
  'copy',
  ...several(2, 'rename a topic'),
  'delete a topic',
  ...several(2, 'about'),
  ...several(2, 'clock'),
] as const

function several<Kind extends string>(count: number, kind: Kind): Kind[] {
  return Array.from({ length: count }, () => kind)
}

/** Which revision a request names. */
const seen = [
  ...several(16, 'now'),
  ...several(2, 'before'),
  'older',
  'ahead',
  'none',
  'words',
] as const
export type Seen = (typeof seen)[number]

export interface Step {
  kind: (typeof kinds)[number]
  /** Which text or item. */
  doc: number
  /** Somebody who may do it, or just anybody. */
  fit: boolean
  who: number
  seen: Seen
  /** An action that is open to somebody, or any. */
  open: boolean
  /** An input as it has to be, or another. */
  right: boolean
  n: number
  m: number
}

const number = fc.nat({ max: 60 })
const mostly = (times: number) =>
  fc.constantFrom(...several(times, 'yes'), 'no').map((one) => one === 'yes')

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  doc: fc.nat({ max: 9 }),
  fit: mostly(3),
  who: fc.nat({ max: 40 }),
  seen: fc.constantFrom(...seen),
  open: mostly(4),
  right: mostly(4),
  n: number,
  m: number,
})

export interface Sequence {
  /** How far the first release, and then its translation, has come when the run begins. */
  stage: number
  /** What the release shows besides a contact: bits of picture, document, topic, about. */
  shows: number
  steps: Step[]
}

const steps = (most: number) => fc.array(step, { minLength: 1, maxLength: most, size: 'max' })

/** Mostly short; some as long as a text's life at a desk. */
export const sequence: fc.Arbitrary<Sequence> = fc.record({
  stage: fc.constantFrom(0, 0, 0, 0, 1, 2, 3, 3, 4, 5),
  shows: fc.constantFrom(0, 0, 0, 0, 4, 8, 12, 1, 2, 15),
  steps: fc.oneof(
    { weight: 14, arbitrary: steps(5) },
    { weight: 4, arbitrary: steps(12) },
    { weight: 1, arbitrary: steps(40) },
  ),
})
