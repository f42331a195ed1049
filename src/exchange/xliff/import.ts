import { APIError } from 'payload'
import { fill, wordsOf } from '../../admin/words/words.ts'
import { isSame, type Proposal, withoutTags } from '../../desk/proposals.ts'
import { isTagged, nameOf, type SegmentWork, wordsOfRow } from '../../desk/segment-work.ts'
import { isFault, textOfPieces, untagged, wordsOfPieces } from '../../language/tagged.ts'
import type { Row } from '../../language/translation-rows.ts'
import { matchLanguage } from '../language.ts'
import { originalOf } from './export.ts'
import type { ReadUnit, ReadXliff } from './xliff-read.ts'

export interface Left {
  unit: string
  message: string
}

/** What a file proposes, and what of it can't be taken and why. */
export interface Offered {
  proposals: Pick<Proposal, 'row' | 'base' | 'texts'>[]
  /** Units that say what stands there already. */
  same: number
  left: Left[]
}

type Told = ReturnType<typeof wordsOf>

/** Throws an `APIError` for a file that isn't of this translation. `mission`: its languages. */
export function offeredIn(
  files: readonly ReadXliff[],
  work: SegmentWork,
  mission: readonly string[],
  language: string,
): Offered {
  const told = wordsOf(language)
  const own = files.filter(({ original }) => original === originalOf(work.doc.id))
  if (own.length === 0) throw new APIError(told.xliffForeign, 422)
  const { source, target } = work
  for (const file of own) {
    const pair = [file.source, file.target].map((tag) => matchLanguage(tag, mission))
    if (pair[0] !== source.side.lang || pair[1] !== target.side.lang)
      throw new APIError(
        fill(told.xliffLanguages, {
          source: file.source,
          target: file.target,
          wantedSource: source.side.lang,
          wantedTarget: target.side.lang,
        }),
        422,
      )
  }
  const offered: Offered = { proposals: [], same: 0, left: [] }
  for (const unit of own.flatMap(({ units }) => units)) take(unit, work, offered, told)
  return offered
}

function take(unit: ReadUnit, work: SegmentWork, offered: Offered, told: Told): void {
  const read = readUnit(unit, work, told)
  if (read === 'same') offered.same++
  else if (typeof read === 'string') offered.left.push({ unit: unit.id, message: read })
  else if (offered.proposals.some(({ row }) => row === read.row))
    offered.left.push({ unit: unit.id, message: told.segmentTwice })
  else offered.proposals.push(read)
}

const unitId = /^([0-9a-f]{64}(?:\.\d+)?)-([0-9a-f]{16})$/

function readUnit(
  unit: ReadUnit,
  work: SegmentWork,
  told: Told,
): Offered['proposals'][number] | string {
  const [, id = '', base = ''] = unitId.exec(unit.id) ?? []
  const own = work.rows.find((one) => one.id === id)
  const row = own ?? work.rows.find(({ was }) => was?.exact === id)
  if (!row) return told.xliffGone
  if (unit.unknown !== null) return fill(told['tag-unknown'], { tag: unit.unknown })
  const isMarked = isTagged(work, row)
  const texts = unit.parts.map((part) => (isMarked ? textOfPieces(part) : wordsOfPieces(part)))
  const { targets } = wordsOfRow(work, row)
  if (isSame(texts, targets)) return 'same'
  return faultOf(unit, texts, work, row, told, own !== undefined) ?? { row: id, base, texts }
}

/** In a sentence; null where it can be offered. */
function faultOf(
  unit: ReadUnit,
  texts: readonly string[],
  work: SegmentWork,
  row: Row,
  told: Told,
  isOfNow: boolean,
): string | null {
  const name = nameOf(work, row)
  if (name === undefined) return told.segmentElsewhere
  const { targets, tags } = wordsOfRow(work, row)
  if (texts.length !== Math.max(1, targets.length)) return told.segmentCount
  if (texts.some((text) => text.length > longest)) return told.xliffLong
  if (name === 'headline' && texts.some((text) => withoutTags(text).includes('\n')))
    return told.segmentOneLine
  if (!isTagged(work, row)) {
    const tag = unit.parts.flat().find((piece) => !('words' in piece))
    return tag ? fill(told['tag-unknown'], { tag: textOfPieces([tag]) }) : null
  }
  // What its numbers meant in another source, nobody knows any more; the words are shown without them.
  if (!isOfNow) return null
  const fault = texts.map((text) => untagged(text, tags)).find(isFault)
  return fault ? fill(told[`tag-${fault.fault}`], { tag: fault.tag }) : null
}

/** Characters of an answer. */
const longest = 20_000
