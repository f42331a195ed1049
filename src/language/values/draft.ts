import type { NumberValue, Unit, Weight } from './value.ts'

/** A number before its unit is known. `end`: index of the token behind it. */
export interface Draft {
  end: number
  own: readonly number[]
  foreign: readonly number[]
  weight: Weight
  form: NumberValue['form']
  ordinal?: boolean
  ambiguous?: boolean
  unformatted?: boolean
  clock?: number | null
  unit?: Unit
}
