import { archive } from './archive.ts'
import { ferries } from './ferries.ts'
import type { DemoText } from './script.ts'
import { underWay } from './under-way.ts'
import { calendar } from './words.ts'

/** Every text of the demonstration with what happens to it, dated from `now`. The oldest comes first. */
export function texts(now: Date): DemoText[] {
  const days = calendar(now)
  return [...archive(days), ferries(days), ...underWay(days)].sort((a, b) => b.begun - a.begun)
}
