import { languageTags } from '../language/languages.ts'
import { releaseKinds } from '../workflow/states.ts'
import { editionsPath } from './addresses.ts'
import { longestQuestion } from './search/query.ts'

/** The description of the public interface in OpenAPI 3.1, as it is served. The tests hold every answer against it. */

const text = { type: 'string' }
const uri = { type: 'string', format: 'uri' }
const moment = { type: 'string', format: 'date-time' }
const languageTag = { type: 'string', enum: [...languageTags] }
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })
const listOf = (items: object) => ({ type: 'array', items })
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** Every property is always there, and no other one. */
const exactly = (properties: Record<string, object>, description?: string) => ({
  type: 'object',
  ...(description ? { description } : {}),
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

const addresses = {
  id: { ...text, description: 'Stays the same across corrections.' },
  language: languageTag,
  url: { ...uri, description: 'The page for people.' },
  self: { ...uri, description: 'The whole text in this interface.' },
}

const summary = {
  ...addresses,
  number: { type: 'integer', minimum: 1, description: 'Of the edition; a correction raises it.' },
  standing: {
    type: 'string',
    enum: ['live', 'withdrawn'],
    description: 'A withdrawn text is still readable under a notice, which is to go with it.',
  },
  kind: { type: 'string', enum: [...releaseKinds] },
  kindName: { ...text, description: 'The kind in words of the text’s language.' },
  headline: text,
  lead: text,
  publishedAt: { ...moment, description: 'First publication. Lists are ordered by it.' },
  updatedAt: { ...moment, description: 'Last correction that readers are told of.' },
  topics: listOf(ref('Topic')),
  image: orNull(ref('Image')),
  otherLanguages: listOf(ref('LanguageVersion')),
}

const schemas = {
  List: exactly({
    editions: listOf(ref('Summary')),
    next: {
      ...orNull(uri),
      description:
        'The next page; null at the end. A page can hold fewer texts than asked for, or none, and still have a next one.',
    },
  }),
  Summary: exactly(summary, 'A text in a list.'),
  Edition: exactly(
    {
      ...summary,
      dateline: exactly({ place: text, date: orNull({ type: 'string', format: 'date' }) }),
      html: {
        ...text,
        description:
          'The whole text, notices first. Nothing in it runs; its addresses are absolute.',
      },
      text: { ...text, description: 'The same without marks, for pasting.' },
      words: { type: 'integer', minimum: 0 },
      minutes: { type: 'integer', minimum: 1, description: 'Time it takes to read.' },
      notices: listOf(ref('Notice')),
      source: orNull(exactly({ name: text, url: orNull(uri) })),
      images: listOf(ref('Image')),
      documents: listOf(ref('Document')),
      contacts: listOf(ref('Contact')),
      translationOf: orNull(ref('LanguageVersion')),
      formats: exactly({ text: uri, ninjs: uri }),
    },
    'A whole text as its page shows it.',
  ),
  LanguageVersion: exactly(addresses, 'The same communication in another language.'),
  Topic: exactly({ slug: text, name: text, url: uri }),
  Image: exactly({
    url: { ...uri, description: 'In full size.' },
    width: { type: 'integer', minimum: 1 },
    height: { type: 'integer', minimum: 1 },
    alt: text,
    caption: text,
    credit: { ...text, description: 'Goes with the picture wherever it is shown.' },
    copyright: text,
    licence: { ...text, description: 'Its address; empty where none is named.' },
  }),
  Document: exactly({ url: uri, mime: text, bytes: orNull({ type: 'integer' }), title: text }),
  Contact: exactly({
    name: text,
    title: text,
    organisation: text,
    telephone: text,
    telephoneAfterHours: text,
    email: text,
    languages: listOf(text),
  }),
  Notice: exactly({
    kind: { type: 'string', enum: ['withdrawn', 'reinstated', 'corrected', 'lagging'] },
    title: text,
    text,
    date: moment,
  }),
  Errors: exactly({ errors: listOf(exactly({ message: text })) }),
}

const answerOf = (description: string, name: keyof typeof schemas) => ({
  description,
  content: { 'application/json': { schema: ref(name) } },
})

const parameter = (name: string, schema: object, description: string, required = false) => ({
  name,
  in: 'query',
  required,
  schema,
  description,
})
const dayOrMoment = { anyOf: [{ type: 'string', format: 'date' }, moment] }

export function openApi({ origin, mission }: { origin: string; mission: string }): object {
  return {
    openapi: '3.1.0',
    info: {
      title: `${mission}: press room`,
      version: '1',
      description:
        'What the press room shows, for reading by programs. No key is needed. Texts that were withdrawn are in no list; texts that were retracted answer 410.',
    },
    servers: [{ url: origin }],
    security: [],
    paths: {
      [editionsPath]: {
        get: {
          operationId: 'listEditions',
          summary: 'Live texts in one language, newest first',
          parameters: [
            parameter('language', languageTag, 'Language of the texts.', true),
            parameter('kind', { type: 'string', enum: [...releaseKinds] }, 'Only of this kind.'),
            parameter(
              'topic',
              { type: 'string', pattern: '^[a-z0-9-]{1,200}$' },
              'Slug of a topic.',
            ),
            parameter(
              'q',
              { type: 'string', minLength: 1, maxLength: longestQuestion },
              'Only texts that have all of these words, in any of their forms: without marks, in Cyrillic or Latin letters, or, from four letters on, words that begin so.',
            ),
            parameter(
              'since',
              dayOrMoment,
              'Published at this moment or later. A day begins in UTC.',
            ),
            parameter('until', dayOrMoment, 'Published before this moment.'),
            parameter(
              'limit',
              { type: 'integer', minimum: 1, maximum: 50, default: 20 },
              'At most so many texts.',
            ),
            parameter('cursor', text, 'From `next` of the page before; never made by hand.'),
          ],
          responses: {
            200: answerOf('A page of the list.', 'List'),
            400: answerOf('A parameter is wrong; the message says which and how.', 'Errors'),
            503: answerOf(
              'Words can’t be looked for yet. Retry-After says when to ask again.',
              'Errors',
            ),
          },
        },
      },
      [`${editionsPath}/{id}`]: {
        get: {
          operationId: 'getEdition',
          summary: 'One text in full',
          parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
          responses: {
            200: answerOf('The text, live or withdrawn.', 'Edition'),
            404: answerOf('There is no such text.', 'Errors'),
            410: answerOf('It was retracted. What was taken over is to be deleted.', 'Errors'),
          },
        },
      },
    },
    components: { schemas },
  }
}
