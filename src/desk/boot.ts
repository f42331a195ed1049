import config from '@payload-config'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { getPayload } from 'payload'
import { readEnv } from '../env.ts'
import type { Ports } from '../server/ports.ts'
import { publishedFile } from '../press-room/files.ts'
import { pressKit } from '../press-room/kit.ts'
import { respond } from '../press-room/respond.ts'
import { pressRevision } from '../press-room/revision.ts'
import { openSearch } from '../press-room/search/search.ts'
import { essentialsOf } from '../press-room/site.ts'
import { payloadStore } from '../press-room/store.ts'
import { forgetAttempts } from './accounts/attempts.ts'
import { takeOverAccounts } from './accounts/make.ts'
import { finishAccounts } from './accounts/plans.ts'
import { startClock } from './clock.ts'
import { addToFigures } from './figures/record.ts'
import { finishAll } from './finish.ts'
import { answerOutsider } from './link-page.ts'
import { mediaDirOf } from './media-dir.ts'
import { closeMemory } from './memory/reading.ts'
import { fileCarrier, smtpCarrier } from './outbox/carrier.ts'
import { startPost } from './outbox/send.ts'
import { startRechecks } from './rechecks.ts'
import { closePressSearch } from './press-search.ts'
import { repair } from './repair.ts'
import { closeIndex, readIndex } from './search/reading.ts'
import { setUp } from './set-up.ts'
import { startHub } from './websub.ts'
import { hasRoom, reserve } from './storage.ts'

/** How often acts are looked for that another process left unfinished. Milliseconds. */
const sweepEvery = 15_000

/**
 * Opens the database (migrating it), completes what a crash interrupted, sets up an empty installation, and hands
 * the server what it needs. Throws when any of it fails.
 */
export async function boot(): Promise<Ports> {
  const env = readEnv()
  // Passwords' hashes and unpublished texts: for nobody else on this machine.
  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o700 })
  if (env.DATABASE_URI.startsWith(`file:${env.DATA_DIR}${path.sep}`))
    mkdirSync(path.dirname(env.DATABASE_URI.slice('file:'.length)), {
      recursive: true,
      mode: 0o700,
    })
  const payload = await getPayload({ config })
  await repair(payload, env.DATABASE_URI.startsWith('file:'))
  await takeOverAccounts(payload)
  await setUp(payload, env)
  if (!(await hasRoom(payload)))
    process.stdout.write(
      `The disk is nearly full: nothing can be saved before ${reserve / 1024 / 1024} MB are free.\n`,
    )
  const sweep = setInterval(() => {
    Promise.all([finishAll(payload), finishAccounts(payload), forgetAttempts(payload)]).catch(
      (error: unknown) => payload.logger.error({ err: error, msg: 'sweep' }),
    )
  }, sweepEvery)
  sweep.unref()
  // So that the first question needn't wait for the index.
  void readIndex(payload).catch((error: unknown) =>
    payload.logger.error({ err: error, msg: 'The index of the search could not be opened.' }),
  )
  const stopClock = startClock(payload, () => new Date())
  const stopRechecks = startRechecks(payload, () => new Date())
  const carrier = env.SMTP_URL
    ? smtpCarrier(env.SMTP_URL)
    : fileCarrier(path.join(env.DATA_DIR, 'mail'), (file) =>
        payload.logger.info(`A mail was written to ${file}: no mail server is set (SMTP_URL).`),
      )
  const stopPost = startPost(payload, { carrier, from: env.MAIL_FROM }, () => new Date())
  const store = payloadStore(payload)
  const hub = env.WEBSUB_HUB
  const stopHub = hub
    ? startHub(payload, store, { address: hub, origin: env.SERVER_URL }, () => new Date())
    : async () => {}
  const search = openSearch(store, `file:${path.join(env.DATA_DIR, 'press-search.db')}`, (error) =>
    payload.logger.error({ err: error, msg: 'The index of the press room’s search' }),
  )
  // For the same reason.
  void search.ready()
  return {
    pressRevision: async () => String(await pressRevision(payload)),
    publishedFile: (pathname) => publishedFile(pathname, store, mediaDirOf(payload)),
    pressKit: (pathname) =>
      pressKit(pathname, { store, origin: env.SERVER_URL, mediaDir: mediaDirOf(payload) }),
    respond: (request) =>
      respond(request, {
        store,
        search,
        now: () => new Date(),
        origin: env.SERVER_URL,
        securityContact: env.SECURITY_CONTACT,
        hub,
      }),
    essentials: () => essentialsOf(store),
    tally: (seen) => addToFigures(payload, seen, new Date()),
    outside: (request) => answerOutsider(payload, request, new Date()),
    close: async () => {
      clearInterval(sweep)
      await stopClock()
      await stopRechecks()
      await stopPost()
      await stopHub()
      carrier.close()
      await closeIndex(payload)
      await closePressSearch(payload)
      await closeMemory(payload)
      await search.close()
      await payload.destroy()
    },
  }
}
