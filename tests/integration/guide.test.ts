import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Guide, guideOf, rememberGuide } from '../../src/desk/guide.ts'
import { personOf } from '../../src/desk/person.ts'
import { accepted, act, change, make, paragraph, publish } from './acts.ts'
import { type Desk, openDesk, type Someone } from './harness.ts'

/** The five things that newcomers to the demonstration are led through. */

let desk: Desk
let editor: Someone
let reviewer: Someone
let translator: Someone
let release: string

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor', ['editor'])
  reviewer = await desk.person('reviewer', ['reviewer'])
  translator = await desk.person('translator', ['translator'])
  const contact = await make(editor, 'contacts', { name: 'Mira', email: 'press@mission.example' })
  await publish(editor, reviewer, `/api/contacts/${contact}`)
  release = await make(editor, 'releases', {
    language: 'en',
    kind: 'news',
    headline: 'Film week',
    lead: 'Six films.',
    body: paragraph('In spring.'),
    contacts: [contact],
    about: false,
  })
})
afterAll(() => desk.close())

async function guideFor(who: Someone, language = 'en'): Promise<Guide | null> {
  const user = await desk.payload.findByID({ collection: 'users', id: who.id })
  const actor = personOf(user) ?? expect.unreachable()
  const reader = { payload: desk.payload, user: { ...user, collection: 'users' }, actor }
  return guideOf({ ...reader, now: desk.clock.now }, language)
}
const done = async () =>
  (await guideFor(editor))?.steps.filter((one) => one.done).map(({ step }) => step)

it('is in no other mission', async () => {
  expect(await guideFor(editor)).toBeNull()
})

it('names the draft in the person’s language, and leads to it', async () => {
  await rememberGuide(desk.payload, release)
  const guide = await guideFor(editor, 'nb')
  expect(guide?.href).toBe(`/admin/collections/releases/${release}`)
  expect(guide?.steps.map(({ words }) => words.split(':')[0])).toEqual([
    'Skriv',
    'Gå gjennom',
    'Publiser',
    'Oversett',
    'Rett',
  ])
  expect(guide?.steps[0]?.words).toContain('«Film week»')
})

it('is put away by each for themselves', async () => {
  const path = '/api/payload-preferences/guide'
  accepted(await translator.rest('POST', path, { value: { putAway: true } }))
  expect(await guideFor(translator)).toBeNull()
  expect(await guideFor(editor)).not.toBeNull()
})

it('tells what was done, whoever did it, and goes when all is done', async () => {
  const path = `/api/releases/${release}`
  expect(await done()).toEqual([])
  await act(editor, path, 'submit')
  expect(await done()).toEqual(['write'])
  await act(reviewer, path, 'approve')
  expect(await done()).toEqual(['write', 'review'])
  await act(reviewer, path, 'publish')
  await make(translator, 'translations', { release, language: 'nb', headline: 'Filmuke' })
  expect(await done()).toEqual(['write', 'review', 'publish', 'translate'])
  await act(editor, path, 'revise')
  await change(editor, path, { lead: 'Seven films.' })
  await publish(editor, reviewer, path, { change: 'major', publicNote: 'One more.' })
  expect(await guideFor(editor)).toBeNull()
})
