// Proves from what is stored that the record is whole. Reads only; 0: clean, 1: problems, each in a sentence.
import { verify } from '../src/desk/verify.ts'
import { isStartProblem } from '../src/start-problem.ts'
import { openInstallation } from './lib/installation.ts'

const payload = await openInstallation().catch((error: unknown) => {
  if (!isStartProblem(error)) throw error
  console.error(error.message)
  process.exit(1)
})
const report = await verify(payload)
await payload.destroy()

let problems = 0
for (const { what, count, problems: found, more } of Object.values(report)) {
  problems += found.length + more
  console.log(`${found.length === 0 ? 'ok     ' : 'BROKEN '} ${count} ${what}`)
  for (const problem of found) console.log(`        ${problem}`)
  if (more > 0) console.log(`        … and ${more} more.`)
}
const { events, editions, entries, documents } = report
const verified = `verified ${events.count} events, ${editions.count} editions, ${entries.count} entries, ${documents.count} texts and items`
const outcome = problems === 0 ? 'clean' : `${problems} problem${problems === 1 ? '' : 's'}`
console.log(`${verified}: ${outcome}`)
process.exit(problems === 0 ? 0 : 1)
