// In development the desk's REST would take every address under /api/ otherwise.
export { GET, HEAD } from '../../../[[...path]]/route.ts'

export const dynamic = 'force-dynamic'
