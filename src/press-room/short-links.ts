/** Short addresses of texts. */

/**
 * Of a text for as long as it has an address, whatever that is: `/s/` and its id in the alphabet of addresses (RFC 4648,
 * section 5), without what separates the groups of a UUID.
 */
export const shortPath = (id: string): string =>
  `/s/${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}`

/** The id that a short address stands for, as both databases write theirs; null when it stands for none. */
export function idInShort(code: string): string | null {
  const hex = Buffer.from(code, 'base64url').toString('hex')
  if (shortPath(hex) !== `/s/${code}`) return null
  if (hex.length === 24) return hex
  return hex.length === 32
    ? [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
        '-',
      )
    : null
}
