import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { PressKit } from '@/server/ports.ts'
import { fakePorts, open, page, pause } from './helpers.ts'
import { readZip } from './zip.ts'

const path = '/en/releases/dam.zip'
const picture = randomBytes(300_000)

async function withKit(change: (kit: PressKit, folder: string) => PressKit = (kit) => kit) {
  const folder = await mkdtemp(join(tmpdir(), 'communique-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'full.jpg'), picture)
  const kit: PressKit = {
    name: 'Дам-kk.zip',
    etag: '"k1"',
    files: [
      { name: 'dam/kk-бөгет.txt', at: '2026-03-03T14:05', text: 'Бөгет ашылды.\n' },
      { name: 'dam/pictures/01-سد.jpg', at: '1999-12-31T23:58', path: join(folder, 'full.jpg') },
    ],
  }
  const opened = await open(
    fakePorts({
      pressKit: async (pathname) => (pathname === path ? change(kit, folder) : null),
      respond: async () => page('instead', { status: 410 }),
    }),
  )
  return { ...opened, folder }
}

describe('a press kit', () => {
  it('is an archive with names in any script, dates of the wall clock and the bytes of its files', async () => {
    const { ask } = await withKit()
    const answer = await ask(path)
    expect(answer.status).toBe(200)
    expect(readZip(answer.body)).toEqual([
      { name: 'dam/kk-бөгет.txt', at: '2026-03-03T14:05', bytes: Buffer.from('Бөгет ашылды.\n') },
      { name: 'dam/pictures/01-سد.jpg', at: '1999-12-31T23:58', bytes: picture },
    ])
    expect(answer.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-length': String(answer.body.length),
      etag: '"k1"',
      'cache-control': 'no-cache',
      'content-disposition': `attachment; filename="___-kk.zip"; filename*=UTF-8''${encodeURIComponent('Дам-kk.zip')}`,
      'content-security-policy': expect.stringContaining("script-src 'none'"),
      'x-content-type-options': 'nosniff',
    })
    expect((await ask(path)).body.equals(answer.body), 'the same bytes again').toBe(true)
  })

  it('says its length without its bytes, and nothing new to whoever has it', async () => {
    const { ask } = await withKit()
    const whole = await ask(path)
    const head = await ask(path, { method: 'HEAD' })
    expect([head.status, head.body.length]).toEqual([200, 0])
    expect(head.headers['content-length']).toBe(whole.headers['content-length'])
    const known = await ask(path, { headers: { 'if-none-match': '"k1"' } })
    expect([known.status, known.body.length]).toEqual([304, 0])
    // No part of it can be asked for.
    const part = await ask(path, { headers: { range: 'bytes=0-9' } })
    expect([part.status, part.body.length]).toEqual([200, whole.body.length])
  })

  it('that isn’t there is answered as its page is, and nothing is posted to it', async () => {
    const { ask } = await withKit()
    const none = await ask('/en/releases/none.zip')
    expect([none.status, none.body.toString()]).toEqual([410, expect.stringContaining('instead')])
    expect((await ask(path, { method: 'POST', body: '{}' })).status).toBe(405)
  })

  it('with a file that is lost says so before its first byte', async () => {
    const { ask, logged } = await withKit((kit, folder) => ({
      ...kit,
      files: [...kit.files, { name: 'b', at: '2026-01-01T00:00', path: join(folder, 'lost') }],
    }))
    const answer = await ask(path)
    expect(answer.status).toBe(404)
    expect(answer.headers.etag).toBeUndefined()
    expect(answer.headers['content-disposition']).toBeUndefined()
    expect(logged).toHaveLength(1)
  })

  it('closes its files when the reader leaves, and no more than 32 are under way', async () => {
    const big = 40_000_000
    const { ask, port, folder } = await withKit((kit, at) => ({
      ...kit,
      files: [{ name: 'big', at: '2026-01-01T00:00', path: join(at, 'big') }],
    }))
    await writeFile(join(folder, 'big'), Buffer.alloc(big))
    const openFiles = async () => {
      const held = await Promise.all(
        (await readdir('/proc/self/fd')).map((fd) =>
          readlink(`/proc/self/fd/${fd}`).catch(() => ''),
        ),
      )
      return held.filter((name) => name.startsWith(folder)).length
    }
    const slow = Array.from({ length: 32 }, () => {
      const asked = request({ host: '127.0.0.1', port, path })
      asked.on('error', () => {})
      asked.on('response', (response) => response.pause())
      asked.end()
      return asked
    })
    for (let n = 0; n < 100 && (await openFiles()) < 32; n += 1) await pause(20)
    expect(await openFiles()).toBe(32)
    const refused = await ask(path)
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5'])
    for (const one of slow) one.destroy()
    for (let n = 0; n < 100 && (await openFiles()) > 0; n += 1) await pause(20)
    expect(await openFiles()).toBe(0)
    expect((await ask(path, { method: 'HEAD' })).status).toBe(200)
  })
})
