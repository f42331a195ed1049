import { languageTags } from '../language/languages.ts'
import {
  feedFormats,
  feedPath,
  homePath,
  newsSitemapPath,
  releasePath,
  sectionPath,
  sections,
  securityPath,
  sitemapPath,
  statementNames,
  statementPath,
} from './addresses.ts'
import type { PressStore } from './store.ts'

/** The same press room without what only a program can answer. */
export function asFiles(store: PressStore): PressStore {
  return {
    ...store,
    mission: async () => ({ ...(await store.mission()), searchable: false, countsReaders: false }),
  }
}

const newest = 50

/** What readers look for first: lists, feeds, what the press room says of itself, and the newest texts of each language. */
export async function essentialsOf(store: PressStore): Promise<string[]> {
  const { languages } = await store.mission()
  const found = await Promise.all(
    languages.map(async (language) => {
      const { entries } = await store.latest(language, 'texts', { page: 1, size: newest })
      return [
        homePath(language),
        ...sections.map((section) => sectionPath(language, section)),
        ...statementNames.map((name) => statementPath(language, name)),
        ...feedFormats.map((format) => feedPath(language, format)),
        ...entries.map(({ slug }) => releasePath(language, slug)),
      ]
    }),
  )
  return ['/robots.txt', sitemapPath, ...found.flat()]
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
