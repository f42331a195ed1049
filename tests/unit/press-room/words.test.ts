import { describe, expect, it } from 'vitest'
import { languageTags } from '@/language/languages.ts'
import { contrast, readableOn } from '@/press-room/colour.ts'
import { mailHref, publicHref, telephoneHref } from '@/press-room/links.ts'
import { wordsFor } from '@/press-room/words/words.ts'

describe('the words of the press room', () => {
  it.each(languageTags)('%s says everything, in its own words', (language) => {
    const words = wordsFor(language)
    const said = Object.entries(words).map(([key, value]) => [
      key,
      typeof value === 'function' ? value('§') : JSON.stringify(value),
    ])
    for (const [key, value] of said) expect(value, key).toMatch(/\S/)
    const takesWords = Object.entries(words).filter(([, value]) => typeof value === 'function')
    for (const [key, value] of takesWords) {
      expect((value as (one: string) => string)('§'), key).toContain('§')
    }
    if (language !== 'en') expect(words.notFoundText).not.toBe(wordsFor('en').notFoundText)
  })
})

describe('the mission’s colour', () => {
  it.each([
    ['#ffffff', '#000000', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
  ])('%s on %s has a contrast of %f', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1)
  })

  it.each(['#1f4e79', '#ffff00', '#000000', '#ffffff', '#c8102e', '#00a3e0', 'no colour'])(
    '%s can be read on paper and in the dark',
    (colour) => {
      for (const background of ['#fcfbf8', '#f3f0e8', '#15171b', '#1e2126', '#ffffff']) {
        expect(contrast(readableOn(background, colour), background)).toBeGreaterThanOrEqual(4.5)
      }
    },
  )

  it('stays as it is where it can be read', () => {
    expect(readableOn('#ffffff', '#7A1F3D')).toBe('#7a1f3d')
  })
})

describe('what becomes a link', () => {
  it.each([
    ['+7 7172 55-01-10', 'tel:+77172550110'],
    ['+47 (0)22 24 36 00', 'tel:+4722243600'],
    ['22 24 36 00 ext. 12', 'tel:22243600'],
    ['by appointment', null],
    ['', null],
  ])('the number %j: %s', (number, href) => {
    expect(telephoneHref(number)).toBe(href)
  })

  it.each([
    ['press@halvoria.example', 'mailto:press@halvoria.example'],
    ['a@b?cc=c@d', null],
    ['press at halvoria', null],
  ])('the mailbox %j: %s', (address, href) => {
    expect(mailHref(address)).toBe(href)
  })

  it.each([
    ['https://example.org', 'https://example.org/'],
    ['HTTP://example.org/a b', 'http://example.org/a%20b'],
    ['JaVaScRiPt:alert(1)', null],
    ['\tjavascript:alert(1)', null],
    ['//example.org', null],
    ['file:///etc/passwd', null],
    ['blob:https://example.org/1', null],
  ])('the address %j: %s', (address, href) => {
    expect(publicHref(address)).toBe(href)
  })
})
