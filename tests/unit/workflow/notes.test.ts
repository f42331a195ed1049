import { describe, expect, it } from 'vitest'
import { type NoteFacts, refusalsOfReopening, refusalsOfResolving } from '@/workflow/notes.ts'
import type { Role, TextType } from '@/workflow/states.ts'

const person = (id: string, ...roles: Role[]) => ({ id, name: id, roles, writes: [], reviews: [] })
const open: NoteFacts = { author: 'nora', mustFix: false, resolved: null }
const mustFix: NoteFacts = { ...open, mustFix: true }
const about = (type: TextType) => ({
  type,
  translator: type === 'translation' ? 'timo' : null,
  authors: ['eva', 'both'],
})
const codes = (who: ReturnType<typeof person>, note: NoteFacts, type: TextType = 'release') =>
  refusalsOfResolving(who, about(type), note).map(({ code }) => code)

describe('resolving a note', () => {
  it.each([
    ['whoever wrote it', person('nora', 'administrator'), [], []],
    ['an editor', person('eva', 'editor'), [], ['note-not-yours']],
    ['a reviewer who didn’t change the text', person('rita', 'reviewer'), [], []],
    [
      'a reviewer who changed the text',
      person('both', 'reviewer'),
      ['note-not-yours'],
      ['note-not-yours'],
    ],
    [
      'an editor and reviewer who changed it',
      person('both', 'editor', 'reviewer'),
      [],
      ['note-not-yours'],
    ],
    ['a translator', person('tara', 'translator'), ['note-not-yours'], ['note-not-yours']],
    ['an administrator', person('ada', 'administrator'), ['note-not-yours'], ['note-not-yours']],
  ])('on a release, by %s', (_who, who, plain, must) => {
    expect(codes(who, open)).toEqual(plain)
    expect(codes(who, mustFix)).toEqual(must)
  })

  it.each([
    ['its translator', person('timo', 'translator'), [], ['note-not-yours']],
    ['another translator', person('tara', 'translator'), ['note-not-yours'], ['note-not-yours']],
    ['an editor', person('emil', 'editor'), [], ['note-not-yours']],
  ])('on a translation, by %s', (_who, who, plain, must) => {
    expect(codes(who, open, 'translation')).toEqual(plain)
    expect(codes(who, mustFix, 'translation')).toEqual(must)
  })

  it('that is resolved says who did, and who may not is told that too', () => {
    const resolved = { byName: 'Rita', at: '2026-03-10T09:00:00.000Z' }
    expect(codes(person('nora', 'reviewer'), { ...open, resolved })).toEqual(['settled'])
    expect(codes(person('ada', 'administrator'), { ...mustFix, resolved })).toEqual([
      'note-not-yours',
      'settled',
    ])
  })
})

describe('reopening a note', () => {
  it('is open to everybody while it is resolved', () => {
    expect(refusalsOfReopening({ resolved: { byName: 'Rita', at: '' } })).toEqual([])
    expect(refusalsOfReopening({ resolved: null })).toEqual([{ code: 'note-open' }])
  })
})
