import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chosenBody,
  isOpen,
  type Passage,
  passagesOf,
  type Side,
  suggestionFor,
} from '@/language/merge.ts'
import type { Block } from '@/workflow/content.ts'
import { paragraph } from '../workflow/helpers.ts'

const body = (...texts: string[]): Block[] => texts.map(paragraph)
const ferry = 'The ferry leaves at noon from the northern quay.'
const fare = 'A ticket costs twelve crowns for everybody.'
const dogs = 'Dogs travel free of charge on all lines.'

function passages(base: Block[] | null, mine: Block[], theirs: Block[]): Passage[] {
  return passagesOf({ base, mine, theirs }, 'en').filter(isOpen)
}

describe('a passage that two people may have changed', () => {
  it.each([
    ['mine alone', [`${ferry} Be early.`, fare], [ferry, fare], 'mine'],
    ['theirs alone', [ferry, fare], [ferry, `${fare} Children pay half.`], 'theirs'],
    ['both', [`${ferry} Be early.`, fare], [`${ferry} Be late.`, fare], null],
    ['mine, which took it out', [ferry], [ferry, fare], 'mine'],
    ['theirs, who took it out', [ferry, fare], [ferry], 'theirs'],
    ['mine, which adds one', [ferry, fare, dogs], [ferry, fare], 'mine'],
    ['theirs, who add one', [ferry, fare], [ferry, fare, dogs], 'theirs'],
  ])('%s', (_who, mine, theirs, suggested) => {
    const found = passages(body(ferry, fare), body(...mine), body(...theirs))
    expect(found.map((one) => one.suggested)).toEqual([suggested])
  })

  it('is left to the person where nobody knows what both were made from', () => {
    const found = passages(null, body(`${ferry} Be early.`), body(ferry))
    expect(found.map((one) => one.suggested)).toEqual([null])
  })

  it('of a field is compared to the letter', () => {
    expect(suggestionFor({ base: 'a', mine: 'a', theirs: 'b' })).toBe('theirs')
    expect(suggestionFor({ base: 'a', mine: 'b', theirs: 'a' })).toBe('mine')
    expect(suggestionFor({ base: 'a', mine: 'b', theirs: 'c' })).toBeNull()
    expect(suggestionFor({ base: null, mine: 'b', theirs: 'c' })).toBeNull()
    expect(suggestionFor({ base: ['x'], mine: ['x'], theirs: [] })).toBe('theirs')
  })
})

const blocks = fc.array(fc.constantFrom(ferry, fare, dogs, `${ferry} Be early.`), { maxLength: 6 })

function chosen(mine: Block[], theirs: Block[], side: (at: number) => Side): Block[] {
  const all = passagesOf({ base: null, mine, theirs }, 'en')
  const choices = new Map(all.map((_passage, at) => [at, side(at)]))
  return chosenBody(all, choices).flatMap((part) => {
    const block = (part.side === 'mine' ? mine : theirs)[part.index]
    return block ? [block] : []
  })
}

describe('the choices', () => {
  it('of one side alone give that side to the letter', () => {
    fc.assert(
      fc.property(blocks, blocks, (one, other) => {
        const [mine, theirs] = [body(...one), body(...other)]
        expect(chosen(mine, theirs, () => 'mine')).toEqual(mine)
        expect(chosen(mine, theirs, () => 'theirs')).toEqual(theirs)
      }),
    )
  })

  it('take nothing twice, and nothing that neither side says', () => {
    fc.assert(
      fc.property(blocks, blocks, fc.array(fc.boolean(), { minLength: 12 }), (one, other, coin) => {
        const [mine, theirs] = [body(...one), body(...other)]
        const all = passagesOf({ base: null, mine, theirs }, 'en')
        const sides = all.map((_p, at): [number, Side] => [at, coin[at % 12] ? 'mine' : 'theirs'])
        const parts = chosenBody(all, new Map(sides)).map(({ side, index }) => `${side} ${index}`)
        expect(new Set(parts).size).toBe(parts.length)
      }),
    )
  })

  it('mix passages of both in the order of mine', () => {
    const mine = body(`${ferry} Be early.`, fare)
    const theirs = body(ferry, `${fare} Children pay half.`, dogs)
    const all = passagesOf({ base: body(ferry, fare), mine, theirs }, 'en')
    const choices = new Map(all.map(({ suggested }, at) => [at, suggested ?? 'mine']))
    const merged = chosenBody(all, choices).map(({ side, index }) =>
      side === 'mine' ? mine[index] : theirs[index],
    )
    expect(merged).toEqual(body(`${ferry} Be early.`, `${fare} Children pay half.`, dogs))
  })
})
