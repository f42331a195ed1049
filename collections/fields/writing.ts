import type { UIField } from 'payload'
import { label } from '../../src/admin/words/label.ts'
import type { TextType } from '../../src/workflow/states.ts'
import { beside } from './beside.ts'

/** What helps people while they type. No fields of their own: nothing of it is stored. */
function helper(name: 'writing' | 'checks' | 'term', component: string, type: TextType): UIField {
  return {
    name,
    type: 'ui',
    label: label(name),
    admin: {
      disableListColumn: true,
      components: { Field: { path: component, clientProps: { type } } },
    },
  }
}

/** Over the text: what was typed and not saved, who else is there, and whether the desk can be reached. */
export function writing(type: TextType): UIField {
  return helper('writing', '/src/admin/writing/writing.tsx#Writing', type)
}

/** Beside it: what it still lacks. */
export function checks(type: TextType): UIField {
  return beside(
    helper('checks', '/src/admin/writing/requirements-panel.tsx#RequirementsPanel', type),
  )
}

/** Beside it as well: what becomes of words that are selected. */
export function addTerm(type: TextType): UIField {
  return beside(helper('term', '/src/admin/writing/add-term.tsx#AddTerm', type))
}
