import { label } from '../../src/admin/words/label.ts'
import { deskTypes } from '../../src/workflow/states.ts'

/** What a row is of: a release, a translation, a contact, an image or a document. */
export const typeOptions = deskTypes.map((value) => ({ value, label: label(value) }))
