/** Comma-separated values (RFC 4180): what spreadsheet programs read. */

/** Rows as `text/csv; charset=utf-8; header=present`. No cell is taken for a formula. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')
}

/**
 * Spreadsheet programs run what begins like this; an apostrophe before it makes it words. What has apostrophes before it
 * gets one more, so that whoever takes one away has what was written.
 */
const formula = /^'*(?:[\s\u00A0\uFEFF]*[=+\-@＝＋－＠|]|[\t\r\n])/

/** What a cell of ours said before it was written. */
export function wordsOfCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const words = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}
