import type { EmailAdapter } from 'payload'

/**
 * Stands in until a mail server can be configured: Payload's own stand-in prints whole mails, reset tokens included,
 * to the log. This one says that a mail was not sent, and nothing of what it said.
 */
export const noMail: EmailAdapter = ({ payload }) => ({
  name: 'none',
  defaultFromAddress: 'noreply@mission.example',
  defaultFromName: 'Communiqué',
  sendEmail: () => {
    payload.logger.warn('A mail was not sent: no mail server is configured.')
    return Promise.resolve()
  },
})
