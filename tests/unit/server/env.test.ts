import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnv } from '@/env.ts'

const secret = 's'.repeat(32)

describe('the settings', () => {
  it('need only a secret', () => {
    expect(readEnv({ PAYLOAD_SECRET: secret })).toEqual({
      DATABASE_URI: `file:${resolve('data/communique.db')}`,
      PAYLOAD_SECRET: secret,
      SERVER_URL: 'http://localhost:3000',
      PORT: 3000,
      MEDIA_DIR: resolve('media'),
      DATA_DIR: resolve('data'),
      TRUSTED_PROXIES: [],
      DEMO_PASSWORD: undefined,
      SMTP_URL: undefined,
      MAIL_FROM: 'Communiqué <noreply@localhost>',
      COMMUNIQUE_SETUP: 'empty',
    })
  })

  it.each([
    ['DATABASE_URI', '', `file:${resolve('data/communique.db')}`],
    ['DATABASE_URI', 'file:./x.db', `file:${resolve('x.db')}`],
    ['DATABASE_URI', 'file:/srv/x.db', 'file:/srv/x.db'],
    ['DATABASE_URI', 'file:///srv/x.db', 'file:/srv/x.db'],
    ['DATABASE_URI', 'file::memory:', 'file::memory:'],
    ['DATABASE_URI', 'mongodb://h/c', 'mongodb://h/c'],
    ['DATABASE_URI', 'mongodb+srv://h/c', 'mongodb+srv://h/c'],
    ['SERVER_URL', 'https://Press.example.org/', 'https://press.example.org'],
    ['PORT', '8080', 8080],
    ['TRUSTED_PROXIES', ' 127.0.0.1, 10.0.0.0/8 ,::1,', ['127.0.0.1', '10.0.0.0/8', '::1']],
    ['COMMUNIQUE_SETUP', 'demo', 'demo'],
    ['SECURITY_CONTACT', 'mailto:security@press.example.org', 'mailto:security@press.example.org'],
    ['SECURITY_CONTACT', '', undefined],
  ] as const)('%s=%s', (name, given, expected) => {
    expect(readEnv({ PAYLOAD_SECRET: secret, [name]: given })[name]).toEqual(expected)
  })

  it('follow the port and the data folder', () => {
    const env = readEnv({ PAYLOAD_SECRET: secret, PORT: '4000', DATA_DIR: '/srv/data' })
    expect(env.SERVER_URL).toBe('http://localhost:4000')
    expect(env.DATABASE_URI).toBe('file:/srv/data/communique.db')
  })

  it.each([
    ['DATABASE_URI', 'postgres://u:hunter2@h/c'],
    ['PAYLOAD_SECRET', undefined],
    ['PAYLOAD_SECRET', ''],
    ['PAYLOAD_SECRET', 'hunter2'],
    ['SERVER_URL', 'press.example.org'],
    ['SERVER_URL', 'https://press.example.org/path'],
    ['SERVER_URL', 'https://u:p@press.example.org'],
    ['SERVER_URL', 'ftp://press.example.org'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3e3'],
    ['TRUSTED_PROXIES', 'localhost'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['SMTP_URL', 'mail.example.org'],
    ['MAIL_FROM', 'the embassy'],
    ['MAIL_FROM', 'a@b.example\r\nBcc: c@d.example'],
    ['COMMUNIQUE_SETUP', 'yes'],
  ])('refuse %s=%s in one sentence that names it', (name, given) => {
    const read = () => readEnv({ PAYLOAD_SECRET: secret, [name]: given })
    expect(read).toThrow(
      new RegExp(`^Communiqué can’t start with these settings\\.\\n${name} [^\\n]*\\.$`),
    )
    expect(read).not.toThrow('hunter2')
  })

  it('name everything that is wrong at once', () => {
    expect(() => readEnv({ PORT: 'x', SERVER_URL: 'y' })).toThrow(
      /PAYLOAD_SECRET.*SERVER_URL.*PORT/s,
    )
  })
})
