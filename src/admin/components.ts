import type { CollectionConfig } from 'payload'
import { type DeskType, isText } from '../workflow/states.ts'

type Components = NonNullable<NonNullable<CollectionConfig['admin']>['components']>

/** A page of its own beside the form: what has changed, and the notes beside their passages. */
function reviewView(type: DeskType) {
  return {
    Component: { path: '/src/admin/review.tsx#Review', serverProps: { type } },
    path: '/review' as const,
    tab: {
      label: ({ t }: { t: (key: string) => string }) => t('desk:review'),
      href: '/review',
      // After Payload's own form, before its versions.
      order: 150,
    },
  }
}

/** The real page of the draft, and who outside can see it. */
function previewView(type: DeskType) {
  return {
    Component: { path: '/src/admin/preview.tsx#Preview', serverProps: { type } },
    path: '/preview' as const,
    tab: {
      label: ({ t }: { t: (key: string) => string }) => t('desk:preview'),
      href: '/preview',
      order: 160,
    },
  }
}

/** A translation beside its original, segment by segment. */
const translate = {
  Component: '/src/admin/translate/translate.tsx#Translate',
  path: '/translate',
  tab: {
    label: ({ t }: { t: (key: string) => string }) => t('desk:translate'),
    href: '/translate',
    order: 140,
  },
} as const

/** Who may know of a release and its family. */
const whoSees = {
  Component: '/src/admin/who-sees.tsx#WhoSees',
  path: '/who-sees',
  tab: {
    label: ({ t }: { t: (key: string) => string }) => t('desk:whoSees'),
    href: '/who-sees',
    order: 210,
  },
} as const

/** A tab beside Payload's own. */
const timeline = {
  Component: '/src/admin/timeline.tsx#Timeline',
  path: '/timeline',
  tab: {
    href: '/timeline',
    // Payload hands on no language here, only its words, of which this is one of ours.
    label: ({ t }: { t: (key: string) => string }) => t('desk:timeline'),
    order: 200,
  },
} as const

function textViews(type: DeskType) {
  const views = { review: reviewView(type), preview: previewView(type), timeline }
  return type === 'release' ? { ...views, whoSees } : { translate, ...views }
}

/** What every desk collection shows besides Payload's own form. */
export function deskComponents(type: DeskType): Components {
  return {
    edit: {
      beforeDocumentControls: [
        { path: '/src/admin/workflow-bar.tsx#WorkflowBar', serverProps: { type } },
      ],
    },
    ...(isText(type) ? { views: { edit: textViews(type) } } : {}),
    // Stands under the title of a document, and above a list, where it shows nothing.
    Description: { path: '/src/admin/notices.tsx#Notices', serverProps: { type } },
  }
}
