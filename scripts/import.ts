// Brings ninjs items of files onto the desk, as drafts: npm run import -- FILE… [--check] [--json] [--as EMAIL]
// May run while the server does. 0: done, 1: an item was refused, 2: nothing could be imported at all.
import { isStartProblem, StartProblem } from '../src/start-problem.ts'
import { help, readImportArguments } from './lib/import-arguments.ts'
import { progressOn } from './lib/import-progress.ts'
import { reportText } from './lib/import-report.ts'
import { settingsHere } from './lib/settings.ts'

const read = readImportArguments(process.argv.slice(2))
if ('help' in read) {
  console.log(help)
  process.exit(0)
}
const progress = progressOn(process.stderr)
try {
  if ('problem' in read) throw new StartProblem(read.problem)
  settingsHere()
  progress.now('Opening the desk …')
  // Seconds of loading that a wrong option or setting doesn't have to wait for.
  const { runImport } = await import('./lib/import-run.ts')
  const report = await runImport(read.wish, progress)
  progress.end()
  console.log(read.wish.json ? JSON.stringify(report, null, 2) : reportText(report))
  process.exitCode = report.refused > 0 ? 1 : 0
} catch (error) {
  progress.end()
  console.error(isStartProblem(error) ? error.message : error)
  if (!isStartProblem(error))
    console.error(
      'The import stopped here. What came in before is on the desk; the same command goes on with the rest.',
    )
  process.exitCode = 2
}
