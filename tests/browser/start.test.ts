import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { at } from '../integration/harness.ts'
import { freePort } from './free-port.ts'
import { place, start } from './program.ts'

/** The real program on the production build, as `npm start` runs it. */

const ready = /The desk: /

async function post(
  url: string,
  sent: unknown,
  token = '',
): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `JWT ${token}` } : {}),
    },
    body: JSON.stringify(sent),
  })
  const body: unknown = await answer.json().catch(() => null)
  return { status: answer.status, body }
}

describe('a first start of a real mission', () => {
  it('lets no stranger claim it, prints one password, stops with npm, and is quick the next time', async () => {
    const folder = place()
    const port = await freePort()
    const program = start(folder, port, ['--empty'])
    const claim = {
      email: 'stranger@evil.example',
      password: 'correct horse battery staple',
      name: 'Stranger',
      roles: ['administrator'],
    }
    // From before it listens until after it is open, as fast as it answers.
    const answers = new Set<number>()
    const house = { open: false }
    const claiming = (async () => {
      for (let tries = 0; tries < 15_000 && !house.open; tries += 1) {
        const answer = await post(`${program.origin}/api/users/first-register`, claim).catch(
          () => null,
        )
        if (answer) answers.add(answer.status)
        const page = await fetch(`${program.origin}/admin/create-first-user`).catch(() => null)
        if (page && !house.open) answers.add(page.status === 503 ? 503 : 0)
        await new Promise((later) => setTimeout(later, 20))
      }
    })()
    await program.until(ready)
    house.open = true
    await claiming
    answers.delete(0)
    expect(answers).toEqual(new Set([403, 503]))

    const [, email, password] = /(administrator@\S+)\s+(\S{16})\n/.exec(program.printed()) ?? []
    const signedIn = await post(`${program.origin}/api/users/login`, { email, password })
    expect(signedIn.status).toBe(200)
    const token = String(at(signedIn.body, 'token'))
    expect((await post(`${program.origin}/api/users/first-register`, claim)).status).toBe(403)
    const users = await fetch(`${program.origin}/api/users`, {
      headers: { authorization: `JWT ${token}` },
    })
    expect(((await users.json()) as { totalDocs: number }).totalDocs).toBe(1)
    // Nobody else on this machine reads the texts.
    expect(statSync(path.join(folder, 'data')).mode & 0o777).toBe(0o700)

    const stopped = await program.stop('SIGTERM')
    expect(stopped).toMatchObject({ code: 0 })
    expect(stopped.ms).toBeLessThan(5_000)
    await expect(fetch(`${program.origin}/en`)).rejects.toThrow()

    const began = performance.now()
    const again = start(folder, port, ['--empty'])
    let status = 0
    for (let tries = 0; tries < 3_000 && status !== 200; tries += 1) {
      status = await fetch(`${again.origin}/en`).then(
        (answer) => answer.status,
        () => 0,
      )
      if (status !== 200) await new Promise((later) => setTimeout(later, 10))
    }
    // Five seconds are the promise for a machine that does nothing else; tests run beside each other.
    expect(performance.now() - began).toBeLessThan(10_000)
    await again.until(ready)
    expect(again.printed()).not.toContain(String(password))
    expect(again.printed()).not.toContain('administrator@')
    // Ctrl-C in a terminal reaches npm and all that it started.
    const interrupted = await again.stop('SIGINT', true)
    expect(interrupted).toMatchObject({ code: 0 })
    expect(interrupted.ms).toBeLessThan(5_000)
  })
})

/** Every connection and every name that is looked up by what is started with it, in a file. */
function recorded(folder: string): { env: Record<string, string>; asked: () => string } {
  const record = path.join(folder, 'connections')
  const asked = () => readFileSync(record, 'utf8')
  const env = {
    NODE_OPTIONS: `--import ${path.join(import.meta.dirname, 'record-connections.mjs')}`,
    RECORD_CONNECTIONS: record,
  }
  writeFileSync(record, '')
  // The recorder sees what it is for.
  execFileSync(
    process.execPath,
    [
      '-e',
      'fetch("http://192.0.2.1/",{signal:AbortSignal.timeout(200)}).catch(()=>{});require("dns").lookup("a.invalid",()=>{})',
    ],
    { env: { ...process.env, ...env } },
  )
  expect(asked()).toMatch(/connect 192\.0\.2\.1/)
  expect(asked()).toMatch(/lookup a\.invalid/)
  writeFileSync(record, '')
  return { env, asked }
}

// One demonstration for both: to set it up takes longer than all that is looked at.
describe('a demonstration', () => {
  it('stops at once while it is set up, is begun again by the next start, and asks nobody beyond this machine', async () => {
    const folder = place()
    const port = await freePort()
    const { env, asked } = recorded(folder)
    const broken = start(folder, port, [], env)
    await broken.until(/picture 1 of/)
    expect((await fetch(`${broken.origin}/en`)).status).toBe(503)
    const stopped = await broken.stop('SIGINT')
    expect(stopped).toMatchObject({ code: 0 })
    expect(stopped.ms).toBeLessThan(5_000)

    const password = 'correct horse battery staple'
    const program = start(folder, port, [], { ...env, DEMO_PASSWORD: password })
    await program.until(ready)
    expect(program.printed()).toContain('It was broken off.')
    // A password that was given isn't printed.
    expect(program.printed()).not.toContain('shown only now')
    expect(program.printed()).not.toContain('correct horse')
    const list = await (await fetch(`${program.origin}/en/releases`)).text()
    expect(list.match(/href="\/en\/releases\/[^"?]+"/g)?.length).toBeGreaterThan(5)
    // A day's work.
    const signIn = async (who: string) => {
      const email = `${who}@demo.example`
      const { body } = await post(`${program.origin}/api/users/login`, { email, password })
      return String(at(body, 'token'))
    }
    const [editor, reviewer] = [await signIn('editor'), await signIn('reviewer')]
    const contact = await post(
      `${program.origin}/api/contacts`,
      { name: 'Ada Press', telephone: '+47 00 00 00 09' },
      editor,
    )
    const id = String(at(contact.body, 'doc', 'id'))
    const act = `${program.origin}/api/contacts/${id}/actions`
    expect((await post(`${act}/submit`, { revision: 1 }, editor)).status).toBe(200)
    expect((await post(`${act}/publish`, { revision: 2 }, reviewer)).status).toBe(200)
    for (const page of ['/en', '/nb/releases', '/en/contacts', '/admin/login'])
      expect((await fetch(program.origin + page)).status).toBe(200)
    const desk = await fetch(`${program.origin}/admin`, {
      headers: { cookie: `communique-token=${editor}` },
    })
    expect(desk.status).toBe(200)
    const outside = (await desk.text()).match(/(?:src|href)="(?:https?:)?\/\/[^"]+"/g) ?? []
    expect(
      outside.filter((one) => !one.includes('localhost') && !one.includes('127.0.0.1')),
    ).toEqual([])
    expect(await program.stop('SIGTERM')).toMatchObject({ code: 0 })
    expect(asked()).toBe('')
  })
})

describe('what is wrong is told in one sentence, and nothing is made', () => {
  it.each<[string, string[], (folder: string) => Record<string, string>, RegExp]>([
    ['an unknown option', ['--prot'], () => ({}), /There is no option --prot/],
    [
      'a weak password',
      [],
      () => ({ DEMO_PASSWORD: 'password1234' }),
      /DEMO_PASSWORD can’t be used\. Choose/,
    ],
    [
      'an unknown database',
      [],
      () => ({ DATABASE_URI: 'postgres://u:hunter2@h' }),
      /DATABASE_URI must begin with/,
    ],
    [
      'a folder that isn’t there',
      [],
      (folder) => ({ DATABASE_URI: `file:${folder}/none/x.db` }),
      /There is no folder \S+\/none/,
    ],
    [
      'a file that is no database',
      [],
      (folder) => {
        writeFileSync(path.join(folder, 'letter.db'), 'Dear colleagues, this is no database.')
        return { DATABASE_URI: `file:${folder}/letter.db` }
      },
      /letter\.db is no SQLite database/,
    ],
    [
      'a MongoDB that doesn’t answer',
      [],
      () => ({ DATABASE_URI: 'mongodb://u:hunter2@127.0.0.1:9/c?serverSelectionTimeoutMS=300' }),
      /MongoDB doesn’t answer/,
    ],
    ['a short secret', [], () => ({ PAYLOAD_SECRET: 'short' }), /PAYLOAD_SECRET .* too short/],
  ])('%s', async (_what, options, settings, sentence) => {
    const folder = place()
    const env = settings(folder)
    const before = readdirSync(folder)
    const program = start(folder, await freePort(), options, env)
    expect(await program.ended).toBe(1)
    expect(program.printed()).toMatch(sentence)
    expect(program.printed()).not.toMatch(/^ {4}at /m)
    expect(program.printed()).not.toContain('hunter2')
    // MongoDB is asked only by the server, which makes the data folder first.
    expect(readdirSync(folder).filter((name) => name !== 'data')).toEqual(before)
    expect(existsSync(path.join(folder, 'data', 'communique.db'))).toBe(false)
  })

  it('a port in use', async () => {
    const folder = place()
    const other = createServer()
    await new Promise<void>((listening) => other.listen(0, () => listening()))
    onTestFinished(() => void other.close())
    const { port } = other.address() as { port: number }
    const program = start(folder, port)
    expect(await program.ended).toBe(1)
    expect(program.printed()).toContain(
      `Port ${port} is in use. Choose another: npm start -- --port ${port + 1}`,
    )
    expect(readdirSync(folder)).toEqual([])
  })
})
