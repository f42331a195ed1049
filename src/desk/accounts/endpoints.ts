import type { Endpoint, PayloadRequest } from 'payload'
import { answer } from '../rest.ts'
import {
  changeAccount,
  disable,
  enable,
  invite,
  inviteAgain,
  revokeInvitation,
  takeFactor,
} from './administration.ts'
import { choosePassword, forgotPassword, lookAtLink } from './links.ts'
import {
  changePassword,
  confirmFactor,
  dropFactor,
  endOthers,
  endOwnSession,
  me,
  offerFactor,
  ownAccount,
  refresh,
  renewRecovery,
  signOut,
} from './own.ts'
import { signIn } from './sign-in.ts'

const route = (
  method: Endpoint['method'],
  path: string,
  act: (req: PayloadRequest) => Promise<Response>,
): Endpoint => ({ method, path, handler: (req) => answer(() => act(req)) })

/** Under `/api/users`; matched before Payload's own. */
export const accountEndpoints: Endpoint[] = [
  route('post', '/login', signIn),
  route('post', '/logout', signOut),
  route('post', '/refresh-token', refresh),
  route('get', '/me', me),
  route('post', '/forgot-password', forgotPassword),
  route('post', '/look-at-link', lookAtLink),
  route('post', '/choose-password', choosePassword),
  route('post', '/', invite),
  route('patch', '/:id', changeAccount),
  route('post', '/:id/invite-again', inviteAgain),
  route('post', '/:id/revoke-invitation', revokeInvitation),
  route('post', '/:id/disable', disable),
  route('post', '/:id/enable', enable),
  route('post', '/:id/take-second-factor', takeFactor),
]

/** Under `/api`: of the person who asks. */
export const ownAccountEndpoints: Endpoint[] = [
  route('get', '/my-account', ownAccount),
  route('post', '/my-account/password', changePassword),
  route('post', '/my-account/second-factor', offerFactor),
  route('post', '/my-account/second-factor/confirm', confirmFactor),
  route('post', '/my-account/second-factor/drop', dropFactor),
  route('post', '/my-account/recovery-codes', renewRecovery),
  route('delete', '/my-account/sessions', endOthers),
  route('delete', '/my-account/sessions/:id', endOwnSession),
]
