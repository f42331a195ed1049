import config from '@payload-config'
import { getPayload } from 'payload'
import { type PressContext } from './respond.ts'
import { payloadStore } from './store.ts'

/** What `respond` needs, on the running installation's database. */
export async function pressContext(): Promise<PressContext> {
  const payload = await getPayload({ config })
  return {
    store: payloadStore(payload),
    now: () => new Date(),
    origin: payload.config.serverURL,
    log: (error) => payload.logger.error({ err: error, msg: 'press room' }),
  }
}
