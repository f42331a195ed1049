import { type Access, NotFound, type Payload, type PayloadRequest } from 'payload'
import type { Refusal } from '../workflow/refusals.ts'
import type { Person, Subject } from '../workflow/situation.ts'
import type { DeskType, Role } from '../workflow/states.ts'
import { refusalsOfChange, refusalsOfDeletion } from '../workflow/transitions.ts'
import { rolesOf } from './access.ts'
import { type DeskDoc, loadDoc } from './documents.ts'
import { personOf } from './person.ts'
import { isHiddenFrom } from './restrictions.ts'
import { factsOf } from './situation.ts'

/**
 * Access to one document by the rules of the workflow, so that the admin shows what is closed as closed. The hooks
 * ask the same rules before and after, and answer a request with the sentence that says why: `asked` names what they
 * let pass, so that somebody else's act in between is not answered with a bare 403.
 */
export function mayChange(type: DeskType, ...roles: Role[]): Access {
  return async ({ req, id }) =>
    rolesOf(req).some((role) => roles.includes(role)) &&
    (id === undefined || (await isOpen(req, type, id, changeOf)))
}

/** One document at a time: without an id nobody may, so that the admin offers no deletion of many. */
export function mayDelete(type: DeskType): Access {
  return async ({ req, id }) =>
    id !== undefined && rolesOf(req).includes('editor') && (await isOpen(req, type, id, deletionOf))
}

/** `seen`: the revision that the person decided on, where they said it. */
type Asking = (payload: Payload, actor: Person, doc: DeskDoc, seen?: number) => Promise<Asked>

interface Asked {
  subject: Subject
  refusals: Refusal[]
}

/** What speaks against changing a document now. */
export const changeOf: Asking = async (payload, actor, doc) => {
  const { subject } = await factsOf(payload, doc)
  return { subject, refusals: refusalsOfChange(actor, subject) }
}

/** What speaks against deleting a document, asked with everything that hangs on it. */
export const deletionOf: Asking = async (payload, actor, doc, seen) => {
  const { subject } = await factsOf(payload, doc)
  const { totalDocs } =
    doc.type === 'release'
      ? await payload.db.count({
          collection: 'translations',
          where: { release: { equals: doc.id } },
        })
      : { totalDocs: 0 }
  return { subject, refusals: refusalsOfDeletion(actor, subject, totalDocs, seen) }
}

async function isOpen(
  req: PayloadRequest,
  type: DeskType,
  id: string | number,
  ask: Asking,
): Promise<boolean> {
  const actor = personOf(req.user)
  if (!actor) return false
  if (req.context?.asked === id) return true
  const doc = await loadDoc(req.payload, type, String(id))
  // What doesn't exist is Payload's to answer: 404.
  if (!doc) return true
  if (await isHiddenFrom(req.payload, actor.id, doc)) throw new NotFound(req.t)
  return (await ask(req.payload, actor, doc)).refusals.length === 0
}
