import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffBlocks, diffWords, textOfPieces } from '@/language/diff.ts'
import type { Block } from '@/workflow/content.ts'

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', text }],
})
const item = (text: string) => ({ children: [{ type: 'text' as const, text }] })
const opening = paragraph('The embassy opens a new office in Almaty on Monday.')
const minister = paragraph('The minister met students of the university in the afternoon.')
const trade = paragraph('Trade between the two countries has grown by a third since then.')

const linked = (href: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'link', href, children: [{ type: 'text', text: 'the treaty' }] }],
})
const kinds = (before: readonly Block[], after: readonly Block[]) =>
  diffBlocks(before, after, 'en').map(({ kind, before: i, after: j }) => [kind, i, j])

describe('the words of two texts', () => {
  it.each([
    [
      'a changed word',
      'They met in Oslo.',
      'They met in Bergen.',
      'They met in [-Oslo-]{+Bergen+}.',
    ],
    ['a word that comes', 'They met.', 'They met again.', 'They met{+ again+}.'],
    ['a word that goes', 'They met again.', 'They met.', 'They met[- again-].'],
    [
      'two changed words beside each other',
      'a new treaty was signed',
      'an old treaty was signed',
      '[-a new-]{+an old+} treaty was signed',
    ],
    [
      'Kazakh',
      'Олар Ослода кездесті.',
      'Олар Бергенде кездесті.',
      'Олар [-Ослода-]{+Бергенде+} кездесті.',
    ],
    ['nothing', 'They met.', 'They met.', 'They met.'],
  ])('show %s', (_what, before, after, shown) => {
    const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] }
    const words = diffWords(before, after, 'en')
      .map(({ kind, text }) => marks[kind].join(text))
      .join('')
    expect(words).toBe(shown)
  })

  it('give both texts again, to the letter', () => {
    const word = fc.constantFrom('the', 'embassy', 'елшілік', 'Å', ' ', '  ', '\n', '.', '–', '»')
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 40 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffWords(before, after, 'nb')
        expect(textOfPieces(pieces, 'before')).toBe(before)
        expect(textOfPieces(pieces, 'after')).toBe(after)
      }),
    )
  })
})

describe('the blocks of two bodies', () => {
  it('are the same where nothing differs', () => {
    expect(kinds([opening, minister], [opening, minister])).toEqual([
      ['same', 0, 0],
      ['same', 1, 1],
    ])
  })

  it('show one that changed, with its words', () => {
    const after = paragraph('The embassy opens a new office in Astana on Monday.')
    const [first] = diffBlocks([opening, minister], [after, minister], 'en')
    expect(first?.kind).toBe('changed')
    expect(first?.words.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'Almaty' },
      { kind: 'added', text: 'Astana' },
    ])
  })

  it('show one that comes and one that goes where they stand', () => {
    expect(kinds([opening, minister], [opening, trade, minister])).toEqual([
      ['same', 0, 0],
      ['added', null, 1],
      ['same', 1, 2],
    ])
    expect(kinds([opening, trade, minister], [opening, minister])).toEqual([
      ['same', 0, 0],
      ['removed', 1, null],
      ['same', 2, 1],
    ])
  })

  it('say of a moved one that it moved, and of no other', () => {
    expect(kinds([opening, minister, trade], [minister, trade, opening])).toEqual([
      ['same', 1, 0],
      ['same', 2, 1],
      ['moved', 0, 2],
    ])
  })

  it('find one that was moved and changed at once', () => {
    const changed = paragraph('The embassy opens a new office in Astana on Monday.')
    expect(kinds([opening, minister, trade], [minister, trade, changed])).toEqual([
      ['same', 1, 0],
      ['same', 2, 1],
      ['changed', 0, 2],
    ])
  })

  it.each([
    ['a no-break space', 'on 5 May – “today”', 'on 5\u00a0May – “today”'],
    ['another dash', 'on 5 May – “today”', 'on 5 May — “today”'],
    ['other quotation marks', 'on 5 May – “today”', 'on 5 May – "today"'],
    ['a soft hyphen', 'on 5 May – “today”', 'on 5 May – “to\u00adday”'],
  ])('ask nothing of %s', (_what, before, after) => {
    expect(kinds([paragraph(before)], [paragraph(after)])).toEqual([['typography', 0, 0]])
  })

  it('tell a link that leads elsewhere from words that changed', () => {
    const [elsewhere] = diffBlocks(
      [linked('https://a.example/')],
      [linked('https://b.example/')],
      'en',
    )
    expect(elsewhere).toMatchObject({ kind: 'changed', onlyForm: false })
    const bold = paragraph('the treaty of friendship')
    const plain: Block = {
      type: 'paragraph',
      children: [{ type: 'text', text: 'the treaty of friendship', marks: ['bold'] }],
    }
    const [form] = diffBlocks([plain], [bold], 'en')
    expect(form).toMatchObject({ kind: 'changed', onlyForm: true })
  })

  it('show a list by its lines', () => {
    const list: Block = { type: 'list', ordered: true, items: [item('passports'), item('visas')] }
    expect(diffBlocks([], [list], 'en')[0]?.words).toEqual([
      { kind: 'added', text: '1. passports\n2. visas' },
    ])
  })

  it('hold every block of both exactly once, whatever was done to them', () => {
    const text = fc.constantFrom(
      opening,
      minister,
      trade,
      paragraph('Visas'),
      paragraph('Visas – now'),
    )
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 8 }),
        fc.array(text, { maxLength: 8 }),
        (before, after) => {
          const changes = diffBlocks(before, after, 'en')
          const places = (side: 'before' | 'after') =>
            changes.flatMap((change) => change[side] ?? []).toSorted((one, other) => one - other)
          expect(places('before')).toEqual(before.map((_, index) => index))
          expect(changes.flatMap((change) => change.after ?? [])).toEqual(
            after.map((_, index) => index),
          )
          const later = changes.filter((change) => change.after !== null)
          expect(later.map(({ words }) => textOfPieces(words, 'after'))).toEqual(
            after.map((block) =>
              (block.type === 'paragraph' ? block.children : [])
                .map((child) => (child.type === 'text' ? child.text : ''))
                .join(''),
            ),
          )
        },
      ),
    )
  })
})
