import type { Inline } from '../workflow/content.ts'

/** What a published link may lead to. */
const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** An address that may become a link, in the form browsers read it; null for any other. */
export function publicHref(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return schemes.has(url.protocol) ? url.href : null
}

/** The same words with only those links that may be followed; the words of the others stay. */
export function withPublicLinks(children: readonly Inline[]): Inline[] {
  return children.flatMap((child): Inline[] => {
    if (child.type !== 'link') return [child]
    const href = publicHref(child.href)
    const inner = withPublicLinks(child.children)
    return href === null ? inner : [{ type: 'link', href, children: inner }]
  })
}

/** Address of a telephone number; null when there is nothing to dial. */
export function telephoneHref(number: string): string | null {
  // Extensions and notes begin with a letter; dialling them along would reach somebody else.
  const dialled = (/^[^\p{L}]*/u.exec(number)?.[0] ?? '')
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/(?!^)\+/g, '')
  return /\d{3}/.test(dialled) ? `tel:${dialled}` : null
}

/** Address of a mailbox; null for what is none. */
export function mailHref(address: string): string | null {
  return /^[^\s@?&<>"]+@[^\s@?&<>"]+$/.test(address) ? `mailto:${address}` : null
}
