import type { PayloadRequest } from 'payload'
import { APIError } from 'payload'
import { z } from 'zod'
import type { Person } from '../workflow/situation.ts'
import { requirePerson } from './person.ts'

/** What every route of the desk has in common. */

/** Errors in Payload's shape. What isn't ours to explain goes on to Payload, which logs it. */
export async function answer(handler: () => Promise<Response>): Promise<Response> {
  try {
    return await handler()
  } catch (error) {
    if (!(error instanceof APIError) || error.status === 500) throw error
    return Response.json(
      { errors: [{ message: error.message, data: error.data as unknown }] },
      { status: error.status },
    )
  }
}

export function idOf(req: PayloadRequest): string {
  return z.string().parse(req.routeParams?.id)
}

export function signedIn(req: PayloadRequest): Person {
  return requirePerson(req.user, 'Sign in first.')
}

export const missing = () => new APIError('There is no such document.', 404)

/** The JSON of a request. `example`: what to send instead. */
export async function bodyOf(
  req: PayloadRequest,
  example = '{"revision": n, …}',
): Promise<unknown> {
  try {
    return await req.json?.()
  } catch {
    throw new APIError(`The body isn’t JSON. Send ${example}.`, 400)
  }
}

/** A body that isn't what the route takes. */
export function incomplete(error: z.ZodError): APIError {
  return new APIError(`The request isn’t complete: ${z.prettifyError(error)}`, 422, {
    problems: error.issues.map((issue) => ({
      requirement: 'input',
      level: 'blocker',
      field: issue.path.join('.'),
      message: issue.message,
    })),
  })
}
