import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishDue } from '../../src/desk/clock.ts'
import { accepted, act, bodyOf, change } from './acts.ts'
import { type Answer, at, type Someone } from './harness.ts'
import {
  expectWhole,
  idOf,
  openTrack,
  releaseIn,
  rowAt,
  rowsWith,
  standingOf,
  timelineOf,
  type Track,
  translationIn,
} from './racing.ts'
import { changedBy } from './rows.ts'

/** Notes on texts: who may, what they stop, and what is left of them. */

let track: Track
let editor: Someone
let reviewer: Someone
let second: Someone
let translator: Someone
let administrator: Someone

beforeAll(async () => {
  track = await openTrack(1)
  ;({ editor, reviewer } = track)
  second = track.reviewers[0] ?? expect.unreachable()
  translator = track.translators[0] ?? expect.unreachable()
  administrator = await track.desk.person('ada', ['administrator'])
})
afterAll(() => track.desk.close())

const paragraphs = (...texts: string[]) =>
  bodyOf(texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })))
const opening = 'The minister opens the new bridge over the Lenna on Friday at noon.'
const cost = 'It has cost 40 million kroner, and the county has paid a third of it.'
const inReview = (stage: Parameters<typeof releaseIn>[1] = 'in-review') =>
  releaseIn(track, stage, { body: paragraphs(opening, cost) })

const noting = (who: Someone, path: string, input: object) =>
  who.rest('POST', `${path}/notes`, { field: 'lead', words: 'Which Friday?', ...input })
const note = async (who: Someone, path: string, input: object = {}): Promise<string> =>
  at(accepted(await noting(who, path, input)).body, 'note', 'id') as string
const doing = (who: Someone, path: string, id: string, what: string, body: object = {}) =>
  who.rest('POST', `${path}/notes/${id}/${what}`, body)
const mustFix = { mustFix: true, field: 'body', passage: { quote: '40 million' } }

const listed = async (path: string) =>
  at(accepted(await reviewer.rest('GET', `${path}/notes`)).body, 'notes') as Record<
    string,
    unknown
  >[]
const code = (answer: Answer) => at(answer.body, 'errors', 0, 'data', 'why', 0, 'code')
const problems = (answer: Answer) => at(answer.body, 'errors', 0, 'data', 'problems')
const told = (answer: Answer) => String(at(answer.body, 'errors', 0, 'message'))

describe('a note on a passage', () => {
  it('stands in the list with its quotation, its replies and what can be done', async () => {
    const path = await inReview()
    const before = await rowAt(track.desk, path)
    const id = await note(reviewer, path, mustFix)
    accepted(await doing(editor, path, id, 'replies', { words: 'The county says 42.' }))
    accepted(await doing(translator, path, id, 'replies', { words: 'So it says in Norwegian.' }))
    const [one] = await listed(path)
    expect(one).toMatchObject({
      id,
      field: 'body',
      mustFix: true,
      words: 'Which Friday?',
      by: { id: reviewer.id, name: reviewer.name },
      revision: before?.revision,
      resolved: null,
      passage: {
        quote: '40 million',
        before: 'It has cost ',
        after: ' kroner, and the county has paid a third',
      },
      place: { standing: 'unchanged', block: 1, start: 12, end: 22 },
      resolve: { allowed: true, why: '' },
      reopen: { allowed: false },
    })
    expect(
      (at(one, 'replies') as { words: string; by: { id: string } }[]).map(({ words, by }) => [
        words,
        by.id,
      ]),
    ).toEqual([
      ['The county says 42.', editor.id],
      ['So it says in Norwegian.', translator.id],
    ])
    // Nobody who was looking at the text sees another one.
    expect(await rowAt(track.desk, path)).toMatchObject({
      revision: before?.revision,
      state: 'in-review',
      busy: 0,
    })
    await expectWhole(track.desk)
  })

  it('is in the timeline of the family with every act, each once', async () => {
    const path = await inReview()
    const id = await note(reviewer, path, mustFix)
    accepted(await doing(editor, path, id, 'replies', { words: 'The county says 42.' }))
    accepted(await doing(reviewer, path, id, 'resolve'))
    accepted(await doing(administrator, path, id, 'reopen'))
    accepted(await doing(second, path, id, 'resolve'))
    const events = (await timelineOf(track.desk, path)).slice(2)
    expect(
      events.map(({ what, actor, note: words, revision }) => [what, actor, words ?? '', revision]),
    ).toEqual([
      ['note', reviewer.id, 'Which Friday?', 2],
      ['reply', editor.id, 'The county says 42.', 2],
      ['resolve-note', reviewer.id, '', 2],
      ['reopen-note', administrator.id, '', 2],
      ['resolve-note', second.id, '', 2],
    ])
    await expectWhole(track.desk)
  })

  it('sent again because its answer was lost is one note, and so is all that follows', async () => {
    const path = await inReview()
    const [id, again] = [await note(reviewer, path, mustFix), await note(reviewer, path, mustFix)]
    expect(again).toBe(id)
    for (const what of ['replies', 'resolve', 'reopen']) {
      const body = what === 'replies' ? { words: 'It is so.' } : {}
      accepted(await doing(reviewer, path, id, what, body))
      accepted(await doing(reviewer, path, id, what, body))
    }
    expect((await timelineOf(track.desk, path)).map(({ what }) => what)).toEqual([
      'create',
      'submit',
      'note',
      'reply',
      'resolve-note',
      'reopen-note',
    ])
    expect(await rowsWith(track.desk.payload, 'replies', 'note', id)).toHaveLength(1)
    await expectWhole(track.desk)
  })

  it('keeps its passage when the text changes, and its quotation when that is gone', async () => {
    const path = await inReview('draft')
    await note(reviewer, path, mustFix)
    const place = async () => at(await listed(path), 0, 'place')
    await change(editor, path, { body: paragraphs(cost, opening) })
    expect(await place()).toMatchObject({ block: 0, start: 12, end: 22 })
    await change(editor, path, { body: paragraphs(`In all: ${cost}`, opening) })
    expect(await place()).toMatchObject({ standing: 'changed', block: 0, start: 20 })
    await change(editor, path, { body: paragraphs(cost.replace('40', '42'), opening) })
    expect(await place()).toMatchObject({ standing: 'reworded', block: 0, start: null })
    await change(editor, path, { body: paragraphs(opening) })
    expect(await place()).toMatchObject({ standing: 'vanished', block: null })
    expect(at(await listed(path), 0, 'passage', 'quote')).toBe('40 million')
  })

  it('written on a text that has changed since it was read stands where it was read', async () => {
    const path = await inReview('draft')
    await change(editor, path, {
      body: paragraphs(opening, cost.replace('40 million', '42 million')),
    })
    const seen = await note(reviewer, path, { ...mustFix, revision: 1 })
    expect(at(await listed(path), 0)).toMatchObject({
      id: seen,
      place: { standing: 'reworded', block: 1 },
    })
    const now = await noting(reviewer, path, { ...mustFix, revision: 2 })
    expect([now.status, code(now)]).toEqual([409, 'passage-gone'])
  })
})

describe('a note that is refused', () => {
  it.each<[string, object, number, unknown]>([
    ['without words', { words: '  ' }, 422, undefined],
    ['with too many words', { words: 'x'.repeat(5001) }, 422, undefined],
    ['on a field that isn’t there', { field: 'approvedBy' }, 422, undefined],
    [
      'on a passage of a field that has none',
      { field: 'images', passage: { quote: 'x' } },
      422,
      undefined,
    ],
    [
      'on words that don’t stand there',
      { field: 'body', passage: { quote: '50 million' } },
      409,
      'passage-gone',
    ],
    [
      'on words that stand there twice',
      { field: 'body', passage: { quote: 'the' } },
      422,
      'passage-unclear',
    ],
    ['with more than it takes', { author: 'somebody else' }, 422, undefined],
  ])('%s', async (_what, input, status, why) => {
    const path = await inReview()
    const changed = await changedBy(track.desk, async () => {
      const answer = await noting(reviewer, path, input)
      expect([answer.status, code(answer)], JSON.stringify(answer.body)).toEqual([status, why])
    })
    expect(changed).toEqual([])
  })

  it('on a translation, on what is its release’s', async () => {
    const path = await translationIn(track, await inReview(), 'draft')
    expect((await noting(reviewer, path, { field: 'embargo' })).status).toBe(422)
    await note(reviewer, path, { field: 'headline' })
  })

  it.each([
    ['a text', '/api/releases/00000000-0000-4000-8000-000000000000'],
    ['an item', '/api/contacts/CONTACT'],
  ])('on %s where there is none', async (_what, path) => {
    const where = path.replace('CONTACT', track.contacts[0])
    expect((await noting(reviewer, where, {})).status).toBe(404)
    expect((await reviewer.rest('GET', `${where}/notes`)).status).toBe(404)
  })

  it('to a note of another text', async () => {
    const [path, other] = [await inReview(), await inReview()]
    const id = await note(reviewer, path)
    const changed = await changedBy(track.desk, async () => {
      for (const what of ['resolve', 'reopen', 'replies'])
        expect(
          (await doing(reviewer, other, id, what, what === 'replies' ? { words: 'x' } : {})).status,
        ).toBe(404)
    })
    expect(changed).toEqual([])
  })
})

describe('resolving', () => {
  it.each([
    ['an editor', () => editor, 403],
    ['a translator', () => translator, 403],
    ['an administrator', () => administrator, 403],
    ['another reviewer', () => second, 200],
    ['its author', () => reviewer, 200],
  ] as const)('what must be fixed, by %s', async (_who, person, status) => {
    const path = await inReview()
    const id = await note(reviewer, path, mustFix)
    const changed = await changedBy(track.desk, async () => {
      const answer = await doing(person(), path, id, 'resolve')
      expect(answer.status, JSON.stringify(answer.body)).toBe(status)
      if (status === 403) expect(told(answer)).toMatch(/^This must be fixed, so only .*reviewer/)
    })
    if (status === 403) expect(changed).toEqual([])
    const [one] = await listed(path)
    expect(at(one, 'resolved', 'by') ?? null).toBe(status === 200 ? person().id : null)
  })

  it('a plain note is the editor’s too, and a translator’s on their own translation', async () => {
    const path = await inReview()
    accepted(await doing(editor, path, await note(reviewer, path), 'resolve'))
    const id = await note(reviewer, path, { words: 'And this?' })
    expect((await doing(translator, path, id, 'resolve')).status).toBe(403)
  })

  it('what is resolved says who did', async () => {
    const path = await inReview()
    const id = await note(reviewer, path)
    accepted(await doing(second, path, id, 'resolve'))
    const answer = await doing(reviewer, path, id, 'resolve')
    expect([answer.status, code(answer)]).toEqual([409, 'settled'])
    expect(told(answer)).toContain(second.name)
    accepted(await doing(reviewer, path, id, 'reopen'))
    const open = await doing(editor, path, id, 'reopen')
    expect([open.status, code(open)]).toEqual([409, 'note-open'])
  })
})

describe('what must be fixed', () => {
  it('stops the approval until it is resolved, and says where; the submission it doesn’t', async () => {
    const path = await inReview('draft')
    const id = await note(reviewer, path, mustFix)
    await act(editor, path, 'submit')
    const approve = { revision: 2 }
    const changed = await changedBy(track.desk, async () => {
      const answer = await second.rest('POST', `${path}/actions/approve`, approve)
      expect(answer.status).toBe(422)
      expect(problems(answer)).toEqual([
        {
          requirement: 'must-fix-resolved',
          moment: 'approve',
          level: 'blocker',
          field: 'body',
          segment: 1,
          found: '40 million',
          note: id,
          message:
            'Mend what a note says must be fixed (“40 million”), and have the note resolved.',
        },
      ])
    })
    expect(changed).toEqual([])
    const listedNow = await second.rest('GET', `${path}/actions`)
    expect(JSON.stringify(at(listedNow.body, 'actions'))).toContain('must-fix-resolved')
    accepted(await doing(second, path, id, 'resolve'))
    accepted(await second.rest('POST', `${path}/actions/approve`, approve))
  })

  it('stops a publication of what was approved, and a waiver doesn’t help', async () => {
    const path = await inReview('approved')
    const id = await note(administrator, path, { mustFix: true, words: 'Wrong year.' })
    const answer = await reviewer.rest('POST', `${path}/actions/publish`, { revision: 3 })
    expect(answer.status).toBe(422)
    expect(problems(answer)).toMatchObject([{ field: 'lead', found: 'Wrong year.', note: id }])
    await act(editor, path, 'reopen')
    const reason = { requirement: 'must-fix-resolved', reason: 'We are late.' }
    const waive = await editor.rest('POST', `${path}/actions/waive`, { revision: 4, ...reason })
    expect([waive.status, code(waive)]).toEqual([422, 'nothing-to-waive'])
    expect(await standingOf(track.desk, path)).toBeNull()
  })

  it('stops the clock, which says so', async () => {
    const path = await inReview('approved')
    const { clock } = track.desk
    const started = clock.now
    const time = new Date(started.getTime() + 3_600_000).toISOString()
    await act(reviewer, path, 'schedule', { at: time })
    await note(translator, path, { mustFix: true })
    clock.now = new Date(started.getTime() + 3_700_000)
    await publishDue(track.desk.payload, clock.now)
    clock.now = started
    expect(await rowAt(track.desk, path)).toMatchObject({ state: 'approved', standing: 'none' })
    const [item] = await rowsWith(track.desk.payload, 'open-items', 'subject', idOf(path))
    expect(String(item?.reason)).toMatch(/note says must be fixed/)
    await expectWhole(track.desk)
  })

  it('when its passage is gone still stops it, with its quotation', async () => {
    const path = await inReview('draft')
    await note(reviewer, path, mustFix)
    await change(editor, path, { body: paragraphs(opening) })
    await act(editor, path, 'submit')
    const answer = await second.rest('POST', `${path}/actions/approve`, { revision: 3 })
    expect(problems(answer)).toMatchObject([{ field: 'body', found: '40 million' }])
    expect(at(problems(answer), 0)).not.toHaveProperty('segment')
  })

  it('of one text says nothing of another one in the family', async () => {
    const release = await releaseIn(track, 'published')
    const translation = await translationIn(track, release, 'in-review')
    await note(reviewer, release, { mustFix: true })
    accepted(await second.rest('POST', `${translation}/actions/approve`, { revision: 2 }))
  })
})

describe('the bar of a text with notes', () => {
  it('counts them, and reminds of what must be fixed where the text is handed on', async () => {
    const path = await inReview('draft')
    const id = await note(reviewer, path, mustFix)
    await note(reviewer, path)
    const { body } = accepted(await editor.rest('GET', `${path}/bar`))
    expect(at(body, 'notes')).toEqual({ open: 2, mustFix: 1 })
    expect(at(body, 'next', 'action')).toBe('submit')
    expect(at(body, 'next', 'why')).toEqual([])
    expect(at(body, 'next', 'reminds')).toEqual([
      {
        message: 'Mend what a note says must be fixed (“40 million”), and have the note resolved.',
        field: 'body',
        segment: 1,
        note: id,
      },
    ])
    accepted(await doing(reviewer, path, id, 'resolve'))
    const resolved = accepted(await editor.rest('GET', `${path}/bar`)).body
    expect(at(resolved, 'notes')).toEqual({ open: 1, mustFix: 0 })
    expect(at(resolved, 'next', 'reminds')).toEqual([])
  })

  it('says nothing of notes on an item, which has none', async () => {
    const { body } = accepted(await editor.rest('GET', `/api/contacts/${track.contacts[0]}/bar`))
    expect(at(body, 'notes')).toBeNull()
  })
})

describe('a draft that is deleted', () => {
  it('takes its notes along; that there were some stays in the timeline', async () => {
    const path = await inReview('draft')
    const id = await note(reviewer, path, mustFix)
    accepted(await doing(editor, path, id, 'replies', { words: 'I throw it away.' }))
    accepted(await editor.rest('DELETE', `${path}?revision=1`))
    const { payload } = track.desk
    for (const collection of ['notes', 'replies', 'texts-as-of'] as const)
      expect(await rowsWith(payload, collection, 'subject', idOf(path))).toEqual([])
    expect((await timelineOf(track.desk, path)).map(({ what }) => what)).toEqual([
      'create',
      'note',
      'reply',
      'delete',
    ])
    expect((await reviewer.rest('GET', `${path}/notes`)).status).toBe(404)
    await expectWhole(track.desk)
  })
})
