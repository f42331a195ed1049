// Writes the whole press room as files that any web server can serve: npm run export-site -- DIR
// May run while the server does. 0: done, 1: nothing was exported, with the reason in a sentence.
import { pressKit } from '../src/press-room/kit.ts'
import { publishedFile } from '../src/press-room/files.ts'
import { respond } from '../src/press-room/respond.ts'
import { pressRevision } from '../src/press-room/revision.ts'
import { addressesOf, asFiles } from '../src/press-room/site.ts'
import { payloadStore } from '../src/press-room/store.ts'
import { exportSite } from '../src/server/site/export.ts'
import { isStartProblem, StartProblem } from '../src/start-problem.ts'
import { openInstallation } from './lib/installation.ts'
import { settingsHere } from './lib/settings.ts'

const [folder, ...more] = process.argv.slice(2)
try {
  if (!folder || more.length > 0 || folder.startsWith('-'))
    throw new StartProblem('Say where to: npm run export-site -- DIR')
  const { SERVER_URL: origin, MEDIA_DIR: mediaDir, SECURITY_CONTACT } = settingsHere()
  const payload = await openInstallation()
  const store = asFiles(payloadStore(payload))
  const began = performance.now()
  const context = { store, now: () => new Date(), origin, securityContact: SECURITY_CONTACT }
  const { pages, files, bytes } = await exportSite(
    {
      origin,
      seeds: () => addressesOf(store),
      say: (line) => console.log(line),
      ports: {
        pressRevision: async () => String(await pressRevision(payload)),
        publishedFile: (pathname) => publishedFile(pathname, store, mediaDir),
        pressKit: (pathname) => pressKit(pathname, { store, origin, mediaDir }),
        respond: (request) => respond(request, context),
      },
    },
    folder,
  )
  await payload.destroy()
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(
    `${pages} pages and ${files} files, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds} s: ${folder}`,
  )
  process.exit(0)
} catch (error) {
  console.error(isStartProblem(error) ? error.message : error)
  process.exit(1)
}
