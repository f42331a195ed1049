import type { Check } from './check.ts'
import type { Finding } from './finding.ts'
import type { SegmentKind } from './pair.ts'
import { whole } from './passages.ts'

/** What readers see as another shape of the text. */
const shaped: ReadonlySet<SegmentKind> = new Set(['heading', 'item'])

/** A heading or list item that is something else in the translation. */
export const structure: Check = (pair, _alignment, beads) =>
  beads.flatMap(({ sources, targets }): Finding[] => {
    const [source, target] = [sources[0], targets[0]]
    if (source === undefined || target === undefined) return []
    const expected = pair.source.segments[source]?.kind
    const found = pair.target.segments[target]?.kind
    if (expected === undefined || found === undefined || expected === found) return []
    if (!shaped.has(expected) && !shaped.has(found)) return []
    return [
      {
        check: 'structure-differs',
        level: 'warning',
        segment: target,
        source: whole(pair, 'source', source),
        target: whole(pair, 'target', target),
        expected,
        found,
      },
    ]
  })
