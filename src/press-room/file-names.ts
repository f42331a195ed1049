/**
 * The name of a document in its public address and on the disk: small and capital letters a–z,
 * digits, hyphens and dots within, at most 120 characters, with its extension. Never empty, never
 * a dot file, never a step up. Two different names may become one: each edition has its own folder.
 */
export function safeFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? ''
  const dot = base.lastIndexOf('.')
  const extension = dot > 0 ? plain(base.slice(dot + 1)).slice(0, 10) : ''
  const stem = plain(dot > 0 ? base.slice(0, dot) : base).slice(0, 100) || 'document'
  return extension === '' ? stem : `${stem}.${extension}`
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9.]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[-.]+|[-.]+$/g, '')
}

/**
 * The name of a file inside an archive, in any script: without folders, without what the usual systems refuse or hide,
 * and without letters that can't be seen. At most 100 characters, with its extension.
 */
export function nameInArchive(name: string): string {
  const base = (name.split(/[/\\]/).at(-1) ?? '').normalize('NFC')
  const [, stem = base, extension = ''] = /^(.+)(\.[A-Za-z0-9]{1,10})$/s.exec(base) ?? []
  const said = stem
    .replace(/[\p{C}<>:"|?*]+/gu, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[-. ]+|[-. ]+$/g, '')
  const most = [...said].slice(0, 90).join('').trimEnd()
  return `${most || 'file'}${extension}`
}
