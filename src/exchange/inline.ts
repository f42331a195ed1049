import { type Inline, type Mark, plainText } from '../workflow/content.ts'

/** A stretch of text as it is met; `null` is a line break. `link` is shared by all stretches of one link. */
export interface Run {
  text: string | null
  marks: readonly Mark[]
  link: { href: string } | null
}

/** White space as HTML collapses it: across elements, none at the edges of a line. */
function collapsed(runs: readonly Run[]): Run[] {
  const out: Run[] = []
  let atEdge = true
  const trimEnd = () => {
    const last = out.at(-1)
    if (!last?.text?.endsWith(' ')) return
    out.pop()
    const text = last.text.slice(0, -1)
    if (text !== '') out.push({ ...last, text })
  }
  for (const run of runs) {
    if (run.text === null) {
      trimEnd()
      out.push(run)
      atEdge = true
      continue
    }
    const text: string = run.text.replace(/[\t\n\f\r ]+/g, ' ')
    const kept: string = atEdge && text.startsWith(' ') ? text.slice(1) : text
    if (kept === '') continue
    out.push({ ...run, text: kept })
    atEdge = kept.endsWith(' ')
  }
  trimEnd()
  return out
}

function append(to: Inline[], { text, marks }: Run): void {
  if (text === null) {
    to.push({ type: 'break' })
    return
  }
  const ordered = (['bold', 'italic'] as const).filter((mark) => marks.includes(mark))
  const last = to.at(-1)
  if (last?.type === 'text' && ordered.join() === (last.marks ?? []).join())
    to[to.length - 1] = { ...last, text: last.text + text }
  else to.push(ordered.length > 0 ? { type: 'text', text, marks: ordered } : { type: 'text', text })
}

/** Inline content of what was met; nothing when it holds no visible letter. A link without words isn't one. */
export function inlineOf(runs: readonly Run[]): Inline[] {
  const out: Inline[] = []
  let from = 0
  const clean = collapsed(runs)
  while (from < clean.length) {
    const link = clean[from]?.link ?? null
    let to = from
    const children: Inline[] = []
    for (let run = clean[to]; run && run.link === link; run = clean[++to]) append(children, run)
    if (link !== null && !isBlank(children)) out.push({ type: 'link', href: link.href, children })
    else for (const run of clean.slice(from, to)) append(out, run)
    from = to
  }
  return isBlank(out) ? [] : out
}

function isBlank(children: readonly Inline[]): boolean {
  return plainText(children).trim() === ''
}

/** Splits where two or more lines end in a row: how people without `p` make paragraphs. */
export function paragraphsOf(runs: readonly Run[]): Run[][] {
  const out: Run[][] = [[]]
  let breaks: Run[] = []
  for (const run of runs) {
    if (run.text === null) breaks.push(run)
    else if (run.text.trim() === '' && breaks.length > 0) continue
    else {
      if (breaks.length > 1) out.push([])
      else if (out.at(-1)?.length) out.at(-1)?.push(...breaks)
      breaks = []
      out.at(-1)?.push(run)
    }
  }
  return out
}
