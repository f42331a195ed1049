import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromLexical } from '@/desk/lexical.ts'
import { segmentsOf } from '@/language/segments.ts'
import { type EditorState, segmentAt, spotsOf } from '@/language/spots.ts'
import type { EditorNode } from '@/language/tagged.ts'
import { type Stitch, weave } from '@/language/weave.ts'
import { bodies, body, heading, list, paragraph, picture, quotation, word } from './editor.ts'

const said = (state: EditorState) => spotsOf(state).map((spot) => segmentAt(spot).text)
/** The first segments of the source are rendered by those of the translation, one by one. */
const straight = (count: number) => new Map(Array.from({ length: count }, (_, at) => [at, [at]]))
const fresh = (source: number, words: EditorNode[] | string): Stitch => ({
  source,
  targets: [],
  words: [words],
})
const top = ({ root }: EditorState) => (root.children ?? []).map(({ type }) => type)

describe('the places of a body', () => {
  it('are those of its segments, one for one', () => {
    fc.assert(
      fc.property(bodies, (state) => {
        const segments = segmentsOf({ headline: '', lead: '', body: fromLexical(state) })
        expect(spotsOf(state).map(segmentAt)).toEqual(segments)
      }),
    )
  })
})

describe('a segment that says something else now', () => {
  it('does so in its place, and everything else stays to the letter', () => {
    fc.assert(
      fc.property(bodies, fc.nat(), (state, pick) => {
        const spots = spotsOf(state)
        fc.pre(spots.length > 0)
        const at = pick % spots.length
        const isRich = !['quote', 'speaker'].includes(spots[at]?.kind ?? '')
        const words = isRich ? [word('Nytt.', 1)] : 'Nytt.'
        const before = JSON.stringify(state)
        const woven = weave(state, state, straight(spots.length), [
          { source: at, targets: [at], words: [words] },
        ])
        expect(JSON.stringify(state)).toBe(before)
        const now = said(woven.body)
        expect(now[at]).toBe('Nytt.')
        expect(now.toSpliced(at, 1)).toEqual(said(state).toSpliced(at, 1))
        const back = weave(woven.body, state, straight(spots.length), [
          { source: at, targets: [at], words: [same(state, at)] },
        ])
        expect(JSON.stringify(back.body)).toBe(before)
      }),
    )
  })

  it('goes without a trace when nothing is left of it', () => {
    const state = body(paragraph('En.'), list('To.'), quotation('Tre.', 'Leda'), paragraph('Fire.'))
    const gone = (place: number) =>
      weave(state, state, straight(5), [{ source: null, targets: [place], words: [null] }]).body
    expect(top(gone(0))).toEqual(['list', 'block', 'paragraph'])
    expect(top(gone(1))).toEqual(['paragraph', 'block', 'paragraph'])
    expect(said(gone(2))).toEqual(['En.', 'To.', 'Fire.'])
    expect(said(gone(3))).toEqual(['En.', 'To.', 'Tre.', 'Fire.'])
  })

  it('leaves the items of its list numbered from one', () => {
    const state = body(list('En.', 'To.', 'Tre.'))
    const { body: now } = weave(state, state, straight(3), [
      { source: null, targets: [0], words: [null] },
    ])
    const [left] = now.root.children ?? []
    expect((left?.children ?? []).map(({ value }) => value)).toEqual([1, 2])
  })

  it('leaves the list in an item where the item goes', () => {
    const state = body(list('En.', 'To.', list('Under.')))
    const { body: now } = weave(state, state, straight(3), [
      { source: null, targets: [1], words: [null] },
    ])
    expect(said(now)).toEqual(['En.', 'Under.'])
  })
})

function same(state: EditorState, at: number): EditorNode[] | string {
  const spot = spotsOf(state)[at]
  if (!spot) return ''
  if (spot.kind === 'quote' || spot.kind === 'speaker') return segmentAt(spot).text
  return (spot.node.children ?? []).filter(({ type }) => type !== 'list')
}

describe('a segment that nothing renders yet', () => {
  const source = body(
    heading('Head'),
    paragraph('One.'),
    list('First', 'Second', list('Nested')),
    picture('p1'),
    quotation('Said.', 'Leda'),
    paragraph('End.'),
    picture('p2'),
  )

  it('builds the whole body with the kinds of the source, in whatever order it is answered', () => {
    const words = ['Tittel', 'En.', 'Første', 'Andre', 'Under', 'Sagt.', 'Leda', 'Slutt.']
    const kinds = ['heading', 'paragraph', 'list', 'block', 'block', 'paragraph', 'block']
    fc.assert(
      fc.property(
        fc.shuffledSubarray(words, { minLength: words.length, maxLength: words.length }),
        (order) => {
          const stitches = order.map((text) => {
            const at = words.indexOf(text)
            return fresh(at, at === 5 || at === 6 ? text : [word(text)])
          })
          const { body: now, made } = weave(body(paragraph()), source, new Map(), stitches)
          expect(said(now)).toEqual(words)
          expect(top(now)).toEqual(kinds)
          expect(made.map((segments) => segments?.[0]?.text)).toEqual(order)
        },
      ),
    )
  })

  it.each([
    ['first', 0, ['Ny.', 'En.', 'Første', 'Andre']],
    ['between blocks', 1, ['Tittel', 'Ny.', 'Første', 'Andre']],
    ['in a list', 2, ['Tittel', 'En.', 'Ny.', 'Andre']],
    ['at the end of a list', 3, ['Tittel', 'En.', 'Første', 'Ny.']],
  ])('comes where it follows in the source: %s', (_where, at, expected) => {
    const whole = [heading('Tittel'), paragraph('En.'), list('Første', 'Andre')]
    const full = body(...whole)
    const { body: without } = weave(full, full, straight(4), [
      { source: null, targets: [at], words: [null] },
    ])
    const pairs = new Map(
      [0, 1, 2, 3].filter((one) => one !== at).map((one, index) => [one, [index]]),
    )
    const { body: now } = weave(without, source, pairs, [fresh(at, [word('Ny.')])])
    expect(said(now)).toEqual(expected)
    expect(top(now)).toEqual(['heading', 'paragraph', 'list'])
  })

  it('has no place as a speaker of no quotation', () => {
    const { made } = weave(body(paragraph('En.')), source, new Map(), [fresh(6, 'Leda')])
    expect(made).toEqual([null])
  })
})
