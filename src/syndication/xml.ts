/** Text for XML 1.0, in element content and in quoted attributes. What XML can't carry is left out (XML 1.0, 2.2). */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

type Attributes = Readonly<Record<string, string | undefined>>

/** An element with what is inside it, already XML; without `inner` an empty one. Attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes = {}, inner?: string): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(value ?? '')}"`)
    .join('')
  return inner === undefined ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`
}

/** An element with words inside; nothing where there are none. */
export function words(name: string, text: string, attributes: Attributes = {}): string {
  return text === '' ? '' : element(name, attributes, escapeXml(text))
}

/** A whole document. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`
}
