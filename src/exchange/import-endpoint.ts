import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { answer, bodyOf } from '../desk/rest.ts'
import { importItems } from './import.ts'
import { editorOf } from './importer.ts'
import { itemsOfValue } from './json-values.ts'
import { payloadDesk } from './payload-desk.ts'

/** So that a request is answered before anybody in between gives up; files of more go through the command. */
const mostItems = 500

/** `POST /api/releases/import`: one ninjs item or an array of them, as an editor. `?check=true` changes nothing. */
export const importEndpoint: Endpoint = {
  method: 'post',
  path: '/import',
  handler: (req) => answer(() => importBody(req)),
}

async function importBody(req: PayloadRequest): Promise<Response> {
  const importer = editorOf(req)
  const check = checkOf(req)
  const json = await bodyOf(req, 'one ninjs item, or an array of them')
  refuseUnfit(json)
  const report = await importItems(() => itemsOfValue('request', json), payloadDesk(importer), {
    check,
  })
  if (report.refused < report.items.length) return Response.json(report)
  throw new APIError(
    report.items.length === 1
      ? (report.items[0]?.problems.join(' ') ?? '')
      : 'None of the items can be imported. Look at what is said of each.',
    422,
    report,
  )
}

function checkOf({ searchParams }: PayloadRequest): boolean {
  const asked = searchParams.get('check')
  if (asked === null || asked === 'false') return false
  if (asked === 'true') return true
  throw new APIError('check must be true or false, or be left out.', 422)
}

function refuseUnfit(json: unknown): void {
  if (json === null || typeof json !== 'object')
    throw new APIError('Send one ninjs item, or an array of them.', 422)
  if (!Array.isArray(json)) return
  if (json.length === 0)
    throw new APIError('There is no item in the array. Send one at least.', 422)
  if (json.length > mostItems)
    throw new APIError(
      `Send at most ${mostItems} items at once, not ${json.length}; for more there is the command npm run import.`,
      422,
    )
}
