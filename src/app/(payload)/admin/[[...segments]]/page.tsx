import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { headers } from 'next/headers.js'
import { redirect } from 'next/navigation.js'
import { getPayload } from 'payload'
import { waitsForFactor } from '../../../../desk/person.ts'
import { importMap } from '../importMap.js'

interface Args {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export function generateMetadata({ params, searchParams }: Args): Promise<Metadata> {
  return generatePageMetadata({ config, params, searchParams })
}

export default async function Page({ params, searchParams }: Args) {
  // Where Payload leads those who may see nothing: somebody without their second factor is led on.
  const { segments = [] } = (await params) as { segments?: string[] }
  if (segments[0] === 'unauthorized') await leadToSecondFactor()
  return RootPage({ config, params, searchParams, importMap })
}

async function leadToSecondFactor(): Promise<void> {
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers: await headers() })
  if (waitsForFactor(user)) redirect('/admin/signing-in')
}
