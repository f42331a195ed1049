import type { Payload } from 'payload'
import { importItems, type ImportReport } from '../../src/exchange/import.ts'
import { itemsOfFiles } from '../../src/exchange/json-values.ts'
import { payloadDesk } from '../../src/exchange/payload-desk.ts'
import { StartProblem } from '../../src/start-problem.ts'
import type { ImportWish } from './import-arguments.ts'
import type { Progress } from './import-progress.ts'
import { importerOf } from './importer.ts'
import { openInstallation } from './installation.ts'

/** Imports files into this installation. Throws `StartProblem` before anything has come in. */
export async function runImport(
  { files, check, as }: ImportWish,
  progress: Progress,
): Promise<ImportReport> {
  const payload = await openInstallation()
  try {
    await refuseOtherTables(payload)
    const user = await importerOf(payload, as)
    return await importItems(() => itemsOfFiles(files), payloadDesk({ payload, user }), {
      check,
      onProgress: (done) =>
        progress.now(
          `${check ? 'Checked' : 'Imported'} ${done.toLocaleString('en')} item${done === 1 ? '' : 's'} …`,
        ),
    })
  } finally {
    await payload.destroy()
  }
}

/** A database that this version hasn't opened yet lacks tables or columns. */
async function refuseOtherTables(payload: Payload): Promise<void> {
  try {
    await payload.db.find({ collection: 'open-items', limit: 1 })
  } catch (error) {
    throw new StartProblem(
      'The tables of this database are those of another version. Run npm start once, then import.',
      { cause: error },
    )
  }
}
