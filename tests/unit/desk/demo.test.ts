import { describe, expect, it } from 'vitest'
import { documents, pdfOf } from '../../../src/desk/demo/documents.ts'
import { contacts } from '../../../src/desk/demo/contacts.ts'
import { images } from '../../../src/desk/demo/images.ts'
import { accounts, mission } from '../../../src/desk/demo/mission.ts'
import { texts } from '../../../src/desk/demo/texts.ts'
import { topics } from '../../../src/desk/demo/topics.ts'
import { calendar, inline } from '../../../src/desk/demo/words.ts'
import { readableColour } from '../../../src/desk/validate-mission.ts'
import { checkedFile, documentTypes } from '../../../src/desk/uploads.ts'
import { type Block, plainText, type TextContent } from '../../../src/workflow/content.ts'
import { problemsOf } from '../../../src/workflow/requirements.ts'

const now = new Date('2026-03-02T09:00:00Z')
const all = texts(now)
const words = all.flatMap((text) =>
  Object.entries(text.words).map(([language, one]) => ({ text, language, one })),
)

const shape = (body: readonly Block[]) =>
  body.map((block) => (block.type === 'list' ? `list ${block.items.length}` : block.type))

const written = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      if (block.type === 'list')
        return block.items.map((item) => plainText(item.children)).join(' ')
      if (block.type === 'quotation') return `${block.text} ${block.speaker}`
      return block.type === 'image' ? '' : plainText(block.children)
    })
    .join(' ')

/** Numbers of two digits and more: words and digits may be exchanged below. Separators differ by language. */
const numbers = (text: string) =>
  [...text.replace(/(\d)[\u00a0, ](?=\d{3}\b)/g, '$1').matchAll(/\d+(?:[.,:]\d+)?/g)]
    .map(([number]) => number.replace(',', '.'))
    .filter((number) => number.length > 1)
    .sort()

describe('each text of the demonstration', () => {
  it.each(words)('fulfils the requirements: $text.key in $language', ({ text, language, one }) => {
    const content: TextContent = {
      ...one,
      language,
      kind: text.kind,
      datelineDate: '2026-01-01',
      sourceLabel: '',
      sourceUrl: '',
      topics: [],
      images: [],
      documents: [],
      contacts: text.contacts.map((id) => ({ id, name: id, title: '' })),
      embargo: null,
      about: '',
    }
    const around = {
      published: new Set(text.contacts),
      cleared: new Set<string>(),
      origin: 'https://press.talvania.example',
    }
    expect(problemsOf({ type: 'text', ...content }, around)).toEqual([])
  })

  it.each(words.filter(({ language }) => language !== 'en'))(
    'says in $language what it says in English: $text.key',
    ({ text, one }) => {
      expect(shape(one.body)).toEqual(shape(text.words.en.body))
      const said = `${one.headline} ${one.lead} ${written(one.body)}`
      const meant = `${text.words.en.headline} ${text.words.en.lead} ${written(text.words.en.body)}`
      // A translation may write a number as a word or the other way round; it may not have another number.
      const extra = numbers(said).filter((number) => !numbers(meant).includes(number))
      const missing = numbers(meant).filter((number) => !numbers(said).includes(number))
      expect({ extra, missing: missing.filter((number) => number.length > 2) }).toEqual({
        extra: [],
        missing: [],
      })
    },
  )

  it('names only what there is', () => {
    for (const text of all) {
      expect(topics.map(({ slug }) => slug)).toEqual(expect.arrayContaining(text.topics))
      const pictured = text.words.en.body.flatMap((block) =>
        block.type === 'image' ? [block.image] : [],
      )
      expect(Object.keys(images)).toEqual(expect.arrayContaining([...text.images, ...pictured]))
      for (const step of text.script)
        if ('translate' in step) expect(Object.keys(text.words)).toContain(step.translate)
    }
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
  })

  it('is played to its end before now', () => {
    for (const text of all) {
      const hours = text.script.reduce((sum, step) => sum + step.hours, 0)
      expect([text.key, hours <= text.begun * 24]).toEqual([text.key, true])
    }
  })
})

describe('the demonstration', () => {
  it('shows one family in all four languages, and every state', () => {
    expect(all.length).toBeGreaterThan(12)
    expect(all.find(({ key }) => key === 'ferries')?.words).toHaveProperty('kk')
    const actions = new Set(
      all.flatMap(({ script }) => script.flatMap((step) => ('act' in step ? [step.act] : []))),
    )
    expect([...actions].sort()).toEqual(
      ['approve', 'publish', 'return', 'revise', 'schedule', 'submit', 'withdraw'].sort(),
    )
  })

  it('has pictures described and contacts titled in each of its languages', () => {
    const languages = mission.languages
    for (const { texts } of Object.values(images)) {
      expect(texts.map(({ language }) => language)).toEqual(languages)
      for (const { alt, caption } of texts) expect(alt).not.toBe(caption)
    }
    for (const { texts } of [...Object.values(contacts), ...Object.values(documents)])
      expect(texts.map(({ language }) => language)).toEqual(languages)
    expect(readableColour(mission.colour)).toBe(true)
    expect(Object.values(accounts).every(({ email }) => email.endsWith('@demo.example'))).toBe(true)
  })

  it.each(Object.values(documents))(
    'has a PDF that an upload takes: $name',
    async ({ name, make }) => {
      const data = make()
      const file = { name, data, mimetype: 'application/pdf', size: data.length }
      expect((await checkedFile(file, documentTypes)).mimetype).toBe('application/pdf')
    },
  )

  it('tells a day in four languages', () => {
    const { on } = calendar(now)
    expect((['en', 'nb', 'kk', 'ru'] as const).map((language) => on(language, 0))).toEqual([
      'on 2 March 2026',
      '2. mars 2026',
      '2026 жылғы 2 наурызда',
      '2 марта 2026 года',
    ])
  })

  it('reads links and bold words', () => {
    expect(inline('a **b** [c](https://d.example)')).toEqual([
      { type: 'text', text: 'a ' },
      { type: 'text', text: 'b', marks: ['bold'] },
      { type: 'text', text: ' ' },
      { type: 'link', href: 'https://d.example', children: [{ type: 'text', text: 'c' }] },
    ])
  })

  it('escapes parentheses in a PDF', () => {
    expect(pdfOf('a', ['(b) \\']).toString('latin1')).toContain('(\\(b\\) \\\\) Tj')
  })
})
