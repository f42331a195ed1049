import { diffArrays } from 'diff'
import { type Block, canonicalForm, type Inline, type ListBlock } from '../workflow/content.ts'
import { matchUnits, type Unit, type UnitChange } from './matching.ts'
import { tokensOf } from './tokens.ts'
import { plainForm } from './typography.ts'

/** A stretch of words that stays, goes or comes. */
export interface Piece {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** Beyond so many changes two texts have nothing in common that a comparison could show. */
const mostChanges = 4000

/**
 * The words of two texts compared, in one order to be read. What stays and goes is the first text to the letter, what
 * stays and comes the second.
 */
export function diffWords(before: string, after: string, language: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const changes = diffArrays(tokensOf(before, language), tokensOf(after, language), {
    maxEditLength: mostChanges,
  })
  const pieces = changes?.map(({ value, added, removed }): Piece => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') }
  })
  return readable(
    pieces ?? [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ],
  )
}

/** Changed words with nothing but a space between them are one change, what goes before what comes. */
function readable(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed !== '') out.push({ kind: 'removed', text: removed })
    if (added !== '') out.push({ kind: 'added', text: added })
    ;[removed, added] = ['', '']
  }
  for (const [index, { kind, text }] of pieces.entries()) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (/^\s+$/.test(text) && removed !== '' && added !== '' && index + 1 < pieces.length) {
      removed += text
      added += text
    } else {
      flush()
      if (text !== '') out.push({ kind, text })
    }
  }
  flush()
  return out
}

/** What two texts make of a comparison: the first, or the second, to the letter. */
export function textOfPieces(pieces: readonly Piece[], version: 'before' | 'after'): string {
  const other = version === 'before' ? 'added' : 'removed'
  return pieces
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('')
}

/** One block of a body, compared. */
export interface BlockDiff {
  kind: UnitChange['kind']
  /** Of the block that stays or comes, else of the one that goes. */
  type: Block['type']
  /** Places in the earlier and in the later body; null where it isn't in it. */
  before: number | null
  after: number | null
  words: Piece[]
  /** The words are the same, and links, marks or the kind of block differ. */
  onlyForm: boolean
}

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

/** What readers read; an address is the same only to the letter. */
const words: ReadonlySet<string> = new Set(['text', 'speaker'])

/** The same block with its typography evened out, marks and links kept. */
function plainBlock(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => plainBlock(one))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      typeof one === 'string' && words.has(key) ? plainForm(one) : plainBlock(one),
    ]),
  )
}

function unitOf(block: Block, language: string): Unit {
  return {
    exact: canonicalForm(block),
    plain: canonicalForm(plainBlock(block)),
    words: tokensOf(blockText(block), language),
  }
}

/** Two bodies, block by block, in one order to be read: that of the later one. */
export function diffBlocks(
  before: readonly Block[],
  after: readonly Block[],
  language: string,
): BlockDiff[] {
  const units = (list: readonly Block[]) => list.map((block) => unitOf(block, language))
  return matchUnits(units(before), units(after)).flatMap((change) => {
    const old = change.before === null ? undefined : before[change.before]
    const coming = change.after === null ? undefined : after[change.after]
    const block = coming ?? old
    if (!block) return []
    const words = diffWords(old ? blockText(old) : '', coming ? blockText(coming) : '', language)
    const onlyForm = change.kind === 'changed' && words.every(({ kind }) => kind === 'same')
    return [{ ...change, type: block.type, words, onlyForm }]
  })
}
