import { type Seen } from './steps.ts'
import type { Doc } from './world.ts'

/** What every request needs: whom, about what, seen when. */

export const pick = <One>(list: readonly One[], n: number): One | undefined => list[n % list.length]

export const pathOf = ({ collection, id }: Doc): string => `/api/${collection}/${id}`

/** The revision that somebody names. `undefined`: none at all. */
export function revisionOf(doc: Doc, seen: Seen): number | string | undefined {
  switch (seen) {
    case 'before':
      return doc.revision - 1
    case 'older':
      return Math.max(0, doc.revision - 3)
    case 'ahead':
      return doc.revision + 1
    case 'none':
      return undefined
    case 'words':
      return 'the newest'
    default:
      return doc.revision
  }
}

export const isRevision = (revision: unknown): revision is number =>
  typeof revision === 'number' && revision >= 0

export const since = (doc: Doc, seen: number): string[] =>
  doc.events
    .filter(({ revision }) => revision > seen)
    .map(({ what }) => what)
    .slice(0, 50)

export const inWords = (value: object): string => {
  const words = JSON.stringify(value)
  return words.length > 160 ? `${words.slice(0, 160)}…` : words
}
