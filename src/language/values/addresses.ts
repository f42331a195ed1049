import { isTaken, type Reading, takeSpan } from './reading.ts'
import { europeanDigits } from './tokens.ts'

const beforeAt = /[\p{L}\p{N}._%+-]/u
const domainAfterAt = /[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/uy
const longestLocal = 64

/** E-mail addresses, links and telephone numbers. Their digits are no numbers. */
export function readAddresses(reading: Reading): void {
  readEmails(reading)
  readLinks(reading)
  readTelephones(reading)
}

function readEmails(reading: Reading): void {
  const { text } = reading
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at
    while (start > 0 && at - start < longestLocal && beforeAt.test(text[start - 1] ?? '')) start--
    domainAfterAt.lastIndex = at + 1
    const domain = domainAfterAt.exec(text)?.[0]
    if (start === at || domain === undefined) continue
    add(reading, 'email', start, at + 1 + domain.length, 'firm', (found) => found.toLowerCase())
  }
}

const explicit = /(?:https?:\/\/|www\.)[^\s<>"«»“”„]+/giu
/** Names of hosts that stand without scheme: mfa.gov.kz/en. */
const bareHost =
  /(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]{1,63}\.){1,5}(?:com|org|net|int|gov|edu|info|eu|no|kz|ru|ua|se|dk|de|fr|es|uk|ch|us|fi|is|be|nl|at|io)(?![\p{L}\p{N}@-])(?:\/[^\s<>"«»“”„]*)?/giu
const closing = /[.,;:!?)\]}'’»”]+$/

function readLinks(reading: Reading): void {
  for (const match of reading.text.matchAll(explicit)) {
    const found = match[0].replace(closing, '')
    add(reading, 'link', match.index, match.index + found.length, 'firm', linkAddress)
  }
  for (const match of reading.text.matchAll(bareHost)) {
    if (isTaken(reading, match.index)) continue
    const found = match[0].replace(closing, '')
    const weight = found.includes('/') ? 'firm' : 'soft'
    add(reading, 'link', match.index, match.index + found.length, weight, linkAddress)
  }
}

/** Without scheme, `www.`, fragment and last slash; mailto: and tel: stay apart. */
export function linkAddress(link: string): string {
  return link
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/#.*$/s, '')
    .replace(/\/+$/, '')
    .replace(/^[^/?]+/, (host) => host.toLowerCase())
}

const international =
  /(?:(?<![\p{N}\p{L}])\+|(?<![\p{N}\p{L}\s.,-]|\p{N}\s)00)\p{Nd}[\p{Nd}\s().\-–/]{5,20}\p{Nd}/gu
const grouped = /(?<![\p{N}\p{L}+.,])\(?\p{Nd}[\p{Nd} \u00a0().\-–/]{4,18}\p{Nd}/gu
const label =
  /(?<!\p{L})(?:tel|tlf|tfn|telefon|telefono|teléfono|téléphone|tél|phone|telephone|mobile|mobil|fax|hotline|тел|телефон|телефону|телефоны|телефоном|факс|моб|ұялы)[.:]{0,2}\s{0,2}(?:no\.?|nr\.?|nummer|number|№)?[.:]?\s{0,2}$/iu
/** As much of the text before digits as a label can take. */
const longestLabel = 24
const pairs =
  /(?<![\p{N}\p{L}.,-])\p{Nd}{2}(?:[ \u00a0]\p{Nd}{2}){3,4}(?![\p{N}]|[ \u00a0]\p{Nd})/gu
const fewestDigits = 6
const mostDigits = 15

function readTelephones(reading: Reading): void {
  const { text } = reading
  for (const [pattern, isOne] of [
    [international, () => true],
    [grouped, (at: number) => label.test(text.slice(Math.max(0, at - longestLabel), at))],
    [pairs, () => true],
  ] as const)
    for (const match of text.matchAll(pattern)) {
      if (isTaken(reading, match.index) || !isOne(match.index)) continue
      // A line break ends a number.
      const found = match[0].replace(/\n.*$/s, '').trimEnd()
      const digits = telephoneDigits(found)
      if (digits.length < fewestDigits || digits.length > mostDigits) continue
      add(reading, 'telephone', match.index, match.index + found.length, 'firm', telephoneDigits)
    }
}

/** Digits only, without the international prefix and the bracketed zero: +47 (0)22 → 4722. */
export function telephoneDigits(found: string): string {
  return europeanDigits(found.replaceAll(/\(0\)/g, '').replaceAll(/[^\p{Nd}]/gu, '')).replace(
    /^00/,
    '',
  )
}

function add(
  reading: Reading,
  kind: 'telephone' | 'email' | 'link',
  start: number,
  end: number,
  weight: 'firm' | 'soft',
  addressOf: (found: string) => string,
): void {
  const found = reading.text.slice(start, end)
  reading.values.push({ kind, weight, start, end, address: addressOf(found) })
  takeSpan(reading, { start, end })
}
