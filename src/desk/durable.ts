import { open } from 'node:fs/promises'

/** Files and folders that are still there after a power cut. */

export async function writeDurably(at: string, data: Buffer): Promise<void> {
  const file = await open(at, 'wx')
  try {
    await file.writeFile(data)
    await file.sync()
  } finally {
    await file.close()
  }
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export async function exists(folder: string): Promise<boolean> {
  try {
    await (await open(folder, 'r')).close()
    return true
  } catch {
    return false
  }
}
