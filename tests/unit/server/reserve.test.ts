import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { pastReserve } from '@/desk/press-reserve.ts'
import { createFiller } from '@/server/filler.ts'
import { createReserve, registerReserve, type Reserve } from '@/server/reserve.ts'
import { fakePorts, held, open, page, pause } from './helpers.ts'

/** What is kept on the disk for when the database can’t be asked. */

function folder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'communique-reserve-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

const answer = (words: string) => ({ status: 200, headers: { a: 'b' }, body: Buffer.from(words) })
const keep = (reserve: Reserve, key: string, words = key) =>
  reserve.keep(key, reserve.generation(), answer(words))
const found = async (reserve: Reserve, key: string) =>
  (await reserve.find(key))?.body.toString() ?? null

/** A press room whose database can be taken away. */
async function serving() {
  const state = { gone: false, revision: '1', words: 'as it was' }
  const asked = async <Answer>(answer: Answer): Promise<Answer> => {
    if (state.gone) throw new Error('the database is gone')
    return answer
  }
  const dir = folder()
  const ports = fakePorts({
    pressRevision: () => asked(state.revision),
    respond: async (request) => {
      if (state.gone)
        return page('failed', { status: 500, headers: { 'cache-control': 'no-store' } })
      return new URL(request.url).pathname === '/en/gone'
        ? page('taken back', { status: 410 })
        : page(`${request.url} ${state.words}`)
    },
    publishedFile: (pathname) =>
      asked({ path: path.join(dir, 'file'), type: 'image/jpeg', etag: `"${pathname.length}"` }),
    essentials: () => asked(['/en', '/en/releases']),
  })
  writeFileSync(path.join(dir, 'file'), 'a picture')
  const reserve = createReserve({ dir: path.join(dir, 'kept') })
  return { state, reserve, dir, ...(await open(ports, { reserve })) }
}

describe('the reserve', () => {
  it('gives back what it keeps, after a restart too, while the revision is the same', async () => {
    const dir = folder()
    const reserve = createReserve({ dir })
    reserve.learn('7')
    await keep(reserve, '/en', 'Home\nwith lines')
    expect(await reserve.find('/en')).toMatchObject({ ...answer('Home\nwith lines') })
    expect(await found(createReserve({ dir }), '/en')).toBe('Home\nwith lines')
    const again = createReserve({ dir })
    again.learn('7')
    expect(await found(again, '/en')).toBe('Home\nwith lines')
    again.learn('8')
    expect(await found(again, '/en')).toBeNull()
    expect(await found(createReserve({ dir }), '/en')).toBeNull()
  })

  it('shows nothing while something goes through the door, and nothing from before it after', async () => {
    const dir = folder()
    const reserve = createReserve({ dir })
    registerReserve(reserve)
    await keep(reserve, '/en')
    const began = reserve.generation()
    await pastReserve(async () => {
      expect(await found(reserve, '/en')).toBeNull()
      // A process that dies here leaves nothing behind.
      expect(readdirSync(path.join(dir, 'pages'))).toEqual([])
      await keep(reserve, '/en')
      expect(await found(reserve, '/en')).toBeNull()
    })
    await reserve.keep('/en', began, answer('made before'))
    expect(await found(reserve, '/en')).toBeNull()
    await keep(reserve, '/en', 'made after')
    expect(await found(reserve, '/en')).toBe('made after')
  })

  it('is open again after an act that failed', async () => {
    const reserve = createReserve({ dir: folder() })
    registerReserve(reserve)
    await expect(pastReserve(async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await keep(reserve, '/en')
    expect(await found(reserve, '/en')).toBe('/en')
  })

  it('is bounded in number and in bytes, on the disk too', async () => {
    const dir = folder()
    const reserve = createReserve({ dir, entries: 5, bytes: 1_000_000 })
    for (let number = 1; number <= 20; number++) await keep(reserve, `/${number}`)
    await expect.poll(() => readdirSync(path.join(dir, 'pages')).length).toBe(5)
    const small = createReserve({ dir: folder(), entries: 1_000, bytes: 3_000 })
    for (let number = 1; number <= 20; number++) await keep(small, `/${number}`, 'x'.repeat(900))
    expect(small.size().bytes).toBeLessThanOrEqual(3_000)
    expect(await found(small, '/20')).not.toBeNull()
  })

  it('takes nothing for a page that was cut off or is another’s', async () => {
    const dir = folder()
    const reserve = createReserve({ dir })
    await keep(reserve, '/en')
    const [name = ''] = readdirSync(path.join(dir, 'pages'))
    const file = path.join(dir, 'pages', name)
    for (const words of ['', '{"key"', readFileSync(file, 'utf8').replace('/en', '/nb')]) {
      writeFileSync(file, words)
      expect(await reserve.find('/en')).toBeNull()
    }
  })
})

describe('a server with a reserve', () => {
  it('answers the same bytes when the database is gone, for as long as it is', async () => {
    const { ask, state, dir } = await serving()
    const before = await Promise.all(['/en', '/en/gone', '/files/a.jpg'].map((one) => ask(one)))
    expect(before.map(({ status }) => status)).toEqual([200, 410, 200])
    await expect.poll(() => readdirSync(path.join(dir, 'kept', 'pages')).length).toBe(3)
    state.gone = true
    // Another process, since what is in memory is good for a few seconds more.
    const ports = fakePorts({
      pressRevision: async () => Promise.reject(new Error('gone')),
      respond: async () => Promise.reject(new Error('gone')),
      publishedFile: async () => Promise.reject(new Error('gone')),
    })
    const reserve = createReserve({ dir: path.join(dir, 'kept') })
    const other = await open(ports, { reserve })
    const after = await Promise.all(
      ['/en', '/en/gone', '/files/a.jpg'].map((one) => other.ask(one)),
    )
    for (const [index, { status, headers, body }] of after.entries()) {
      expect([status, headers.etag]).toEqual([before[index]?.status, before[index]?.headers.etag])
      expect(body.equals(before[index]?.body ?? Buffer.alloc(0))).toBe(true)
    }
    expect(after[0]?.headers['x-kept-since']).toMatch(/^20\d\d-.*Z$/)
    const unchanged = await other.ask('/en', {
      headers: { 'if-none-match': before[0]?.headers.etag ?? '' },
    })
    expect(unchanged.status).toBe(304)
    expect((await other.ask('/en/never-seen')).status).toBe(503)
    expect((await other.ask('/files/never-seen.jpg')).status).toBeGreaterThanOrEqual(500)
  })

  it('answers from it too where the database fails between two readings of the revision', async () => {
    const { ask, state, reserve } = await serving()
    await ask('/en')
    await expect.poll(() => reserve.has('/en')).toBe(true)
    state.revision = '1'
    state.gone = true
    expect((await ask('/en')).status).toBe(200)
    expect((await ask('/en/unseen')).status).toBe(500)
  })

  it('never shows what an act has changed since, not even what was being made meanwhile', async () => {
    const slow = held<Response>()
    const state = { slow: true, gone: false }
    const ports = fakePorts({
      pressRevision: async () => (state.gone ? Promise.reject(new Error('gone')) : '1'),
      respond: async () => (state.slow ? slow.promise : page('failed', { status: 500 })),
    })
    const reserve = createReserve({ dir: folder() })
    registerReserve(reserve)
    const { ask } = await open(ports, { reserve })
    const asked = ask('/en/releases/secret')
    await pause(50)
    await pastReserve(async () => {})
    slow.release(page('secret'))
    await asked
    await pause(50)
    expect(reserve.has('/en/releases/secret')).toBe(false)
  })

  it('has the pages that are to be there made when nobody reads, once a revision has lasted', async () => {
    const { state, reserve } = await serving()
    let time = 0
    const made: string[] = []
    const fill = createFiller({
      revision: async () => state.revision,
      essentials: async () => ['/en', '/nb'],
      pages: {
        fill: async (target) => {
          made.push(target)
          return { status: 200, body: Buffer.from('<img src="/files/images/e/1.jpg">') }
        },
      },
      file: async (pathname) => {
        made.push(pathname)
        return null
      },
      log: () => {},
      now: () => time,
    })
    await fill()
    time = 29_000
    await fill()
    expect(made).toEqual([])
    time = 31_000
    await fill()
    await fill()
    expect(made).toEqual(['/en', '/nb', '/files/images/e/1.jpg'])
    state.revision = '2'
    await fill()
    expect(made).toHaveLength(3)
    expect(reserve.size().entries).toBe(0)
  })
})
