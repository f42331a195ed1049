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
