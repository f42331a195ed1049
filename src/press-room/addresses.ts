/** Public paths. Each is canonical: no trailing slash, language in small letters. */

export type Section = 'releases' | 'contacts' | 'images' | 'documents'

export const sections: readonly Section[] = ['releases', 'contacts', 'images', 'documents']

export const homePath = (language: string): string => `/${language}`

export function sectionPath(language: string, section: Section, page = 1): string {
  return `/${language}/${section}${page > 1 ? `?page=${page}` : ''}`
}

/** Of a release or translation; with a format, of its plain text or data. */
export function releasePath(language: string, slug: string, format?: 'txt' | 'json'): string {
  return `/${language}/releases/${encodeURIComponent(slug)}${format ? `.${format}` : ''}`
}
