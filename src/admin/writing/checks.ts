import type { FormSurroundings } from '../../desk/surroundings.ts'
import type { SignedException } from '../../desk/waivers.ts'
import { findingsAgainst } from '../../language/faithful.ts'
import { type Problem, problemsOf } from '../../workflow/requirements.ts'
import type { TextType } from '../../workflow/states.ts'
import { contentOf, datesIn, type Values } from './form-text.ts'

/** What a text in a form lacks, by the step that it stops. */

export const checkGroups = ['save', 'submit', 'warning', 'approve', 'publish', 'advice'] as const
export type CheckGroup = (typeof checkGroups)[number]

export interface Checks {
  groups: { group: CheckGroup; problems: Problem[] }[]
  /** Signed exceptions that hold for what is saved. */
  waivers: readonly SignedException[]
}

function groupOf({ level, moment, requirement }: Problem, values: Values): CheckGroup {
  if (level === 'advice') return 'advice'
  if (level === 'warning') return 'warning'
  // Without any headline a text can't even be stored.
  return requirement === 'headline-present' && !values.headline ? 'save' : moment
}

/** `unsaved`: the form says something else than what was signed for. `now`: ISO 8601, UTC. */
export function checksOf(
  type: TextType,
  values: Values,
  around: FormSurroundings,
  { unsaved, draft, now }: { unsaved: boolean; draft: boolean; now: string },
): Checks {
  const { published, cleared, origin, mustFix, standingUnsaid, otherHeadlines } = around
  const { neverPublic, waivers, today } = around
  const content = contentOf(type, values, around)
  const problems = problemsOf(
    { type: 'text', ...content },
    {
      published: new Set(published),
      cleared: new Set(cleared),
      origin,
      mustFix,
      standingUnsaid,
      otherHeadlines,
      ...(around.original ? { findings: findingsAgainst(around.original, content) } : {}),
      ...(neverPublic && draft ? { embargoAfter: now } : {}),
      ...(type === 'release' ? { dates: datesIn(values, draft ? { today, now } : null) } : {}),
    },
  )
  const signed = new Set(unsaved ? [] : waivers.map(({ requirement }) => requirement))
  const open = problems.filter(
    ({ level, requirement }) => level !== 'warning' || !signed.has(requirement),
  )
  return {
    groups: checkGroups.flatMap((group) => {
      const those = open.filter((problem) => groupOf(problem, values) === group)
      return those.length > 0 ? [{ group, problems: those }] : []
    }),
    waivers,
  }
}
