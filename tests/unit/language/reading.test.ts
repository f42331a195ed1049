import { describe, expect, it } from 'vitest'
import { readingOf } from '@/language/reading.ts'
import type { Block } from '@/workflow/content.ts'

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', text }],
})
const text = (language: string, headline: string, body: readonly Block[] = [], lead = '') => ({
  language,
  headline,
  lead,
  body,
})

const words = (count: number): Block[] => [
  paragraph(Array.from({ length: count }, () => 'word').join(' ')),
]

describe('how many words a text has', () => {
  it.each<[string, ReturnType<typeof text>, number]>([
    ['in none', text('en', ''), 0],
    ['signs are none', text('en', '– “Yes!” … 3.5 %'), 2],
    ['with a hyphen they are two', text('nb', 'Nord-Norge i dag'), 4],
    ['in Kazakh letters', text('kk', 'Қазақстан мен Норвегия'), 3],
    ['in Arabic', text('ar', 'سفارة هالفوريا في أستانا'), 4],
    ['of headline, lead and body', text('en', 'One two', [paragraph('four five six')], 'three'), 6],
    [
      'of lists within lists, quotations and links',
      text('en', '', [
        {
          type: 'list',
          ordered: false,
          items: [
            {
              children: [{ type: 'text', text: 'one' }],
              list: {
                type: 'list',
                ordered: true,
                items: [{ children: [{ type: 'text', text: 'two' }] }],
              },
            },
          ],
        },
        { type: 'quotation', text: 'three four', speaker: 'Five' },
        {
          type: 'paragraph',
          children: [
            { type: 'link', href: 'https://a.example', children: [{ type: 'text', text: 'six' }] },
          ],
        },
      ]),
      6,
    ],
  ])('%s', (_what, one, expected) => {
    expect(readingOf(one).words).toBe(expected)
  })
})

describe('how long it takes to read', () => {
  it.each([
    ['en', 0, 1],
    ['en', 228, 1],
    ['en', 2280, 10],
    ['kk', 1660, 10],
    ['ar', 1380, 10],
    ['xx', 2280, 10],
  ])('in %s %i words: %i minutes', (language, count, minutes) => {
    expect(readingOf(text(language, '', words(count))).minutes).toBe(minutes)
  })
})
