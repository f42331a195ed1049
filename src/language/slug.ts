import { latinOf } from './latin.ts'

const most = 80

/**
 * A headline as part of an address: a–z, 0–9 and single hyphens, at most 80 characters, cut between words where
 * there is a place to. Never empty: `text` where no letter is left.
 */
export function slugOf(headline: string): string {
  const latin = latinOf(headline)
    .replace(/['’ʼ`´]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+/, '')
  const cut = latin.length > most && latin[most] !== '-' ? latin.lastIndexOf('-', most) : most
  return latin.slice(0, cut > 0 ? cut : most).replace(/-+$/, '') || 'text'
}
