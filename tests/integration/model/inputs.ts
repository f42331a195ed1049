import { sharedOf } from './contents.ts'
import { problemsOf } from './problems.ts'
import { affected } from './rules.ts'
import { mark, warnings } from './words.ts'
import { type Doc, isText, type World } from './world.ts'

/** What people send with an action, without the revision: as it has to be, and otherwise. */

interface Choice {
  right: readonly object[]
  /** Too little, too much, too early: refused where it is asked for, with a sentence. */
  other: readonly object[]
}

const hour = 3_600_000

/** Whoever writes such a request hasn't read the description: 422, whoever it is and whatever they ask about. */
export const malformed: readonly object[] = [
  { more: true },
  { at: 'tomorrow' },
  { change: 'huge' },
  { explanation: 5 },
  { languages: 'nb' },
]

const iso = (time: number) => new Date(time).toISOString()

export function inputsOf(world: World, doc: Doc, action: string): Choice {
  switch (action) {
    case 'return':
      return { right: [{ note: `Why ${mark()}?` }], other: [{}, { note: ' ' }] }
    case 'schedule': {
      const embargo = isText(doc) ? sharedOf(doc).embargo : null
      const ahead = Math.max(world.now.getTime() + hour, Date.parse(embargo ?? '') || 0)
      const inOslo = `${iso(ahead + 2 * hour).slice(0, 19)}+02:00`
      return {
        right:
          doc.editions.length === 0
            ? [{ at: iso(ahead) }, { at: inOslo }]
            : [
                { at: iso(ahead), change: 'minor', reason: `A slip ${mark()}` },
                { at: inOslo, change: 'major', publicNote: `Later ${mark()}` },
              ],
        other: [
          {},
          { at: iso(ahead) },
          { at: iso(ahead), change: 'major' },
          { at: iso(world.now.getTime()) },
          { at: iso(world.now.getTime() - hour) },
          { at: iso(Math.max(world.now.getTime() + 1, Date.parse(embargo ?? '') - 1 || 0)) },
        ],
      }
    }
    case 'publish': {
      const corrected = { change: 'major', publicNote: `A number ${mark()}` }
      // Signed for, whatever it touches; corrections.test.ts asks what needs it.
      const silent = { change: 'minor', reason: `A slip ${mark()}` }
      const right = [corrected, silent, { ...silent, publicNote: `Only here ${mark()}` }]
      return {
        right: doc.editions.length === 0 ? [{}, ...right] : right,
        other: [{}, { change: 'major' }, { change: 'major', publicNote: ' ' }],
      }
    }
    case 'emergency-publish': {
      const reason = `Smoke ${mark()}`
      const corrected = { reason, change: 'major', publicNote: `A road ${mark()}` }
      return {
        right: doc.editions.length === 0 ? [{ reason }, corrected] : [corrected],
        other: [{}, { reason }, { reason: ' ' }, { change: 'minor' }],
      }
    }
    case 'withdraw':
    case 'retract':
    case 'reinstate':
    case 'archive':
      return takingBack(world, doc, action)
    case 'waive': {
      const reason = `A name ${mark()}`
      const open = problemsOf(world, doc).filter(({ requirement }) =>
        warnings.includes(requirement),
      )
      return {
        right: open.map(({ requirement }) => ({ requirement, reason })),
        other: [
          {},
          { reason },
          { requirement: ' ', reason },
          { requirement: 'one-script-per-word', reason: ' ' },
          { requirement: 'lead-present', reason },
          { requirement: 'no-invisible-character', reason },
        ],
      }
    }
    default:
      return { right: [{}], other: [{ note: `Besides ${mark()}` }] }
  }
}

function takingBack(
  world: World,
  doc: Doc,
  action: 'withdraw' | 'retract' | 'reinstate' | 'archive',
): Choice {
  const explanation = `A mistake ${mark()}`
  const named: string[][] = []
  if (isText(doc)) {
    const own = doc.fields.language
    const others = affected(world, doc, action).map(({ fields }) => fields.language)
    named.push([own, ...others])
    // No translation comes back without its release.
    if (others.length > 0 && action !== 'reinstate') named.push(others)
  }
  const languages = isText(doc) ? doc.fields.language : 'en'
  return {
    right: [{ explanation }, ...named.map((some) => ({ explanation, languages: some }))],
    other: [
      {},
      { explanation: ' \n' },
      { explanation, languages: [] },
      { explanation, languages: ['ru'] },
      { explanation, languages: [languages] },
      { languages: [languages] },
    ],
  }
}
