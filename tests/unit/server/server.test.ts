import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { plainPath, requestedUrl, roomOf } from '@/server/paths.ts'
import { fakePorts, open, origin, page } from './helpers.ts'

describe('whose a path is', () => {
  it.each([
    ['/', 'public'],
    ['/en/releases/a', 'public'],
    ['/administrators', 'public'],
    ['/ADMIN', 'public'],
    ['/%61dmin', 'public'],
    ['/admin', 'next'],
    ['/admin/collections/releases', 'next'],
    ['/api/releases', 'next'],
    ['/_next/image', 'next'],
    ['/_next/static/a.js', 'assets'],
    ['/api/public/v1/editions', 'public'],
    ['/api/public', 'next'],
    ['/api/Public/v1/editions', 'next'],
    ['/api/%70ublic/v1/editions', 'next'],
    ['/api/publications/1', 'next'],
    ['/openapi.json', 'public'],
    ['/files/a.pdf', 'files'],
    ['/files', 'public'],
    ['/en/releases/a.zip', 'kits'],
    ['/EN/releases/a.zip', 'public'],
    ['/en/releases/.zip', 'public'],
    ['/en/releases/a.zip/', 'public'],
    ['/en/images/a.zip', 'public'],
    ['/api/graphql', 'closed'],
    ['/api/graphql-playground', 'closed'],
    ['/api//GraphQL', 'closed'],
    ['/api/users/first-register', 'closed'],
    ['/api/users/first%2Dregister/', 'closed'],
  ])('%s', (path, room) => {
    expect(roomOf(path)).toBe(room)
  })

  it.each([
    ['//evil.example/x', `${origin}//evil.example/x`],
    ['/x/../admin', `${origin}/admin`],
    ['/x/%2e%2e/admin', `${origin}/admin`],
    ['http://evil.example/', undefined],
    ['*', undefined],
    [undefined, undefined],
  ])('stays on our origin: %s', (target, expected) => {
    expect(requestedUrl(target, origin)?.href).toBe(expected)
  })

  it('is compared in one spelling', () => {
    expect(plainPath('/API//Users/login/')).toBe('/api/users/login')
    expect(plainPath('/')).toBe('/')
    expect(plainPath('/%zz')).toBe('/%zz')
  })
})

describe('security headers', () => {
  const everywhere = {
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000',
    'permissions-policy': expect.stringContaining('camera=()'),
    'referrer-policy': expect.any(String),
  }

  it.each([
    ['a page', '/en', 200],
    ['the front door', '/', 200],
    ['a missing file', '/files/none', 404],
    ['the desk', '/admin', 200],
    ['REST', '/api/releases', 200],
    ['a missing asset', '/_next/static/none.js', 404],
    ['a closed path', '/api/graphql', 404],
  ])('are on %s', async (_what, path, status) => {
    const { ask } = await open()
    const answer = await ask(path)
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject(everywhere)
    expect(answer.headers['x-powered-by']).toBeUndefined()
  })

  it('allow a public page no script and no frame, the desk its own', async () => {
    const { ask } = await open()
    const policy = async (path: string) =>
      String((await ask(path)).headers['content-security-policy']).split('; ')
    expect(await policy('/en')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'none'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ]),
    )
    const desk = await policy('/admin')
    expect(desk).toEqual(
      expect.arrayContaining([
        "script-src 'self' 'unsafe-inline'",
        "frame-ancestors 'self'",
        "object-src 'none'",
        "connect-src 'self'",
      ]),
    )
    expect(desk.join()).not.toContain('unsafe-eval')
  })

  it('can’t be loosened by a page', async () => {
    const { ask } = await open(
      fakePorts({
        respond: async () => page('x', { headers: { 'content-security-policy': 'script-src *' } }),
      }),
    )
    expect((await ask('/en')).headers['content-security-policy']).toContain("script-src 'none'")
  })

  it('pin only what is served over https', async () => {
    const { ask } = await open(fakePorts(), { origin: 'http://localhost:3000' })
    expect((await ask('/en')).headers['strict-transport-security']).toBeUndefined()
  })

  it('let development evaluate and reload', async () => {
    const { ask } = await open(fakePorts(), { dev: true })
    const policy = (await ask('/admin')).headers['content-security-policy']
    expect(policy).toContain("'unsafe-eval'")
    expect(policy).toContain('ws:')
  })

  it('keep the desk out of caches and indexes', async () => {
    const { ask } = await open()
    expect((await ask('/api/releases')).headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
    })
  })
})

describe('what is refused', () => {
  it.each([
    ['POST', '/en', 405],
    ['DELETE', '/files/a.pdf', 405],
    ['OPTIONS', '/', 405],
    ['PUT', '/_next/static/a.js', 405],
    ['GET', '/api/graphql', 404],
    ['POST', '/api/graphql', 404],
    ['POST', '/api/users/first-register', 403],
    ['GET', `/en?q=${'x'.repeat(16 * 1024)}`, 414],
  ])('%s %.40s with %i', async (method, path, status) => {
    const { ask } = await open()
    const answer = await ask(path, { method })
    expect(answer.status).toBe(status)
    if (status === 405) expect(answer.headers.allow).toBe('GET, HEAD')
  })

  it.each([
    ['/api/releases', 'application/json', 2 * 1024 * 1024 + 1, 413],
    ['/api/images', 'multipart/form-data; boundary=x', 50 * 1024 * 1024 + 1, 413],
    ['/admin', 'multipart/form-data; boundary=x', 2 * 1024 * 1024 + 1, 413],
  ])('a body for %s (%s) of %i bytes', async (path, type, length, status) => {
    const { ask } = await open()
    // `Expect` lets the refusal come before a byte of the body is sent.
    const answer = await ask(path, {
      method: 'POST',
      headers: {
        'content-type': type,
        'content-length': String(length),
        expect: '100-continue',
      },
    })
    expect(answer.status).toBe(status)
    expect(answer.continued).toBe(false)
  })

  it('a large body that is already on its way, or stalls there', async () => {
    const { ask, port } = await open()
    const headers = { 'content-type': 'application/json' }
    const body = 'x'.repeat(3 * 1024 * 1024)
    expect((await ask('/api/releases', { method: 'POST', headers, body })).status).toBe(413)

    const began = performance.now()
    const answer = await new Promise<string>((resolve, reject) => {
      let text = ''
      const socket = connect(port, '127.0.0.1', () =>
        socket.write('POST /api/x HTTP/1.1\r\nHost: x\r\nContent-Length: 9999999\r\n\r\nhalf'),
      )
      socket.on('data', (bytes) => {
        text += bytes.toString()
      })
      socket.once('close', () => resolve(text))
      socket.once('error', reject)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(performance.now() - began).toBeLessThan(4_500)
  }, 10_000)

  it('a body of unknown length', async () => {
    const { ask } = await open()
    const answer = await ask('/api/releases', {
      method: 'POST',
      headers: { 'transfer-encoding': 'chunked' },
      body: '{}',
    })
    expect(answer.status).toBe(411)
    expect(JSON.parse(answer.body.toString())).toEqual({
      errors: [{ message: expect.stringContaining('Content-Length') }],
    })
  })

  it('but an upload of a megabyte passes, with or without asking first', async () => {
    const { ask } = await open(fakePorts(), {
      next: (request, response) => {
        let bytes = 0
        request.on('data', (chunk: Buffer) => {
          bytes += chunk.length
        })
        request.on('end', () => response.end(String(bytes)))
      },
    })
    const body = 'x'.repeat(1024 * 1024)
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    for (const more of [{}, { expect: '100-continue', 'content-length': String(body.length) }]) {
      const answer = await ask('/api/images', {
        method: 'POST',
        headers: { ...headers, ...more },
        body,
      })
      expect(answer.body.toString()).toBe(String(body.length))
      expect(answer.continued).toBe('expect' in more)
    }
  })

  it('a target that is no path', async () => {
    const { port } = await open()
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.write('GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n'),
      )
      socket.once('data', (bytes) => {
        resolve(bytes.toString())
        socket.destroy()
      })
      socket.once('error', reject)
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('everything, for the moment, while the press room opens', async () => {
    const { ask } = await open(null)
    for (const path of ['/en', '/admin', '/files/a']) {
      const answer = await ask(path)
      expect(answer.status).toBe(503)
      expect(answer.headers['retry-after']).toBe('2')
    }
  })
})

describe('when the press room fails', () => {
  it('answers 503 while the revision is unknown, 500 when a page breaks', async () => {
    const unknown = await open(
      fakePorts({ pressRevision: () => Promise.reject(new Error('no database')) }),
    )
    for (let n = 0; n < 5; n += 1) expect((await unknown.ask('/en')).status).toBe(503)
    expect(unknown.logged).toHaveLength(1)
    const breaking = await open(fakePorts({ respond: () => Promise.reject(new Error('bug')) }))
    const answer = await breaking.ask('/en')
    expect(answer.status).toBe(500)
    expect(answer.body.toString()).not.toContain('bug')
    expect(breaking.logged).toHaveLength(1)
  })

  it('answers 500 when a file can’t be looked up', async () => {
    const { ask } = await open(fakePorts({ publishedFile: () => Promise.reject(new Error('bug')) }))
    expect((await ask('/files/a')).status).toBe(500)
  })
})

describe('what Next is told', () => {
  it('is our own address and the client’s, whatever the client says', async () => {
    const { ask } = await open()
    const answer = await ask('/x/../admin?a=1', {
      headers: {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'ftp',
        'x-forwarded-for': '1.2.3.4',
        forwarded: 'host=evil.example',
      },
    })
    const told = JSON.parse(answer.body.toString())
    expect(told.url).toBe('/admin?a=1')
    expect(told.headers).toMatchObject({
      host: 'press.example.org',
      'x-forwarded-host': 'press.example.org',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '127.0.0.1',
    })
    expect(told.headers.forwarded).toBeUndefined()
  })
})

describe('a page that is opened by a link with a secret', () => {
  it.each([
    ['/admin/choose-password', 'no-referrer'],
    ['/admin/choose-password/', 'no-referrer'],
    ['/admin/login', 'same-origin'],
  ])('%s: %s', async (path, policy) => {
    const { ask } = await open()
    const { headers } = await ask(path)
    expect(headers['referrer-policy']).toBe(policy)
    expect(headers['cache-control']).toBe('private, no-store')
  })
})

describe('sign-in attempts', () => {
  const attempt = { method: 'POST', body: '{}' }

  it('are limited by address, with the time to wait', async () => {
    const { ask } = await open(fakePorts(), {
      next: (_request, response) => {
        response.writeHead(401).end()
      },
    })
    const paths = ['/api/users/login', '/api/users/forgot-password', '/api/users/reset-password']
    for (let n = 0; n < 60; n += 1) {
      expect((await ask(paths[n % 3] ?? '', attempt)).status).toBe(401)
    }
    const refused = await ask('/api/users/unlock', attempt)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(290)
    expect(JSON.parse(refused.body.toString())).toEqual({
      errors: [{ message: 'Too many attempts from here. Try again in 5 minutes.' }],
    })
    expect((await ask('/api/users/Login/', attempt)).status).toBe(429)
    expect((await ask('/api/releases', attempt)).status).toBe(401)
  })

  it('don’t count when they succeed', async () => {
    const { ask } = await open()
    for (let n = 0; n < 100; n += 1) {
      expect((await ask('/api/users/login', attempt)).status).toBe(200)
    }
  })
})

async function withFile(content = '0123456789') {
  const folder = await mkdtemp(join(tmpdir(), 'communique-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'a #1?.pdf')
  await writeFile(path, content)
  return open(
    fakePorts({
      publishedFile: async (pathname) => {
        if (pathname === '/files/gone') return 'gone'
        const file = { path, type: 'application/pdf', etag: '"v1"', download: 'Åpen "dør".pdf' }
        if (pathname === '/files/lost') return { ...file, path: join(folder, 'lost') }
        return pathname === '/files/a.pdf' ? file : null
      },
    }),
  )
}

describe('published files', () => {
  it('come with type, ETag and name, to be asked for anew each time', async () => {
    const { ask } = await withFile()
    const answer = await ask('/files/a.pdf')
    expect(answer.status).toBe(200)
    expect(answer.body.toString()).toBe('0123456789')
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      etag: '"v1"',
      'cache-control': 'no-cache',
      'content-disposition': `attachment; filename="_pen _d_r_.pdf"; filename*=UTF-8''%C3%85pen%20%22d%C3%B8r%22.pdf`,
    })
    expect(answer.headers['last-modified']).toBeUndefined()
  })

  it.each([
    ['part of one', { range: 'bytes=2-4' }, 206, '234'],
    ['part of another version', { range: 'bytes=2-4', 'if-range': '"v0"' }, 200, '0123456789'],
    ['beyond its end', { range: 'bytes=99-' }, 416, ''],
    ['the one the reader has', { 'if-none-match': '"v1"' }, 304, ''],
  ])('%s', async (_what, headers, status, body) => {
    const { ask } = await withFile()
    const answer = await ask('/files/a.pdf', { headers })
    expect(answer.status).toBe(status)
    expect(answer.body.toString()).toBe(body)
    if (status === 416) expect(answer.headers['content-range']).toBe('bytes */10')
  })

  it.each([
    ['withdrawn', '/files/gone', 410],
    ['unknown', '/files/none', 404],
    ['lost from the disk', '/files/lost', 404],
  ])('%s', async (_what, path, status) => {
    const { ask } = await withFile()
    const answer = await ask(path)
    expect(answer.status).toBe(status)
    expect(answer.headers.etag).toBeUndefined()
    expect(answer.headers['content-disposition']).toBeUndefined()
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('answer HEAD without bytes', async () => {
    const { ask } = await withFile()
    const answer = await ask('/files/a.pdf', { method: 'HEAD' })
    expect(answer.headers['content-length']).toBe('10')
    expect(answer.body).toHaveLength(0)
  })
})

describe('the desk’s built files', () => {
  it('are compressed, kept for a year, and never outside their folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'communique-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'a.js'), 'let a = 1\n'.repeat(1000))
    const { ask } = await open(fakePorts(), { assets: folder })
    const answer = await ask('/_next/static/a.js', { headers: { 'accept-encoding': 'br' } })
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    for (const path of ['..%2f..%2fetc%2fpasswd', '%2fetc%2fpasswd', 'a.js%00', '%zz', '']) {
      expect((await ask(`/_next/static/${path}`)).status).toBe(404)
    }
  })
})
