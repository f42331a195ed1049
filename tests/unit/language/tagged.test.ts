import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tagged, untagged, wordsOfNodes } from '@/language/tagged.ts'
import { inlineNodes, lineBreak, link, word } from './editor.ts'

const talvik = link('https://talvik.example/', word('the bridge', 1))

describe('inline nodes as text with numbered tags', () => {
  it.each([
    ['plain words', [word('It opens.')], 'It opens.'],
    ['a format', [word('It '), word('opens', 1), word('.')], 'It <1>opens</1>.'],
    ['one format twice', [word('a', 2), word(' '), word('b', 2)], '<1>a</1> <1>b</1>'],
    ['bold in a link', [word('See '), talvik], 'See <1><2>the bridge</2></1>'],
    ['a line break', [word('Oslo'), lineBreak, word('Bergen')], 'Oslo\nBergen'],
    ['words that look like a tag', [word('x<1>y')], 'x\\<1>y'],
    ['a backslash before a tag', [word('a\\'), word('b', 1)], 'a\\\\<1>b</1>'],
    ['signs that are no tag', [word('1 < 2 > \\ <b>')], '1 < 2 > \\ <b>'],
  ])('show %s', (_what, nodes, text) => {
    expect(tagged(nodes).text).toBe(text)
  })

  it('go by the numbers of the source where it has the same', () => {
    const source = tagged([word('The '), word('bridge', 1), word(' and '), talvik])
    const target = tagged([talvik, word(' og '), word('broen', 1), word(' nå', 2)], source.tags)
    expect(source.text).toBe('The <1>bridge</1> and <2><1>the bridge</1></2>')
    expect(target.text).toBe('<2><1>the bridge</1></2> og <1>broen</1><3> nå</3>')
  })

  it('come back with every letter and format', () => {
    fc.assert(
      fc.property(inlineNodes, (nodes) => {
        const { text, tags } = tagged(nodes)
        expect(untagged(text, tags)).toEqual(nodes)
      }),
    )
  })

  it('come back from whatever a person types, or as the tag that is wrong', () => {
    const { tags } = tagged([word('a', 1), link('https://a.example/', word('b'))])
    const typed = fc
      .array(fc.constantFrom('a', '<1>', '</1>', '<2>', '</2>', '<3>', '\\', '\n', '<'), {
        maxLength: 9,
      })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(typed, (text) => {
        const read = untagged(text, tags)
        if (!Array.isArray(read)) {
          expect(text).toContain(read.tag)
          return
        }
        // What was read says the same once more.
        const { text: again, tags: all } = tagged(read, tags)
        const twice = untagged(again, all)
        expect(Array.isArray(twice) && wordsOfNodes(twice)).toBe(wordsOfNodes(read))
      }),
    )
  })
})

describe('a text with tags', () => {
  const { tags } = tagged([word('a', 1), word('b', 2), talvik])

  it.each([
    ['a number that nobody knows', 'a <7>b</7>', { fault: 'unknown', tag: '<7>' }],
    ['a tag that isn’t closed', 'a <1>b', { fault: 'unclosed', tag: '<1>' }],
    ['a tag that wasn’t opened', 'a</1> b', { fault: 'unopened', tag: '</1>' }],
    ['tags that cross', '<1>a <2>b</1></2>', { fault: 'unclosed', tag: '<2>' }],
    ['a format in itself', '<1>a <1>b</1></1>', { fault: 'nested', tag: '<1>' }],
    ['a link in a link', '<3>a <3>b</3></3>', { fault: 'nested', tag: '<3>' }],
  ])('is refused for %s', (_what, text, fault) => {
    expect(untagged(text, tags)).toEqual(fault)
  })

  it('may put one format in another, and around a link', () => {
    expect(untagged('<1>a<2>b</2></1>', tags)).toEqual([word('a', 1), word('b', 3)])
    expect(untagged('<1>a<3>b</3></1>', tags)).toEqual([
      word('a', 1),
      { ...talvik, children: [word('b', 1)] },
    ])
  })
})
