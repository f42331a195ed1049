import type { Span } from './fidelity/pair.ts'

/** How a quotation is marked. Named by its marks, not by a language: the tables say who uses which. */
export type QuoteStyle =
  | 'guillemets' // «…»
  | 'inward' // »…«
  | 'right' // »…»
  | 'english' // “…”
  | 'low' // „…“
  | 'low-high' // „…”
  | 'same' // ”…”
  | 'left' // “…“
  | 'straight' // "…"
  | 'single' // ‘…’

export interface Quote extends Span {
  /** Of what is between the marks, without space. `start` and `end` include the marks. */
  inner: Span
  style: QuoteStyle
  /** 0: not inside another quotation. */
  depth: number
}

export interface Quotes {
  quotes: readonly Quote[]
  /** Marks that open or close nothing, by their place. */
  unopened: readonly number[]
  unclosed: readonly number[]
}

const styles: Readonly<Record<string, QuoteStyle>> = {
  '«»': 'guillemets',
  '»«': 'inward',
  '»»': 'right',
  '“”': 'english',
  '„“': 'low',
  '„”': 'low-high',
  '””': 'same',
  '”“': 'same',
  '““': 'left',
  '""': 'straight',
}

/** By the mark that opened: the marks that may close. */
const closers: Readonly<Record<string, string>> = {
  '«': '»',
  '»': '«»',
  '“': '”“',
  '„': '“”',
  '”': '”“',
  '"': '"',
}

const marks = /[«»“”„"]/g
const before = /[\s([{–—\-/«»“”„"'’‘]/u
const begins = /[\p{L}\p{N}«»“”„"'’‘([¿¡…—–-]/u
const isSpace = (char: string): boolean => char === '' || /\s/u.test(char)

/** Whether a mark at this place can open: after nothing, space or a bracket, and before a word. */
function canOpen(text: string, index: number): boolean {
  const left = text[index - 1] ?? ''
  const right = text[index + 1] ?? ''
  const mark = text[index]
  // French sets a space inside: after «, never after the others.
  if (mark === '«') return true
  return (left === '' || before.test(left)) && begins.test(right)
}

/** 5" and 7'10" are measures. */
function isMeasure(text: string, index: number): boolean {
  return text[index] === '"' && /[\d½¼¾]/.test(text[index - 1] ?? '')
}

interface Open {
  mark: string
  index: number
}

function closes(mark: string, text: string, index: number, top: Open | undefined): boolean {
  if (!top || !(closers[top.mark] ?? '').includes(mark)) return false
  // What can also open does so before a word: »…» and “…“ close before space or a sign.
  if (mark === '«' || (mark === top.mark && mark !== '"')) return isClosingPlace(text, index)
  if (mark === '“' && top.mark !== '„') return isClosingPlace(text, index)
  return true
}

function isClosingPlace(text: string, index: number): boolean {
  const right = text[index + 1] ?? ''
  return right === '' || /[\s.,;:!?…)\]}–—\-/«»“”"'’]/u.test(right)
}

function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end]
  while (from < to && isSpace(text[from] ?? '')) from++
  while (to > from && isSpace(text[to - 1] ?? '')) to--
  return { start: from, end: to }
}

/** The quotations of one segment, in the order in which they begin, and the marks that are left over. */
export function quotesOf(text: string): Quotes {
  const open: Open[] = []
  const quotes: Quote[] = []
  const unopened: number[] = []
  for (const { 0: mark, index } of text.matchAll(marks)) {
    const top = open.at(-1)
    if (closes(mark, text, index, top) && top) {
      open.pop()
      quotes.push({
        start: top.index,
        end: index + 1,
        inner: trimmed(text, top.index + 1, index),
        style: styles[top.mark + mark] ?? 'straight',
        depth: open.length,
      })
    } else if (isMeasure(text, index)) continue
    else if (canOpen(text, index)) open.push({ mark, index })
    else unopened.push(index)
  }
  quotes.push(...singles(text, quotes))
  return {
    quotes: quotes.sort((one, other) => one.start - other.start),
    unopened,
    unclosed: open.map(({ index }) => index),
  }
}

const single =
  /(?<![\p{L}\p{N}])‘([^‘’\n]{2,400}(?:’(?=\p{L})[^‘’\n]{1,200}){0,8})’(?![\p{L}\p{N}])/gu

/** ‘Single’ quotations. An apostrophe looks like their end, so nothing is said of those that don't close. */
function singles(text: string, others: readonly Quote[]): Quote[] {
  return [...text.matchAll(single)].map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
    inner: trimmed(text, index + 1, index + all.length - 1),
    style: 'single',
    depth: others.filter(({ start, end }) => start < index && end > index).length,
  }))
}
