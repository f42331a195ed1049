import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const file = path.join(import.meta.dirname, 'openapi-schema_3.1.json')

function fresh(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    formats: { 'media-range': true },
  })
  // Of a CommonJS package: its function is a property of what is imported.
  ;(addFormats as unknown as { default: (to: Ajv2020) => void }).default(ajv)
  return ajv
}

const said = (validate: ValidateFunction, value: unknown): string[] =>
  validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)

/** What the schema of OpenAPI 3.1 says against a description; nothing where it is valid. */
export function againstOpenApi(description: unknown): string[] {
  // It leaves open which schemas of JSON are meant. ajv looks for the answer at its root, and not where it gives one.
  const written = readFileSync(file, 'utf8').replaceAll(
    '"$dynamicRef": "#meta"',
    '"$ref": "#/$defs/schema"',
  )
  return said(fresh().compile(JSON.parse(written) as object), description)
}

/** What a description's schema of that name says against an answer. */
export function againstSchema(description: object, name: string): (answer: unknown) => string[] {
  const ajv = fresh()
  ajv.addSchema({ ...description, $id: 'https://description.example/' })
  const validate = ajv.compile({
    $ref: `https://description.example/#/components/schemas/${name}`,
  })
  return (answer) => said(validate, answer)
}
