import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bar } from '../../src/desk/bar.ts'
import type { BarAction } from '../../src/desk/bar-actions.ts'
import { accepted, act, change, make, paragraph, publish, revisionOf } from './acts.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'

let desk: Desk
let editor: Someone
let colleague: Someone
let translator: Someone
let reviewer: Someone
let norwegian: Someone
let contact: string

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('Eva', ['editor'])
  colleague = await desk.person('Olav', ['editor'])
  translator = await desk.person('Timo', ['translator'])
  reviewer = await desk.person('Rita', ['reviewer'])
  norwegian = await desk.person('Nils', ['reviewer'], ['nb'])
  contact = await make(editor, 'contacts', { name: 'Mira', email: 'press@mission.example' })
  await publish(editor, reviewer, `/api/contacts/${contact}`)
  await desk.payload.updateGlobal({
    slug: 'mission',
    data: {
      languages: ['en', 'nb', 'kk'],
      defaultLanguage: 'en',
      timeZonePost: 'Europe/Oslo',
      timeZoneCapital: 'Asia/Almaty',
    } as never,
  })
}, 120_000)

afterAll(() => desk.close())

const whole = (words: object = {}) => ({
  language: 'en',
  kind: 'news',
  headline: 'The bridge opens',
  lead: 'It opens on Friday.',
  body: paragraph('Everybody may cross it.'),
  contacts: [contact],
  about: false,
  ...words,
})

async function bar(who: Someone, path: string, language = 'en', since = ''): Promise<Bar> {
  const answer = await who.rest('GET', `/api/${path}/bar${since}`, undefined, {
    'Accept-Language': language,
  })
  return accepted(answer).body as Bar
}

const all = ({ next, beside, others }: Bar): BarAction[] => [
  ...(next ? [next] : []),
  ...beside,
  ...others,
]
const named = (shown: Bar, action: string): BarAction => {
  const found = all(shown).find((one) => one.action === action)
  if (!found) throw new Error(`no ${action}`)
  return found
}

const everyAction = [
  'submit',
  'recall',
  'return',
  'approve',
  'reopen',
  'schedule',
  'unschedule',
  'publish',
  'revise',
  'withdraw',
  'retract',
  'waive',
  'emergency-publish',
  'confirm',
  'reinstate',
  'still-right',
]

describe('the bar of a draft that is complete', () => {
  let path: string
  beforeAll(async () => {
    path = `releases/${await make(editor, 'releases', whole())}`
  })

  it('shows every action of the table once, whoever looks', async () => {
    for (const who of [editor, reviewer, translator]) {
      const actions = all(await bar(who, path)).map(({ action }) => action)
      expect(actions.toSorted(), who.name).toEqual(everyAction.toSorted())
    }
  })

  it('leads its author to submitting it', async () => {
    const shown = await bar(editor, path)
    expect(shown.next?.action).toBe('submit')
    expect(shown.next?.why).toEqual([])
    expect(shown).toMatchObject({ state: 'draft', holder: 'Eva', edition: '', publicPage: null })
    expect(shown.readOnly).toBeNull()
  })

  it('says of approving why it is closed', async () => {
    expect(named(await bar(editor, path), 'approve').why.map(({ message }) => message)).toContain(
      'Only a reviewer can do this. Ask one of them.',
    )
  })

  it('tells a reviewer, who can’t write, that they can only read it', async () => {
    const shown = await bar(reviewer, path)
    expect(shown.next).toBeNull()
    expect(shown.readOnly).toBe('Only an editor can change this.')
  })

  it('agrees with what REST lists', async () => {
    for (const who of [editor, reviewer, translator]) {
      const listed = at(
        accepted(await who.rest('GET', `/api/${path}/actions`)).body,
        'actions',
      ) as { action: string; allowed: boolean }[]
      const open = all(await bar(who, path))
        .filter(({ why }) => why.length === 0)
        .map(({ action }) => action)
      expect(open.toSorted()).toEqual(
        listed
          .filter(({ allowed }) => allowed)
          .map(({ action }) => action)
          .toSorted(),
      )
    }
  })

  it('has nothing to waive where there is no warning, here and in REST', async () => {
    const sentence = 'There is no such warning on this text. Nothing needs waiving.'
    expect(named(await bar(editor, path), 'waive').why).toEqual([
      { message: sentence, problems: [] },
    ])
    const listed = at((await editor.rest('GET', `/api/${path}/actions`)).body, 'actions')
    expect(listed).toContainEqual(expect.objectContaining({ action: 'waive', allowed: false }))
  })
})

describe('the bar of a draft in which something is missing', () => {
  it('keeps submitting as the next step, closed, with the place of everything to be mended', async () => {
    const id = await make(
      editor,
      'releases',
      whole({ lead: '', contacts: [], body: paragraph('It costs [amount].') }),
    )
    const shown = await bar(editor, `releases/${id}`)
    expect(shown.next?.action).toBe('submit')
    expect(shown.next?.why).toEqual([
      {
        message: '3 things are still to be mended.',
        problems: [
          { message: 'Enter a lead.', field: 'lead', segment: null, note: null },
          { message: 'Name at least one contact.', field: 'contacts', segment: null, note: null },
          {
            message: 'Fill in the placeholder (“[amount]”).',
            field: 'body',
            segment: 0,
            note: null,
          },
        ],
      },
    ])
  })

  it('offers each warning to be waived, in words', async () => {
    // The С is Cyrillic.
    const id = await make(editor, 'releases', whole({ headline: 'Сity bridge opens' }))
    const { why, asks } = named(await bar(editor, `releases/${id}`), 'waive')
    expect(why).toEqual([])
    expect(asks.map(({ field, kind }) => [field, kind])).toEqual([
      ['requirement', 'choice'],
      ['reason', 'words'],
    ])
    expect(asks[0]?.options).toEqual([
      {
        value: 'one-script-per-word',
        label: expect.stringContaining('Retype the word (“Сity”)'),
      },
    ])
  })
})

describe('the bar of a text in review', () => {
  let path: string
  beforeAll(async () => {
    path = `releases/${await make(editor, 'releases', whole({ headline: 'A second bridge' }))}`
    await act(editor, `/api/${path}`, 'submit')
  })

  it('says in words who has it, and what to do before it can be changed', async () => {
    const shown = await bar(editor, path)
    expect(shown.holder).toBe('Reviewers of English')
    expect(shown.readOnly).toBe('This is in review and can’t be changed. Choose “Recall” first.')
    expect((await bar(editor, path, 'ru')).holder).toBe('Утверждающие, язык: английский')
  })

  it.each([
    ['its editor', () => editor, null, ['recall']],
    ['a reviewer', () => reviewer, 'approve', ['return']],
    ['a reviewer of another language', () => norwegian, null, ['return']],
  ] as const)('leads %s to the step that is theirs', async (_who, who, next, beside) => {
    const shown = await bar(who(), path)
    expect(shown.next?.action ?? null).toBe(next)
    expect(shown.beside.map(({ action }) => action)).toEqual(beside)
  })

  it('asks for a note when it is returned, and shows the note until it is submitted again', async () => {
    expect(named(await bar(reviewer, path), 'return').asks).toMatchObject([
      { field: 'note', label: 'Note', kind: 'words', only: null },
    ])
    await act(reviewer, `/api/${path}`, 'return', { note: 'Name the engineer.' })
    expect((await bar(editor, path)).returned).toMatchObject({
      note: 'Name the engineer.',
      by: 'Rita',
    })
    expect((await bar(editor, path)).holder).toBe('Eva')
    await act(editor, `/api/${path}`, 'submit')
    expect((await bar(editor, path)).returned).toBeNull()
  })
})

describe('the bar of an approved text', () => {
  it('asks for the time of publication and tells it in both zones', async () => {
    const id = await make(editor, 'releases', whole({ headline: 'A third bridge' }))
    await act(editor, `/api/releases/${id}`, 'submit')
    await act(reviewer, `/api/releases/${id}`, 'approve')
    const approved = await bar(reviewer, `releases/${id}`)
    expect(approved.next?.action).toBe('publish')
    expect(approved.next).toMatchObject({
      reminds: [],
      asks: [],
      fallsOn: 'Publishes it in {languages}.',
      languages: [{ tag: 'en', name: 'English', own: true }],
    })
    expect(named(approved, 'schedule').asks).toMatchObject([{ field: 'at', kind: 'moment' }])
    await act(reviewer, `/api/releases/${id}`, 'schedule', { at: '2031-03-06T09:00:00Z' })
    const shown = await bar(reviewer, `releases/${id}`)
    expect(shown.holder).toBe('Waiting for its time')
    expect(shown.scheduled).toContain('6 March at 10:00 (Oslo)')
    expect(shown.scheduled).toContain('14:00 (Almaty)')
  })

  it('presets the end of an embargo, and doesn’t lead to publishing before it', async () => {
    const embargo = '2031-05-01T06:00:00.000Z'
    const id = await make(editor, 'releases', whole({ headline: 'A fourth bridge', embargo }))
    await act(editor, `/api/releases/${id}`, 'submit')
    await act(reviewer, `/api/releases/${id}`, 'approve')
    const shown = await bar(reviewer, `releases/${id}`)
    expect(shown.next?.action).toBe('schedule')
    expect(shown.next?.asks[0]?.preset).toBe(embargo)
    expect(named(shown, 'publish').why.map(({ message }) => message)).toEqual([
      'The embargo ends at 2031-05-01 06:00 UTC. Publish it after that.',
    ])
  })
})

describe('the bar of a published family', () => {
  let release: string
  let translation: string
  beforeAll(async () => {
    release = await make(editor, 'releases', whole({ headline: 'A fifth bridge' }))
    await publish(editor, reviewer, `/api/releases/${release}`)
    translation = await make(translator, 'translations', {
      release,
      language: 'nb',
      headline: 'En femte bro',
      lead: 'Den åpner fredag.',
      body: paragraph('Alle kan gå over.'),
    })
    await publish(translator, reviewer, `/api/translations/${translation}`)
  })

  it('leads to the public page', async () => {
    const shown = await bar(editor, `releases/${release}`)
    expect(shown).toMatchObject({
      edition: 'Edition 1: Live',
      publicPage: '/en/releases/a-fifth-bridge',
      holder: null,
      preview: `/api/releases/${release}/preview`,
    })
    expect((await bar(editor, `translations/${translation}`)).publicPage).toBe(
      '/nb/releases/en-femte-bro',
    )
    expect(await bar(editor, `contacts/${contact}`)).toMatchObject({
      publicPage: '/en/contacts',
      preview: null,
    })
  })

  it('names the languages that go when the release is withdrawn', async () => {
    const { languages, asks, fallsOn } = named(
      await bar(reviewer, `releases/${release}`),
      'withdraw',
    )
    expect(languages).toEqual([
      { tag: 'en', name: 'English', own: true },
      { tag: 'nb', name: 'Norwegian Bokmål', own: false },
    ])
    expect(asks.map(({ field }) => field)).toEqual(['explanation'])
    expect(fallsOn).toBe('Withdraws it in {languages}.')
    const own = named(await bar(reviewer, `translations/${translation}`), 'withdraw')
    expect(own.languages.map(({ tag }) => tag)).toEqual(['nb'])
  })

  it('asks of a second edition whether readers are told, and what', async () => {
    await act(editor, `/api/releases/${release}`, 'revise')
    await change(editor, `/api/releases/${release}`, { lead: 'It opens on Saturday.' })
    await act(editor, `/api/releases/${release}`, 'submit')
    await act(reviewer, `/api/releases/${release}`, 'approve')
    const { asks } = named(await bar(reviewer, `releases/${release}`), 'publish')
    expect(asks.map(({ field, kind, only }) => [field, kind, only])).toEqual([
      ['change', 'choice', null],
      // The day is a name as far as its letters tell.
      ['reason', 'words', 'minor'],
      ['publicNote', 'words', 'major'],
    ])
    await act(reviewer, `/api/releases/${release}`, 'publish', {
      change: 'major',
      publicNote: 'The day was wrong.',
    })
    expect((await bar(editor, `releases/${release}`)).edition).toBe('Edition 2: Live')
  })

  it('marks the translation as out of date until it is renewed', async () => {
    expect((await bar(translator, `translations/${translation}`)).stale).toBe(
      'The release has changed since this translation was made.',
    )
    await act(translator, `/api/translations/${translation}`, 'revise')
    const draft = await bar(translator, `translations/${translation}`)
    expect(draft.next?.action).toBe('renew')
    await act(translator, `/api/translations/${translation}`, 'renew')
    const renewed = await bar(translator, `translations/${translation}`)
    expect(renewed.stale).toBeNull()
    expect(renewed.next?.action).toBe('submit')
  })

  it('tells another translator whose translation it is', async () => {
    const other = await desk.person('Tora', ['translator'])
    expect((await bar(other, `translations/${translation}`)).readOnly).toBe(
      'This is another person’s text. Ask its author or an editor.',
    )
    expect((await bar(reviewer, `translations/${translation}`)).readOnly).toBe(
      'Only an editor or a translator can change this.',
    )
  })

  it('points a translation to its release for what stands there', async () => {
    const { elsewhere } = await bar(translator, `translations/${translation}`)
    expect(elsewhere?.href).toBe(`/admin/collections/releases/${release}`)
    expect(elsewhere?.fields).toEqual(expect.arrayContaining(['images', 'contacts', 'sourceUrl']))
    expect(elsewhere?.fields).not.toContain('headline')
    expect((await bar(editor, `releases/${release}`)).elsewhere).toBeNull()
  })
})

describe('what happened since a person looked', () => {
  it('is told in sentences, in their language', async () => {
    const id = await make(editor, 'releases', whole({ headline: 'A sixth bridge' }))
    const seen = await revisionOf(editor, `/api/releases/${id}`)
    await change(colleague, `/api/releases/${id}`, { lead: 'On Sunday.' })
    await act(colleague, `/api/releases/${id}`, 'submit')
    const since = `?since=${seen}`
    expect((await bar(editor, `releases/${id}`, 'en', since)).meanwhile).toEqual([
      expect.stringMatching(/^Changed: Olav, /),
      expect.stringMatching(/^Submit for review: Olav, /),
    ])
    expect((await bar(editor, `releases/${id}`, 'kk', since)).meanwhile).toEqual([
      expect.stringMatching(/^Өзгертілді – Olav, /),
      expect.stringMatching(/^Қарауға жіберу – Olav, /),
    ])
    expect((await bar(editor, `releases/${id}`)).meanwhile).toEqual([])
  })
})

describe('the bar, asked by', () => {
  let id: string
  beforeAll(async () => {
    id = await make(editor, 'releases', whole({ headline: 'A seventh bridge' }))
  })

  it.each([
    ['a stranger', () => desk.stranger, 401],
    ['somebody who has a role', () => translator, 200],
  ])('%s', async (_who, who, status) => {
    expect((await who().rest('GET', `/api/releases/${id}/bar`)).status).toBe(status)
  })

  it('somebody about a text that isn’t there', async () => {
    const answer = await editor.rest('GET', '/api/releases/nothing/bar')
    expect(answer).toMatchObject({
      status: 404,
      body: { errors: [{ message: 'There is no such document.' }] },
    })
  })

  it('somebody about a revision that is no number', async () => {
    const answer = await editor.rest('GET', `/api/releases/${id}/bar?since=yesterday`)
    expect(at(answer.body, 'meanwhile')).toEqual([])
  })
})

it('says of a contact that is public where it is shown, and nothing of texts that the person may not know of', async () => {
  const other = await make(editor, 'contacts', { name: 'Una', email: 'una@mission.example' })
  await publish(editor, reviewer, `/api/contacts/${other}`)
  expect((await bar(reviewer, `contacts/${other}`)).uses).toEqual([])
  const shows = async (headline: string) =>
    make(editor, 'releases', whole({ headline, contacts: [other] }))
  const live = await shows('A ferry sails')
  await publish(editor, reviewer, `/api/releases/${live}`)
  const draft = await shows('A tunnel is dug')
  const secret = await shows('A minister resigns')
  accepted(
    await editor.rest('POST', `/api/releases/${secret}/restriction`, { people: [editor.id] }),
  )
  expect((await bar(reviewer, `contacts/${other}`)).uses).toEqual([
    { words: '“A ferry sails” (English), public', href: `/admin/collections/releases/${live}` },
    { words: '“A tunnel is dug” (English), in work', href: `/admin/collections/releases/${draft}` },
  ])
  expect((await bar(editor, `contacts/${other}`)).uses).toHaveLength(3)
  expect((await bar(reviewer, `releases/${live}`)).uses).toEqual([])
})

const translation = (id: string) => `/admin/collections/translations/${id}`

it('names the other languages of a family with their states, and leads to them', async () => {
  const release = await make(editor, 'releases', whole({ headline: 'A lighthouse shines' }))
  await publish(editor, reviewer, `/api/releases/${release}`)
  const into = (language: string, headline: string) =>
    make(editor, 'translations', { release, language, headline, lead: 'X', body: paragraph('Y') })
  const kazakh = await into('kk', 'Маяк жанды')
  const norwegianText = await into('nb', 'Et fyr lyser')
  await act(editor, `/api/translations/${norwegianText}`, 'submit')
  expect((await bar(editor, `releases/${release}`)).family).toEqual([
    {
      name: 'Norwegian Bokmål',
      state: 'in-review',
      stale: false,
      href: translation(norwegianText),
    },
    { name: 'Kazakh', state: 'draft', stale: false, href: translation(kazakh) },
  ])
  await act(editor, `/api/releases/${release}`, 'revise')
  await change(editor, `/api/releases/${release}`, { lead: 'It shines all night.' })
  await publish(editor, reviewer, `/api/releases/${release}`, {
    change: 'major',
    publicNote: 'It shines longer.',
  })
  expect((await bar(editor, `translations/${kazakh}`)).family).toEqual([
    {
      name: 'English',
      state: 'published',
      stale: false,
      href: `/admin/collections/releases/${release}`,
    },
    { name: 'Norwegian Bokmål', state: 'in-review', stale: true, href: translation(norwegianText) },
  ])
  expect((await bar(editor, `contacts/${contact}`)).family).toEqual([])
})
