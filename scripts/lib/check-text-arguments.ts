interface Arguments {
  source: string
  target: string
  /** File with a list of terms. */
  glossary: string | null
  json: boolean
}

const usage = 'npm run check-text -- SOURCE.ninjs.json TARGET.ninjs.json [--glossary FILE] [--json]'

/** What the command line asks for, or the sentence that says what is wrong with it. */
export function readCheckArguments(words: readonly string[]): Arguments | { problem: string } {
  const rest = [...words]
  const files: string[] = []
  let glossary: string | null = null
  let json = false
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--json') json = true
    else if (word === '--glossary') {
      glossary = rest.shift() ?? null
      if (glossary === null) return { problem: `--glossary needs a file. Usage: ${usage}` }
    } else if (word.startsWith('--'))
      return { problem: `There is no option ${word}. Usage: ${usage}` }
    else files.push(word)
  }
  const [source, target, ...more] = files
  if (source === undefined || target === undefined || more.length > 0)
    return { problem: `Name two files. Usage: ${usage}` }
  return { source, target, glossary, json }
}
