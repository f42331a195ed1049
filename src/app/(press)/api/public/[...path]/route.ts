// In development the desk's REST would take every address under /api/ otherwise.
export { dynamic, GET, HEAD } from '../../../[[...path]]/route.ts'
