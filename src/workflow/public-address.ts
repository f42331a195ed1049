/** Names that lead nowhere outside of a house, or nowhere at all: RFC 6761, 6762, 8375 and ICANN's reserved ones. */
const privateName =
  /(^|\.)(localhost|local|internal|intranet|private|corp|home|lan|invalid|test|home\.arpa)$/
const fourNumbers = /^\d+\.\d+\.\d+\.\d+$/

/** IPv4 networks that aren't part of the public Internet (RFC 6890), as number and length of prefix. */
const privateNetworks = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
].map((network) => {
  const [address = '', length = ''] = network.split('/')
  return { first: asNumber(address), size: 2 ** (32 - Number(length)) }
})

function asNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}

/** Global unicast is 2000::/3; within it lie addresses for documentation, and tunnels that may lead to private IPv4. */
function isPublicIpv6(host: string): boolean {
  return (
    /^\[[23][0-9a-f]{3}:/.test(host) && !/^\[(2001:db8|2001:0?|2002|3fff:[0-9a-f]{0,3}):/.test(host)
  )
}

/** `host`: as the URL parser writes it, in small letters, with numbers of every notation as four decimals. */
function isPublicHost(host: string): boolean {
  if (host.startsWith('[')) return isPublicIpv6(host)
  if (fourNumbers.test(host)) {
    const number = asNumber(host)
    return !privateNetworks.some(({ first, size }) => number >= first && number < first + size)
  }
  const name = withoutDot(host)
  return name.includes('.') && !privateName.test(name)
}

/** A dot at the end says that a name is complete; without it, it is the same name. */
const withoutDot = (host: string): string => host.replace(/\.$/, '')

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function isPublicMailbox(mailbox: string): boolean {
  const host = /^[^\s@]+@([^\s@]+)$/.exec(mailbox)?.[1]
  return host !== undefined && isPublicHost(host.toLowerCase())
}

/** Whether an address leads to the desk: to /admin or /api of the mission's own origin. */
function leadsToDesk(url: URL, origin: string): boolean {
  if (!URL.canParse(origin)) return false
  if (withoutDot(url.hostname) !== withoutDot(new URL(origin).hostname)) return false
  return /^\/+(admin|api)(\/|$)/i.test(decoded(url.pathname))
}

/**
 * Whether an address may stand in a published text: the web, mail or telephone, and nothing that the public can't
 * reach. `origin`: the mission's own, whose desk isn't public; empty where it isn't known.
 */
export function isPublicAddress(address: string, origin = ''): boolean {
  const mail = /^mailto:([^\s?]+)(\?\S*)?$/i.exec(address)?.[1]
  if (mail) return mail.split(',').every(isPublicMailbox)
  if (/^tel:\+?\(?\d[\d\s().-]*(;\S+)?$/i.test(address)) return true
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return (
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.username === '' &&
    url.password === '' &&
    isPublicHost(url.hostname) &&
    !leadsToDesk(url, origin)
  )
}
