import type { DocumentContent } from '../../workflow/content.ts'
import { bytes } from '../dates.ts'
import { documentPath } from '../files.ts'

/** A document to download. */
export interface DocumentLink {
  title: string
  href: string
  /** Format and size, in words. */
  facts: string
  /** Language of the title where it isn't the page's. */
  lang: string | null
}

const formatNames: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'text/plain': 'TXT',
  'text/csv': 'CSV',
  'application/zip': 'ZIP',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PPTX',
  'application/vnd.oasis.opendocument.text': 'ODT',
}

/** The document of one edition under a title. */
export function documentLink(
  edition: string,
  { file }: Pick<DocumentContent, 'file'>,
  said: { title: string; lang: string | null },
  language: string,
): DocumentLink {
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(file.name)?.[1]?.toUpperCase() ?? ''
  const format = formatNames[file.mime] ?? ending
  return {
    title: said.title || file.name,
    href: documentPath(edition, file.name),
    facts: [format, bytes(file.bytes, language)].filter(Boolean).join(', '),
    lang: said.lang,
  }
}
