import { describe, expect, it } from 'vitest'
import { checksOf } from '@/admin/writing/checks.ts'
import { contentOf, differing, type Values, valuesIn } from '@/admin/writing/form-text.ts'
import { merged, mergeOf } from '@/admin/writing/merge.ts'
import { questionAbout } from '@/admin/writing/surroundings.ts'
import { toLexical } from '@/desk/lexical.ts'
import type { FormSurroundings } from '@/desk/surroundings.ts'
import { paragraph, text } from '../workflow/helpers.ts'

const ferry = 'The ferry leaves at noon.'
const fare = 'A ticket costs twelve crowns.'
const now = '2026-11-24T09:00:00.000Z'

const { type: _type, ...content } = text({ headline: '', lead: '', body: [] })
const around: FormSurroundings = {
  content,
  published: ['ada'],
  cleared: [],
  origin: 'https://press.talvania.example',
  mustFix: [],
  standingUnsaid: [],
  otherHeadlines: [],
  waivers: [],
  original: null,
  neverPublic: true,
  today: '2026-11-26',
}

function form(changes: Values = {}): Values {
  return valuesIn('release', {
    language: 'en',
    kind: 'news',
    headline: 'A bridge opens',
    lead: 'On Friday.',
    body: toLexical([paragraph(ferry), paragraph(fare)]),
    contacts: ['ada'],
    about: false,
    ...changes,
  })
}

const question = (values: Values) => questionAbout('release', 'r1', values, 2)
const groupsOf = (values: Values, more: Partial<FormSurroundings> = {}, unsaved = false) =>
  checksOf('release', values, { ...around, ...more }, { unsaved, draft: true, now }).groups.map(
    ({ group, problems }) => [group, ...problems.map(({ requirement }) => requirement)],
  )

describe('what stands in a form', () => {
  it('is the same however a field is left empty, and whatever the editor adds', () => {
    const one = form({ lead: '', topics: [], about: false })
    const other = form({ lead: null, topics: null, about: null, contacts: [{ id: 'ada' }] })
    expect(differing('release', one, other)).toEqual([])
    const spaced = toLexical([
      paragraph(ferry),
      { type: 'paragraph', children: [] },
      paragraph(fare),
    ])
    expect(differing('release', form(), form({ body: spaced }))).toEqual([])
    expect(differing('release', form(), form({ lead: 'On Saturday.' }))).toEqual(['lead'])
  })

  it('is the text that would be published', () => {
    expect(
      contentOf('release', form({ datelineDate: '2026-03-03T12:00:00.000Z' }), around),
    ).toEqual({
      ...content,
      kind: 'news',
      headline: 'A bridge opens',
      lead: 'On Friday.',
      body: [paragraph(ferry), paragraph(fare)],
      datelineDate: '2026-03-03',
    })
  })

  it('asks the desk again for what can change the answer, and for no word', () => {
    expect(question(form({ lead: 'Another.' }))).toBe(question(form()))
    expect(question(form({ contacts: ['ada', 'ola'] }))).not.toBe(question(form()))
    const body = toLexical([{ type: 'image', image: 'quay' }])
    expect(question(form({ body }))).toContain('pictures=quay')
  })
})

describe('requirements beside a form', () => {
  it('are grouped by the step that they stop', () => {
    expect(groupsOf(form())).toEqual([])
    const lacking = { headline: '', lead: 'By \u041cinister', embargo: now }
    expect(groupsOf(form(lacking), { published: [] })).toEqual([
      ['save', 'headline-present'],
      ['warning', 'one-script-per-word', 'embargo-ahead'],
      ['publish', 'parts-published'],
    ])
    expect(groupsOf(form(), { otherHeadlines: ['A bridge opens'] })).toEqual([
      ['advice', 'headline-of-its-own'],
    ])
  })

  it('ask for the day of a notice, which is today’s at the post', () => {
    const notice = { kind: 'consular-notice' }
    expect(groupsOf(form(notice))).toEqual([['submit', 'review-by-present']])
    const dated = form({ ...notice, reviewBy: '2026-11-27T12:00:00.000Z' })
    expect(groupsOf(dated)).toEqual([])
    expect(groupsOf(dated, { today: '2026-11-27' })).toEqual([['submit', 'review-by-ahead']])
    expect(groupsOf(form({ endsAt: now }))).toEqual([['submit', 'ends-ahead']])
  })

  it('leave out what somebody signed for, until the form says something else', () => {
    const requirement = 'one-script-per-word' as const
    const waivers = [{ requirement, message: '', by: 'Eva', at: '', reason: 'A name.' }]
    const mixed = form({ lead: 'By \u041cinister' })
    expect(groupsOf(mixed, { waivers })).toEqual([])
    expect(groupsOf(mixed, { waivers }, true)).toEqual([['warning', requirement]])
  })
})

describe('two forms of a text', () => {
  const mine = form({
    headline: 'My bridge',
    lead: 'At noon.',
    body: toLexical([paragraph(`${ferry} Be early.`), paragraph(fare)]),
  })
  const theirs = form({
    lead: 'On Saturday.',
    contacts: ['ada', 'ola'],
    reviewBy: '2026-12-24T12:00:00.000Z',
    body: toLexical([paragraph(ferry), paragraph(`${fare} Children pay half.`)]),
  })
  const shown = {
    mine: contentOf('release', mine, around),
    theirs: contentOf('release', theirs, around),
  }
  const merge = mergeOf('release', { base: form(), mine, theirs }, shown)

  it('are chosen from by field and paragraph, the changed side first', () => {
    expect(merge.choices.map(({ key, suggested }) => [key, suggested])).toEqual([
      ['headline', 'mine'],
      ['lead', null],
      ['contacts', 'theirs'],
      ['reviewBy', 'theirs'],
      ['body-0', 'mine'],
      ['body-1', 'theirs'],
    ])
  })

  it('show the day, which no reader sees', () => {
    const day = merge.choices.find(({ key }) => key === 'reviewBy')
    expect(day?.pieces).toEqual([{ kind: 'removed', text: '2026-12-24' }])
  })

  it('become one that says what was chosen', () => {
    const chosen = new Map(merge.choices.map(({ key, suggested }) => [key, suggested ?? 'mine']))
    const made = merged(merge, chosen)
    expect(made).toMatchObject({
      headline: 'My bridge',
      lead: 'At noon.',
      contacts: ['ada', 'ola'],
      reviewBy: '2026-12-24T12:00:00.000Z',
    })
    expect(contentOf('release', made, around).body).toEqual([
      paragraph(`${ferry} Be early.`),
      paragraph(`${fare} Children pay half.`),
    ])
  })

  it.each([
    ['mine', mine],
    ['theirs', theirs],
  ] as const)('become %s where all of it is chosen', (side, whole) => {
    const made = merged(merge, new Map(merge.choices.map(({ key }) => [key, side])))
    expect(differing('release', made, whole)).toEqual([])
  })
})
