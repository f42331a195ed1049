/** What a text says, in the writing of `show`. */
export type Rows = Readonly<Record<string, string>>

/** Texts of one language and what they say, for a native speaker to proof-read. */
export interface Examples {
  digits: Rows
  words: Rows
  ordinals: Rows
  amounts: Rows
  money: Rows
  dates: Rows
  times: Rows
  decades: Rows
  /** Turns of speech that say no number which the other side would have to say. */
  idioms: readonly string[]
}
