import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tellHub } from '../../src/desk/websub.ts'
import { respond } from '../../src/press-room/respond.ts'
import { payloadStore, type PressStore } from '../../src/press-room/store.ts'
import { act, make, paragraph, publish } from './acts.ts'
import { type Desk, openDesk, serverUrl, type Someone } from './harness.ts'

/** Followers of the feeds are told of changes by a hub: here one of our own, on the loopback interface. */

let desk: Desk
let editor: Someone
let reviewer: Someone
let contact: string
let store: PressStore
let server: Server
let address: string
/** What the hub was sent, and what it answers. */
const hub = { sent: [] as URLSearchParams[], types: [] as string[], status: 202, location: '' }

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('editor', ['editor'])
  reviewer = await desk.person('reviewer', ['reviewer'])
  contact = await make(editor, 'contacts', { name: 'Ada', telephone: '+47 22 00 00 01' })
  await publish(editor, reviewer, `/api/contacts/${contact}`)
  store = payloadStore(desk.payload)
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      hub.types.push(`${request.method} ${request.headers['content-type']}`)
      hub.sent.push(new URLSearchParams(Buffer.concat(chunks).toString()))
      response.writeHead(hub.status, hub.location ? { location: hub.location } : {}).end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hub`
})
afterAll(async () => {
  server.close()
  await desk.close()
})
beforeEach(() => {
  Object.assign(hub, { sent: [], types: [], status: 202, location: '' })
})

const tell = () => tellHub(desk.payload, store, { address, origin: serverUrl }, new Date())
const feeds = ['atom', 'rss', 'json', 'ninjs'].map((format) => `${serverUrl}/en/feed.${format}`)

async function release(headline: string): Promise<string> {
  const id = await make(editor, 'releases', {
    language: 'en',
    headline,
    lead: 'On Friday.',
    datelinePlace: 'Oslo',
    datelineDate: '2026-03-03T12:00:00.000Z',
    body: paragraph('All about it.'),
    contacts: [contact],
    about: false,
  })
  await publish(editor, reviewer, `/api/releases/${id}`)
  return `/api/releases/${id}`
}

const asked = (path: string, named?: string) =>
  respond(new Request(serverUrl + path), {
    store,
    now: () => new Date(),
    origin: serverUrl,
    ...(named ? { hub: named } : {}),
  })

describe('the hub', () => {
  it('is told nothing the first time, of the feeds that changed later, and of each change once', async () => {
    await release('Before')
    expect(await tell()).toBe(0)
    expect(hub.sent).toEqual([])
    await release('After')
    expect(await tell()).toBe(4)
    expect(hub.types).toEqual(['POST application/x-www-form-urlencoded;charset=UTF-8'])
    expect(hub.sent[0]?.getAll('hub.mode')).toEqual(['publish'])
    expect(hub.sent[0]?.getAll('hub.url')).toEqual(feeds)
    expect(await tell()).toBe(0)
    expect(hub.sent).toHaveLength(1)
  })

  it('is told of a withdrawal, but of no draft', async () => {
    const text = await release('Withdrawn')
    await tell()
    hub.sent = []
    await make(editor, 'releases', { language: 'en', headline: 'A draft', about: false })
    expect(await tell()).toBe(0)
    await act(reviewer, text, 'withdraw', { explanation: 'It was wrong.' })
    expect(await tell()).toBe(4)
    // Addresses of feeds, and not a word of the text.
    expect(hub.sent.map(String).join()).not.toMatch(/withdrawn|draft|wrong/i)
  })

  it.each([
    ['fails', 500, ''],
    ['sends on to somewhere else', 307, 'http://127.0.0.1:9/'],
  ])('that %s holds up no act, and is told again', async (_what, status, location) => {
    Object.assign(hub, { status, location })
    await release(`While it ${status}`)
    await expect(tell()).rejects.toThrow()
    Object.assign(hub, { status: 202, location: '' })
    expect(await tell()).toBe(4)
    expect(await tell()).toBe(0)
  })

  it('stands in the feeds and their headers where there is one, and nowhere else', async () => {
    for (const format of ['atom', 'rss', 'json', 'ninjs']) {
      const path = `/en/feed.${format}`
      const answer = await asked(path, address)
      expect(answer.headers.get('link')).toBe(
        `<${address}>; rel="hub", <${serverUrl}${path}>; rel="self"`,
      )
      const words = await answer.text()
      if (format !== 'ninjs') expect(words).toContain(address)
      const without = await asked(path)
      expect(without.headers.get('link')).toBeNull()
      expect(await without.text()).not.toMatch(/rel="hub"|"hubs"/)
    }
  })
})
