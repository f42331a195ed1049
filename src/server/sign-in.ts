import { BlockList, isIP } from 'node:net'
import { LRUCache } from 'lru-cache'
import { plainPath } from './paths.ts'

const guarded =
  /^\/api\/users\/(?:login|forgot-password|look-at-link|choose-password|reset-password|unlock)(?:\/|$)/

/** Whether a request counts as an attempt at somebody's account. */
export function isSignInAttempt(method: string | undefined, pathname: string): boolean {
  return method === 'POST' && guarded.test(plainPath(pathname))
}

/** Whether a page is opened by a link with a secret: then it is told to nobody where its visitor came from. */
export const takesSecret = (pathname: string): boolean =>
  plainPath(pathname) === '/admin/choose-password'

export interface SignInLimitOptions {
  attempts?: number
  /** Milliseconds. */
  window?: number
  /** A clock in milliseconds. */
  now?: () => number
}

export interface SignInLimit {
  /** Null: the next attempt is allowed; else the seconds until it is. Counts nothing. */
  wait(address: string): number | null
  /** Counts an attempt. Null: go ahead; else the seconds until the next one is allowed. */
  take(address: string): number | null
  /** Takes back one attempt: a successful sign-in, so that an office behind one address isn't shut out. */
  giveBack(address: string): void
}

/** At most so many attempts by one client in any window of time. Remembers 10,000 clients. */
export function createSignInLimit({
  // With a second factor the first step is answered 401 too, and an office lies behind one address. What is counted
  // for accounts is counted in the database; this keeps floods from it.
  attempts = 60,
  window = 300_000,
  now = () => performance.now(),
}: SignInLimitOptions = {}): SignInLimit {
  const byAddress = new LRUCache<string, number[]>({ max: 10_000 })
  const recentOf = (address: string, time: number): number[] =>
    (byAddress.get(address) ?? []).filter((at) => at > time - window)
  function wait(address: string): number | null {
    const time = now()
    const recent = recentOf(address, time)
    const oldest = recent[0]
    return oldest !== undefined && recent.length >= attempts
      ? Math.max(1, Math.ceil((oldest + window - time) / 1000))
      : null
  }
  return {
    wait,
    take(address) {
      const seconds = wait(address)
      const time = now()
      const recent = recentOf(address, time)
      byAddress.set(address, seconds === null ? [...recent, time] : recent)
      return seconds
    },
    giveBack(address) {
      byAddress.set(address, (byAddress.get(address) ?? []).slice(0, -1))
    },
  }
}

/** Reads addresses and ranges (`10.0.0.0/8`) as checked by the environment. */
export function trustedList(entries: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/**
 * Who asks: the connection's address, or behind trusted proxies the last address in
 * X-Forwarded-For that isn't one of theirs. An IPv6 client is its /64, which is what one line holds.
 */
export function clientAddress(
  connection: string | undefined,
  forwardedFor: string | string[] | undefined,
  trusted: BlockList,
): string {
  const hops = [forwardedFor ?? []].flat().join(',').split(',')
  let address = plainAddress(connection ?? '')
  while (isTrusted(address, trusted)) {
    const earlier = plainAddress(hops.pop()?.trim() ?? '')
    if (isIP(earlier) === 0) break
    address = earlier
  }
  return isIP(address) === 6 ? network(address) : address
}

function plainAddress(text: string): string {
  return text.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const family = isIP(address)
  return family !== 0 && trusted.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

function network(address: string): string {
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length)
  const all = [...groups, ...Array<string>(zeros).fill('0'), ...after]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
