import { describe, expect, it } from 'vitest'
import { keptNote, noteIn } from '@/workflow/clock-notes.ts'
import { catalogueOf } from '@/workflow/sentences/sentences.ts'

const [en, nb] = [catalogueOf('en'), catalogueOf('nb')]

describe('what the clock says', () => {
  it('is read by each in their own language', () => {
    const kept = keptNote({ refusals: [{ code: 'embargoed', until: '2031-03-06T09:00:00.000Z' }] })
    expect(noteIn(kept, en)).toContain('2031-03-06 09:00')
    expect(noteIn(kept, nb)).not.toBe(noteIn(kept, en))
  })

  it('tells of each text that held up a bundle, and of everything it lacks', () => {
    const problem = {
      requirement: 'lead-present',
      moment: 'submit',
      level: 'blocker',
      field: 'lead',
    } as const
    const why = [{ code: 'requirements', problems: [problem] }] as const
    const text = { id: 'a', type: 'release', must: true, language: 'en', headline: 'A bridge', why }
    const kept = keptNote({
      refusals: [{ code: 'bundle-held', texts: [{ ...text, type: 'release' }] }],
    })
    expect(noteIn(kept, en)).toMatch(/“A bridge” \(en\): .*mended.*lead/s)
  })

  it('names the time that it came too late for, and keeps words of its own', () => {
    const kept = keptNote({ due: '2031-03-06T09:00:00.000Z', words: 'Utløpt.' })
    expect(noteIn(kept, en)).toBe('Late: it was due at 2031-03-06 09:00 UTC. Utløpt.')
  })
})

describe('what a person says', () => {
  it.each([
    'He left.',
    '',
    'clock: ten past ten',
    'clock:{"refusals":[{"code":"nonsense"}]}',
    'clock:null',
  ])('%s is told to the letter', (note) => {
    expect(noteIn(note, en)).toBe(note)
  })
})
