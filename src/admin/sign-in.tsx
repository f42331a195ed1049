import { getSafeRedirect } from 'payload/shared'
import { SignInForm } from './sign-in-form.tsx'

/** Stands in Payload's page for signing in, in the place of its form, which knows no second factor. */
export function SignIn({
  searchParams,
}: {
  searchParams?: Record<string, string | string[] | undefined>
}) {
  const redirectTo = getSafeRedirect({
    fallbackTo: '/admin',
    redirectTo: searchParams?.redirect ?? '',
  })
  return <SignInForm next={redirectTo} />
}
