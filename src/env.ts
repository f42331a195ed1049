import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { StartProblem } from './start-problem.ts'

const addressOrRange =
  /^(?:\d{1,3}(?:\.\d{1,3}){3}(?:\/(?:3[0-2]|[12]?\d))?|[0-9a-f:]*:[0-9a-f:.]*(?:\/(?:12[0-8]|1[01]\d|\d{1,2}))?)$/i

/** The URL's parts, or null when it isn't one: `new URL` throws, a check should not. */
function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

function isOrigin(text: string): boolean {
  const url = parsed(text)
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.username === '' &&
    url.password === '' &&
    `${url.origin}/` === url.href
  )
}

// The sentences never repeat a value that may hold a password.
const schema = z.object({
  DATABASE_URI: z
    .string()
    .regex(
      /^(?:file:.+|mongodb(?:\+srv)?:\/\/.+)$/,
      'DATABASE_URI must begin with file: (SQLite) or mongodb:// (MongoDB), or be left out for SQLite in the data folder.',
    )
    .optional(),
  PAYLOAD_SECRET: z
    .string({
      error:
        'PAYLOAD_SECRET is missing: npm start makes one in .env, or set 32 random characters or more.',
    })
    .min(32, 'PAYLOAD_SECRET is too short: it needs 32 random characters or more.'),
  SERVER_URL: z
    .string()
    .refine(
      isOrigin,
      'SERVER_URL must be the address readers use, such as https://press.example.org, without a path.',
    )
    .transform((text) => new URL(text).origin)
    .optional(),
  PORT: z
    .string()
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535,
      'PORT must be a whole number from 1 to 65535.',
    )
    .transform(Number)
    .default(3000),
  MEDIA_DIR: z.string().default('./media'),
  DATA_DIR: z.string().default('./data'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine(
      (parts) => parts.every((part) => addressOrRange.test(part)),
      'TRUSTED_PROXIES must be addresses or ranges separated by commas, such as 127.0.0.1, 10.0.0.0/8.',
    ),
  SECURITY_CONTACT: z
    .string()
    .regex(
      /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+[\d-]+)$/,
      'SECURITY_CONTACT must be an address with its scheme, such as mailto:security@example.org or https://example.org/report.',
    )
    .optional(),
  WEBSUB_HUB: z
    .string()
    .refine(
      (text) => /^https?:$/.test(parsed(text)?.protocol ?? '') && !parsed(text)?.username,
      'WEBSUB_HUB must be the address of a hub, such as https://hub.example.org/.',
    )
    .optional(),
  DEMO_PASSWORD: z.string().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+$/, 'SMTP_URL must begin with smtp:// or smtps://.')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\r\n]+<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/,
      'MAIL_FROM must be an address, such as press@example.org or Embassy <press@example.org>.',
    )
    .optional(),
  COMMUNIQUE_SETUP: z
    .enum(['demo', 'empty'], { error: 'COMMUNIQUE_SETUP must be demo or empty.' })
    .default('empty'),
})

/** The settings under the names of their variables, checked and completed. */
export interface Env {
  /** `file:` with an absolute path, or `mongodb://…`; carries a password, so it's never shown. */
  DATABASE_URI: string
  PAYLOAD_SECRET: string
  /** The public origin without a slash at its end; every absolute URL is built from it. */
  SERVER_URL: string
  PORT: number
  /** Absolute path. */
  MEDIA_DIR: string
  /** Absolute path. */
  DATA_DIR: string
  /** Addresses and ranges whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: string[]
  /** Where weaknesses are reported, for /.well-known/security.txt: mailto:, https: or tel:. */
  SECURITY_CONTACT: string | undefined
  /** The hub that tells followers of the feeds of changes (W3C, WebSub). */
  WEBSUB_HUB: string | undefined
  DEMO_PASSWORD: string | undefined
  SMTP_URL: string | undefined
  /** The sender of mails, with or without a name. */
  MAIL_FROM: string
  /** What a first start puts into an empty database: the demonstration embassy, or nothing. */
  COMMUNIQUE_SETUP: 'demo' | 'empty'
}

/**
 * The environment, checked; relative paths are taken from the working directory.
 * Throws a StartProblem whose message names every wrong variable, one sentence a line.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  // An empty variable means the same as none: that is how .env files switch one off.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (!result.success) {
    const sentences = [...new Set(result.error.issues.map((issue) => issue.message))]
    throw new StartProblem(`Communiqué can’t start with these settings.\n${sentences.join('\n')}`)
  }
  const {
    DATABASE_URI,
    SERVER_URL,
    SECURITY_CONTACT,
    WEBSUB_HUB,
    DEMO_PASSWORD,
    SMTP_URL,
    MAIL_FROM,
    ...rest
  } = result.data
  const dataDir = resolve(rest.DATA_DIR)
  const origin = SERVER_URL ?? `http://localhost:${rest.PORT}`
  return {
    ...rest,
    DATABASE_URI: databaseUri(DATABASE_URI, dataDir),
    SERVER_URL: origin,
    MEDIA_DIR: resolve(rest.MEDIA_DIR),
    DATA_DIR: dataDir,
    SECURITY_CONTACT,
    WEBSUB_HUB,
    DEMO_PASSWORD,
    SMTP_URL,
    MAIL_FROM: MAIL_FROM ?? `Communiqué <noreply@${new URL(origin).hostname}>`,
  }
}

/** A relative file would be another database for each working directory. */
function databaseUri(given: string | undefined, dataDir: string): string {
  if (given === undefined) return `file:${resolve(dataDir, 'communique.db')}`
  if (!given.startsWith('file:')) return given
  const path = given.slice('file:'.length).replace(/^\/\/(?=\/)/, '')
  return path.startsWith(':memory:') ? given : `file:${isAbsolute(path) ? path : resolve(path)}`
}
