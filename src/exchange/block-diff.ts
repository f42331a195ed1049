import { diffArrays } from 'diff'
import { type Block, canonicalForm, type Inline, type ListBlock } from '../workflow/content.ts'
import { diffWords, type Piece, tokensOf } from './word-diff.ts'

/** One block of a body, compared. */
export interface BlockDiff {
  kind: 'same' | 'changed' | 'removed' | 'added'
  /** Of the block that stays or comes, else of the one that goes. */
  type: Block['type']
  words: Piece[]
  /** The words are the same, and links, marks or the kind of block differ. */
  onlyForm: boolean
}

/** From here on two blocks are one that was changed; below, one goes and another comes. */
const alike = 0.35
/** Where more is replaced in one place, all of it goes and all of it comes. */
const mostPairs = 10_000
const mostChanges = 2000

function inlineText(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if (child.type === 'text') return child.text
      if (child.type === 'break') return '\n'
      return `${inlineText(child.children)} ‹${child.href}›`
    })
    .join('')
}

function listText(list: ListBlock, indent = ''): string {
  return list.items
    .map(({ children, list: inner }, index) => {
      const mark = list.ordered ? `${index + 1}.` : '•'
      const line = `${indent}${mark} ${inlineText(children)}`
      return inner ? `${line}\n${listText(inner, `${indent}   `)}` : line
    })
    .join('\n')
}

/** The words of a block as a comparison shows them: lists by lines, addresses of links behind their words. */
export function blockText(block: Block): string {
  if (block.type === 'list') return listText(block)
  if (block.type === 'image') return ''
  if (block.type === 'quotation')
    return block.speaker === '' ? block.text : `${block.text}\n— ${block.speaker}`
  return inlineText(block.children)
}

function isWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token)
}

/** How much two lists of words have in common, from 0 to 1. */
function likeness(left: readonly string[], right: readonly string[]): number {
  const count = new Map<string, number>()
  for (const word of left) count.set(word, (count.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const more = count.get(word) ?? 0
    if (more > 0) common++
    count.set(word, more - 1)
  }
  return left.length + right.length === 0 ? 0 : (2 * common) / (left.length + right.length)
}

/** Pairs of positions that belong together, in order, so that as much as can be is alike. */
function pairs(before: readonly Block[], after: readonly Block[], language: string) {
  const wordsOf = (list: readonly Block[]) =>
    list.map((one) => tokensOf(blockText(one), language).filter(isWord))
  const [left, right] = [wordsOf(before), wordsOf(after)]
  const score = (i: number, j: number): number => {
    const found = likeness(left[i] ?? [], right[j] ?? [])
    return found < alike ? 0 : found
  }
  // best[i][j]: the most that the blocks from i and from j on have in common.
  const best = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  )
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  const scores = before.map((_, i) => after.map((_one, j) => score(i, j)))
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const own = scores[i]?.[j] ?? 0
      const row = best[i]
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), own > 0 ? own + at(i + 1, j + 1) : 0)
    }
  const found: [number, number][] = []
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    const own = scores[i]?.[j] ?? 0
    if (own > 0 && at(i, j) === own + at(i + 1, j + 1)) found.push([i++, j++])
    else if (at(i, j) === at(i + 1, j)) i++
    else j++
  }
  return found
}

function whole(kind: 'removed' | 'added' | 'same', block: Block): BlockDiff {
  const text = blockText(block)
  const words = text === '' ? [] : [{ kind, text }]
  return { kind, type: block.type, words, onlyForm: false }
}

/** What stands in one place before and after, nothing of it unchanged. */
function replaced(before: readonly Block[], after: readonly Block[], language: string) {
  const few = before.length * after.length <= mostPairs
  const found = few ? pairs(before, after, language) : []
  const out: BlockDiff[] = []
  let [i, j] = [0, 0]
  const upTo = (k: number, l: number) => {
    for (const block of before.slice(i, k)) out.push(whole('removed', block))
    for (const block of after.slice(j, l)) out.push(whole('added', block))
  }
  for (const [k, l] of found) {
    upTo(k, l)
    const [old, coming] = [before[k], after[l]]
    if (old && coming) {
      const words = diffWords(blockText(old), blockText(coming), language)
      const onlyForm = words.every(({ kind }) => kind === 'same')
      out.push({ kind: 'changed', type: coming.type, words, onlyForm })
    }
    ;[i, j] = [k + 1, l + 1]
  }
  upTo(before.length, after.length)
  return out
}

/** Two bodies, block by block, in one order to be read. */
export function diffBlocks(
  before: readonly Block[],
  after: readonly Block[],
  language: string,
): BlockDiff[] {
  const changes = diffArrays(before.map(canonicalForm), after.map(canonicalForm), {
    maxEditLength: mostChanges,
  })
  if (!changes) return replaced(before, after, language)
  const out: BlockDiff[] = []
  let [i, j] = [0, 0]
  let [gone, come]: [Block[], Block[]] = [[], []]
  const flush = () => {
    out.push(...replaced(gone, come, language))
    ;[gone, come] = [[], []]
  }
  for (const { count, added, removed } of changes) {
    if (removed) gone.push(...before.slice(i, (i += count)))
    else if (added) come.push(...after.slice(j, (j += count)))
    else {
      flush()
      out.push(...after.slice(j, j + count).map((block) => whole('same', block)))
      i += count
      j += count
    }
  }
  flush()
  return out
}
