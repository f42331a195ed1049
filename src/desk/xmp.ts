/** What a published picture says about itself, in its own file. Empty strings where nothing is known. */
export interface PictureRights {
  credit: string
  copyright: string
  /** Address of the licence. */
  licence: string
  /** In each language, the mission's default first. `language`: BCP 47 tag. */
  texts: readonly { language: string; alt: string; caption: string }[]
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text for XML 1.0: markup escaped; characters that XML can't carry left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '')
}

/** A property with one wording per language; the first is what a program shows that knows none of them. */
function alternatives(
  property: string,
  wordings: readonly { language: string; words: string }[],
): string {
  const said = wordings.filter(({ words }) => words.trim() !== '')
  const [first] = said
  if (!first) return ''
  const own = said.filter(({ language }) => language !== 'x-default')
  const lines = [{ language: 'x-default', words: first.words }, ...own].map(
    ({ language, words }) => `<rdf:li xml:lang="${escaped(language)}">${escaped(words)}</rdf:li>`,
  )
  return `<${property}><rdf:Alt>${lines.join('')}</rdf:Alt></${property}>`
}

function simple(property: string, value: string): string {
  return value.trim() === '' ? '' : `<${property}>${escaped(value)}</${property}>`
}

/**
 * The XMP packet of a published picture: credit, copyright notice, licence, captions and alternative texts, as IPTC
 * Photo Metadata 2023.1 names them (Core 1.5, Extension 1.8). Nothing that isn't known is claimed, and nothing about
 * the place, the camera or the time of the photograph is said.
 */
export function xmpOf({ credit, copyright, licence, texts }: PictureRights): string {
  const properties = [
    simple('photoshop:Credit', credit),
    // One notice for all languages.
    alternatives('dc:rights', [{ language: 'x-default', words: copyright }]),
    copyright.trim() === '' ? '' : simple('xmpRights:Marked', 'True'),
    simple('xmpRights:WebStatement', licence),
    alternatives(
      'dc:description',
      texts.map(({ language, caption }) => ({ language, words: caption })),
    ),
    alternatives(
      'Iptc4xmpCore:AltTextAccessibility',
      texts.map(({ language, alt }) => ({ language, words: alt })),
    ),
  ].filter((property) => property !== '')
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about=""',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"',
    ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"',
    ' xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">',
    ...properties,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n')
}
