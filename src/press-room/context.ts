import config from '@payload-config'
import { getPayload } from 'payload'
import { readEnv } from '../env.ts'
import { type PressContext } from './respond.ts'
import { payloadStore } from './store.ts'

/** What `respond` needs, on the running installation's database. */
export async function pressContext(): Promise<PressContext> {
  const payload = await getPayload({ config })
  return {
    store: payloadStore(payload),
    now: () => new Date(),
    origin: payload.config.serverURL,
    securityContact: readEnv().SECURITY_CONTACT,
    log: (error) => payload.logger.error({ err: error, msg: 'press room' }),
  }
}
