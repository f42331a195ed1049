import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import path from 'node:path'
import type { Sourced } from './import.ts'

/** Most characters of one item; a larger one is refused without being kept. */
const mostPerItem = 5_000_000

const space = /\s/

/**
 * Cuts JSON that comes in pieces into its items, without ever holding more than one: the elements of an array, or
 * the values that follow each other. Only brackets and strings are told apart; `JSON.parse` judges the rest.
 */
class Cutter {
  private text = ''
  private depth = 0
  private inString = false
  private escaped = false
  private inArray = false
  private started = false
  private tooLarge = false
  private ended = false

  /** The complete items of this piece, in order; null for one that is too large. */
  take(piece: string): (string | null)[] {
    const complete: (string | null)[] = []
    let from = 0
    for (let index = 0; index < piece.length; index++) {
      const char = piece.charAt(index)
      if (this.inString) {
        if (this.escaped) this.escaped = false
        else if (char === '\\') this.escaped = true
        else if (char === '"') this.inString = false
        continue
      }
      if (char === '"') this.inString = true
      else if (char === '[' && this.depth === 0 && !this.started) {
        this.inArray = true
        this.started = true
        from = index + 1
      } else if (char === '{' || char === '[') {
        this.started = true
        this.depth++
      } else if (char === '}' || char === ']') {
        if (char === ']' && this.depth === 0 && this.inArray) {
          this.keep(piece.slice(from, index))
          complete.push(...this.give())
          this.ended = true
          from = index + 1
          continue
        }
        this.depth = Math.max(0, this.depth - 1)
        if (this.depth === 0 && !this.inArray) {
          this.keep(piece.slice(from, index + 1))
          complete.push(...this.give())
          from = index + 1
        }
      } else if (char === ',' && this.depth === 0 && this.inArray && !this.ended) {
        this.keep(piece.slice(from, index))
        complete.push(...this.give(true))
        from = index + 1
      } else if (!space.test(char)) this.started = true
    }
    this.keep(piece.slice(from))
    return complete
  }

  /** What is left when the file ends, and whether an array was left open. */
  rest(): { text: string; open: boolean } {
    return { text: this.text.trim(), open: (this.inArray && !this.ended) || this.inString }
  }

  private keep(part: string): void {
    if (this.tooLarge) return
    this.text += part
    if (this.text.length <= mostPerItem) return
    this.tooLarge = true
    this.text = ''
  }

  private give(evenEmpty = false): (string | null)[] {
    const text = this.text.trim()
    const { tooLarge } = this
    this.text = ''
    this.tooLarge = false
    if (tooLarge) return [null]
    return text !== '' || evenEmpty ? [text] : []
  }
}

function parsed(text: string | null): { json: unknown } | { broken: string } {
  if (text === null)
    return { broken: `an item of at most ${mostPerItem.toLocaleString('en')} characters` }
  try {
    return { json: JSON.parse(text) as unknown }
  } catch (error) {
    return { broken: `JSON (${error instanceof Error ? error.message : 'unreadable'})` }
  }
}

async function* cut(file: string, pieces: AsyncIterable<string>): AsyncGenerator<Sourced> {
  const cutter = new Cutter()
  let count = 0
  let array = false
  let began = false
  for await (const piece of pieces) {
    if (!began && piece.trim() !== '') {
      began = true
      array = piece.trimStart().startsWith('[')
    }
    for (const text of cutter.take(piece)) {
      yield { file, path: array || count > 0 ? `[${count}]` : '', ...parsed(text) }
      count++
    }
  }
  const { text, open } = cutter.rest()
  if (text !== '' || open)
    yield {
      file,
      path: array || count > 0 ? `[${count}]` : '',
      ...(array || open
        ? { broken: 'the end of the item: the file ends in the middle of it' }
        : parsed(text)),
    }
  else if (count === 0 && !array) yield { file, path: '', broken: 'JSON, not an empty file' }
}

async function* decoded(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 }))
    yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

async function* lines(file: string): AsyncGenerator<Sourced> {
  let number = 0
  const input = createReadStream(file, { encoding: 'utf8' })
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const text = number === 0 ? line.replace(/^\uFEFF/, '') : line
    if (text.trim() !== '') yield { file, path: `[${number}]`, ...parsed(text) }
    number++
  }
}

/**
 * The items of files, one after the other, in bounded memory: `.json` with one item or an array, `.ndjson` and
 * `.jsonl` with one item a line. A file that can't be read is one broken item.
 */
export async function* itemsOfFiles(files: readonly string[]): AsyncGenerator<Sourced> {
  for (const file of files) {
    try {
      const byLine = ['.ndjson', '.jsonl'].includes(path.extname(file).toLowerCase())
      yield* byLine ? lines(file) : cut(file, decoded(file))
    } catch (error) {
      yield { file, path: '', broken: reasonOf(error) }
    }
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT') return 'a file, and there is none'
  if (code === 'EISDIR') return 'a file, not a folder'
  if (code === 'EACCES') return 'a file that may be read'
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'text in UTF-8'
  throw error
}

/** The items of a value that was received at once: itself, or its elements. */
export async function* itemsOfValue(file: string, json: unknown): AsyncGenerator<Sourced> {
  if (!Array.isArray(json)) yield { file, path: '', json }
  else for (const [index, one] of json.entries()) yield { file, path: `[${index}]`, json: one }
}
