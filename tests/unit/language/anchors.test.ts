import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Anchor, anchorTo, findAgain, type Found, type Quotable } from '@/language/anchors.ts'
import type { Block } from '@/workflow/content.ts'

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', text }],
})
const textOf = (...paragraphs: string[]): Quotable => ({
  language: 'en',
  headline: 'A bridge opens in Talvania',
  lead: 'It opens on Friday.',
  datelinePlace: 'Oslo',
  sourceLabel: 'Ministry of Roads',
  body: paragraphs.map(paragraph),
})
const bodyAnchor = (text: Quotable, quote: string, block?: number): Anchor => {
  const anchor = anchorTo(text, { field: 'body', quote, block })
  return typeof anchor === 'string' ? expect.unreachable(anchor) : anchor
}

const opening = 'The minister of roads opens the new bridge over the Lenna on Friday at noon.'
const cost = 'It has cost 40 million kroner, and the county has paid a third of that.'
const traffic = 'About nine thousand cars will cross the new bridge every day, says the county.'

describe('a passage in a text that was changed', () => {
  const then = textOf(opening, cost, traffic)
  const anchor = bodyAnchor(then, '40 million kroner')
  const start = cost.indexOf('40 million kroner')
  const spot = { start, end: start + 17 }

  it.each<[string, string[], Found]>([
    ['nothing', [opening, cost, traffic], { standing: 'unchanged', at: 1, ...spot }],
    [
      'another paragraph',
      [`${opening} Everybody is welcome.`, cost, traffic],
      { standing: 'unchanged', at: 1, ...spot },
    ],
    [
      'a paragraph before it that is new',
      ['Talvania has waited long.', opening, cost, traffic],
      { standing: 'unchanged', at: 2, ...spot },
    ],
    ['its place', [opening, traffic, cost], { standing: 'moved', at: 2, ...spot }],
    [
      'words around it',
      [opening, `In all ${cost.replace('It has', 'it has')}`, traffic],
      { standing: 'changed', at: 1, start: start + 7, end: start + 24 },
    ],
    [
      'the words themselves',
      [opening, cost.replace('40', '42'), traffic],
      { standing: 'reworded', at: 1 },
    ],
    ['that it was deleted', [opening, traffic], { standing: 'vanished' }],
    [
      'that it was deleted, and the same words stand elsewhere',
      [opening, traffic, 'Denmark gave 40 million kroner to schools in spring.'],
      { standing: 'vanished' },
    ],
  ])('%s', (_what, paragraphs, expected) => {
    expect(findAgain(anchor, then, textOf(...paragraphs))).toEqual(expected)
  })

  it('goes along to another paragraph when its own was parted', () => {
    const all = `${opening} ${traffic} It has cost 40 million kroner, says the county.`
    const before = textOf(all, 'Talvania has waited long.')
    const own = bodyAnchor(before, '40 million kroner')
    const parted = textOf(
      `${opening} ${traffic}`,
      'It has cost 40 million kroner, says the county.',
      'Talvania has waited long.',
    )
    expect(findAgain(own, before, parted)).toEqual({ standing: 'moved', at: 1, start: 12, end: 29 })
  })

  it('is found in a headline, and shows where', () => {
    const place = anchorTo(then, { field: 'headline', quote: 'Talvania' })
    if (typeof place === 'string') expect.unreachable(place)
    const headline = 'A new bridge opens in Talvania on Friday'
    const found = findAgain(place as Anchor, then, { ...then, headline })
    expect(found).toEqual({ standing: 'changed', at: 0, start: 22, end: 30 })
  })

  it('has vanished from a field that is empty', () => {
    const place = anchorTo(then, { field: 'lead', quote: 'Friday' })
    expect(findAgain(place as Anchor, then, { ...then, lead: '' })).toEqual({
      standing: 'vanished',
    })
  })
})

describe('pointing at words', () => {
  const text = textOf(opening, cost, traffic)

  it.each([
    ['that don’t stand there', { quote: 'the old bridge' }, 'gone'],
    ['that stand in another block', { quote: 'cost', block: 0 }, 'gone'],
    ['that stand twice', { quote: 'the new bridge' }, 'unclear'],
    ['with other surroundings than any', { quote: 'the new bridge', before: 'under ' }, 'unclear'],
  ])('%s', (_which, pointing, expected) => {
    expect(anchorTo(text, { field: 'body', ...pointing })).toBe(expected)
  })

  it.each([
    ['by their block', { block: 2 }],
    ['by what stands before them', { before: 'cross ' }],
    ['by what stands after them', { after: ' every day' }],
  ])('that stand twice, %s', (_how, more) => {
    const anchor = anchorTo(text, { field: 'body', quote: 'the new bridge', ...more })
    expect(anchor).toMatchObject({ at: 2, before: traffic.slice(0, 36), quote: 'the new bridge' })
  })

  it('points into an item of a list by its words', () => {
    const list: Block = {
      type: 'list',
      ordered: false,
      items: ['Road 4', 'Road 5'].map((words) => ({ children: [{ type: 'text', text: words }] })),
    }
    const withList = { ...text, body: [paragraph(opening), list] }
    const anchor = anchorTo(withList, { field: 'body', quote: 'Road 5', block: 1 })
    expect(anchor).toMatchObject({ at: 2, start: 0 })
  })
})

describe('the same words twice', () => {
  const quote = 'the new bridge'

  it.each<[string, string, string, Found['standing']]>([
    ['the other is deleted', 'We see the new bridge here. They close', 'They close', 'changed'],
    [
      'both stay',
      'We see the new bridge here. They close',
      'Soon we see the new bridge here. They close',
      'changed',
    ],
  ])('in one paragraph, of which %s', (_what, before, after, standing) => {
    const then = textOf(`${before} the new bridge at night, and nobody knows for how long.`)
    const now = textOf(`${after} the new bridge at night, and nobody knows for how long.`)
    const anchor = anchorTo(then, { field: 'body', quote, after: ' at night' }) as Anchor
    const found = findAgain(anchor, then, now)
    expect(found.standing).toBe(standing)
    if (!('start' in found)) expect.unreachable()
    const [block] = now.body
    const words =
      block?.type === 'paragraph' && block.children[0]?.type === 'text'
        ? block.children[0].text
        : ''
    expect(words.slice(found.start, found.end + 9)).toBe(`${quote} at night`)
  })

  it('in one paragraph, with nothing to tell them apart: the paragraph alone is named', () => {
    const then = textOf('Here the new bridge the new bridge ends.', cost)
    const anchor = anchorTo(then, { field: 'body', quote, after: ' ends' }) as Anchor
    const found = findAgain(anchor, then, textOf('Here we see the new bridge now.', cost))
    expect(found).not.toHaveProperty('start')
  })

  it('in two paragraphs, of which the noted one went: not what a new one says in its place', () => {
    const noted = 'Together with the county we pay for the new bridge over the Lenna.'
    const other = 'Ships pass below the new bridge at night, when nobody is there to see them.'
    const foreign =
      'Twenty years ago somebody wrote in a letter to an editor far away: in this county we pay for the new bridge three times, and never hear a word of thanks from those who drive to work, to school or to the sea.'
    const then = textOf(noted, other)
    const anchor = bodyAnchor(then, quote, 0)
    expect(findAgain(anchor, then, textOf(other, foreign))).toEqual({ standing: 'vanished' })
  })

  it('in two paragraphs that are equal: the one between the same neighbours', () => {
    const then = textOf(opening, cost, traffic, cost)
    const anchor = bodyAnchor(then, 'a third', 3)
    expect(findAgain(anchor, then, then)).toMatchObject({ standing: 'unchanged', at: 3 })
    expect(findAgain(anchor, then, textOf(opening, cost, traffic))).toEqual({
      standing: 'vanished',
    })
    expect(findAgain(anchor, then, textOf(opening, traffic, cost))).toEqual({
      standing: 'vanished',
    })
  })
})

/** A paragraph that stays itself whatever is done to it. */
interface Known {
  id: number
  words: string[]
}
const quote = 'the new bridge'
const made = (id: number, tail: number, quoted: boolean): Known => {
  const own = Array.from({ length: 12 + tail }, (_, n) => `w${id}x${n}`)
  return { id, words: quoted ? [...own.slice(0, 5), quote, ...own.slice(5)] : own }
}
const toText = (all: readonly Known[]) => textOf(...all.map(({ words }) => `${words.join(' ')}.`))

type Edit = { do: 'move' | 'delete' | 'edit' | 'insert'; a: number; b: number }
const edits = (...kinds: Edit['do'][]) =>
  fc.array(fc.record({ do: fc.constantFrom(...kinds), a: fc.nat(99), b: fc.nat(99) }), {
    maxLength: 6,
  })

function edited(all: readonly Known[], list: readonly Edit[]): Known[] {
  const now = all.map(({ id, words }) => ({ id, words: [...words] }))
  for (const [n, { do: what, a, b }] of list.entries()) {
    const i = a % Math.max(1, now.length)
    if (what === 'insert') now.splice(b % (now.length + 1), 0, made(1000 + n, b % 5, b % 2 === 0))
    else if (now.length === 0) continue
    else if (what === 'delete') now.splice(i, 1)
    else if (what === 'move') now.splice(b % now.length, 0, ...now.splice(i, 1))
    else {
      const words = now[i]?.words ?? []
      const at = b % words.length
      if (words[at] !== quote) words[at] = `new${n}`
    }
  }
  return now
}

const texts = fc
  .array(fc.record({ tail: fc.nat(8), quoted: fc.boolean() }), { minLength: 1, maxLength: 8 })
  .map((all) => all.map(({ tail, quoted }, id) => made(id, tail, quoted || id === 0)))

const found = (all: Known[], id: number, now: Known[]) => {
  const then = toText(all)
  return findAgain(bodyAnchor(then, quote, id), then, toText(now))
}

describe('whatever is done to a text', () => {
  const noted = fc.tuple(texts, fc.nat(99)).map(([all, n]) => {
    const quoted = all.filter(({ words }) => words.includes(quote))
    const id = quoted[n % quoted.length]?.id ?? 0
    return { all, id }
  })
  it('a passage is never taken for another one, and one that is named says its words', () => {
    fc.assert(
      fc.property(noted, edits('move', 'delete', 'edit', 'insert'), ({ all, id }, list) => {
        const now = edited(all, list)
        const place = found(all, id, now)
        if (place.standing === 'vanished') return
        const paragraph = now[place.at]
        expect(paragraph?.id).toBe(id)
        if ('start' in place)
          expect(paragraph?.words.join(' ').slice(place.start, place.end)).toBe(quote)
      }),
      { numRuns: 3000 },
    )
  })

  it('a moved paragraph keeps its note', () => {
    fc.assert(
      fc.property(noted, edits('move'), ({ all, id }, list) => {
        const now = edited(all, list)
        const place = found(all, id, now)
        expect(['unchanged', 'moved']).toContain(place.standing)
        expect('at' in place && now[place.at]?.id).toBe(id)
      }),
      { numRuns: 1000 },
    )
  })

  it('a paragraph that stays in its place and has another word keeps its note', () => {
    fc.assert(
      fc.property(noted, fc.nat(99), ({ all, id }, b) => {
        const now = edited(all, [{ do: 'edit', a: id, b }])
        const place = found(all, id, now)
        expect(['unchanged', 'changed']).toContain(place.standing)
        expect('at' in place && now[place.at]?.id).toBe(id)
      }),
    )
  })

  it('a deleted paragraph leaves its note without a place', () => {
    fc.assert(
      fc.property(noted, edits('move', 'insert', 'edit'), ({ all, id }, list) => {
        const now = edited(all, list).filter((one) => one.id !== id)
        expect(found(all, id, now)).toEqual({ standing: 'vanished' })
      }),
      { numRuns: 2000 },
    )
  })
})
