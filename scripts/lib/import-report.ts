import { type ImportLine, type ImportReport, outcomes } from '../../src/exchange/import.ts'

function linesOf({ file, path, uri, outcome, problems }: ImportLine): string[] {
  // A sentence about a refusal names its place itself.
  const place = [`${file}${path === '' ? '' : ` ${path}`}`, uri].filter(Boolean).join('  ')
  return [`${outcome.padEnd(10)} ${place}`, ...problems.map((problem) => `           ${problem}`)]
}

/** The report for people: every item of which something is to be said, then the numbers. */
export function reportText(report: ImportReport): string {
  const told = report.items.filter(({ problems }) => problems.length > 0).flatMap(linesOf)
  const counts = outcomes.map((outcome) => `${report[outcome]} ${outcome}`).join(', ')
  const items = `${report.items.length} item${report.items.length === 1 ? '' : 's'}`
  const numbers = report.check
    ? `Checked ${items}, changed nothing. An import would give: ${counts}.`
    : `Read ${items}: ${counts}.`
  return [...told, numbers].join('\n')
}
