import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  allButCounts,
  another,
  forgetCounts,
  holderOf,
  lastOf,
  type Mail,
  mailbox,
  message,
  password,
  secretIn,
  signIn,
} from './accounts.ts'
import { rowOf } from './acts.ts'
import { at, type Desk, openDesk, type Someone } from './harness.ts'

/** An account begins with a mail, and its password is known to its person alone. */

let desk: Desk
let mails: Mail[]
let ada: Someone
let eva: Someone

const start = new Date('2026-03-10T09:00:00.000Z')
const day = 24 * 3_600_000
const choose = (secret: string, chosen: string) =>
  desk.stranger.rest('POST', '/api/users/choose-password', { secret, password: chosen })

async function invite(name: string, language = 'nb'): Promise<{ id: string; email: string }> {
  const email = `${name}@desk.example`
  const person = { name, email, roles: ['editor'], writes: ['nb'], reviews: [], language }
  const answer = await ada.rest('POST', '/api/users', person)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return { id: at(answer.body, 'doc', 'id') as string, email }
}

beforeAll(async () => {
  desk = await openDesk()
  desk.clock.now = start
  mails = mailbox(desk)
  ada = await desk.person('ada', ['administrator'])
  eva = await desk.withPassword('eva', ['editor'])
})
afterAll(() => desk.close())

describe('whoever is invited', () => {
  it('chooses a password by the link, once, and signs in with it', async () => {
    const { id, email } = await invite('nils')
    const mail = lastOf(mails, email)
    expect(mail.subject).toBe('Kontoen din hos Communiqué')
    expect(mail.text).toContain('ada inviterer deg')
    const secret = secretIn(mail)
    // Nothing that is stored leads back to it.
    expect(await allButCounts(desk)).not.toContain(secret)
    expect((await signIn(desk, email)).status).toBe(401)

    const looked = await desk.stranger.rest('POST', '/api/users/look-at-link', { secret })
    expect(looked).toEqual({ status: 200, body: { name: 'nils', email, purpose: 'invitation' } })
    const answer = await choose(secret, password)
    expect(answer).toEqual({ status: 200, body: { email } })
    const again = await allButCounts(desk)
    expect((await choose(secret, another)).status).toBe(404)
    expect(await allButCounts(desk)).toBe(again)

    const signedIn = await signIn(desk, email)
    expect(signedIn.status).toBe(200)
    const answered = await holderOf(desk, signedIn.body)('GET', '/api/users/me')
    expect(at(answered.body, 'user')).toMatchObject({ id, name: 'nils', roles: ['editor'] })
  })

  it.each([
    ['en', 'Your account at the desk of Communiqué', 'ada invites you'],
    ['kk', 'Сіздің есептік жазбаңыз: Communiqué', 'ada сізді редакцияда'],
    ['ru', 'Ваша учётная запись: Communiqué', 'ada приглашает вас'],
  ])('is written to in %s', async (language, subject, words) => {
    const { email } = await invite(`speaks-${language}`, language)
    expect(lastOf(mails, email)).toMatchObject({ subject, text: expect.stringContaining(words) })
  })

  it('has seven days', async () => {
    const { email } = await invite('late')
    const secret = secretIn(lastOf(mails, email))
    desk.clock.now = new Date(start.getTime() + 7 * day)
    const before = await allButCounts(desk)
    for (const route of ['look-at-link', 'choose-password']) {
      const data = { secret, ...(route === 'choose-password' ? { password } : {}) }
      const answer = await desk.stranger.rest('POST', `/api/users/${route}`, data)
      expect(answer.status).toBe(404)
      expect(message(answer.body)).toMatch(/^This link doesn’t count/)
    }
    expect(await allButCounts(desk)).toBe(before)
    desk.clock.now = new Date(start.getTime() + 7 * day - 1000)
    expect((await choose(secret, password)).status).toBe(200)
    desk.clock.now = start
  })

  it('can’t use a link that was sent before the last one, nor one that was taken back', async () => {
    const { id, email } = await invite('twice')
    const first = secretIn(lastOf(mails, email))
    expect((await ada.rest('POST', `/api/users/${id}/invite-again`)).status).toBe(200)
    const second = secretIn(lastOf(mails, email))
    expect(second).not.toBe(first)
    expect((await choose(first, password)).status).toBe(404)
    expect((await ada.rest('POST', `/api/users/${id}/revoke-invitation`)).status).toBe(200)
    expect((await choose(second, password)).status).toBe(404)
    await ada.rest('POST', `/api/users/${id}/invite-again`)
    const third = secretIn(lastOf(mails, email))
    await ada.rest('POST', `/api/users/${id}/disable`, { reason: 'Doesn’t come.' })
    expect((await choose(third, password)).status).toBe(404)
  })

  it.each([
    ['short', /at least 12/],
    ['password1234', /among the commonest/],
    ['qwertyuiop12345', /among the commonest/],
    ['passwordpassword', /among the commonest/],
    ['x'.repeat(257), /at most 256/],
    ['weak-desk.example', /leave out your name/],
    ['weak-communique-1', /leave out your name/],
  ])('can’t choose %s', async (weak, sentence) => {
    const email = 'weak@desk.example'
    if (!mails.some(({ to }) => to === email)) await invite('weak')
    const secret = secretIn(lastOf(mails, email))
    const before = await allButCounts(desk)
    const answer = await choose(secret, weak)
    expect(answer.status).toBe(422)
    expect(message(answer.body)).toMatch(sentence)
    expect(await allButCounts(desk)).toBe(before)
  })

  it('may choose 256 characters of any script', async () => {
    const { email } = await invite('long')
    const long = 'Көпір жұмада ашылады. Broen åpner på fredag. '.repeat(6).slice(0, 256)
    expect((await choose(secretIn(lastOf(mails, email)), long)).status).toBe(200)
    // Typed on another system: the same letters, taken apart.
    const answer = await signIn(desk, email, { password: long.normalize('NFD') })
    expect(answer.status).toBe(200)
  })

  it('is one account for one address, whatever the letters', async () => {
    await invite('once')
    const person = { name: 'Again', email: 'ONCE@desk.example', roles: ['editor'] }
    const before = await allButCounts(desk)
    const answer = await ada.rest('POST', '/api/users', person)
    expect(answer.status).toBe(422)
    expect(message(answer.body)).toBe('There is an account with this address already.')
    expect(await allButCounts(desk)).toBe(before)
  })
})

const forget = (email: string) =>
  desk.stranger.rest('POST', '/api/users/forgot-password', { email })
/** A mail goes out behind the answer. */
const mailTo = (email: string, after: number) =>
  expect.poll(() => mails.slice(after).some(({ to }) => to === email)).toBe(true)

describe('a forgotten password', () => {
  it('is chosen anew by a link that counts for an hour, and ends every session', async () => {
    const mine = holderOf(desk, (await signIn(desk, eva.email)).body)
    const sent = mails.length
    expect((await forget(eva.email)).status).toBe(200)
    await mailTo(eva.email, sent)
    const secret = secretIn(lastOf(mails, eva.email))
    desk.clock.now = new Date(start.getTime() + 3_600_000)
    expect((await choose(secret, another)).status).toBe(404)
    desk.clock.now = new Date(start.getTime() + 3_599_000)
    expect((await choose(secret, another)).status).toBe(200)
    desk.clock.now = start
    for (const rest of [mine, eva.rest])
      expect(at((await rest('GET', '/api/users/me')).body, 'user')).toBeNull()
    expect((await signIn(desk, eva.email)).status).toBe(401)
    expect((await signIn(desk, eva.email, { password: another })).status).toBe(200)
    expect(lastOf(mails, eva.email).subject).toContain('was changed')
  })

  it('is answered alike for everybody, and mails only those who can sign in', async () => {
    await forgetCounts(desk)
    const { id, email: closed } = await invite('closed')
    await choose(secretIn(lastOf(mails, closed)), password)
    await ada.rest('POST', `/api/users/${id}/disable`, { reason: 'Has left.' })
    const { email: invited } = await invite('only-invited')
    const sent = mails.length
    const answers = []
    for (const email of ['nobody@desk.example', closed, invited, eva.email])
      answers.push(await forget(email))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    await mailTo(eva.email, sent)
    expect(mails.slice(sent).map(({ to }) => to)).toEqual([eva.email])
  })

  it('mails three times an hour at most', async () => {
    await forgetCounts(desk)
    const sent = mails.length
    for (let times = 0; times < 5; times++) await forget(eva.email)
    await expect.poll(() => mails.length - sent).toBe(3)
  })
})

describe('an account of before there were credentials', () => {
  it('keeps its password', async () => {
    const { takeOverAccounts } = await import('../../src/desk/accounts/make.ts')
    const old = await desk.withPassword('old', ['editor'])
    const where = { person: { equals: old.id } }
    const row = await desk.payload.db.findOne<{
      id: string
      passwordHash: string
      passwordSalt: string
    }>({
      collection: 'credentials',
      where,
    })
    await desk.payload.db.deleteMany({ collection: 'credentials', where })
    await desk.payload.db.updateOne({
      collection: 'users',
      id: old.id,
      data: { hash: row?.passwordHash, salt: row?.passwordSalt },
    })
    expect((await signIn(desk, old.email)).status).toBe(401)
    await takeOverAccounts(desk.payload)
    await takeOverAccounts(desk.payload)
    expect((await signIn(desk, old.email)).status).toBe(200)
    expect(await rowOf(desk, 'users', old.id)).toMatchObject({ hash: null, salt: null })
  })
})
