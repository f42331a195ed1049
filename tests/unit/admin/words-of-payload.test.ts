import type { Field, SanitizedConfig } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeConfig } from '../../../src/config.ts'

/** Everything that the admin names is named in the desk's four languages. */

const languages = ['en', 'nb', 'kk', 'ru'] as const
let config: SanitizedConfig

beforeAll(async () => {
  config = await makeConfig({
    databaseUri: 'file::memory:',
    secret: 'a secret for tests that is long enough',
    serverUrl: 'http://localhost:3000',
    mediaDir: '/nowhere',
    logger: 'silent',
  })
})

/** What is missing of a label; nothing, when it says something in every language. */
function missing(label: unknown): string[] {
  if (label === null || typeof label !== 'object') return [`is ${JSON.stringify(label)}`]
  const said = label as Record<string, unknown>
  return languages.filter((tag) => typeof said[tag] !== 'string' || said[tag] === '')
}

/** Payload's own fields, which it names itself. Languages are called what they call themselves. */
const payloadsOwn = ['id', 'url', 'thumbnailURL', 'mimeType']
const namesOfLanguages = ['language', 'languages', 'writes', 'reviews', 'defaultLanguage']

function shownFields(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => {
    const admin = (field.admin ?? {}) as Record<string, unknown>
    const unseen = admin.hidden && admin.disableListColumn && admin.disableListFilter
    if (('hidden' in field && field.hidden) || unseen || admin.disabled) return []
    const inner = 'fields' in field ? shownFields(field.fields) : []
    return field.type === 'row' ? inner : [field, ...inner]
  })
}

function unnamed(where: string, fields: readonly Field[]): string[] {
  return shownFields(fields).flatMap((field) => {
    const name = 'name' in field ? field.name : field.type
    const label: unknown = 'label' in field ? field.label : undefined
    // What Payload adds to files and accounts is named by its own words.
    if (payloadsOwn.includes(name) || typeof label === 'function') return []
    const options =
      field.type === 'select' && !namesOfLanguages.includes(name)
        ? field.options.flatMap((option) =>
            typeof option === 'string' ? [option] : missing(option.label),
          )
        : []
    const rows =
      field.type === 'array'
        ? [field.labels?.singular, field.labels?.plural].flatMap((one) => missing(one))
        : []
    const lacks = [...missing(label), ...options, ...rows]
    return lacks.length > 0 ? [`${where}.${name}: ${lacks.join(', ')}`] : []
  })
}

describe('the admin', () => {
  it('names every collection and its group in four languages', () => {
    const shown = config.collections.filter(
      ({ admin, slug }) => !admin.hidden && !slug.startsWith('payload-'),
    )
    expect(shown.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['releases', 'translations', 'events', 'editions', 'users']),
    )
    expect(
      shown.flatMap(({ slug, labels, admin }) =>
        [labels.singular, labels.plural, admin.group].flatMap((label) =>
          missing(label).map((lack) => `${slug}: ${lack}`),
        ),
      ),
    ).toEqual([])
    expect(config.globals.flatMap(({ label }) => missing(label))).toEqual([])
  })

  it('names every field and every choice in four languages', () => {
    const shown = config.collections.filter(
      ({ admin, slug }) => !admin.hidden && !slug.startsWith('payload-'),
    )
    expect([
      ...shown.flatMap(({ slug, fields }) => unnamed(slug, fields)),
      ...config.globals.flatMap(({ slug, fields }) => unnamed(slug, fields)),
    ]).toEqual([])
  })

  it('has the words of the text editor in four languages, with the same things filled in', () => {
    const translations = config.i18n.translations as Record<string, Record<string, unknown>>
    const sentences = (tree: unknown, above = ''): [string, string][] =>
      typeof tree === 'string'
        ? [[above, tree]]
        : Object.entries(tree as object).flatMap(([key, value]) =>
            sentences(value, `${above}:${key}`),
          )
    const english = sentences(translations.en?.lexical)
    expect(english.length).toBeGreaterThan(20)
    for (const language of ['nb', 'kk', 'ru']) {
      const own = new Map(sentences(translations[language]?.lexical))
      expect([...own.keys()].sort(), language).toEqual(english.map(([key]) => key).sort())
      for (const [key, sentence] of english)
        expect(own.get(key)?.match(/\{\{\w+\}\}/g), `${language}${key}`).toEqual(
          sentence.match(/\{\{\w+\}\}/g),
        )
    }
  })
})
