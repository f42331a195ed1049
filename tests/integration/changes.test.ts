import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted, act, bodyOf, change, picture, publish, upload } from './acts.ts'
import { type Answer, at, type Someone } from './harness.ts'
import {
  correct,
  expectWhole,
  idOf,
  openTrack,
  releaseIn,
  rowsWith,
  type Track,
  translationIn,
} from './racing.ts'
import { changedBy } from './rows.ts'

/** What has changed in a text since a point that a reviewer chooses. */

let track: Track
let editor: Someone
let reviewer: Someone

beforeAll(async () => {
  track = await openTrack(1)
  ;({ editor, reviewer } = track)
})
afterAll(() => track.desk.close())

const since = (path: string, point: string | number): Promise<Answer> =>
  reviewer.rest('GET', `${path}/changes?since=${point}`)
const paragraphs = (...texts: string[]) =>
  bodyOf(texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })))
const opening = 'The minister opens the new bridge over the Lenna on Friday at noon.'
const cost = 'It has cost 40 million kroner, and the county has paid a third of it.'

interface Piece {
  kind: string
  text: string
}
/** What changed, field by field: what goes in [- -], what comes in {+ +}. */
function told({ status, body }: Answer): Record<string, string> {
  expect(status, JSON.stringify(body)).toBe(200)
  const say = (words: Piece[]) =>
    words
      .map(({ kind, text }) =>
        kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`,
      )
      .join('')
  const fields = at(body, 'fields') as { field: string; changed: boolean; words: Piece[] }[]
  const blocks = at(body, 'body') as { kind: string; words: Piece[] }[]
  return {
    ...Object.fromEntries(
      fields.filter(({ changed }) => changed).map(({ field, words }) => [field, say(words)]),
    ),
    ...Object.fromEntries(
      blocks.flatMap(({ kind, words }, index) =>
        kind === 'same' ? [] : [[`${kind} ${index}`, say(words)]],
      ),
    ),
  }
}

describe('a release that was published, corrected and submitted', () => {
  let path: string

  beforeAll(async () => {
    path = await releaseIn(track, 'published', { body: paragraphs(opening, cost) })
    await act(editor, path, 'revise')
    await change(editor, path, { headline: 'A new bridge opens' })
    await act(editor, path, 'submit')
    await act(reviewer, path, 'return', { note: 'Which minister?' })
    await change(editor, path, {
      body: paragraphs(cost, opening.replace('minister', 'minister of roads')),
      embargo: '2027-03-01T09:00:00.000Z',
      contacts: [track.contacts[0]],
    })
    await act(editor, path, 'submit')
  })

  it.each([
    ['its last edition', 'edition', { what: 'edition', edition: 1, revision: 4 }],
    ['its last approval', 'approval', { what: 'approval', revision: 3 }],
    ['its first revision', 1, { what: 'version', revision: 1 }],
  ])('differs from %s by all that was done', async (_point, point, expected) => {
    const answer = await since(path, point)
    expect(told(answer)).toEqual({
      headline: 'A {+new +}bridge opens',
      embargo: '{+2027-03-01T09:00:00.000Z+}',
      contacts: 'Ada[-\nBo-]',
      'changed 1':
        'The minister {+of roads +}opens the new bridge over the Lenna on Friday at noon.',
    })
    expect(at(answer.body, 'since')).toMatchObject(expected)
    expect(at(answer.body, 'now', 'revision')).toBe(10)
    expect(at(answer.body, 'changed')).toBe(true)
  })

  it('differs from what was submitted before by what was mended since', async () => {
    const answer = await since(path, 'submission')
    expect(told(answer)).not.toHaveProperty('headline')
    expect(told(answer)).toHaveProperty('embargo')
    expect(at(answer.body, 'since')).toMatchObject({
      what: 'submission',
      revision: 7,
      by: editor.name,
    })
  })

  it('differs from no version that says the same, named by its revision or fingerprint', async () => {
    const print = at((await since(path, 'edition')).body, 'now', 'fingerprint') as string
    for (const point of [9, 10, print]) {
      const answer = await since(path, point)
      expect(told(answer)).toEqual({})
      expect(at(answer.body, 'changed')).toBe(false)
    }
  })

  it('is compared without changing anything', async () => {
    expect(await changedBy(track.desk, () => since(path, 'edition'))).toEqual([])
  })

  it.each([
    ['nothing', '', 422],
    ['a revision that never was', '77', 404],
    ['a word that is no point', 'yesterday', 404],
    ['a fingerprint of nothing', 'a'.repeat(64), 404],
    ['too long a word', 'a'.repeat(65), 422],
  ])('can’t be compared with %s', async (_what, point, status) => {
    const answer = await since(path, point)
    expect(answer.status).toBe(status)
    expect(at(answer.body, 'errors', 0, 'message')).toMatch(/^[A-Z].*\.$/)
  })

  it('tells nothing of another text by its fingerprint', async () => {
    const other = await releaseIn(track, 'draft', { headline: 'Another text' })
    const print = at((await since(other, 1)).body, 'now', 'fingerprint') as string
    expect((await since(path, print)).status).toBe(404)
  })
})

describe('a draft', () => {
  it('that was never submitted has versions only', async () => {
    const path = await releaseIn(track, 'draft')
    for (const point of ['edition', 'approval', 'submission'])
      expect((await since(path, point)).status).toBe(404)
    await change(editor, path, { lead: 'On Monday.' })
    expect(told(await since(path, 1))).toEqual({ lead: 'On [-Friday-]{+Monday+}.' })
  })

  it('shows what changed in what it shows, and isn’t its own', async () => {
    const texts = [{ language: 'en', alt: 'Two ferries at a quay', caption: 'The quay' }]
    const fields = { texts, credit: 'Embassy', cleared: true }
    const image = await upload(editor, 'images', await picture('quay.jpg', '#123456'), fields)
    await publish(editor, reviewer, `/api/images/${image}`)
    const path = await releaseIn(track, 'in-review', { images: [image] })
    await act(reviewer, `/api/images/${image}`, 'archive', { explanation: 'It was wrong.' })
    await act(editor, `/api/images/${image}`, 'revise')
    const named = [{ language: 'en', alt: 'Two ferries in a harbour', caption: 'The quay' }]
    await change(editor, `/api/images/${image}`, { texts: named })
    expect(told(await since(path, 2))).toEqual({
      images: 'Two ferries [-at-]{+in+} a [-quay-]{+harbour+} · The quay · Embassy',
    })
  })

  it('of a translation is compared the same way', async () => {
    const release = await releaseIn(track, 'published')
    const path = await translationIn(track, release, 'published')
    await correct(track, path)
    await act(editor, path, 'reopen')
    await change(editor, path, { lead: 'På mandag.' })
    expect(told(await since(path, 'edition'))).toEqual({ lead: 'På [-fredag-]{+mandag+}.' })
  })
})

describe('what texts said', () => {
  it('is kept once for each wording, whatever was done with it', async () => {
    const path = await releaseIn(track, 'published')
    await correct(track, path)
    const kept = await rowsWith(track.desk.payload, 'texts-as-of', 'subject', idOf(path))
    expect(kept).toHaveLength(1)
    await expectWhole(track.desk)
  })

  it('is kept before it is decided, also of what a contact changed', async () => {
    const path = await releaseIn(track, 'draft')
    const contact = `/api/contacts/${track.contacts[1]}`
    await act(reviewer, contact, 'archive', { explanation: 'It was wrong.' })
    await act(editor, contact, 'revise')
    await change(editor, contact, { name: 'Bo Press' })
    await publish(editor, reviewer, contact)
    await act(editor, path, 'submit')
    accepted(await since(path, 2))
    expect(told(await since(path, 1))).toEqual({ contacts: 'Ada\nBo{+ Press+}' })
  })
})
