import { describe, expect, it } from 'vitest'
import { segmentsOf } from '@/language/segments.ts'

describe('the segments of a text', () => {
  it('stand in reading order, one for each block, list item, caption and title', () => {
    const segments = segmentsOf({
      headline: 'Office opens',
      lead: 'On Monday.',
      datelinePlace: 'Almaty',
      body: [
        { type: 'heading', level: 2, children: [{ type: 'text', text: 'Hours' }] },
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'See ' },
            {
              type: 'link',
              href: 'https://embassy.example/',
              children: [{ type: 'text', text: 'our page', marks: ['bold'] }],
            },
            { type: 'break' },
            { type: 'text', text: 'for more.' },
          ],
        },
        {
          type: 'list',
          ordered: false,
          items: [
            {
              children: [{ type: 'text', text: 'passports' }],
              list: {
                type: 'list',
                ordered: false,
                items: [{ children: [{ type: 'text', text: 'new ones' }] }],
              },
            },
          ],
        },
        { type: 'quotation', text: 'We are glad.', speaker: 'The ambassador' },
        { type: 'image', image: 'i1' },
        { type: 'paragraph', children: [{ type: 'text', text: ' ' }] },
      ],
      images: [{ id: 'i1', caption: 'The office', alt: 'A house' }],
      documents: [{ id: 'd1', title: 'Price list' }],
    })
    expect(segments.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'headline: Office opens',
      'dateline: Almaty',
      'lead: On Monday.',
      'heading: Hours',
      'paragraph: See our page\nfor more.',
      'item: passports',
      'item: new ones',
      'quote: We are glad.',
      'speaker: The ambassador',
      'caption: The office',
      'alt: A house',
      'title: Price list',
    ])
    expect(segments[4]?.links).toEqual(['https://embassy.example/'])
  })
})
