import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Items for tests, of our own wording. */

const here = path.dirname(fileURLToPath(import.meta.url))

export type Json = Record<string, unknown>

export function fixture(name: string): Json | Json[] {
  return JSON.parse(readFileSync(path.join(here, '../fixtures/ninjs', name), 'utf8')) as Json
}

/** A small item of ninjs 3.1. Paragraphs are HTML. */
export function item(uri: string, changes: Json = {}, ...paragraphs: string[]): Json {
  const html = (paragraphs.length > 0 ? paragraphs : ['The ferry carries 300 people.'])
    .map((one) => `<p>${one}</p>`)
    .join('')
  return {
    uri,
    type: 'text',
    profile: 'press-release',
    version: '1',
    versionCreated: '2026-03-04T08:00:00Z',
    contentCreated: '2026-03-03T08:00:00Z',
    pubStatus: 'usable',
    language: 'en',
    located: 'Oslo',
    headlines: [{ role: 'main', contentType: 'text/plain', value: 'A ferry for the lake' }],
    descriptions: [{ role: 'summary', contentType: 'text/plain', value: 'It sails in May.' }],
    bodies: [{ role: 'main', contentType: 'text/html', value: html }],
    infoSources: [{ name: 'Ministry of Ferries', role: 'source' }],
    ...changes,
  }
}

export function translationOf(uri: string): Json[] {
  return [{ name: 'translationOf', rel: 'translationOf', uri, type: 'text' }]
}
