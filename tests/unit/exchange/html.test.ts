import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksFromHtml, blocksFromPlain } from '@/exchange/html.ts'
import { MarkupError } from '@/exchange/markup.ts'
import { allowedHref, blocksToHtml } from '@/syndication/html.ts'
import type { Block, Inline } from '@/workflow/content.ts'
import { blocks } from './arbitraries.ts'

const text = (words: string, ...marks: ('bold' | 'italic')[]): Inline =>
  marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words }
const paragraph = (...children: (Inline | string)[]): Block => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
})

describe('HTML that a text can hold', () => {
  it.each<[string, string, Block[]]>([
    ['paragraphs', '<p>One.</p>\n<p>Two.</p>', [paragraph('One.'), paragraph('Two.')]],
    [
      'headings of six levels, as two',
      '<h1>A</h1><h2>B</h2><h3>C</h3><h6>D</h6>',
      [
        { type: 'heading', level: 2, children: [text('A')] },
        { type: 'heading', level: 2, children: [text('B')] },
        { type: 'heading', level: 3, children: [text('C')] },
        { type: 'heading', level: 3, children: [text('D')] },
      ],
    ],
    [
      'bold and italic, however they are written',
      '<p>a <b>b <i>c</i></b><em> d</em></p>',
      [paragraph('a ', text('b ', 'bold'), text('c', 'bold', 'italic'), text(' d', 'italic'))],
    ],
    [
      'links that people may follow',
      '<p><a href="https://halvoria.example/a?b=1&amp;c=2">here</a> or <a href="mailto:press@halvoria.example">mail</a></p>',
      [
        paragraph(
          { type: 'link', href: 'https://halvoria.example/a?b=1&c=2', children: [text('here')] },
          ' or ',
          { type: 'link', href: 'mailto:press@halvoria.example', children: [text('mail')] },
        ),
      ],
    ],
    [
      'lists in lists',
      '<ul><li>a<ol><li>b</li></ol></li><li><p>c</p><p>d</p></li></ul>',
      [
        {
          type: 'list',
          ordered: false,
          items: [
            {
              children: [text('a')],
              list: { type: 'list', ordered: true, items: [{ children: [text('b')] }] },
            },
            { children: [text('c'), { type: 'break' }, text('d')] },
          ],
        },
      ],
    ],
    [
      'quotations with their speaker, without quotation marks',
      '<blockquote><p>«We agreed.</p><p>Twice.»</p><footer>— <cite>Ada Lund</cite></footer></blockquote>',
      [{ type: 'quotation', text: 'We agreed.\n\nTwice.', speaker: 'Ada Lund' }],
    ],
    [
      'words without a paragraph',
      'One<br>line<br><br>Two',
      [paragraph('One', { type: 'break' }, 'line'), paragraph('Two')],
    ],
    [
      'words in wrappers',
      '<article><div>One</div><section>Two<p>Three</p>Four</section></article>',
      [paragraph('One'), paragraph('Two'), paragraph('Three'), paragraph('Four')],
    ],
    [
      'entities',
      '<p>Bod&oslash; &amp; Troms&#xf8; &lt;b&gt;</p>',
      [paragraph('Bodø & Tromsø <b>')],
    ],
    [
      'white space as browsers show it',
      '<p>\n  a\n\t b <b> c</b> </p>',
      [paragraph('a b ', text('c', 'bold'))],
    ],
    ['hard spaces', '<p>3&nbsp;000</p><p>&nbsp;</p>', [paragraph('3\u00a0000')]],
    [
      'raised and lowered digits',
      '<p>5 km<sup>2</sup>, CO<sub>2</sub>, 1<sup>st</sup></p>',
      [paragraph('5 km², CO₂, 1st')],
    ],
    [
      'a whole body that was encoded twice',
      '&lt;p&gt;Bod&amp;oslash;&lt;/p&gt;&lt;p&gt;To &amp;amp; fra&lt;/p&gt;',
      [paragraph('Bodø'), paragraph('To & fra')],
    ],
    ['nothing', ' <p></p><ul><li></li></ul><blockquote></blockquote> ', []],
  ])('%s', (_what, html, expected) => {
    expect(blocksFromHtml(html)).toEqual({ blocks: expected, notPlaced: [] })
  })
})

describe('HTML that a text can’t hold is named', () => {
  it.each<[string, string, string[]]>([
    [
      'tables',
      '<p>a</p><table><tr><td>1</td></tr><tr><td>2</td></tr></table>',
      ['table with 2 rows “1 2”'],
    ],
    [
      'scripts',
      '<p>a</p><script src="https://x.example/s.js"></script>',
      ['script (https://x.example/s.js)'],
    ],
    ['style sheets', '<style>p{}</style><p>a</p>', ['style sheet']],
    [
      'embeds',
      '<p>a</p><iframe src="https://x.example/v"></iframe><video></video>',
      ['embedded iframe (https://x.example/v)', 'embedded video'],
    ],
    ['forms', '<p>a</p><form>b<input></form>', ['form element “form” “b”']],
    [
      'images',
      '<p>a<img src="https://x.example/i.jpg" alt="Two people"></p>',
      ['image “Two people” (https://x.example/i.jpg)'],
    ],
    [
      'links elsewhere',
      '<p><a href="javascript:alert(1)">a</a></p>',
      ['link of “a” (javascript:alert(1))'],
    ],
    ['struck words', '<p>a<del>b</del></p>', ['struck text “b”']],
    ['the same thing often', `<p>a</p>${'<hr>'.repeat(3)}`, ['dividing line, 3 times']],
  ])('%s', (_what, html, notPlaced) => {
    expect(blocksFromHtml(html)).toEqual({ blocks: [paragraph('a')], notPlaced })
  })

  it('refuses what is too deep or too large to be a text', () => {
    expect(() => blocksFromHtml('<div>'.repeat(100_000))).toThrow(MarkupError)
    expect(() => blocksFromHtml('<br>'.repeat(100_001))).toThrow(MarkupError)
  })
})

describe('plain text', () => {
  it('has a paragraph between empty lines, and keeps line ends', () => {
    expect(blocksFromPlain(' One\r\ntwo \n\n \nThree <b>')).toEqual([
      paragraph('One', { type: 'break' }, 'two'),
      paragraph('Three <b>'),
    ])
  })
})

describe('whatever the text', () => {
  it('its HTML is read as the same text', () => {
    fc.assert(
      fc.property(blocks, (body) => {
        expect(blocksFromHtml(blocksToHtml(body))).toEqual({ blocks: body, notPlaced: [] })
      }),
      { numRuns: 500 },
    )
  })
})

const payloads = [
  '<script>alert(1)</script>',
  '<scr<script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java\nscript:alert(1)">x</a>',
  '<a href=" data:text/html,x">x</a>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="//evil.example">x</a>',
  '<a href="vbscript:x">x</a>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<noscript><p title="</noscript><script>">',
  '<template><script>x</script></template>',
  '<!--><script>x</script>-->',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<p>',
  '</p>',
  '<table><td>',
  '<b><p>',
  '</b>',
  '<ul><li>',
  '<blockquote><cite>',
  '</blockquote>',
  'words',
  '<a href=https://ok.example>',
]

function hrefs(inline: readonly Inline[]): string[] {
  return inline.flatMap((one) => (one.type === 'link' ? [one.href, ...hrefs(one.children)] : []))
}

it('takes a link without words for the space that it is', () => {
  expect(blocksFromHtml('One<a href="https://ok.example"> </a>two').blocks).toEqual([
    { type: 'paragraph', children: [{ type: 'text', text: 'One two' }] },
  ])
})

describe('whatever the HTML', () => {
  it('no script and no other address than http, https, mailto and tel survives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...payloads), fc.string({ maxLength: 20 })), {
          maxLength: 12,
        }),
        (parts) => {
          const { blocks: found } = blocksFromHtml(parts.join(''))
          const html = blocksToHtml(found)
          const tags = html.match(/<[^>]*>/g) ?? []
          for (const tag of tags)
            expect(tag).toMatch(
              /^<\/?(p|h[23]|ul|ol|li|blockquote|footer|cite|strong|em|br|a)( href="(https?:|mailto:|tel:)[^"]*")?>$/,
            )
          for (const block of found)
            if (block.type === 'paragraph' || block.type === 'heading')
              for (const href of hrefs(block.children)) expect(allowedHref(href)).toBe(href)
          // What was read once is read the same again.
          expect(blocksFromHtml(html).blocks).toEqual(found)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
