/** The value below which so many of a hundred lie. Sorts a copy. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN
}

export const median = (values: readonly number[]): number => percentile(values, 50)

/** Milliseconds that some work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`
export const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** A Markdown table: words to the left, figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const under = head.map((_, at) => (at === 0 ? '---' : '---:'))
  return [head, under, ...rows].map(line).join('\n')
}

/** A line of a table of growth: what was found, the medians among few and among many, p95 among many, the factor. */
export function growth(
  name: string,
  found: string,
  [few = [], many = []]: readonly (readonly number[])[],
): string[] {
  return [
    name,
    found,
    ms(median(few)),
    ms(median(many)),
    ms(percentile(many, 95)),
    (median(many) / median(few)).toFixed(2),
  ]
}

/** Its table. `sizes`: how many are few and many. */
export function growthTable(
  what: string,
  sizes: readonly number[],
  rows: readonly (readonly string[])[],
): string {
  return table(
    [what, 'found', ...sizes.map((size) => size.toLocaleString('en')), 'p95', 'factor'],
    rows,
  )
}
