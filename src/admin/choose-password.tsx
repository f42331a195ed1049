import { MinimalTemplate } from '@payloadcms/next/templates'
import { ChoosePasswordForm } from './choose-password-form.tsx'

/** Opened by the link in a mail, by people who aren't signed in. The server sees no secret here. */
export function ChoosePassword() {
  return (
    <MinimalTemplate>
      <ChoosePasswordForm />
    </MinimalTemplate>
  )
}
