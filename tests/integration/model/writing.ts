import { at } from '../harness.ts'
import { attempt, type Run } from './attempt.ts'
import { isTaken } from './changes.ts'
import { createText } from './effects.ts'
import { is, isStranger, type Person } from './people.ts'
import { pathOf, pick } from './requests.ts'
import { textData } from './saves.ts'
import { type Step } from './steps.ts'
import { mark, passage } from './words.ts'
import { type Item, live, type Text, type TextFields, type World } from './world.ts'

/** New texts: written, copied, translated. */

export function newFields(world: World, n: number, shows: number): TextFields {
  const all = (type: Item['type']) =>
    world.items.filter((item) => item.type === type && !item.deleted && live(item))
  const kind = n % 2 === 0 ? 'news' : 'press-release'
  return {
    language: n % 9 === 8 ? 'nb' : 'en',
    headline: passage('headline', 'fine'),
    lead: passage('lead', 'fine'),
    body: passage('body', 'fine'),
    link: '',
    picture: null,
    place: kind === 'news' ? '' : `Oslo ${mark()}`,
    translator: null,
    kind,
    date: kind === 'news' ? '' : '2026-05-04',
    contacts: all('contact').slice(0, 1),
    images: shows & 1 ? all('image') : [],
    documents: shows & 2 ? all('document') : [],
    topics: shows & 4 ? world.topics.filter(({ gone }) => !gone) : [],
    embargo: null,
    about: (shows & 8) !== 0,
  }
}

export async function release(run: Run, who: Person, fields: TextFields): Promise<void> {
  const { world } = run
  await attempt(run, {
    who,
    method: 'POST',
    path: '/api/releases',
    body: textData(fields, null),
    says: `write a release in ${fields.language}`,
    expect: () =>
      isStranger(who)
        ? { status: 401 }
        : !is(who, 'editor')
          ? { status: 403 }
          : { status: 201, after: ({ body }) => text(world, who, body, fields, null) },
    about: [],
  })
}

function text(world: World, who: Person, body: unknown, fields: TextFields, of: Text | null): Text {
  const type = of ? 'translation' : 'release'
  const number = world.texts.filter((one) => one.type === type).length + 1
  const id = String(at(body, 'doc', 'id'))
  const name = of ? `translation ${number} (${fields.language} of ${of.name})` : `release ${number}`
  return createText(world, who, { type, name, collection: `${type}s`, id, fields }, of)
}

/** Duplicating makes a draft of whoever does it, whatever the copied text has been through. */
export async function copy(run: Run, who: Person, original: Text): Promise<void> {
  const { world } = run
  await attempt(run, {
    who,
    method: 'POST',
    path: `${pathOf(original)}/duplicate`,
    body: {},
    says: `copy ${original.name} (${original.state})`,
    expect: () =>
      isStranger(who)
        ? { status: 401 }
        : !is(who, 'editor')
          ? { status: 403 }
          : { status: 200, after: ({ body }) => text(world, who, body, original.fields, null) },
    about: [original],
  })
}

export async function translate(run: Run, who: Person, of: Text, step: Step): Promise<void> {
  const { world } = run
  const language = pick(['nb', 'kk', 'nb', 'kk', 'en'], step.n) ?? 'nb'
  const chosen = pick(
    world.people.filter((one) => is(one, 'translator')),
    step.m,
  )
  const asked = step.m % 4 === 3 ? null : (chosen?.id ?? null)
  const fields: TextFields = {
    ...newFields(world, 0, 0),
    language,
    place: `Oslo ${mark()}`,
    translator: asked,
  }
  await attempt(run, {
    who,
    method: 'POST',
    path: '/api/translations',
    body: textData(fields, of),
    says: `translate ${of.name} into ${language}`,
    expect: () => {
      if (isStranger(who)) return { status: 401 }
      if (!is(who, 'editor', 'translator')) return { status: 403 }
      if (of.deleted || of.fields.language === language) return { status: 422 }
      if (isTaken(world, of, language)) return { status: 409 }
      if (!is(who, 'editor') && !who.languages.includes(language)) return { status: 403 }
      const translator = is(who, 'editor') ? asked : who.id
      return {
        status: 201,
        after: ({ body }) => text(world, who, body, { ...fields, translator }, of),
      }
    },
    about: [of],
  })
}
