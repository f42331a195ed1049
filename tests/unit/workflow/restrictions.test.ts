import { describe, expect, it } from 'vitest'
import { refusalsOfLifting, refusalsOfRestricting } from '@/workflow/restrictions.ts'
import type { Role } from '@/workflow/states.ts'

const person = (id: string, ...roles: Role[]) => ({ id, name: id, roles, writes: [], reviews: [] })
const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code)

describe('restricting a text', () => {
  it.each([
    ['an editor who names themselves', person('eva', 'editor'), ['eva', 'rita'], []],
    ['a reviewer who names themselves alone', person('rita', 'reviewer'), ['rita'], []],
    ['an editor who names others only', person('eva', 'editor'), ['rita'], ['without-you']],
    ['a translator', person('timo', 'translator'), ['timo'], ['wrong-role']],
    ['an administrator', person('ada', 'administrator'), ['ada'], ['wrong-role']],
    ['nobody named', person('eva', 'editor'), [], ['without-you']],
  ])('%s', (_who, actor, people, expected) => {
    expect(codes(refusalsOfRestricting(actor, people))).toEqual(expected)
  })
})

describe('lifting a restriction', () => {
  const named = ['eva', 'timo', 'root']
  it.each([
    ['an editor who is named, without a reason', person('eva', 'editor'), '', []],
    ['an editor who isn’t', person('olav', 'editor'), 'why', ['wrong-role']],
    ['a translator who is named', person('timo', 'translator'), 'why', ['wrong-role']],
    ['an administrator with a reason', person('ada', 'administrator'), 'why', []],
    ['an administrator without one', person('ada', 'administrator'), ' ', ['input-missing']],
    ['one who is named, without one', person('root', 'administrator'), '', ['input-missing']],
    ['who is named and does both', person('root', 'administrator', 'editor'), '', []],
  ])('%s', (_who, actor, reason, expected) => {
    expect(codes(refusalsOfLifting(actor, named, reason))).toEqual(expected)
  })
})
