import type { CollectionConfig } from 'payload'

type Components = NonNullable<NonNullable<CollectionConfig['admin']>['components']>

/** What every desk collection shows besides Payload's own form. */
export const deskComponents: Components = {
  edit: {
    beforeDocumentControls: ['/src/admin/workflow-bar.tsx#WorkflowBar'],
  },
}
