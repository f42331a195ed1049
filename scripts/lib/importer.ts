import type { Payload, TypedUser } from 'payload'
import { credentialsOf } from '../../src/desk/accounts/credentials.ts'
import { StartProblem } from '../../src/start-problem.ts'

const mostNamed = 10

/**
 * The account in whose name an import happens: that of the address, or the only editor where none is named. Throws
 * `StartProblem`.
 */
export async function importerOf(payload: Payload, email: string | null): Promise<TypedUser> {
  const found = await (email === null ? editors(payload) : accountOf(payload, email))
  if ((await credentialsOf(payload, found.id))?.disabled)
    throw new StartProblem(`The account ${found.email} is closed. Name another one with --as.`)
  return { ...found, collection: 'users' }
}

async function accountOf(payload: Payload, email: string) {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email.toLowerCase() } },
    limit: 1,
  })
  const [account] = docs
  if (!account) throw new StartProblem(`There is no account ${email} here.`)
  if (!account.roles.includes('editor'))
    throw new StartProblem(
      `${email} isn’t an editor, and only editors import. Name another account, or ask an administrator for the role.`,
    )
  return account
}

async function editors(payload: Payload) {
  const { docs, totalDocs } = await payload.find({
    collection: 'users',
    where: { roles: { in: ['editor'] } },
    sort: 'email',
    limit: mostNamed,
  })
  const [only] = docs
  if (!only)
    throw new StartProblem(
      'There is no editor here in whose name the items could come in. An administrator makes one on the desk.',
    )
  if (totalDocs === 1) return only
  const more = totalDocs > docs.length ? `, and ${totalDocs - docs.length} more` : ''
  throw new StartProblem(
    `There are ${totalDocs} editors here. Say in whose name the items come in, with --as and one of: ${docs.map((one) => one.email).join(', ')}${more}.`,
  )
}
