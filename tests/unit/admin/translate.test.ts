import { describe, expect, it } from 'vitest'
import {
  answersOf,
  type Drafts,
  faultIn,
  following,
  rebased,
  typed,
} from '@/admin/translate/drafts.ts'
import { keyIn, keys, shownKeys } from '@/admin/translate/keys.ts'
import type { SegmentRow, Segments } from '@/desk/segments.ts'

/** What is typed beside an original, until the desk has it. */

function row(name: string, targets: string[], more: Partial<SegmentRow> = {}): SegmentRow {
  return {
    row: name,
    state: 'unconfirmed',
    open: true,
    kind: 'paragraph',
    source: [],
    text: `Source of ${name}`,
    tags: [],
    targets,
    plain: targets,
    elsewhere: null,
    found: [],
    proposed: null,
    ...more,
  }
}
function model(...rows: SegmentRow[]): Segments {
  return {
    source: { release: 'r', language: 'en', live: true, kept: true },
    target: { language: 'nb', revision: 3, state: 'draft', stale: false },
    closed: null,
    rows,
    open: rows.length,
    words: 10,
    confirmed: 0,
  }
}
const cost = row('cost', ['Den kostet 40.'])
const ferries = row('ferries', [])
const split = row('split', ['Én.', 'To.'])
const all = model(cost, ferries, split)
const draft = (texts: string[], base: string[]) => ({ texts, base })

describe('typing', () => {
  it('makes a draft over what is stored, and none when it is typed back', () => {
    const once = typed({}, split, 1, 'To nå.')
    expect(once).toEqual({ split: draft(['Én.', 'To nå.'], ['Én.', 'To.']) })
    expect(typed(once, split, 1, 'To.')).toEqual({})
    expect(typed({}, ferries, 0, 'Fergene.')).toEqual({ ferries: draft(['Fergene.'], ['']) })
  })

  it('is sent with what is confirmed, in the order of the text, and never half a tag', () => {
    const linked = row('linked', [], {
      tags: [{ number: 1, means: 'link', address: 'https://a.example/' }],
    })
    const drafts: Drafts = {
      linked: draft(['<1>se'], ['']),
      split: draft(['Én nå.', 'To.'], ['Én.', 'To.']),
    }
    expect(answersOf(model(cost, linked, split), drafts, new Set(['cost', 'linked']))).toEqual([
      { row: 'cost', confirm: true },
      { row: 'split', texts: ['Én nå.', 'To.'], confirm: false },
    ])
    expect(faultIn(linked, ['<1>se'])).toEqual({ fault: 'unclosed', tag: '<1>' })
    expect(faultIn({ ...linked, kind: 'headline' }, ['<1>se'])).toBeNull()
  })

  it('takes a segment out only when that is confirmed', () => {
    const drafts: Drafts = { cost: draft(['  '], ['Den kostet 40.']) }
    expect(answersOf(all, drafts, new Set())).toEqual([])
    expect(answersOf(all, drafts, new Set(['cost']))).toEqual([
      { row: 'cost', texts: ['  '], confirm: true },
    ])
  })
})

describe('after a save', () => {
  it('is done with what arrived, and keeps what was typed since', () => {
    const sent = [{ row: 'cost', texts: ['Den kostet 42.'], confirm: false }]
    const now = model(row('cost', ['Den kostet 42.']), ferries)
    const same = { cost: draft(['Den kostet 42.'], ['Den kostet 40.']) }
    expect(rebased(same, now, sent)).toEqual({ drafts: {}, clashes: [], lost: [] })
    const more = { cost: draft(['Den kostet 42 mill.'], ['Den kostet 40.']) }
    expect(rebased(more, now, sent)).toEqual({
      drafts: { cost: draft(['Den kostet 42 mill.'], ['Den kostet 42.']) },
      clashes: [],
      lost: [],
    })
  })

  it('of somebody else keeps everything, and names what both changed and what is gone', () => {
    const drafts: Drafts = {
      cost: draft(['Mitt.'], ['Den kostet 40.']),
      ferries: draft(['Ferger.'], ['']),
      gone: draft(['Borte.'], ['x']),
    }
    expect(rebased(drafts, model(row('cost', ['Deres.']), ferries))).toEqual({
      drafts: { cost: draft(['Mitt.'], ['Den kostet 40.']), ferries: draft(['Ferger.'], ['']) },
      clashes: ['cost'],
      lost: ['Borte.'],
    })
  })
})

describe('the keyboard', () => {
  it.each([
    ['ferries', 1, 'split'],
    ['split', 1, 'cost'],
    ['cost', -1, 'split'],
    [null, 1, 'cost'],
    [null, -1, 'split'],
  ] as const)('goes from %s by %i to %s', (from, step, to) => {
    expect(following(all.rows, from, step, () => true)).toBe(to)
  })

  it('stays where nothing else fits', () => {
    expect(following(all.rows, 'cost', 1, ({ row }) => row === 'cost')).toBeNull()
  })

  it('leaves a field its own keys', () => {
    const none = { altKey: false, ctrlKey: false, metaKey: false }
    for (const key of ['Enter', 's', 'ArrowDown', 'PageDown', 'PageUp'])
      expect(keyIn({ ...none, key })).toBeNull()
    expect(keyIn({ ...none, key: 'Enter', metaKey: true })).toBe('confirm')
    expect(keyIn({ ...none, key: 'S', ctrlKey: true })).toBe('save')
    expect(keyIn({ ...none, key: 'ArrowUp', altKey: true })).toBe('before')
    expect(keyIn({ ...none, key: 'PageUp', altKey: true })).toBe('insert')
    expect(new Set(keys.map((key) => shownKeys[key])).size).toBe(keys.length)
  })
})
