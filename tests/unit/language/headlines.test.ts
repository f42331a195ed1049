import { describe, expect, it } from 'vitest'
import { nearlySame } from '@/language/headlines.ts'

describe('two headlines that a reader takes for one another', () => {
  it.each([
    ['The bridge opens', 'The bridge opens'],
    ['The bridge opens', 'the Bridge opens!'],
    ['Norway and Talvania sign energy agreement', 'Norway and Talvania sign an energy agreement'],
    ['Elbridge ferries sail again from Monday', 'Elbridge ferries sail again from Tuesday'],
    ['Қазақстан мен Норвегия келісімге қол қойды', 'Қазақстан мен Норвегия келісімге қол қойды.'],
    ['Новый мост откроется в пятницу утром', 'Новый мост откроется в пятницу'],
    ['Visum', 'visum'],
  ])('%s / %s', (one, other) => {
    expect(nearlySame(one, other)).toBe(true)
    expect(nearlySame(other, one)).toBe(true)
  })
})

describe('two headlines of their own', () => {
  it.each([
    ['', ''],
    ['The bridge opens', ''],
    ['Press briefing, week 41', 'Press briefing, week 42'],
    ['Ministry budget for 2026 adopted', 'Ministry budget for 2027 adopted'],
    ['Bridge opens', 'Bridge closes'],
    ['The bridge opens', 'A tunnel opens'],
    ['Statement on the elections in Halvoria', 'Statement on the floods in Talvania'],
    ['Ministermøte i Luxembourg', 'Ministermøte i Brussel'],
  ])('%s / %s', (one, other) => {
    expect(nearlySame(one, other)).toBe(false)
  })
})
