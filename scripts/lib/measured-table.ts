import type { FalseWarnings, Measured, Recall } from './measure.ts'

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function table(rows: readonly (readonly string[])[]): string[] {
  const [head = []] = rows
  return [
    line(head),
    line(head.map((_, index) => (index === 0 ? '---' : '---:'))),
    ...rows.slice(1).map(line),
  ]
}

const percent = ({ faults, found }: Recall): string =>
  faults === 0 ? '–' : `${found} of ${faults} (${((found / faults) * 100).toFixed(1)} %)`

const rate = (row: FalseWarnings | undefined): string =>
  row ? `${row.warnings} in ${row.words} (${row.perThousand.toFixed(2)})` : '–'

const sorted = (sets: readonly Measured[], pick: (one: Measured) => Record<string, unknown>) =>
  [...new Set(sets.flatMap((one) => Object.keys(pick(one))))].sort()

/** The figures of several sets of texts side by side, as Markdown. */
export function tablesOf(sets: readonly (readonly [name: string, measured: Measured])[]): string[] {
  const names = sets.map(([name]) => name)
  const all = sets.map(([, measured]) => measured)
  const falseRows = (title: string, pick: (one: Measured) => Record<string, FalseWarnings>) =>
    table([
      [title, ...names],
      ...sorted(all, pick).map((key) => [key, ...all.map((one) => rate(pick(one)[key]))]),
      ['all', ...all.map(({ total }) => rate(total))],
    ])
  return [
    'Faults found:',
    '',
    ...table([
      ['kind of fault', ...names],
      ...sorted(all, ({ recall }) => recall).map((kind) => [
        kind,
        ...all.map(({ recall }) => percent(recall[kind] ?? { faults: 0, found: 0 })),
      ]),
      ['all', ...all.map((one) => percent(one.all))],
    ]),
    '',
    'False warnings in words of good translations (for 1,000 words):',
    '',
    ...falseRows('into', ({ languages }) => languages),
    '',
    ...falseRows('pair', ({ directions }) => directions),
    '',
    `Time for 1,000 words: ${all.map(({ milliseconds }) => `${milliseconds.toFixed(1)} ms`).join(', ')}.`,
  ]
}
