import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { HtmlValidate } from 'html-validate'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { languageTags } from '@/language/languages.ts'
import type { Mission } from '@/press-room/records.ts'
import {
  ask,
  contact,
  document,
  halvoria,
  image,
  memoryStore,
  published,
  readingRoom,
  text,
} from './helpers.ts'

/** Every page and file of the press room before validators that others wrote. */

const mission: Mission = {
  ...halvoria,
  languages: languageTags,
  names: languageTags.map((language) => ({
    language,
    name: `Embassy of Halvoria (${language})`,
    about: 'One paragraph.\nAnd another.',
  })),
  logo: 'crest',
}
const topic = { id: 't1', slug: 'energy' }

/** With everything that a text can have. */
const full = (language: string) =>
  text({
    language,
    headline: `“Energy” & <water> ${language}`,
    lead: 'A lead with "quotation marks" & an ampersand.',
    body: [
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'First' }] },
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Bold', marks: ['bold'] },
          { type: 'break' },
          {
            type: 'link',
            href: 'https://example.org/?a=1&b=2',
            children: [{ type: 'text', text: 'a link' }],
          },
        ],
      },
      { type: 'heading', level: 3, children: [{ type: 'text', text: 'Second' }] },
      {
        type: 'list',
        ordered: true,
        items: [
          {
            children: [{ type: 'text', text: 'One' }],
            list: {
              type: 'list',
              ordered: false,
              items: [{ children: [{ type: 'text', text: 'Within' }] }],
            },
          },
        ],
      },
      { type: 'quotation', text: 'We said so.\nTwice.', speaker: 'Ida Lund, Minister' },
      { type: 'image', image: 'room' },
    ],
    sourceLabel: 'The ministry',
    sourceUrl: 'https://ministry.example/a?b=c&d=e',
    topics: [{ id: topic.id, name: `Energy ${language}` }],
    images: [readingRoom, { ...readingRoom, id: 'hall' }],
    documents: [{ id: 'facts', title: 'Facts & figures', file: 'd0'.repeat(32) }],
    contacts: [{ id: 'mira', name: 'Mira Solheim', title: 'Press attaché' }],
    about: 'About us.\nMore.',
  })

const store = memoryStore(
  [
    ...languageTags.flatMap((language, index) => [
      published(
        `dam-${language}`,
        full(language),
        {
          family: 'dam',
          slug: 'dam',
          of: language === 'en' ? 'release' : 'translation',
          // The half of them lag behind their original.
          madeFrom: language === 'en' ? null : index % 2 === 0 ? 'fingerprint-dam-en-2' : 'older',
          number: 2,
          updatedAtPublic: '2026-11-22T05:00:00.000Z',
          publishedAt: '2026-11-23T05:00:00.000Z',
        },
        { change: 'major', publicNote: 'The figure was wrong.\nIt is right now.' },
      ),
      published(`film-${language}`, text({ language, headline: 'A film week' }), {
        slug: 'film',
        publishedAt: '2026-11-10T05:00:00.000Z',
      }),
      published(`old-${language}`, full(language), {
        slug: 'old',
        standing: 'withdrawn',
        noticeAt: '2026-11-22T05:00:00.000Z',
        explanation: 'It was wrong.',
      }),
      published(`gone-${language}`, full(language), {
        slug: 'gone',
        standing: 'retracted',
        noticeAt: '2026-11-22T05:00:00.000Z',
      }),
    ]),
    published('room', image({ licence: 'https://licence.example/by', copyright: '© Halvoria' })),
    published('hall', image({ texts: [] })),
    published('crest', image()),
    published('facts', document()),
    published(
      'mira',
      contact({ telephoneAfterHours: '+7 7172 55 01 11', organisation: 'Embassy' }),
    ),
  ],
  { mission, topics: [topic] },
)
const at = async (address: string): Promise<string> => (await ask(store, address)).body

const pages = [
  '',
  '/releases',
  '/releases/dam',
  '/releases/film',
  '/releases/old',
  '/releases/gone',
  '/contacts',
  '/images',
  '/images/room',
  '/documents',
  '/topics',
  '/topics/energy',
  '/archive',
  '/archive/2026',
  '/archive/2026/11',
  '/search',
  '/search?q=energy&sort=date',
  '/search?q=nothingatall',
  '/about',
  '/follow',
  '/accessibility',
  '/privacy',
  '/not-there',
]

describe('HTML (html-validate: standard, a11y and document)', () => {
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
    rules: {
      // How a page is written, not what it says: React leaves the optional out and writes void elements closed.
      'void-style': 'off',
      'attr-quotes': 'off',
      'doctype-style': 'off',
      'no-inline-style': 'off',
      'no-trailing-whitespace': 'off',
      'long-title': 'off',
    },
  })

  it.each(languageTags)('every page in %s', async (language) => {
    const faults: string[] = []
    for (const page of pages) {
      const { results } = await validator.validateString(await at(`/${language}${page}`))
      for (const { messages } of results)
        for (const { ruleId, message, selector } of messages)
          faults.push(`${page || '/'}: ${ruleId}: ${message} (${selector ?? ''})`)
    }
    expect(faults).toEqual([])
  })

  it('and the one on which a language is chosen', async () => {
    const { valid } = await validator.validateString(await at('/'))
    expect(valid).toBe(true)
  })
})

const schemas = ['sitemap.xsd', 'siteindex.xsd', 'sitemap-news.xsd', 'xhtml-link.xsd'].map(
  (fileName) => ({
    fileName,
    contents: readFileSync(path.resolve(import.meta.dirname, '../../standards', fileName), 'utf8'),
  }),
)

/** What a schema has against a file, `more` naming the schemas of what is in it from elsewhere. */
async function against(
  schema: string,
  xml: string,
  more: readonly string[] = [],
): Promise<string[]> {
  const imports = more.map((name) => {
    const [, namespace] =
      /targetNamespace="([^"]*)"/.exec(
        schemas.find(({ fileName }) => fileName === name)?.contents ?? '',
      ) ?? []
    return `<xsd:import namespace="${namespace}" schemaLocation="${name}"/>`
  })
  const all = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
    <xsd:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="${schema}"/>${imports.join('')}</xsd:schema>`
  const { errors } = await validateXML({
    xml: [{ fileName: 'answer.xml', contents: xml }],
    schema: [{ fileName: 'all.xsd', contents: all }],
    preload: schemas,
  })
  return errors.map(({ message }) => message)
}

describe('sitemaps (libxml2, schemas of sitemaps.org)', () => {
  it.each([
    ['/sitemap.xml', 'siteindex.xsd', []],
    ['/sitemap-pages.xml', 'sitemap.xsd', ['xhtml-link.xsd']],
    ['/sitemap-images-1.xml', 'sitemap.xsd', ['xhtml-link.xsd']],
    ['/sitemap-en-1.xml', 'sitemap.xsd', ['xhtml-link.xsd']],
    ['/sitemap-ar-1.xml', 'sitemap.xsd', ['xhtml-link.xsd']],
    ['/sitemap-news.xml', 'sitemap.xsd', ['sitemap-news.xsd']],
  ] as const)('%s', async (address, schema, more) => {
    const xml = await at(address)
    expect(xml).toContain('<loc>')
    expect(await against(schema, xml, more)).toEqual([])
  })

  it('a schema refuses what it should', async () => {
    const wrong = (await at('/sitemap-news.xml')).replace(
      /<news:publication_date>[^<]*/,
      '<news:publication_date>yesterday',
    )
    expect(await against('sitemap.xsd', wrong, ['sitemap-news.xsd'])).not.toEqual([])
    expect(
      await against('siteindex.xsd', (await at('/sitemap.xml')).replaceAll('loc>', 'address>')),
    ).not.toEqual([])
  })
})

describe('linked data (jsonld, expanded)', () => {
  const schema = 'https://schema.org/'
  const documentLoader = async (url: string) => {
    if (!/^https?:\/\/schema\.org\/?$/.test(url)) throw new Error(`nothing is fetched from ${url}`)
    return {
      contextUrl: undefined,
      documentUrl: url,
      document: { '@context': { '@vocab': schema } },
    }
  }
  type Node = Record<string, unknown> & { '@type'?: string[] }

  /** The nodes of a page by their type, at any depth. */
  async function nodesOf(address: string): Promise<Map<string, Node[]>> {
    const found = new Map<string, Node[]>()
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) return value.forEach(walk)
      if (typeof value !== 'object' || value === null) return
      const node = value as Node
      for (const type of node['@type'] ?? [])
        found.set(type.replace(schema, ''), [...(found.get(type.replace(schema, '')) ?? []), node])
      Object.values(node).forEach(walk)
    }
    for (const [, json = ''] of (await at(address)).matchAll(
      /<script type="application\/ld\+json">(.*?)<\/script>/g,
    ))
      walk(await jsonld.expand(JSON.parse(json) as jsonld.JsonLdDocument, { documentLoader }))
    return found
  }
  const missing = (node: Node | undefined, properties: readonly string[]): string[] =>
    properties.filter((name) => ((node?.[schema + name] ?? []) as unknown[]).length === 0)

  it('of a text has what Google’s article result takes', async () => {
    const nodes = await nodesOf('/en/releases/dam')
    expect(
      missing(nodes.get('NewsArticle')?.[0], [
        'headline',
        'image',
        'datePublished',
        'dateModified',
        'author',
        'publisher',
      ]),
    ).toEqual([])
    const offices = nodes.get('GovernmentOrganization') ?? []
    expect(offices).toHaveLength(2)
    for (const office of offices) expect(missing(office, ['name', 'url', 'logo'])).toEqual([])
    const crumbs = nodes.get('ListItem') ?? []
    expect(crumbs.length).toBeGreaterThan(1)
    for (const crumb of crumbs) expect(missing(crumb, ['position', 'name'])).toEqual([])
  })

  it.each(['/en/releases/dam', '/en/images/room'])(
    'of an image on %s has what Google’s image result takes',
    async (address) => {
      const images = (await nodesOf(address)).get('ImageObject') ?? []
      const licensed = images.filter((one) => missing(one, ['license']).length === 0)
      expect(licensed).not.toEqual([])
      for (const one of licensed)
        expect(
          missing(one, [
            'contentUrl',
            'license',
            'acquireLicensePage',
            'creditText',
            'copyrightNotice',
            'creator',
          ]),
        ).toEqual([])
    },
  )

  it('of the home page tells who publishes here', async () => {
    expect(
      missing((await nodesOf('/en')).get('GovernmentOrganization')?.[0], ['name', 'url', 'logo']),
    ).toEqual([])
  })

  it.each(['/en/releases/old', '/en/releases/gone'])(
    'isn’t on %s, which nobody is to list',
    async (address) => {
      expect([...(await nodesOf(address)).keys()]).toEqual([])
    },
  )
})

describe('the description of the public interface (Redocly, recommended rules)', () => {
  it('is OpenAPI 3.1 without a fault', async () => {
    const config = await createConfig({
      extends: ['recommended'],
      // What a mission publishes has no licence that we could give it.
      rules: { 'info-license': 'off' },
    })
    const problems = await lintFromString({
      source: await at('/openapi.json'),
      absoluteRef: 'openapi.json',
      config,
    })
    expect(
      problems.map(({ ruleId, message, severity }) => `${severity} ${ruleId}: ${message}`),
    ).toEqual([])
  })
})
