import type { Language } from '@/language/languages.ts'
import type { Pair, Term } from '@/language/fidelity/pair.ts'
import type { Parallel } from './parallel.ts'

/** One line of a corpus. */
export interface CorpusPair extends Pair {
  id: string
  fault?: { kind: string; segment: number }
}

/** What an embassy translates from, by the language that it translates into. */
const sources: Readonly<Record<string, readonly Language[]>> = {
  en: ['nb', 'kk', 'ru', 'de', 'fr', 'uk'],
  nb: ['en', 'kk', 'nn', 'ru', 'da'],
  nn: ['nb', 'en'],
  da: ['en', 'nb', 'sv'],
  sv: ['en', 'nb', 'da'],
  de: ['en', 'nb', 'fr'],
  fr: ['en', 'nb', 'de', 'es'],
  es: ['en', 'fr', 'nb'],
  kk: ['ru', 'en', 'nb'],
  ru: ['en', 'nb', 'kk', 'uk'],
  uk: ['en', 'ru', 'nb'],
}

/** Good pairs of every direction, and each mistake once, from one of the sources in turn. */
export function pairsOf(
  name: string,
  parallel: Parallel,
  glossary: readonly Term[] = [],
): { good: CorpusPair[]; faults: CorpusPair[] } {
  const good: CorpusPair[] = []
  const faults: CorpusPair[] = []
  for (const [lang, target] of parallel) {
    const from = (sources[lang] ?? []).filter((source) => parallel.has(source))
    const sideOf = (source: Language) => ({
      lang: source,
      segments: parallel.get(source)?.segments ?? [],
    })
    for (const source of from)
      good.push({
        id: `${name}-${source}-${lang}`,
        source: sideOf(source),
        target: { lang, segments: target.segments },
        glossary,
      })
    for (const [index, { kind, segment, text }] of target.faults.entries()) {
      const source = from[index % from.length]
      if (!source) continue
      const segments = target.segments.map((one, at) => (at === segment ? { ...one, text } : one))
      faults.push({
        id: `${name}-${source}-${lang}-${index}`,
        source: sideOf(source),
        target: { lang, segments },
        glossary,
        fault: { kind, segment },
      })
    }
  }
  return { good, faults }
}
