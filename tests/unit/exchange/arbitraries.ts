import fc from 'fast-check'
import type { Block, Inline, ListBlock, Mark } from '@/workflow/content.ts'

/** Words as people write them: no white space at the edges, single spaces, any script, hard spaces and signs of markup. */
const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .map((text) => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, 'x'))
const special = fc.constantFrom(
  '<',
  '>',
  '&',
  '"',
  '&amp;',
  '</p>',
  '<script>',
  '3\u00a0000',
  '—',
  'Қ',
)
export const words = fc
  .array(fc.oneof({ weight: 4, arbitrary: word }, special), { minLength: 1, maxLength: 6 })
  .map((list) => list.join(' '))

const marks = fc.constantFrom<Mark[]>([], ['bold'], ['italic'], ['bold', 'italic'])
const href = fc.constantFrom(
  'https://halvoria.example/press?a=1&b="2"'.replaceAll('"', '%22'),
  'http://halvoria.example/å',
  'mailto:press@halvoria.example',
  'tel:+4722000000',
)

/** Neighbours with the same marks are one text. */
function joined(parts: readonly { text: string; marks: Mark[] }[]): Inline[] {
  const out: Inline[] = []
  parts.forEach(({ text, marks: own }, index) => {
    const last = out.at(-1)
    const spaced = index < parts.length - 1 ? `${text} ` : text
    if (last?.type === 'text' && (last.marks ?? []).join() === own.join())
      out[out.length - 1] = { ...last, text: last.text + spaced }
    else
      out.push(
        own.length > 0
          ? { type: 'text', text: spaced, marks: own }
          : { type: 'text', text: spaced },
      )
  })
  return out
}

const stretch = fc
  .array(fc.record({ text: words, marks }), { minLength: 1, maxLength: 3 })
  .map(joined)
const link = fc.record({ href, children: stretch }).map((one): Inline => ({ type: 'link', ...one }))
const line = fc
  .tuple(stretch, fc.array(link, { maxLength: 2 }))
  .map(([before, links]): Inline[] => [...before, ...links])
export const inline = fc
  .array(line, { minLength: 1, maxLength: 3 })
  .map((lines) =>
    lines.flatMap((one, index) => (index > 0 ? [{ type: 'break' } as Inline, ...one] : one)),
  )

const { list } = fc.letrec<{ list: ListBlock; item: ListBlock['items'][number] }>((tie) => ({
  list: fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
  }),
  item: fc.oneof(
    { maxDepth: 3 },
    inline.map((children) => ({ children })),
    fc.record({ children: inline, list: tie('list') }),
  ),
}))

const quotation = fc.record({
  type: fc.constant('quotation' as const),
  text: fc
    .array(words, { minLength: 1, maxLength: 3 })
    .map((lines) => `We ${lines.join('\n')} agree`),
  speaker: fc.oneof(
    fc.constant(''),
    words.map((name) => `Ada ${name}`),
  ),
})

/** Any body of a text, as the desk would keep it, without pictures. */
export const blocks: fc.Arbitrary<Block[]> = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('paragraph' as const), children: inline }),
    fc.record({
      type: fc.constant('heading' as const),
      level: fc.constantFrom(2 as const, 3 as const),
      children: inline,
    }),
    list,
    quotation,
  ),
  { maxLength: 5 },
)
