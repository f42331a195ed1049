import { languageTags } from '../language/languages.ts'
import { newsSitemapPath, releasePath, securityPath, sitemapPath } from './addresses.ts'
import type { PressStore } from './store.ts'

/** The same press room without what only a program can answer. */
export function asFiles(store: PressStore): PressStore {
  return {
    ...store,
    mission: async () => ({ ...(await store.mission()), searchable: false, countsReaders: false }),
  }
}

const atOnce = 500

/** Addresses from which all others are found, and those of texts that nothing leads to: withdrawn ones are read where they stand. */
export async function addressesOf(store: PressStore): Promise<string[]> {
  const texts: string[] = []
  for (const language of languageTags)
    for (const standing of ['live', 'withdrawn'] as const)
      for (let page = 1, more = true; more; page += 1) {
        const found = await store.latest(language, 'texts', { page, size: atOnce, standing })
        texts.push(...found.entries.map(({ slug }) => releasePath(language, slug)))
        more = found.more
      }
  return ['/', '/robots.txt', sitemapPath, newsSitemapPath, securityPath, ...texts]
}
