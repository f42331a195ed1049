import { randomUUID } from 'node:crypto'
import type { EmailAdapter } from 'payload'
import { z } from 'zod'
import { oweMail } from './rows.ts'

const message = z.looseObject({
  to: z.string(),
  subject: z.string(),
  text: z.string().optional(),
  html: z.string().optional(),
})

/** What Payload and the accounts mail goes through the outbox too: kept until it was sent, and told nowhere else. */
export const outboxMail: EmailAdapter = ({ payload }) => ({
  name: 'outbox',
  // The sender is set where mails are sent.
  defaultFromAddress: 'noreply@localhost',
  defaultFromName: 'Communiqué',
  sendEmail: async (mail) => {
    const { to, subject, text = '', html = '' } = message.parse(mail)
    await oweMail(payload, {
      key: randomUUID(),
      what: 'account',
      receiver: '',
      receiverName: '',
      dueAt: new Date().toISOString(),
      facts: { kind: 'ready', to, subject, text, html },
    })
  },
})
