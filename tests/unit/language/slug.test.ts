import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugOf } from '@/language/slug.ts'

describe('the address of a text', () => {
  it.each([
    ['English', 'Consul’s visit: 3 talks & 2 signatures', 'consuls-visit-3-talks-2-signatures'],
    [
      'Norwegian',
      'Ambassaden åpner nytt kontor på Sørøya',
      'ambassaden-apner-nytt-kontor-pa-soroya',
    ],
    ['Danish', 'Æbler, øl og ål', 'aebler-ol-og-al'],
    ['Swedish', 'Åtta äpplen i Örebro', 'atta-applen-i-orebro'],
    ['German', 'Straße über die Brücke', 'strasse-uber-die-brucke'],
    ['French', 'L’été à la Noël, cœur à cœur', 'lete-a-la-noel-coeur-a-coeur'],
    ['Spanish', '¿Mañana? ¡Sí, mañana!', 'manana-si-manana'],
    ['Russian', 'Ещё один съезд в Щучинске', 'eshchyo-odin-sezd-v-shchuchinske'],
    ['Ukrainian', 'Ґанок і Їжак у Києві', 'ganok-i-yizhak-u-kiyevi'],
    [
      'Kazakh',
      'Әлем, Ғылым, Қала, Таң, Өнер, Ұлт, Үміт, Һәм, Іс',
      'alem-gylym-qala-tan-oner-ult-umit-ham-is',
    ],
    ['Arabic', 'زيارة ٢٠٢٦', 'zyara-2026'],
    ['decomposed letters', 'Sørøya å'.normalize('NFD'), 'soroya-a'],
  ])('%s is readable in Latin letters', (_language, headline, slug) => {
    expect(slugOf(headline)).toBe(slug)
  })

  it('is `text` where no letter is left', () => {
    expect(slugOf('')).toBe('text')
    expect(slugOf('— … —')).toBe('text')
    expect(slugOf('北京')).toBe('text')
  })

  it('is cut between words', () => {
    const slug = slugOf('delegations '.repeat(20))
    expect(slug).toBe('delegations-delegations-delegations-delegations-delegations-delegations')
    expect(slugOf('x'.repeat(200))).toBe('x'.repeat(80))
    expect(slugOf(`${'x'.repeat(80)} y`)).toBe('x'.repeat(80))
  })

  it('is always a possible part of an address, and stays the same when made of itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (headline) => {
        const slug = slugOf(headline)
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(slug.length).toBeLessThanOrEqual(80)
        expect(slugOf(slug)).toBe(slug)
      }),
    )
  })
})
