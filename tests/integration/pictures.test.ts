import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameImages } from '../../src/desk/public-names.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { pressRevision } from '../../src/press-room/revision.ts'
import { act, change, type NewFile, publish, rowOf, upload } from './acts.ts'
import { type Desk, openDesk, type Someone } from './harness.ts'

let desk: Desk
let editor: Someone
let reviewer: Someone

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor', ['editor'])
  reviewer = await desk.person('reviewer', ['reviewer'])
})
afterAll(() => desk.close())

/** As a camera stores it that is held on its side: 60 × 40 of the sensor's pixels, to be seen as 40 × 60. */
async function onItsSide(name: string): Promise<NewFile> {
  const create = { width: 60, height: 40, channels: 3, background: '#345678' } as const
  const data = await sharp({ create }).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  return { name, data, type: 'image/jpeg' }
}
const fields = {
  texts: [{ language: 'en', alt: 'A bridge seen from the quay', caption: 'The bridge' }],
  credit: 'Embassy',
  cleared: true,
}

/** Width and height of the newest edition, as they are frozen. */
async function frozen(id: string): Promise<unknown> {
  const { docs } = await desk.payload.db.find<{ content: string }>({
    collection: 'editions',
    where: { subject: { equals: id } },
    sort: '-number',
  })
  const { file } = JSON.parse(docs[0]?.content ?? '{}') as { file: Record<string, unknown> }
  return { width: file.width, height: file.height }
}

describe('a picture that was taken with the camera on its side', () => {
  it('has the size that people see, on the desk and in public', async () => {
    const id = await upload(editor, 'images', await onItsSide('side.jpg'), fields)
    const upright = { width: 40, height: 60 }
    expect(await rowOf(desk, 'images', id)).toMatchObject(upright)
    await publish(editor, reviewer, `/api/images/${id}`)
    expect(await frozen(id)).toEqual(upright)
  })

  it('has it also when it replaces another, and keeps it when only words change', async () => {
    const create = { width: 50, height: 20, channels: 3, background: '#876543' } as const
    const data = await sharp({ create }).jpeg().toBuffer()
    const first = { name: 'flat.jpg', data, type: 'image/jpeg' }
    const id = await upload(editor, 'images', first, fields)
    const path = `/api/images/${id}`
    expect(await rowOf(desk, 'images', id)).toMatchObject({ width: 50, height: 20 })
    await change(editor, path, {}, await onItsSide('side-again.jpg'))
    expect(await rowOf(desk, 'images', id)).toMatchObject({ width: 40, height: 60 })
    await change(editor, path, { credit: 'Ministry', width: 1, height: 1 })
    expect(await rowOf(desk, 'images', id)).toMatchObject({ width: 40, height: 60 })
  })
})

async function names(ids: readonly string[]) {
  const { docs } = await desk.payload.db.find<{ id: string; subject: string; slug: string }>({
    collection: 'entries',
    where: { subject: { in: [...ids] } },
  })
  return ids.map((id) => docs.find(({ subject }) => subject === id)?.slug)
}
async function published(alt: string, file: string) {
  const texts = alt ? [{ language: 'kk', alt, caption: 'Айша Нұр' }] : fields.texts
  const id = await upload(editor, 'images', await onItsSide(file), { ...fields, texts })
  await publish(editor, reviewer, `/api/images/${id}`)
  return id
}

describe('the name of an image in its address', () => {
  it('is what its description says at first, with a number where another one has it', async () => {
    const ids = [
      await published('Құйған жаңбыр', 'a.jpg'),
      await published('Құйған жаңбыр', 'b.jpg'),
    ]
    expect(await names(ids)).toEqual(['quygan-zhanbyr', 'quygan-zhanbyr-2'])
    const path = `/api/images/${ids[0]}`
    await act(editor, path, 'revise')
    await change(editor, path, { texts: [{ language: 'kk', alt: 'Күн', caption: '' }] })
    await publish(editor, reviewer, path, { change: 'major' })
    expect((await names(ids))[0]).toBe('quygan-zhanbyr')
  })

  it('is given to images from before there were such names, once', async () => {
    const ids = [await published('', 'c.jpg'), await published('', 'd.jpg')]
    const given = await names(ids)
    for (const id of ids)
      await desk.payload.db.updateOne({
        collection: 'entries',
        where: { subject: { equals: id } },
        data: { slug: id },
      })
    const before = await pressRevision(desk.payload)
    expect(await Promise.all([nameImages(desk.payload), nameImages(desk.payload)])).toContain(2)
    expect(new Set(await names(ids))).toEqual(new Set(given))
    expect(await pressRevision(desk.payload)).toBeGreaterThan(before)
    expect(await nameImages(desk.payload)).toBe(0)
    expect(problemsOf(await verify(desk.payload))).toEqual([])
  })
})
