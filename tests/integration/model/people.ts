import type { Desk, Someone } from '../harness.ts'

export type Role = 'editor' | 'translator' | 'reviewer' | 'administrator'

/** Somebody of the staff, or a stranger without roles. `languages`: those that they write and review. */
export interface Person {
  name: string
  roles: readonly Role[]
  languages: readonly string[]
  rest: Someone['rest']
  /** As the desk names them. */
  id: string
}

const staff: readonly [string, Role[], string[]][] = [
  ['Eva', ['editor'], ['en', 'nb', 'kk']],
  ['Tor', ['translator'], ['nb', 'kk']],
  ['Ulf', ['translator'], ['kk', 'en']],
  ['Kari', ['reviewer'], ['en', 'nb', 'kk']],
  ['Rolf', ['reviewer'], ['ru']],
  ['Kim', ['editor', 'reviewer'], ['en', 'nb']],
  ['Ola', ['reviewer', 'translator'], ['nb', 'en']],
  ['Ada', ['administrator'], ['en']],
]

/** Everybody, the stranger last. */
export async function openDoors(desk: Desk): Promise<Person[]> {
  const people: Person[] = []
  for (const [name, roles, languages] of staff) {
    const { id, rest } = await desk.person(name, roles, languages)
    people.push({ name, roles, languages, id, rest })
  }
  const { rest } = desk.stranger
  return [...people, { name: 'a stranger', roles: [], languages: [], id: '', rest }]
}

export const is = (who: Person, ...roles: Role[]): boolean =>
  roles.some((role) => who.roles.includes(role))

export const isStranger = (who: Person): boolean => who.id === ''
