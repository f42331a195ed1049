import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { textOfFile } from '@/exchange/file-text.ts'
import { readTmx } from '@/exchange/memory/tmx-read.ts'
import { readTbx } from '@/exchange/terms/tbx-read.ts'
import { readXliff } from '@/exchange/xliff/xliff-read.ts'
import { textOfPieces } from '@/language/tagged.ts'

/** Files in the shape in which other programs write them. */

const sample = (name: string): string =>
  textOfFile(new Uint8Array(readFileSync(`tests/samples/${name}`)))

describe('a file as another program writes it', () => {
  it.each([
    ['trados.sdlxliff', 'nb-NO', [['a', 'Den <1>gamle</1> broen stenges. Den nye åpner.']]],
    ['memoq.mqxliff', 'no', [['a', 'Spør <1>ambassaden</1>.']]],
    ['okapi.xlf', 'nb', [['a', '<1>Ferger går. Hele \u001Fdagen.</1>']]],
  ])('is read: %s', (name, target, expected) => {
    const [file] = readXliff(sample(name))
    expect(file?.original).toBe('communique:translation:1')
    expect(file?.target).toBe(target)
    expect(file?.units.map(({ id, parts }) => [id, parts.map(textOfPieces).join('|')])).toEqual(
      expected,
    )
    expect(file?.units.every(({ unknown }) => unknown === null)).toBe(true)
  })

  it.each([
    [
      'omegat.tmx',
      ['The <f0>bridge</f0> opens. | <f0>Broen</f0> åpner.', 'It is open. | Den er åpen.'],
    ],
    ['trados.tmx', ['The bridge opens. | Broen åpner «nå».']],
  ])('is read: %s', (name, expected) => {
    const { units, left } = readTmx(sample(name), ['en', 'nb'])
    expect(units.map(({ source, target }) => `${source.text} | ${target.text}`)).toEqual(expected)
    expect(left).toBe(0)
  })

  it.each([
    [
      'multiterm.tbx',
      [
        ['en', 'Ministry of Foreign Affairs', [], ['Foreign Office']],
        ['nb', 'Utenriksdepartementet', ['UD'], []],
      ],
    ],
    [
      'translate-toolkit.tbx',
      [
        ['en', 'embassy', [], []],
        ['kk', 'елшілік', [], []],
      ],
    ],
  ])('is read: %s', (name, expected) => {
    const [term] = readTbx(sample(name))
    expect(term?.problems).toEqual([])
    expect(
      term?.entry.forms.map(({ language, form, also, forbidden }) => [
        language,
        form,
        also,
        forbidden,
      ]),
    ).toEqual(expected)
  })
})
