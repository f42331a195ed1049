import path from 'node:path'
import config from '@payload-config'
import { getPayload } from 'payload'
import { readEnv } from '../env.ts'
import { type PressContext } from './respond.ts'
import { openSearch, type PressSearch } from './search/search.ts'
import { payloadStore } from './store.ts'

let search: PressSearch | undefined

/** What `respond` needs, on the running installation's database. */
export async function pressContext(): Promise<PressContext> {
  const payload = await getPayload({ config })
  const { DATA_DIR, SECURITY_CONTACT, WEBSUB_HUB } = readEnv()
  const store = payloadStore(payload)
  search ??= openSearch(store, `file:${path.join(DATA_DIR, 'press-search.db')}`)
  return {
    store,
    search,
    now: () => new Date(),
    origin: payload.config.serverURL,
    securityContact: SECURITY_CONTACT,
    hub: WEBSUB_HUB,
    log: (error) => payload.logger.error({ err: error, msg: 'press room' }),
  }
}
