import type { Language } from '../languages.ts'
import { linkAddress, telephoneDigits } from '../values/addresses.ts'
import { valuesOf } from '../values/read.ts'
import { europeanDigits } from '../values/tokens.ts'
import type { Check } from './check.ts'
import type { CheckKey, Finding } from './finding.ts'
import type { Passage, Segment, Side } from './pair.ts'
import { sameLink } from './values-links.ts'

type Kind = 'telephone' | 'email' | 'link'

interface Contact {
  kind: Kind
  /** Names of sites without a path may be said in another way. */
  firm: boolean
  address: string
  /** As it stands in the text, or as the link has it. */
  written: string
  /** Null for the link behind words. */
  passage: Passage | null
  segment: number
}

const keys = {
  telephone: 'telephone-differs',
  email: 'email-differs',
  link: 'link-differs',
} as const satisfies Record<Kind, CheckKey>

/**
 * Telephone numbers, e-mail addresses and links: the same on both sides, wherever they stand and however often. The
 * same page in another language is fine.
 */
export const contacts: Check = (pair, alignment) => {
  const sources = contactsOf(pair.source.segments, pair.source.lang)
  const targets = contactsOf(pair.target.segments, pair.target.lang)
  const openSources = sources.filter((source) => isOpen(source, targets, pair.target))
  const openTargets = targets.filter((target) => isOpen(target, sources, pair.source))
  const findings: Finding[] = []
  for (const target of openTargets) {
    const from = alignment[target.segment] ?? null
    const isOfKind = ({ kind }: Contact) => kind === target.kind
    const isHere = (source: Contact) => isOfKind(source) && source.segment === from
    const source = openSources.find(isHere) ?? openSources.find(isOfKind)
    if (source) openSources.splice(openSources.indexOf(source), 1)
    // What has no partner as a segment is reported as such.
    else if (!target.firm || from === null) continue
    findings.push(report(source ?? sources.find(isHere) ?? null, target, target.segment))
  }
  const reported = new Set<string>()
  for (const source of openSources) {
    const segment = alignment.indexOf(source.segment)
    if (!source.firm || segment === -1 || reported.has(source.address)) continue
    reported.add(source.address)
    findings.push(report(source, null, segment))
  }
  return findings.sort((a, b) => a.segment - b.segment)
}

function isOpen(contact: Contact, others: readonly Contact[], side: Side): boolean {
  return !others.some((other) => same(contact, other)) && !saysDigits(side, contact)
}

function contactsOf(segments: readonly Segment[], lang: Language): Contact[] {
  return segments.flatMap((whole, segment) => [
    ...valuesOf(whole, lang).flatMap((value) => {
      if (value.kind !== 'telephone' && value.kind !== 'email' && value.kind !== 'link') return []
      const { kind, start, end, address, weight } = value
      const written = whole.text.slice(start, end)
      return [
        {
          kind,
          address,
          written,
          firm: weight === 'firm',
          segment,
          passage: { segment, start, end },
        },
      ]
    }),
    ...(whole.links ?? []).flatMap((link) => behindWords(link, segment)),
  ])
}

function behindWords(link: string, segment: number): Contact[] {
  const contact = (kind: Kind, address: string): Contact[] => [
    { kind, address, written: link, firm: true, segment, passage: null },
  ]
  if (link.startsWith('#') || link === '') return []
  if (/^mailto:/i.test(link))
    return contact('email', link.slice(7).replace(/\?.*$/s, '').toLowerCase())
  if (/^tel:/i.test(link)) return contact('telephone', telephoneDigits(link))
  return contact('link', linkAddress(link))
}

function same(source: Contact, target: Contact): boolean {
  if (source.kind !== target.kind) return false
  if (source.kind === 'telephone') return sameTelephone(source.address, target.address)
  return source.kind === 'link'
    ? sameLink(source.address, target.address)
    : source.address === target.address
}

/** Digits that the other side doesn't present as a telephone number: call 116 123. */
function saysDigits({ segments }: Side, { kind, address }: Contact): boolean {
  if (kind !== 'telephone') return false
  const wanted = national(address)
  return segments.some(({ text }) => {
    const digits = europeanDigits(text.replaceAll(/(?<=\p{Nd})[^\p{L}\p{Nd}]{1,3}(?=\p{Nd})/gu, ''))
    return (digits.match(/[0-9]+/g) ?? []).some(
      (run) =>
        run.endsWith(wanted) || (run.length >= fewestNational && wanted.endsWith(national(run))),
    )
  })
}

const fewestNational = 5

function national(digits: string): string {
  return digits.replace(/^0+/, '')
}

/** With or without the country: +47 22 44 55 66 and 22 44 55 66; +7 495 … and 8 495 …. */
export function sameTelephone(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length)
  if (short === long) return true
  if (national(short).length >= fewestNational && long.endsWith(national(short))) return true
  return (
    short.length === 11 &&
    long.length === 11 &&
    /^[78]/.test(short) &&
    /^[78]/.test(long) &&
    short.slice(1) === long.slice(1)
  )
}

function report(source: Contact | null, target: Contact | null, segment: number): Finding {
  return {
    check: keys[(source ?? target)?.kind ?? 'link'],
    level: 'warning',
    segment,
    source: source?.passage ?? null,
    target: target?.passage ?? null,
    expected: source?.written ?? '',
    found: target?.written ?? '',
  }
}
