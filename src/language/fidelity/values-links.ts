import { languageTags } from '../languages.ts'

/** Codes by which sites name their language versions: languages, and countries that stand for one. */
const codes: ReadonlySet<string> = new Set([
  ...languageTags,
  'no',
  'kz',
  'se',
  'dk',
  'ua',
  'gb',
  'us',
  'uk',
  'at',
  'ch',
  'eng',
  'nor',
  'rus',
  'kaz',
  'qaz',
  'kk',
  'english',
  'norsk',
  'int',
])
const languageParameters = new Set(['lang', 'language', 'locale', 'hl', 'lng', 'l', 'ln'])

interface Address {
  host: string
  path: readonly string[]
  query: string
  /** The language that the address names, or null. */
  language: string | null
}

/** Whether two addresses without scheme are the same page, in the same or another language. */
export function sameLink(one: string, other: string): boolean {
  const [a, b] = [parse(one), parse(other)]
  if (a.host !== b.host) return false
  if (a.path.join('/') === b.path.join('/') && a.query === b.query) return true
  // A page whose address is translated too: /en/releases/visit, /nb/meldinger/besok.
  const versions = a.language !== null && b.language !== null && a.language !== b.language
  return (
    versions &&
    a.path.length === b.path.length &&
    digitsOf(a) === digitsOf(b) &&
    a.query === b.query
  )
}

function digitsOf({ path }: Address): string {
  return path.join('/').replaceAll(/\D+/g, ' ').trim()
}

function parse(address: string): Address {
  const [beforeQuery = '', search = ''] = address.split('?', 2)
  const [fullHost = '', ...fullPath] = beforeQuery.split('/')
  let language: string | null = null
  const isLanguage = (part: string) => {
    const code = part.toLowerCase().split(/[-_]/, 1)[0] ?? ''
    const isOne = /^[a-z]{2,7}(?:[-_][a-z]{2,4})?$/i.test(part) && codes.has(code)
    if (isOne) language = code
    return isOne
  }
  const labels = fullHost.split('.')
  const host = labels.filter((label, index) => index >= labels.length - 2 || !isLanguage(label))
  const path = fullPath.filter((part) => part !== '' && !isLanguage(part)).map(withoutSuffix)
  const query = search
    .split('&')
    .filter((pair) => {
      const [name = '', value = ''] = pair.split('=', 2)
      return pair !== '' && !(languageParameters.has(name.toLowerCase()) && isLanguage(value))
    })
    .sort()
    .join('&')
  return { host: host.join('.'), path, query, language }

  /** treaty_en.pdf */
  function withoutSuffix(part: string): string {
    const suffix = /[-_.]([a-z]{2})(?=\.[a-z]{2,4}$|$)/i.exec(part)
    return suffix?.[1] && isLanguage(suffix[1]) ? part.replace(suffix[0], '') : part
  }
}
