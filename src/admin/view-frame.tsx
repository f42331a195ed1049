import { DefaultTemplate } from '@payloadcms/next/templates'
import { SetStepNav } from '@payloadcms/ui'
import type { ComponentProps, ReactNode } from 'react'
import type { ViewProps } from './view-props.ts'

type Template = ComponentProps<typeof DefaultTemplate>

/** Payload's own frame around a view of ours: navigation, account, and where one is. */
export function AdminFrame({
  initPageResult,
  params,
  searchParams,
  title = '',
  children,
}: ViewProps & { title?: string; children?: ReactNode }) {
  // Payload hands on more than its types say of a view.
  const { req, locale, permissions, visibleEntities } = initPageResult as unknown as Pick<
    Template,
    'locale' | 'permissions' | 'visibleEntities'
  > & {
    req: Pick<Template, 'payload' | 'i18n' | 'user'>
  }
  const frame = {
    i18n: req.i18n,
    locale,
    params,
    payload: req.payload,
    permissions,
    searchParams,
    user: req.user,
    // React freezes what it hands on, and Payload writes to it.
    visibleEntities: { ...visibleEntities },
  } as Template
  return (
    <DefaultTemplate {...frame}>
      <SetStepNav nav={[{ label: title }]} />
      {children}
    </DefaultTemplate>
  )
}
