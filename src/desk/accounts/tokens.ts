import type { Payload } from 'payload'
import { generateCookie, parseCookies } from 'payload/shared'

/** What a browser or a script brings along to be known by. */

const cookieName = (payload: Payload): string => `${payload.config.cookiePrefix}-token`

/**
 * The secret of a session: from a cookie that this origin's own pages send, or from `Authorization: JWT …`, for
 * scripts. A cookie that comes with a request of another site, or without a word about its site, counts for nothing.
 */
export function tokenOf(payload: Payload, headers: Headers): string | null {
  const [, given] = /^(?:JWT|Bearer) (\S+)$/.exec(headers.get('authorization') ?? '') ?? []
  if (given) return given
  const cookie = parseCookies(headers).get(cookieName(payload))
  if (!cookie) return null
  const origin = headers.get('origin')
  const own = origin
    ? payload.config.csrf.includes(origin)
    : ['same-origin', 'same-site', 'none'].includes(headers.get('sec-fetch-site') ?? '')
  return own ? cookie : null
}

function cookie(payload: Payload, name: string, value: string, path: string, expires: Date) {
  const { secure } = payload.collections.users.config.auth.cookies
  const fixed = { httpOnly: true, sameSite: 'Strict', returnCookieAsObject: false } as const
  return generateCookie({ ...fixed, name, value, path, expires, secure }) as string
}

/** The cookie of a session. */
export const sessionCookie = (payload: Payload, token: string, expiresAt: number): string =>
  cookie(payload, cookieName(payload), token, '/', new Date(expiresAt))

/** Takes the session's cookie from the browser. */
export const noSessionCookie = (payload: Payload): string =>
  cookie(payload, cookieName(payload), '', '/', new Date(0))

const deviceName = (payload: Payload): string => `${payload.config.cookiePrefix}-device`
const year = 365 * 24 * 3_600_000

/** The mark of a browser in which somebody has signed in before. */
export const deviceCookie = (payload: Payload, mark: string): string =>
  cookie(payload, deviceName(payload), mark, '/api/users', new Date(Date.now() + year))

export const deviceMarkOf = (payload: Payload, headers: Headers): string =>
  parseCookies(headers).get(deviceName(payload)) ?? ''
