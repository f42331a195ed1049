import { pressContext } from '@/press-room/context.ts'
import { respond } from '@/press-room/respond.ts'

export const dynamic = 'force-dynamic'

// In production the server answers public URLs without Next (src/server); this is their way in development.
export async function GET(request: Request): Promise<Response> {
  return respond(request, await pressContext())
}

export const HEAD = GET
