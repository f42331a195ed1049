import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Language, languageTags } from '@/language/languages.ts'
import { valuesOf } from '@/language/values/read.ts'

const runs = 60
const read = (text: string, lang: Language) => valuesOf({ kind: 'paragraph', text }, lang)

/** A word that counts nothing, so that the amount stands as in running text. */
const around: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['We counted ', ' trees.'],
  nb: ['Vi telte ', ' trær.'],
  nn: ['Vi talde ', ' tre.'],
  da: ['Vi talte ', ' træer.'],
  sv: ['Vi räknade ', ' träd.'],
  de: ['Wir zählten ', ' Bäume.'],
  fr: ['Nous avons compté ', ' arbres.'],
  es: ['Contamos ', ' árboles.'],
  kk: ['Біз ', ' ағаш санадық.'],
  ru: ['Мы насчитали ', ' деревьев.'],
  uk: ['Ми нарахували ', ' дерев.'],
  ar: ['أحصينا ', ' شجرة.'],
}

describe.each(languageTags)('what %s writes by its own rules', (lang) => {
  const [before, after] = around[lang]

  it('as an amount reads as that amount', () => {
    const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 2 })
    const amount = fc.oneof(
      fc.integer({ min: 20, max: 999 }),
      fc.integer({ min: 10_000, max: 999_999_999 }),
      // A time is written like it: 12.30.
      fc.integer({ min: 6100, max: 999_999 }).map((hundredths) => hundredths / 100),
    )
    fc.assert(
      fc.property(amount, (value) => {
        const numbers = read(before + format.format(value) + after, lang).flatMap((one) =>
          one.kind === 'number' ? one.own : [],
        )
        expect(numbers).toContain(value)
      }),
      { numRuns: runs },
    )
  })
})

/** Of Arabic only the digits are read. */
const withDates = languageTags.filter((lang) => lang !== 'ar')

describe.each(withDates)('what %s writes by its own rules', (lang) => {
  it('as a long date reads as that date', () => {
    const format = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' })
    const day = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(day, (date) => {
        const dates = read(format.format(date), lang).flatMap((one) =>
          one.kind === 'date' ? one.own : [],
        )
        expect(dates).toContainEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        })
      }),
      { numRuns: runs },
    )
  })
})
