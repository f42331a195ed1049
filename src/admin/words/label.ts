import { en, type WordKey } from './en.ts'
import { kk } from './kk.ts'
import { nb } from './nb.ts'
import { ru } from './ru.ts'

/** A label in the desk's four languages; Payload picks by the person's setting. */
export function label(key: WordKey): { en: string; nb: string; kk: string; ru: string } {
  return { en: en[key], nb: nb[key], kk: kk[key], ru: ru[key] }
}

/** Options of a select field, labelled by `prefix-value`. */
export function options<
  Value extends string,
  Prefix extends
    | 'kind'
    | 'role'
    | 'state'
    | 'standing'
    | 'change'
    | 'item'
    | 'bundle'
    | 'mail'
    | 'mailed'
    | 'owed'
    | 'account'
    | 'term',
>(
  prefix: Prefix,
  values: readonly (Value & (`${Prefix}-${Value}` extends WordKey ? Value : never))[],
): { value: Value; label: ReturnType<typeof label> }[] {
  return values.map((value) => ({ value, label: label(`${prefix}-${value}` as WordKey) }))
}
