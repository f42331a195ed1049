import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted, act, formOf, type NewFile, picture, publish, upload } from './acts.ts'
import { type Answer, at, serverUrl, type Someone } from './harness.ts'
import {
  acting,
  expectWhole,
  idOf,
  openTrack,
  race,
  rowAt,
  type Runner,
  type Track,
} from './racing.ts'

/**
 * Payload deletes a replaced file before anything is decided, and two uploads of one name go to one place on the
 * disk. What a row was given must be what people see and what is published, whoever loses beside it.
 */

let track: Track

beforeAll(async () => {
  track = await openTrack(10)
})
afterAll(() => track.desk.close())

const fields = {
  texts: [{ language: 'en', alt: 'Seen from afar', caption: 'A colour' }],
  credit: 'Embassy',
  cleared: true,
}
const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')
const colour = (index: number) => `#${String(111111 + 37 * index)}`

async function imageOf(file: NewFile): Promise<string> {
  return `/api/images/${await upload(track.editor, 'images', file, fields)}`
}

/** SHA-256 of what people at the desk are shown of an image. */
async function shownAt(image: string): Promise<string> {
  const { desk, editor } = track
  const { filename } = (await rowAt(desk, image)) ?? expect.unreachable()
  const response = await desk.handle(
    new Request(`${serverUrl}/api/images/file/${String(filename)}`, {
      headers: { Authorization: `JWT ${editor.token ?? ''}` },
    }),
  )
  expect(response.status).toBe(200)
  return sha256(new Uint8Array(await response.arrayBuffer()))
}

const replacing =
  (image: string, revision: number, file: NewFile) =>
  (who: Someone): Runner => ({
    who,
    what: 'change',
    ask: () => who.rest('PATCH', image, formOf(file, { revision, ...fields })),
  })

/** The row, the desk and the press room agree on the file. */
async function expectFile(image: string, file: NewFile): Promise<void> {
  const { desk, editor, reviewer } = track
  expect((await rowAt(desk, image))?.sha256).toBe(sha256(file.data))
  expect(await shownAt(image)).toBe(sha256(file.data))
  if ((await rowAt(desk, image))?.state === 'draft') await act(editor, image, 'submit')
  await act(reviewer, image, 'publish')
}

describe('of replacing a file and submitting at once', () => {
  it('one wins, and the file is the one that is in review', async () => {
    const { desk, editors } = track
    for (let repetition = 0; repetition < 6; repetition++) {
      const old = await picture(`old-${repetition}.jpg`, colour(repetition))
      const image = await imageOf(old)
      const files = await Promise.all(
        editors.map((_, index) => picture(`new-${repetition}.jpg`, colour(100 + index))),
      )
      const { winners } = await race(
        editors.map((who, index) =>
          index % 2
            ? acting(image, 'submit', 1)(who)
            : replacing(image, 1, files[index] ?? old)(who),
        ),
      )
      expect(winners).toHaveLength(1)
      const { runner } = winners[0] ?? expect.unreachable()
      const index = editors.indexOf(runner.who)
      await expectFile(image, runner.what === 'submit' ? old : (files[index] ?? old))
    }
    await expectWhole(desk)
  })
})

describe('of replacing one file by several at once', () => {
  it('one wins, with its own bytes', async () => {
    const { desk, editors } = track
    const image = await imageOf(await picture('before.jpg', colour(300)))
    const files = await Promise.all(editors.map((_, index) => picture('after.jpg', colour(index))))
    const { winners } = await race(
      editors.map((who, index) => replacing(image, 1, files[index] ?? expect.unreachable())(who)),
    )
    expect(winners).toHaveLength(1)
    const index = editors.indexOf(winners[0]?.runner.who ?? expect.unreachable())
    await expectFile(image, files[index] ?? expect.unreachable())
    await expectWhole(desk)
  })
})

describe('of files of one name uploaded at once', () => {
  it('each that was accepted has its own bytes', async () => {
    const { desk, editors } = track
    for (let repetition = 0; repetition < 3; repetition++) {
      const files = await Promise.all(
        editors.map((_, index) => picture('IMG_0001.jpg', colour(40 * repetition + index))),
      )
      const { winners } = await race(
        editors.map((who, index): Runner => {
          const form = formOf(files[index] ?? expect.unreachable(), fields)
          return { who, what: 'create', ask: () => who.rest('POST', '/api/images', form) }
        }),
      )
      expect(winners.length).toBeGreaterThan(0)
      const names = new Set<unknown>()
      for (const { runner, answer } of winners) {
        const file = files[editors.indexOf(runner.who)] ?? expect.unreachable()
        names.add(at(answer.body, 'doc', 'filename'))
        await expectFile(`/api/images/${String(at(answer.body, 'doc', 'id'))}`, file)
      }
      expect(names.size).toBe(winners.length)
    }
    await expectWhole(desk)
  })
})

describe('a file', () => {
  it('stays when its replacement is refused for another reason', async () => {
    const { editor } = track
    const old = await picture('stays.jpg', colour(500))
    const image = await imageOf(old)
    const file = await picture('refused.jpg', colour(501))
    const refused = await editor.rest(
      'PATCH',
      image,
      formOf(file, { revision: 1, texts: [{ alt: 'In no language' }] }),
    )
    expect(refused.status, JSON.stringify(refused.body)).toBe(400)
    await expectFile(image, old)
  })

  it('stays when an older version’s words are restored', async () => {
    const { desk, editor } = track
    const image = await imageOf(await picture('first.jpg', colour(600)))
    const { docs } = await desk.payload.db.findVersions({
      collection: 'images',
      where: { parent: { equals: idOf(image) } },
    })
    const second = await picture('second.jpg', colour(601))
    accepted(await replacing(image, 1, second)(editor).ask())
    const version = docs[0]?.id ?? expect.unreachable()
    accepted(await editor.rest('POST', `/api/images/versions/${version}`))
    await expectFile(image, second)
  })

  it('is gone with the last document that names it', async () => {
    const { desk, editor, reviewer } = track
    const shared = await picture('shared.jpg', colour(700))
    const [one, other] = [await imageOf(shared), await imageOf(shared)]
    const own = await picture('own.jpg', colour(701))
    accepted(await replacing(one, 1, own)(editor).ask())
    const kept = (file: NewFile) =>
      existsSync(path.join(desk.mediaDir, 'originals', sha256(file.data)))
    expect([kept(shared), kept(own)]).toEqual([true, true])
    accepted(await editor.rest('DELETE', one))
    expect([kept(shared), kept(own)]).toEqual([true, false])
    await publish(editor, reviewer, other)
    expect(readdirSync(path.join(desk.mediaDir, 'originals')).filter(unfinished)).toEqual([])
  })

  it('that nobody uploaded is answered with 404', async () => {
    const missing: Answer = await track.editor.rest('GET', '/api/images/file/nowhere.jpg')
    expect(missing.status).toBe(404)
  })
})

const unfinished = (name: string) => name.startsWith('.')
