// In development the desk's REST would take every address under /api/ otherwise.
export { GET, HEAD } from '../../../[[...path]]/route.ts'

// Next reads this without running the file, so it can't come from the other one.
export const dynamic = 'force-dynamic'
