import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accepted, change, formOf, pdf, picture, revisionOf, rowOf, upload } from './acts.ts'
import { at, type Someone } from './harness.ts'
import { type House, idOf, type Name, openHouse } from './house.ts'
import { changedBy } from './rows.ts'

/** Ways to another file than the one that was checked and approved. */

let house: House
let eva: Someone
let zoe: Someone

beforeAll(async () => {
  house = await openHouse()
  ;({ eva, zoe } = house)
})
afterAll(() => house.desk.close())

const collectionOf = (path: string) => path.split('/')[2] as 'images' | 'documents'
const newFile = (path: string) =>
  collectionOf(path) === 'images' ? picture('other.jpg', '#ff0000') : pdf('other.pdf', 'Other')

async function refused(attempt: () => Promise<{ status: number }>, ...statuses: number[]) {
  const changed = await changedBy(house.desk, async () => {
    const answer = await attempt()
    expect(statuses, JSON.stringify(answer)).toContain(answer.status)
  })
  expect(changed).toEqual([])
}

describe.each(['published image', 'published document'] as const)('a %s', (name: Name) => {
  it('isn’t replaced, whoever sends a file', async () => {
    const path = house.at[name]
    const revision = await revisionOf(eva, path)
    const file = await newFile(path)
    for (const [who, status] of [
      [eva, 409],
      [zoe, 409],
      [house.rita, 403],
      [house.timo, 403],
      [house.ada, 403],
      [house.desk.stranger, 401],
    ] as const)
      await refused(() => who.rest('PATCH', path, formOf(file, { revision })), status)
  })

  it('isn’t replaced through another method or by an action', async () => {
    const path = house.at[name]
    const file = await newFile(path)
    const revision = await revisionOf(eva, path)
    await refused(() => zoe.rest('PUT', path, formOf(file, { revision })), 404)
    await refused(() => zoe.rest('POST', path, formOf(file, { revision })), 404)
    await refused(
      () => zoe.rest('POST', `${path}/actions/archive`, formOf(file, { revision })),
      400,
      422,
    )
  })

  it('stays as it is when another upload takes its file’s name', async () => {
    const path = house.at[name]
    const before = await rowOf(house.desk, collectionOf(path), idOf(path))
    const file = { ...(await newFile(path)), name: String(before.filename) }
    const query = '?overwriteExistingFiles=true'
    const answer = accepted(
      await eva.rest(
        'POST',
        `/api/${collectionOf(path)}${query}`,
        formOf(file, {
          filename: before.filename,
          overwriteExistingFiles: true,
        }),
      ),
    )
    expect(at(answer.body, 'doc', 'filename')).not.toBe(before.filename)
    expect(await rowOf(house.desk, collectionOf(path), idOf(path))).toEqual(before)
  })
})

describe('a new file', () => {
  it.each([
    '../../escape.jpg',
    '..\\..\\escape.jpg',
    '/etc/escape.jpg',
    '%2e%2e%2fescape.jpg',
    '.hidden.jpg',
    'a/b/c.jpg',
    'line\nbreak.jpg',
    'nul\u0000.jpg',
    'CON.jpg',
    '',
  ])('named %j lies in its folder under a plain name, or is refused', async (name) => {
    const file = { ...(await picture('x.jpg', '#00ff00')), name }
    const fields = { credit: 'x' }
    let status = 0
    const changed = await changedBy(house.desk, async () => {
      ;({ status } = await eva.rest('POST', '/api/images', formOf(file, fields)))
    })
    const files = changed.filter(({ where }) => where === 'files').map(({ id }) => id)
    if (status >= 400) expect(changed).toEqual([])
    else {
      expect(status).toBe(201)
      for (const one of files) expect(one).toMatch(/^[\w-]+(\/[^/\\\p{Cc}]+)+$/u)
    }
    for (const one of files) expect(one).not.toMatch(/\.\.|^\/|escape\.jpg\/|\\/)
  })

  it.each([
    ['an address to fetch', { url: 'http://127.0.0.1:9/x.jpg', filename: 'x.jpg' }],
    ['a name of a file that is there', { filename: 'published-image.jpg' }],
    ['a file as words', { file: 'data:image/jpeg;base64,AAAA' }],
    ['a file as an object', { file: { name: 'x.jpg', data: 'AAAA', mimetype: 'image/jpeg' } }],
  ])('isn’t made of %s', (_what, fields) =>
    refused(() => eva.rest('POST', '/api/images', fields), 400, 422),
  )

  it.each([
    ['_payload that isn’t JSON', '{'],
    ['_payload that is a word', '"x"'],
  ])('comes with %s, and is refused', async (_what, words) => {
    const form = formOf(await picture('x.jpg', '#00ff00'), {})
    form.set('_payload', words)
    await refused(() => eva.rest('POST', '/api/images', form), 400, 422)
  })

  it('counts once, whatever else comes with it', async () => {
    const file = await picture('one.jpg', '#00ff00')
    const form = formOf(file, { credit: 'Embassy', state: 'published', sha256: 'f'.repeat(64) })
    form.append('state', 'published')
    form.append('data[state]', 'published')
    const answer = accepted(await eva.rest('POST', '/api/images?state=published', form))
    expect(answer.body).toMatchObject({ doc: { state: 'draft', standing: 'none', edition: 0 } })
    expect(at(answer.body, 'doc', 'sha256')).not.toBe('f'.repeat(64))
  })
})

describe('a draft’s file', () => {
  it.each([
    ['by its name', { filename: 'published-image.jpg' }],
    ['by its hash', { sha256: 'f'.repeat(64) }],
    ['by an address', { url: 'http://127.0.0.1:9/x.jpg' }],
    ['by its size', { filesize: 1, width: 1, height: 1, mimeType: 'text/html' }],
    ['by a field for files', { file: { name: 'x.jpg', data: 'AAAA' } }],
  ])('isn’t another one %s', async (_what, fields) => {
    const path = house.at['draft image']
    const {
      revision: _1,
      updatedAt: _2,
      busySince: _3,
      ...before
    } = await rowOf(house.desk, 'images', idOf(path))
    await change(eva, path, fields)
    expect(await rowOf(house.desk, 'images', idOf(path))).toMatchObject(before)
  })

  it.each([
    'uploadEdits[crop][x]=10&uploadEdits[crop][y]=0&uploadEdits[crop][width]=50&uploadEdits[crop][height]=50',
    'uploadEdits[crop]=x',
  ])('isn’t cut: %s', async (query) => {
    const path = house.at['draft image']
    const revision = await revisionOf(eva, path)
    await refused(() => eva.rest('PATCH', `${path}?${query}`, { revision }), 422)
  })

  it('goes with a document, and another’s of the same bytes stays', async () => {
    const file = await picture('twin.jpg', '#0000ff')
    const fields = { credit: 'Embassy' }
    const [one, two] = [
      await upload(eva, 'images', file, fields),
      await upload(eva, 'images', file, fields),
    ]
    accepted(await eva.rest('DELETE', `/api/images/${one}`))
    const { filename } = await rowOf(house.desk, 'images', two)
    expect((await eva.rest('GET', `/api/images/file/${String(filename)}`)).status).toBe(200)
  })
})
