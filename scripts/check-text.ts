// Checks a translation against its source, both as ninjs files, and says what a careful reader would want to look at.
import { readFileSync } from 'node:fs'
import { matchLanguage } from '../src/exchange/language.ts'
import { readItem } from '../src/exchange/read-item.ts'
import { checkPair } from '../src/language/fidelity/check-pair.ts'
import type { Pair, Side } from '../src/language/fidelity/pair.ts'
import {
  fidelityCatalogueOf,
  sentenceOfFinding,
} from '../src/language/fidelity/sentences/sentences.ts'
import { languageTags } from '../src/language/languages.ts'
import { segmentsOf } from '../src/language/segments.ts'
import { readCheckArguments } from './lib/check-text-arguments.ts'
import { glossarySchema, termsOf } from './lib/corpus.ts'

function stop(problem: string): never {
  console.error(problem)
  process.exit(1)
}

function readJson(file: string): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return stop(`${file}: this file can’t be read. Name a file that is there.`)
  }
  try {
    return JSON.parse(text)
  } catch {
    return stop(`${file}: this is not JSON. Expected one ninjs item.`)
  }
}

function sideOf(file: string): Side {
  const read = readItem(readJson(file), { file, path: '' })
  if (!read.ok) return stop(read.problems.map(({ message }) => message).join('\n'))
  const { language, headline, lead, blocks, datelinePlace } = read.item
  const lang = matchLanguage(language, languageTags)
  if (!lang)
    return stop(`${file}: language: expected one of ${languageTags.join(', ')}, not ${language}.`)
  return { lang, segments: segmentsOf({ headline, lead, body: blocks, datelinePlace }) }
}

function glossaryOf(file: string): Pair['glossary'] {
  const read = glossarySchema.safeParse(readJson(file))
  if (read.success) return termsOf(read.data)
  const [issue] = read.error.issues
  return stop(`${file}: ${issue?.path.join('.') ?? ''}: expected ${issue?.message ?? 'a list'}.`)
}

const read = readCheckArguments(process.argv.slice(2))
if ('problem' in read) stop(read.problem)
const { source, target, glossary, json } = read
const side = sideOf(target)
const pair: Pair = {
  // A text that is named twice is checked by itself.
  source: source === target ? side : sideOf(source),
  target: side,
  glossary: glossary === null ? [] : glossaryOf(glossary),
}
const findings = checkPair(pair)
const sentences = fidelityCatalogueOf('en')
if (json)
  console.log(
    JSON.stringify(
      findings.map((finding) => ({ ...finding, message: sentenceOfFinding(finding, sentences) })),
    ),
  )
else {
  for (const finding of findings) {
    const kind = pair.target.segments[finding.segment]?.kind ?? 'paragraph'
    console.log(`${finding.segment + 1} (${sentences.kinds[kind]}) ${finding.check}`)
    console.log(`    ${sentenceOfFinding(finding, sentences)}`)
  }
  const count = `${findings.length} finding${findings.length === 1 ? '' : 's'}`
  console.log(`${count} in ${pair.target.segments.length} segments`)
}
