import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishDue } from '../../src/desk/clock.ts'
import { finishAll } from '../../src/desk/finish.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { accepted, act, make, paragraph, publish, revisionOf, rowOf } from './acts.ts'
import { type Answer, at, type Desk, openDesk, type Someone } from './harness.ts'
import { changedBy } from './rows.ts'
import { before, elevenSeconds } from './standstill.ts'

/** Several texts go out together or not at all. */

let desk: Desk
let editor: Someone
let translator: Someone
let reviewer: Someone
let contact: string

const ten = '2031-03-06T10:00:00.000Z'
const early = new Date('2031-03-06T09:59:59.999Z')
const onTime = new Date('2031-03-06T10:00:02.000Z')

beforeAll(async () => {
  desk = await openDesk()
  desk.clock.now = new Date('2031-03-05T12:00:00.000Z')
  editor = await desk.person('Eva', ['editor'])
  translator = await desk.person('Timur', ['translator'])
  reviewer = await desk.person('Rita', ['reviewer'])
  contact = await make(editor, 'contacts', { name: 'Mira', email: 'press@mission.example' })
  await publish(editor, reviewer, `/api/contacts/${contact}`)
})
afterAll(async () => {
  expect(problemsOf(await verify(desk.payload))).toEqual([])
  await desk.close()
})

const words = (language: string) => ({
  language,
  headline: `Bridge ${language}`,
  lead: 'It opens.',
  body: paragraph('On Friday.'),
})

async function release(approve = true): Promise<string> {
  const data = { ...words('en'), kind: 'news', contacts: [contact], about: false }
  const id = await make(editor, 'releases', data)
  if (approve) await approved(`/api/releases/${id}`)
  return id
}

async function translation(of: string, language: string, approve = true): Promise<string> {
  const id = await make(editor, 'translations', { ...words(language), release: of })
  if (approve) await approved(`/api/translations/${id}`)
  return id
}

async function approved(path: string): Promise<void> {
  await act(editor, path, 'submit')
  await act(reviewer, path, 'approve')
}

type Named = [collection: 'releases' | 'translations', id: string, must?: boolean]

const bundleOf = (texts: readonly Named[]) => ({
  title: 'The opening',
  members: texts.map(([relationTo, value, must = true]) => ({
    text: { relationTo, value },
    must,
  })),
})
const bundle = async (...texts: Named[]): Promise<string> =>
  make(reviewer, 'bundles', bundleOf(texts))

/** The texts of a bundle with the revisions that somebody sees now. */
async function seen(id: string): Promise<{ revision: number; texts: object[] }> {
  const { body } = accepted(await reviewer.rest('GET', `/api/bundles/${id}/actions`))
  const { revision, texts } = body as {
    revision: number
    texts: { id: string; revision: number }[]
  }
  return { revision, texts: texts.map((text) => ({ id: text.id, revision: text.revision })) }
}

async function step(
  id: string,
  action: string,
  more: object = {},
  who = reviewer,
): Promise<Answer> {
  const { revision, texts } = await seen(id)
  const named = action === 'publish' || action === 'schedule' ? { texts } : {}
  return who.rest('POST', `/api/bundles/${id}/actions/${action}`, { revision, ...named, ...more })
}

const standing = async (id: string): Promise<string | undefined> => {
  const entry = await desk.payload.db.findOne<{ id: string; standing: string }>({
    collection: 'entries',
    where: { subject: { equals: id } },
  })
  return entry?.standing
}
const stateOf = async ([collection, id]: Named) => (await rowOf(desk, collection, id)).state
const bundleState = async (id: string) => (await rowOf(desk, 'bundles', id)).state
const editions = async (id: string) =>
  (await desk.payload.db.count({ collection: 'editions', where: { subject: { equals: id } } }))
    .totalDocs
const openItems = async (id: string) => {
  const { docs } = await desk.payload.db.find<{ id: string; reason: string }>({
    collection: 'open-items',
    where: { subject: { equals: id }, state: { equals: 'open' } },
  })
  return docs.map(({ reason }) => reason)
}

async function family(): Promise<{ en: string; nb: string; ru: string; id: string }> {
  const en = await release()
  const nb = await translation(en, 'nb')
  const ru = await translation(en, 'ru')
  const id = await bundle(['translations', nb], ['releases', en], ['translations', ru])
  return { en, nb, ru, id }
}

describe('a bundle whose texts are all approved', () => {
  it('makes them public together, a release with its translations', async () => {
    const { en, nb, ru, id } = await family()
    expect((await step(id, 'publish')).status).toBe(200)
    expect(await Promise.all([en, nb, ru].map(standing))).toEqual(['live', 'live', 'live'])
    expect(await bundleState(id)).toBe('published')
  })

  it('publishes once, however often its answer is lost', async () => {
    const { en, nb, id } = await family()
    const { revision, texts } = await seen(id)
    const ask = () =>
      reviewer.rest('POST', `/api/bundles/${id}/actions/publish`, { revision, texts })
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200])
    expect([await editions(en), await editions(nb)]).toEqual([1, 1])
  })

  it('goes out at its time, and not before, however many clocks look', async () => {
    const { en, nb, ru, id } = await family()
    accepted(await step(id, 'schedule', { at: ten }))
    expect(await stateOf(['translations', nb])).toBe('scheduled')
    await publishDue(desk.payload, early)
    expect(await standing(en)).toBeUndefined()

    await Promise.all([publishDue(desk.payload, onTime), publishDue(desk.payload, onTime)])
    await publishDue(desk.payload, onTime)
    expect(await Promise.all([en, nb, ru].map(standing))).toEqual(['live', 'live', 'live'])
    expect(await Promise.all([en, nb, ru].map(editions))).toEqual([1, 1, 1])
    expect(await bundleState(id)).toBe('published')
  })

  it('keeps its texts approved when its time is taken back', async () => {
    const { en, nb, id } = await family()
    accepted(await step(id, 'schedule', { at: ten }))
    accepted(await step(id, 'unschedule'))
    expect(await stateOf(['releases', en])).toBe('approved')
    expect(await rowOf(desk, 'translations', nb)).toMatchObject({
      state: 'approved',
      scheduledFor: null,
      bundle: null,
    })
    await publishDue(desk.payload, onTime)
    expect(await standing(en)).toBeUndefined()
  })

  it('says of a correction what it is', async () => {
    const { en, nb, id } = await family()
    accepted(await step(id, 'publish'))
    await act(editor, `/api/releases/${en}`, 'revise')
    await approved(`/api/releases/${en}`)
    const other = await release()
    const next = await bundle(['releases', en], ['releases', other])
    expect((await step(next, 'publish')).status).toBe(409)
    expect(await editions(other)).toBe(0)
    const { revision } = await rowOf(desk, 'releases', en)
    const { revision: second } = await rowOf(desk, 'releases', other)
    const texts = [
      { id: en, revision, change: 'major', publicNote: 'The day is another one.' },
      { id: other, revision: second },
    ]
    expect((await step(next, 'publish', { texts })).status).toBe(200)
    expect([await editions(en), await editions(other), await editions(nb)]).toEqual([2, 1, 1])
  })
})

describe('a bundle in which one text can’t go', () => {
  it('publishes nothing, and says why of each', async () => {
    const en = await release()
    const nb = await translation(en, 'nb', false)
    const id = await bundle(['releases', en], ['translations', nb])
    const changed = await changedBy(desk, async () => {
      const answer = await step(id, 'publish')
      expect(answer.status).toBe(409)
      expect(at(answer.body, 'errors', 0, 'message')).toContain('“Bridge nb” (nb)')
    })
    expect(changed).toEqual([])
    expect(await standing(en)).toBeUndefined()
    const view = accepted(await reviewer.rest('GET', `/api/bundles/${id}/actions`)).body
    expect(at(view, 'texts', 0, 'why')).toEqual([])
    expect(at(view, 'texts', 1, 'why', 0)).toContain('this is a draft')
  })

  it('goes without a text that may stay behind', async () => {
    const en = await release()
    const nb = await translation(en, 'nb')
    const ru = await translation(en, 'ru', false)
    const id = await bundle(['releases', en], ['translations', nb], ['translations', ru, false])
    expect((await step(id, 'publish')).status).toBe(200)
    expect(await Promise.all([en, nb, ru].map(standing))).toEqual(['live', 'live', undefined])
    expect(await stateOf(['translations', ru])).toBe('draft')
  })

  it('holds back a translation whose release may stay behind and does', async () => {
    const en = await release(false)
    const nb = await translation(en, 'nb')
    const id = await bundle(['releases', en, false], ['translations', nb])
    const changed = await changedBy(desk, async () =>
      expect((await step(id, 'publish')).status).toBe(409),
    )
    expect(changed).toEqual([])
  })

  it('publishes nothing at its time, and gives every text back with the reason', async () => {
    const { en, nb, ru, id } = await family()
    accepted(await step(id, 'schedule', { at: ten }))
    await act(editor, `/api/translations/${ru}`, 'reopen')
    await publishDue(desk.payload, onTime)

    expect(await Promise.all([en, nb, ru].map(standing))).toEqual([undefined, undefined, undefined])
    expect(await stateOf(['releases', en])).toBe('approved')
    expect(await stateOf(['translations', nb])).toBe('approved')
    expect(await stateOf(['translations', ru])).toBe('draft')
    expect(await openItems(en)).toEqual([expect.stringContaining('“Bridge ru” (ru)')])
    expect(await bundleState(id)).toBe('open')
    await publishDue(desk.payload, onTime)
    expect(await openItems(en)).toHaveLength(1)
  })

  it('can’t be published while it has a time', async () => {
    const { en, id } = await family()
    accepted(await step(id, 'schedule', { at: ten }))
    const changed = await changedBy(desk, async () =>
      expect((await step(id, 'publish')).status).toBe(409),
    )
    expect(changed).toEqual([])
    accepted(await step(id, 'unschedule'))
    expect(await standing(en)).toBeUndefined()
  })
})

describe('who may not, and what isn’t so', () => {
  it.each([
    ['an editor', () => editor, 403],
    ['a translator', () => translator, 403],
    ['a stranger', () => desk.stranger, 401],
  ] as const)('%s is refused, and nothing changes', async (_who, who, status) => {
    const { id } = await family()
    const changed = await changedBy(desk, async () => {
      for (const action of ['publish', 'schedule'])
        expect(
          (await step(id, action, action === 'schedule' ? { at: ten } : {}, who())).status,
        ).toBe(status)
    })
    expect(changed).toEqual([])
  })

  it.each([
    ['an older revision of the bundle', { revision: 0 }, 409],
    ['no text', { texts: [] }, 409],
    ['words that no bundle knows', { force: true }, 422],
    ['a time that is over', { at: '2020-01-01T10:00:00.000Z' }, 409],
  ])('%s is refused, and nothing changes', async (_what, more, status) => {
    const { id } = await family()
    const changed = await changedBy(desk, async () =>
      expect((await step(id, 'schedule', { at: ten, ...more })).status).toBe(status),
    )
    expect(changed).toEqual([])
  })

  it('an older revision of one text is refused, and nothing changes', async () => {
    const { en, nb, ru, id } = await family()
    const texts = [en, nb, ru].map((text) => ({ id: text, revision: 1 }))
    const changed = await changedBy(desk, async () =>
      expect((await step(id, 'publish', { texts })).status).toBe(409),
    )
    expect(changed).toEqual([])
  })

  it('nobody changes or deletes a bundle', async () => {
    const { id } = await family()
    const changed = await changedBy(desk, async () => {
      const path = `/api/bundles/${id}`
      expect((await reviewer.rest('PATCH', path, { title: 'Another' })).status).toBe(403)
      expect((await reviewer.rest('DELETE', path)).status).toBe(403)
    })
    expect(changed).toEqual([])
  })

  it.each([
    [
      'a text twice',
      (en: string) =>
        [
          ['releases', en],
          ['releases', en],
        ] as Named[],
    ],
    ['nothing that must go', (en: string) => [['releases', en, false]] as Named[]],
  ])('a bundle of %s isn’t made', async (_what, texts) => {
    const en = await release()
    const changed = await changedBy(desk, async () => {
      const answer = await editor.rest('POST', '/api/bundles', bundleOf(texts(en)))
      expect([400, 422]).toContain(answer.status)
    })
    expect(changed).toEqual([])
  })

  it('a translator makes none', async () => {
    const en = await release()
    const other = await release()
    const texts: Named[] = [
      ['releases', en],
      ['releases', other],
    ]
    expect((await translator.rest('POST', '/api/bundles', bundleOf(texts))).status).toBe(403)
  })

  it('dissolving one leaves its texts as they are', async () => {
    const { en, id } = await family()
    expect((await step(id, 'dissolve', {}, editor)).status).toBe(200)
    expect(await bundleState(id)).toBe('dissolved')
    expect(await stateOf(['releases', en])).toBe('approved')
    expect((await step(id, 'publish')).status).toBe(409)
  })
})

describe('at the same moment', () => {
  it('two bundles with a text in common have one winner', async () => {
    const [en, one, two] = [await release(), await release(), await release()]
    const first = await bundle(['releases', en], ['releases', one])
    const second = await bundle(['releases', en], ['releases', two])
    const answers = await Promise.all([step(first, 'publish'), step(second, 'publish')])
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
    expect(await editions(en)).toBe(1)
    expect((await editions(one)) + (await editions(two))).toBe(1)
  })

  it('a text that is reopened goes with all or holds all', async () => {
    const { en, nb, ru, id } = await family()
    const revision = await revisionOf(editor, `/api/translations/${nb}`)
    const [together, reopened] = await Promise.all([
      step(id, 'publish'),
      editor.rest('POST', `/api/translations/${nb}/actions/reopen`, { revision }),
    ])
    expect(new Set([together.status, reopened.status])).toEqual(new Set([200, 409]))
    const expected = together.status === 200 ? 'live' : undefined
    expect(await Promise.all([en, nb, ru].map(standing))).toEqual([expected, expected, expected])
  })
})

describe('somebody who stands still in the middle', () => {
  it('before it is decided, decides nothing any more once others go on', async () => {
    const { en, nb, id } = await family()
    const { happened } = before(
      desk,
      'updateOne',
      ({ collection, data }) =>
        collection === 'bundles' && String(data?.unfinished).includes('decided'),
      async () => {
        elevenSeconds()
        // Who works on a text that is held too long frees it, and the bundle with it.
        await act(editor, `/api/releases/${en}`, 'reopen')
      },
    )
    expect((await step(id, 'publish')).status).toBe(409)
    expect(happened()).toBe(true)
    expect(await standing(nb)).toBeUndefined()
    expect(await rowOf(desk, 'translations', nb)).toMatchObject({ state: 'approved', busy: 0 })
    expect(await rowOf(desk, 'bundles', id)).toMatchObject({ state: 'open', busy: 0 })
  })

  it('after it is decided, others complete it, and it is done once', async () => {
    const { en, nb, ru, id } = await family()
    const { happened } = before(
      desk,
      'updateOne',
      ({ collection, data }) => collection === 'translations' && data?.state === 'published',
      () => finishAll(desk.payload),
    )
    expect((await step(id, 'publish')).status).toBe(200)
    expect(happened()).toBe(true)
    expect(await Promise.all([en, nb, ru].map(standing))).toEqual(['live', 'live', 'live'])
    expect(await Promise.all([en, nb, ru].map(editions))).toEqual([1, 1, 1])
    expect(await rowOf(desk, 'bundles', id)).toMatchObject({ state: 'published', busy: 0 })
  })
})
