import type { Finding } from '../finding.ts'
import type { FidelityCatalogue } from './catalogue.ts'
import { en } from './en.ts'
import { kk } from './kk.ts'
import { nb } from './nb.ts'
import { ru } from './ru.ts'

const catalogues: Readonly<Record<string, FidelityCatalogue>> = { en, nb, kk, ru }

/** The sentences of a desk language, English where the desk doesn't speak it. */
export function fidelityCatalogueOf(language: string): FidelityCatalogue {
  return catalogues[language] ?? en
}

/** A finding in words: what is so, then what to do. */
export function sentenceOfFinding(finding: Finding, catalogue: FidelityCatalogue): string {
  return catalogue.findings[finding.check](finding)
}
