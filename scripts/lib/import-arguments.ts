import { parseArgs } from 'node:util'

export interface ImportWish {
  files: string[]
  check: boolean
  json: boolean
  /** E-mail address of an account, or null where there is only one editor to choose. */
  as: string | null
}

const usage = 'npm run import -- FILE… [--check] [--json] [--as EMAIL]'

export const help = `${usage}
  FILE         ninjs items: .json (one item or an array), .ndjson or .jsonl (one item a line)
  --check      say what would happen, and change nothing
  --json       print the report as JSON
  --as EMAIL   the editor in whose name the items come in
Exit code: 0, or 1 when an item was refused, or 2 when nothing could be imported at all.`

const addressMissing =
  '--as needs the e-mail address of an account, such as --as anna@desk.example.'

const options = {
  check: { type: 'boolean' },
  json: { type: 'boolean' },
  as: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** What the command line asks for, or the sentence that says what is wrong with it. */
export function readImportArguments(
  words: readonly string[],
): { wish: ImportWish } | { help: true } | { problem: string } {
  const parsed = parsedOf(words)
  if ('problem' in parsed) return parsed
  const { values, positionals: files } = parsed
  if (values.help) return { help: true }
  const as = values.as?.trim() ?? null
  if (as === '') return { problem: addressMissing }
  if (files.length === 0) return { problem: `Name the files to import. Usage: ${usage}` }
  return { wish: { files, check: values.check ?? false, json: values.json ?? false, as } }
}

function parsedOf(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch (error) {
    const { code = '', message = '' } = error as { code?: string; message?: string }
    if (!code.startsWith('ERR_PARSE_ARGS_')) throw error
    const option = /'(-[^'\s]*)/.exec(message)?.[1] ?? ''
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
      return { problem: `There is no option ${option}. Usage: ${usage}` }
    return {
      problem: option === '--as' ? addressMissing : `${option} takes no value. Usage: ${usage}`,
    }
  }
}
