import { describe, expect, it } from 'vitest'
import { clientAddress, createSignInLimit, isSignInAttempt, trustedList } from '@/server/sign-in.ts'

describe('a window of attempts', () => {
  it('opens again one by one, as the oldest leave it', () => {
    let time = 0
    const limit = createSignInLimit({ attempts: 2, window: 60_000, now: () => time })
    expect(limit.take('a')).toBeNull()
    time = 10_000
    expect(limit.take('a')).toBeNull()
    expect(limit.take('a')).toBe(50)
    expect(limit.take('b')).toBeNull()
    time = 60_001
    expect(limit.take('a')).toBeNull()
    expect(limit.take('a')).toBe(10)
  })

  it('gives back only one attempt for one success', () => {
    const limit = createSignInLimit({ attempts: 2, now: () => 0 })
    limit.take('a')
    limit.take('a')
    limit.giveBack('a')
    expect(limit.take('a')).toBeNull()
    expect(limit.take('a')).not.toBeNull()
  })
})

describe('what counts as an attempt', () => {
  it.each([
    ['POST', '/api/users/login', true],
    ['POST', '/api/users/forgot-password', true],
    ['POST', '/api/users/reset-password', true],
    ['POST', '/api/users/unlock', true],
    ['POST', '/api/users/choose-password', true],
    ['POST', '/api/users/look-at-link', true],
    ['POST', '/API/users//log%69n/', true],
    ['GET', '/api/users/login', false],
    ['POST', '/api/users/logout', false],
    ['POST', '/api/releases/login', false],
  ])('%s %s', (method, path, expected) => {
    expect(isSignInAttempt(method, path)).toBe(expected)
  })
})

describe('who asks', () => {
  const trusted = trustedList(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])

  it.each([
    ['the connection', '203.0.113.5', undefined, '203.0.113.5'],
    ['an IPv4 address written as IPv6', '::ffff:203.0.113.5', undefined, '203.0.113.5'],
    ['a header from somebody', '203.0.113.5', '1.2.3.4', '203.0.113.5'],
    ['a header from our proxy', '127.0.0.1', '1.2.3.4', '1.2.3.4'],
    ['two proxies of ours', '127.0.0.1', '1.2.3.4, 10.9.8.7', '1.2.3.4'],
    ['a forged first hop', '127.0.0.1', '6.6.6.6, 1.2.3.4', '1.2.3.4'],
    ['nonsense from our proxy', '127.0.0.1', 'unknown', '127.0.0.1'],
    ['no header from our proxy', '10.1.1.1', undefined, '10.1.1.1'],
    ['an IPv6 proxy', 'fd00::1', '1.2.3.4', '1.2.3.4'],
    ['an IPv6 client, as its network', '2001:db8:1:2:aaaa::1', undefined, '2001:db8:1:2::/64'],
    ['the same network spelled otherwise', '2001:0db8:1:2::f', undefined, '2001:db8:1:2::/64'],
    ['loopback', '::1', undefined, '0:0:0:0::/64'],
    ['nobody', undefined, undefined, ''],
  ])('%s', (_what, connection, header, expected) => {
    expect(clientAddress(connection, header, trusted)).toBe(expected)
  })
})
