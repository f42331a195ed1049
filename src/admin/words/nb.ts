import { en, type Words } from './en.ts'

export const nb: Words = en
