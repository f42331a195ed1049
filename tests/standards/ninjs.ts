import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const read = (name: string): object =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, name), 'utf8')) as object

const ajv = new Ajv2020({ allErrors: true, strict: false })
// Of a CommonJS package: its function is a property of what is imported.
;(addFormats as unknown as { default: (to: Ajv2020) => void }).default(ajv)
ajv.addSchema(read('GeoJSON-schema.json'))
const validate = ajv.compile(read('ninjs-schema_3.1.json'))

/** What IPTC's schema of ninjs 3.1 says against an item; nothing where it is valid. */
export function againstNinjs(item: unknown): string[] {
  if (validate(item)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
