import { describe, expect, it } from 'vitest'
import { deskGroups, groupsOf, nextStepsOf, openItemGroups } from '@/workflow/desk-groups.ts'
import { openItemKinds } from '@/desk/open-items.ts'
import type { Role } from '@/workflow/states.ts'

describe('the desk of', () => {
  it.each<[string, Role[], string[]]>([
    [
      'an editor',
      ['editor'],
      [
        'clock-failure',
        'overdue',
        'failing',
        'other-item',
        'returned',
        'renew',
        'draft',
        'scheduled',
        'embargo',
        'ending',
        'import',
      ],
    ],
    [
      'a translator',
      ['translator'],
      ['returned', 'renew', 'draft', 'translate', 'scheduled', 'embargo', 'ending'],
    ],
    [
      'a reviewer',
      ['reviewer'],
      [
        'clock-failure',
        'emergency',
        'overdue',
        'failing',
        'other-item',
        'review',
        'publish',
        'scheduled',
        'embargo',
        'ending',
      ],
    ],
    [
      'somebody who does everything',
      ['editor', 'translator', 'reviewer'],
      deskGroups.filter((group) => group !== 'mail'),
    ],
    ['an administrator', ['administrator'], ['mail']],
    ['nobody', [], []],
  ])('%s', (_who, roles, expected) => {
    expect(groupsOf({ roles })).toEqual(expected)
  })

  it('puts what went wrong first, and what only comes to pass last', () => {
    expect(deskGroups.slice(0, 2)).toEqual(['clock-failure', 'emergency'])
    expect(deskGroups.indexOf('review')).toBeLessThan(deskGroups.indexOf('draft'))
  })
})

it('every kind of open item has a place of its own', () => {
  const placed: string[] = Object.values(openItemGroups).flat()
  expect(openItemKinds.filter((kind) => !placed.includes(kind))).toEqual([])
})

it.each<[Role[], string[]]>([
  [['editor'], ['start', 'calendar']],
  [['translator'], ['translate', 'calendar']],
  [['reviewer'], ['calendar']],
  [['administrator'], ['accounts']],
])('%j can go on with %j', (roles, steps) => {
  expect(nextStepsOf({ roles })).toEqual(steps)
})
