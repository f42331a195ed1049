import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { publishDue } from '../../src/desk/clock.ts'
import { fileCarrier, smtpCarrier } from '../../src/desk/outbox/carrier.ts'
import type { MyDesk } from '../../src/desk/my-desk.ts'
import { nextSummary } from '../../src/desk/outbox/owe.ts'
import { sendDue, startPost } from '../../src/desk/outbox/send.ts'
import { accepted, act, make, paragraph, publish, revisionOf } from './acts.ts'
import { type Desk, openDesk, type Someone } from './harness.ts'
import { changedBy } from './rows.ts'
import { before } from './standstill.ts'

/** Mails go through a real mail server, which does what mail servers do. */

let desk: Desk
let editor: Someone
let reviewer: Someone
let second: Someone
let administrator: Someone
let contact: string
const stops: (() => Promise<void> | void)[] = []

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('Eva', ['editor'])
  reviewer = await desk.person('Rita', ['reviewer'])
  second = await desk.person('Sara', ['reviewer'])
  administrator = await desk.person('Ada', ['administrator'])
  contact = await make(editor, 'contacts', { name: 'Mira', email: 'press@mission.example' })
  await publish(editor, reviewer, `/api/contacts/${contact}`)
  await empty()
})
afterAll(() => desk.close())
// What a test left is no other one's.
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  await empty()
  for (const { id } of [editor, reviewer, second, administrator]) await choose(id, 'at-once')
})

interface Row {
  id: string
  what: string
  receiver: string
  state: string
  attempts: number
  problem?: string
  facts?: string | null
  dueAt: string
}
async function rows(): Promise<Row[]> {
  const { docs } = await desk.payload.db.find<Row>({
    collection: 'outbox',
    pagination: false,
    sort: 'dueAt',
  })
  return docs
}
async function empty(): Promise<void> {
  for (const { id } of await rows())
    await desk.payload.db.deleteOne({ collection: 'outbox', where: { id: { equals: id } } })
}
const statesNow = async () => (await rows()).map(({ state }) => state)

async function choose(id: string, mailed: string): Promise<void> {
  await desk.payload.db.updateOne({ collection: 'users', id, data: { mailed } })
}

async function draft(headline = 'A bridge opens', by = contact): Promise<string> {
  const data = {
    language: 'en',
    kind: 'news',
    headline,
    lead: 'It opens.',
    body: paragraph('On Friday.'),
    contacts: [by],
    about: false,
  }
  return `/api/releases/${await make(editor, 'releases', data)}`
}
async function submitted(headline?: string): Promise<string> {
  const text = await draft(headline)
  await act(editor, text, 'submit')
  return text
}

interface Inbox {
  port: number
  /** Whole messages, by whom they were for. */
  mails: { to: string; message: string }[]
  close: () => Promise<void>
  /** Ends every connection without a word. */
  cut: () => void
}

/** A mail server on a port of its own; what it takes is in `mails`. */
async function inbox(options: SMTPServerOptions = {}, port = 0): Promise<Inbox> {
  const mails: Inbox['mails'] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const [to] = session.envelope.rcptTo
        mails.push({ to: to?.address ?? '', message: Buffer.concat(parts).toString() })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  const sockets = new Set<Socket>()
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((ready) => {
    server.listen(port, '127.0.0.1', ready)
  })
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed())
    })
  stops.push(close)
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return { port: (server.server.address() as AddressInfo).port, mails, close, cut }
}

function postTo(port: number) {
  const carrier = smtpCarrier(`smtp://127.0.0.1:${port}`)
  stops.push(() => carrier.close())
  return { carrier, from: 'Embassy <press@mission.example>' }
}
const soon = (minutes = 0) => new Date(desk.clock.now.getTime() + minutes * 60_000 + 1000)
const send = (port: number, minutes = 0) => sendDue(desk.payload, postTo(port), soon(minutes))

/** The words of a mail, of whatever part and encoding they are. */
function words(message: string): string {
  return message
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (bytes) =>
      Buffer.from(bytes.replaceAll('=', ''), 'hex').toString(),
    )
}

describe('an act', () => {
  it('is mailed to whom it concerns, with a link, and to nobody twice', async () => {
    const { port, mails } = await inbox()
    const text = await submitted('A bridge with a price opens')
    await send(port)
    await send(port)
    expect(mails.map(({ to }) => to)).toEqual(
      expect.arrayContaining([reviewer.email, second.email]),
    )
    expect(mails).toHaveLength(2)
    const [mail] = mails
    const said = words(mail?.message ?? '')
    expect(said).toContain('Subject: To review: A bridge with a price opens')
    expect(said).toContain('Eva submitted it for review')
    expect(said).toContain(`/admin/collections/releases/${text.split('/').at(-1)}`)
    expect(said).toContain('From: Embassy <press@mission.example>')
    expect(said).toMatch(/Content-Type: text\/plain/)
    expect(said).toMatch(/Content-Type: text\/html/)
    // Of what the text says nothing leaves the desk but its headline.
    expect(said).not.toContain('On Friday')
    expect(await statesNow()).toEqual(['sent', 'sent'])
    expect((await rows()).every(({ facts }) => !facts)).toBe(true)
  })

  it('that is refused owes nothing', async () => {
    const text = await draft()
    const changed = await changedBy(desk, async () => {
      const revision = await revisionOf(reviewer, text)
      const answer = await reviewer.rest('POST', `${text}/actions/approve`, { revision })
      expect(answer.status).toBe(409)
    })
    expect(changed).toEqual([])
    expect(await rows()).toEqual([])
  })

  it('is owed once when somebody else completes it', async () => {
    const text = await draft()
    const revision = await revisionOf(editor, text)
    before(
      desk,
      'create',
      ({ collection }) => collection === 'outbox',
      async () => {
        const { finishAll } = await import('../../src/desk/finish.ts')
        await finishAll(desk.payload, true)
      },
    )
    accepted(await editor.rest('POST', `${text}/actions/submit`, { revision }))
    expect((await rows()).map(({ receiver }) => receiver).sort()).toEqual(
      [reviewer.id, second.id].sort(),
    )
  })

  it('says why a text came back, to whom it came back', async () => {
    const { port, mails } = await inbox()
    const text = await submitted()
    await send(port)
    mails.length = 0
    await act(reviewer, text, 'return', { note: 'Which Friday?' })
    await send(port)
    expect(mails.map(({ to }) => to)).toEqual([editor.email])
    expect(words(mails[0]?.message ?? '')).toContain('Which Friday?')
  })

  it('of the clock is told at once, even to who wants the essential only', async () => {
    for (const one of [editor, reviewer, second]) await choose(one.id, 'essential')
    const other = await make(editor, 'contacts', { name: 'Leda', email: 'leda@mission.example' })
    await publish(editor, reviewer, `/api/contacts/${other}`)
    const text = await draft('A bridge opens', other)
    await act(editor, text, 'submit')
    expect(await rows()).toEqual([])
    await act(reviewer, text, 'approve')
    const at = new Date(desk.clock.now.getTime() + 3_600_000).toISOString()
    await act(reviewer, text, 'schedule', { at })
    await act(reviewer, `/api/contacts/${other}`, 'archive', { explanation: 'She has left.' })
    await publishDue(desk.payload, new Date(Date.parse(at) + 1000))
    expect((await rows()).map(({ what, receiver }) => [what, receiver])).toEqual(
      expect.arrayContaining([
        ['miss', editor.id],
        ['miss', reviewer.id],
      ]),
    )
  })

  it('whose headline breaks the line writes no other header', async () => {
    const { port, mails } = await inbox()
    await submitted('A bridge opens\r\nBcc: someone@elsewhere.example\r\n')
    await send(port)
    expect(mails).toHaveLength(2)
    for (const { message } of mails) {
      const [headers = ''] = message.split('\r\n\r\n')
      expect(headers).toContain('Subject: To review: A bridge opens')
      expect(headers).not.toMatch(/^Bcc:/im)
    }
  })
})

describe('a mail server', () => {
  it('that is down delays mails, and nothing else', async () => {
    const gone = await inbox()
    await gone.close()
    const text = await submitted()
    expect(await send(gone.port)).toEqual({ sent: 0, failed: 1 })
    expect(new Set(await statesNow())).toEqual(new Set(['waiting']))
    await act(reviewer, text, 'approve')

    const back = await inbox({}, gone.port)
    await send(back.port, 5)
    expect(back.mails.map(({ to }) => to).sort()).toEqual(
      [reviewer.email, second.email, editor.email].sort(),
    )
    await send(back.port, 10)
    expect(back.mails).toHaveLength(3)
  })

  it('that refuses one address for good holds up nobody else', async () => {
    const { port, mails } = await inbox({
      onRcptTo: ({ address }, _session, done) => {
        const no = Object.assign(new Error('no such mailbox'), { responseCode: 550 })
        done(address === reviewer.email ? no : null)
      },
    })
    await submitted()
    await send(port)
    await send(port, 2)
    expect(mails.map(({ to }) => to)).toEqual([second.email])
    const refused = (await rows()).find(({ receiver }) => receiver === reviewer.id)
    expect(refused).toMatchObject({ state: 'given-up', problem: 'EENVELOPE 550' })
  })

  it('that refuses for a while is asked again', async () => {
    let busy = true
    const { port, mails } = await inbox({
      onRcptTo: (_address, _session, done) => {
        const later = Object.assign(new Error('try later'), { responseCode: 451 })
        done(busy ? later : null)
      },
    })
    await submitted()
    await send(port)
    busy = false
    await send(port, 3)
    await send(port, 6)
    expect(mails).toHaveLength(2)
  })

  it('that cuts the connection in the middle of a mail gets it again, once', async () => {
    let cut = true
    const box = await inbox({
      onData: (stream, session, done) => {
        const [to] = session.envelope.rcptTo
        if (cut) {
          cut = false
          // Half of it has come, and no answer goes back.
          box.cut()
          return
        }
        let message = ''
        stream.on('data', (part: Buffer) => {
          message += part.toString()
        })
        stream.on('end', () => {
          box.mails.push({ to: to?.address ?? '', message })
          done()
        })
      },
    })
    await submitted()
    await send(box.port)
    await send(box.port, 3)
    await send(box.port, 6)
    expect(box.mails.map(({ to }) => to).sort()).toEqual([reviewer.email, second.email].sort())
    const ids = box.mails.map(({ message }) => /^Message-ID: (.+)$/im.exec(message)?.[1])
    expect(new Set(ids).size).toBe(2)
  })

  it('that is slow holds up no act', async () => {
    let answer: (() => void) | undefined
    const { port, mails } = await inbox({
      onConnect: (_session, done) => {
        if (answer) done()
        else answer = () => done()
      },
    })
    const text = await submitted()
    const sending = send(port)
    await expect.poll(() => answer).toBeDefined()
    await act(reviewer, text, 'approve')
    expect(mails).toHaveLength(0)
    answer?.()
    await sending
    expect(mails.length).toBeGreaterThan(0)
  })

  it('is given the same name of a mail at every attempt', async () => {
    const names: string[] = []
    const { port } = await inbox({
      onData: (stream, _session, done) => {
        let message = ''
        stream.on('data', (part: Buffer) => {
          message += part.toString()
        })
        stream.on('end', () => {
          names.push(/^Message-ID: (.+)$/im.exec(message)?.[1] ?? '')
          done(Object.assign(new Error('try later'), { responseCode: 451 }))
        })
      },
    })
    await choose(second.id, 'essential')
    await submitted()
    await send(port)
    await send(port, 3)
    expect(names).toHaveLength(2)
    expect(new Set(names).size).toBe(1)
    expect(names[0]).toMatch(/^<[0-9a-f]{40}@/)
  })
})

describe('two processes', () => {
  it('send each mail once', async () => {
    const { port, mails } = await inbox()
    for (const headline of ['One', 'Two', 'Three']) await submitted(headline)
    await Promise.all([send(port), send(port), send(port)])
    await send(port)
    expect(mails).toHaveLength(6)
    expect(new Set(await statesNow())).toEqual(new Set(['sent']))
  })

  it('take over from one that died while it sent, after its time', async () => {
    const { port, mails } = await inbox()
    await choose(second.id, 'essential')
    await submitted()
    const [mail] = await rows()
    await desk.payload.db.updateOne({
      collection: 'outbox',
      id: mail?.id ?? '',
      data: { state: 'sending', attempts: 1, lease: soon(2).toISOString() },
    })
    await send(port)
    expect(mails).toHaveLength(0)
    await send(port, 3)
    expect(mails).toHaveLength(1)
  })
})

describe('somebody who wants a summary', () => {
  it('gets one mail at seven, with all of it', async () => {
    const { port, mails } = await inbox()
    await choose(reviewer.id, 'daily')
    await choose(second.id, 'essential')
    for (const headline of ['The first of the day', 'The second of the day'])
      await submitted(headline)
    await send(port)
    expect(mails).toHaveLength(0)
    await send(port, 25 * 60)
    expect(mails).toHaveLength(1)
    const said = words(mails[0]?.message ?? '')
    expect(said).toContain('The first of the day')
    expect(said).toContain('The second of the day')
    await send(port, 26 * 60)
    expect(mails).toHaveLength(1)
  })

  it.each([
    ['2026-03-28T20:00:00.000Z', 'Europe/Oslo', '2026-03-29T05:00:00.000Z'],
    ['2026-03-27T20:00:00.000Z', 'Europe/Oslo', '2026-03-28T06:00:00.000Z'],
    ['2026-11-24T05:59:00.000Z', 'Europe/Oslo', '2026-11-24T06:00:00.000Z'],
    ['2026-11-24T06:00:00.000Z', 'Europe/Oslo', '2026-11-25T06:00:00.000Z'],
    ['2026-11-24T06:00:00.000Z', 'Asia/Almaty', '2026-11-25T02:00:00.000Z'],
  ])('after %s in %s: %s', (after, zone, expected) => {
    expect(nextSummary(after, zone)).toBe(expected)
  })
})

describe('who isn’t written to', () => {
  it('somebody whose account has no role any more', async () => {
    const { port, mails } = await inbox()
    const leaving = await desk.person('Lea', ['reviewer'])
    await submitted()
    await desk.payload.db.updateOne({ collection: 'users', id: leaving.id, data: { roles: [] } })
    await send(port)
    expect(mails.map(({ to }) => to)).not.toContain(leaving.email)
    expect(await statesNow()).toContain('dropped')
  })
})

describe('without a mail server', () => {
  it('mails are files that nobody else can read, and the log names them only', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'communique-mail-'))
    stops.push(() => rmSync(folder, { recursive: true, force: true }))
    const said: string[] = []
    const carrier = fileCarrier(path.join(folder, 'mail'), (file) => said.push(file))
    await choose(second.id, 'essential')
    await submitted('A bridge for a file')
    await sendDue(desk.payload, { carrier, from: 'noreply@mission.example' }, soon())
    const [name] = readdirSync(path.join(folder, 'mail'))
    const file = path.join(folder, 'mail', name ?? '')
    expect(said).toEqual([file])
    expect(words(readFileSync(file, 'utf8'))).toContain('A bridge for a file')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700)
  })
})

describe('what the program mails about accounts', () => {
  it('goes the same way, and nothing of it stays', async () => {
    const { port, mails } = await inbox()
    await desk.payload.sendEmail({
      to: 'new@mission.example',
      subject: 'Welcome',
      text: 'https://mission.example/secret-of-the-link',
      html: '<p>Welcome</p>',
    })
    expect((await rows())[0]?.facts).toContain('secret-of-the-link')
    await sendDue(desk.payload, postTo(port), new Date(Date.now() + 1000))
    expect(mails.map(({ to }) => to)).toEqual(['new@mission.example'])
    expect(JSON.stringify(await rows())).not.toContain('secret-of-the-link')
  })
})

/** What a person's desk says of mails that didn't go out: to whom, and why. */
async function mailsOnDeskOf(who: Someone): Promise<[string, string][]> {
  const { groups } = accepted(await who.rest('GET', '/api/my-desk')).body as unknown as MyDesk
  return groups
    .filter(({ group }) => group === 'mail')
    .flatMap(({ lists }) => lists.flatMap(({ items }) => items))
    .map(({ title, note }) => [title, note])
}

describe('the outbox', () => {
  it('tells an administrator that mails wait, and nobody what they say', async () => {
    await submitted('A bridge that is secret')
    const list = await administrator.rest('GET', '/api/outbox')
    expect(list.status).toBe(200)
    expect(JSON.stringify(list.body)).toContain('waiting')
    expect(JSON.stringify(list.body)).not.toContain('secret')
    for (const who of [editor, reviewer, desk.stranger])
      expect((await who.rest('GET', '/api/outbox')).status).toBe(403)
  })

  it('tries again what was given up, for an administrator only', async () => {
    await choose(second.id, 'essential')
    await submitted()
    const [mail] = await rows()
    const again = (who: Someone) => who.rest('POST', `/api/outbox/${mail?.id}/try-again`, {})
    const changed = await changedBy(desk, async () => {
      expect((await again(administrator)).status).toBe(409)
    })
    expect(changed).toEqual([])
    await desk.payload.db.updateOne({
      collection: 'outbox',
      id: mail?.id ?? '',
      data: { state: 'given-up', attempts: 20, problem: 'EENVELOPE 550' },
    })
    const refused = await changedBy(desk, async () => {
      expect((await again(editor)).status).toBe(403)
      expect((await again(desk.stranger)).status).toBe(401)
    })
    expect(refused).toEqual([])
    const desks = await Promise.all([administrator, editor].map(mailsOnDeskOf))
    expect(desks).toEqual([[[reviewer.name, 'To review · EENVELOPE 550']], []])
    expect((await again(administrator)).status).toBe(200)
    expect(await mailsOnDeskOf(administrator)).toEqual([])
    const { port, mails } = await inbox()
    const stop = startPost(desk.payload, postTo(port), () => soon(), 20)
    await expect.poll(() => mails.length).toBe(1)
    await stop()
  })
})
