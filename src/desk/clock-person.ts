import type { Person } from '../workflow/situation.ts'

/** Who acts when nobody does. No account has this role. */
export const theClock: Person = {
  id: 'clock',
  name: 'Clock',
  roles: ['clock'],
  writes: [],
  reviews: [],
}
