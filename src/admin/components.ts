import type { CollectionConfig } from 'payload'
import type { DeskType } from '../workflow/states.ts'

type Components = NonNullable<NonNullable<CollectionConfig['admin']>['components']>

/** What every desk collection shows besides Payload's own form. */
export function deskComponents(type: DeskType): Components {
  return {
    edit: {
      beforeDocumentControls: [
        { path: '/src/admin/workflow-bar.tsx#WorkflowBar', serverProps: { type } },
      ],
    },
    // Stands under the title of a document, and above a list, where it shows nothing.
    Description: { path: '/src/admin/notices.tsx#Notices', serverProps: { type } },
  }
}
