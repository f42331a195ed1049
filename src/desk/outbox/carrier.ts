import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import nodemailer from 'nodemailer'
import type { Letter } from './letters.ts'

export interface Envelope extends Letter {
  to: string
  from: string
  /** The same for every attempt, so that mail programs take a second copy for the first. */
  messageId: string
}

/** Hands a mail over. Throws when it was not taken. */
export interface Carrier {
  carry: (mail: Envelope) => Promise<void>
  close: () => void
}

/** Through a mail server (RFC 5321). */
export function smtpCarrier(url: string): Carrier {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    dnsTimeout: 10_000,
    // What a mail shows is in it: nothing is fetched or read from the disk on its behalf.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    carry: async (mail) => {
      await transport.sendMail(mail)
    },
    close: () => transport.close(),
  }
}

/** Into a folder, where no mail server is configured. `say`: told the name of each file, and nothing of what it says. */
export function fileCarrier(folder: string, say: (file: string) => void): Carrier {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true })
  return {
    carry: async (mail) => {
      const { message } = await composer.sendMail(mail)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-')
      const file = path.join(folder, `${stamp}-${randomUUID().slice(0, 8)}.eml`)
      // Nobody finds half a mail.
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 })
      await rename(`${file}.part`, file)
      say(file)
    },
    close: () => composer.close(),
  }
}

/** Whether the receiver's address itself was refused for good (RFC 5321, 4.2.1): trying again would change nothing. */
export function isRefusedForGood(error: unknown): boolean {
  const { code, command, responseCode } = error as {
    code?: unknown
    command?: unknown
    responseCode?: unknown
  }
  return (
    code === 'EENVELOPE' &&
    command === 'RCPT TO' &&
    typeof responseCode === 'number' &&
    responseCode >= 500
  )
}

/** What is kept of a failure: its code, and never an address or a password. */
export function problemOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const parts = [code, responseCode].filter(
    (one) => typeof one === 'string' || typeof one === 'number',
  )
  return parts.length > 0 ? parts.join(' ') : 'unknown'
}
