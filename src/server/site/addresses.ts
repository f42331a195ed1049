import path from 'node:path'

/** The addresses of an exported site, and the files at which any web server looks for them. */

/** What needs a program to answer it: words that are looked for, the desk, the interface with its parameters. */
const answered = /^\/(?:[a-z]{2,3}\/search$|admin(?:\/|$)|api\/|openapi\.json$|preview(?:\/|$))/

/** The path that a reference in a page leads to on this site, with the number of a list's page; null for any other. */
export function pathHere(reference: string, origin: string): string | null {
  const said = reference.replaceAll('&amp;', '&')
  const local = said.startsWith(`${origin}/`) ? said.slice(origin.length) : said
  if (!local.startsWith('/') || local.startsWith('//')) return null
  const url = new URL(local, origin)
  if (url.origin !== new URL(origin).origin || answered.test(url.pathname)) return null
  if (url.search === '') return url.pathname
  return /^\?page=[1-9]\d*$/.test(url.search) ? url.pathname + url.search : null
}

/** All that a page, a sitemap or a feed leads to here. */
export function pathsIn(body: string, origin: string): string[] {
  const references = [
    ...body.matchAll(/\s(?:href|src|content)="([^"]+)"/g),
    ...body.matchAll(/<loc>([^<]+)<\/loc>/g),
  ].map(([, found = '']) => found)
  const sizes = [...body.matchAll(/\ssrcset="([^"]+)"/gi)].flatMap(([, set = '']) =>
    set.split(',').map((one) => one.trim().split(' ')[0] ?? ''),
  )
  return [...references, ...sizes].flatMap((one) => pathHere(one, origin) ?? [])
}

/** A server of files knows no parameters: the pages of a list lie beside each other there. */
export function withoutParameters(html: string): string {
  return html.replaceAll(
    /(\s(?:href|content)="[^"?]*[^"?/])\/?\?page=([1-9]\d*)"/g,
    (_all, before: string, page: string) => `${before}/page/${page}"`,
  )
}

/** The file of an address within a folder. Throws for one that would lie outside. */
export function fileOfAddress(folder: string, address: string, isPage: boolean): string {
  const [pathname = '', page] = address.split('?page=')
  const segments = pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => decodeURIComponent(segment))
  if (segments.some((segment) => segment === '.' || segment === '..' || /[/\\\0]/.test(segment)))
    throw new Error(`${address} can be no file`)
  const more = page === undefined ? [] : ['page', page]
  return path.join(folder, ...segments, ...more, ...(isPage ? ['index.html'] : []))
}
