import { describe, expect, it } from 'vitest'
import { findInvisible, findMixedScript } from '@/language/scripts.ts'

const cyrillicM = 'М'
const latinI = 'i'

describe('words of two scripts', () => {
  it.each([
    ['a Cyrillic М before Latin letters', `The ${cyrillicM}inistry said`, [`${cyrillicM}inistry`]],
    ['a Cyrillic о inside', 'in Nоrway', ['Nоrway']],
    ['a Latin i in a Kazakh word', `қаз${latinI}рг${latinI} кезде`, [`қаз${latinI}рг${latinI}`]],
    ['a Latin H before Cyrillic letters', 'в Hорвегии', ['Hорвегии']],
    ['a Latin K before Kazakh letters', 'Kазақстан', ['Kазақстан']],
    ['a Latin schwa in a Kazakh word', 'əлем', ['əлем']],
    ['a Norwegian ø for a Kazakh ө', 'øнер', ['øнер']],
    ['a Latin a at the end', 'Осл oдa', ['oдa']],
    ['both halves of a chemical formula', 'выбросы CО₂', ['CО']],
    ['a Greek omicron', 'Mοсква', ['Mοсква']],
    ['a Greek capital', 'Τокио', ['Τокио']],
    ['letters to and fro', 'Eqиnor', ['Eqиnor']],
    ['Cyrillic, Latin, Cyrillic', 'доwнлоад', ['доwнлоад']],
    ['an accent on the letter in question', 'Nо́rway', ['Nо́rway']],
    ['decomposed letters', 'Mё́д', ['Mё́д']],
    ['two of them, in their order', 'Hа и oн', ['Hа', 'oн']],
  ])('%s', (_what, text, expected) => {
    expect(findMixedScript(text)).toEqual(expected)
  })

  it.each([
    ['English', 'The Ministry of Foreign Affairs met at 10 a.m.'],
    ['Norwegian', 'Ambassaden åpner på Sørøya, og æren er vår.'],
    ['Russian', 'Посол Норвегии прибыл в Астану в пять часов.'],
    ['Kazakh', 'Қазақстан мен Норвегия арасындағы іскерлік байланыстар өсуде, әрине.'],
    ['Ukrainian', 'Її ґанок стоїть біля річки.'],
    ['a name with a Kazakh ending and a hyphen', 'Equinor-дың жаңа жобасы, NATO-ның шешімі'],
    ['a name with a Kazakh ending and none', 'Equinorдың жаңа жобасы, Telegramда'],
    ['a name with a Russian ending', 'в Facebook’е и на YouTube’е'],
    ['a foreign word with a native part', 'IT-компания, SMS-хабарлама, 3D-принтер, Wi-Fi-сеть'],
    ['an abbreviation with a Kazakh ending', 'SMSті жіберу, CNNнің хабарлауынша'],
    ['a micrometre', '5 µm, 5 μm og 5 мкм'],
    ['degrees', '−5 °C, −5 °С, 20 °F'],
    ['Greek letters of formulas', 'Δx = λ/2, α-частица, γ-излучение, Ω'],
    ['Roman numbers', 'в XX веке, XIX ғасыр, II-бап'],
    ['addresses', 'press@mfa.kz-ке жазыңыз, https://www.mfa.gov.kz/ru сайты'],
    ['names of files', 'отчёт_v2.pdf и plan-2026.docx'],
    ['Arabic beside Latin', 'وزارة NATO الخارجية'],
    ['a stress mark', 'за́мок и замо́к'],
    ['nothing', ''],
  ])('none in %s', (_what, text) => {
    expect(findMixedScript(text)).toEqual([])
  })
})

describe('characters that can’t be seen', () => {
  it.each([
    ['\u200B', 'U+200B zero width space'],
    ['\u2060', 'U+2060 word joiner'],
    ['\uFEFF', 'U+FEFF byte order mark'],
    ['\u00AD', 'U+00AD soft hyphen'],
    ['\u202A', 'U+202A left-to-right embedding'],
    ['\u202B', 'U+202B right-to-left embedding'],
    ['\u202C', 'U+202C pop directional formatting'],
    ['\u202D', 'U+202D left-to-right override'],
    ['\u202E', 'U+202E right-to-left override'],
    ['\u2066', 'U+2066 left-to-right isolate'],
    ['\u2067', 'U+2067 right-to-left isolate'],
    ['\u2068', 'U+2068 first strong isolate'],
    ['\u2069', 'U+2069 pop directional isolate'],
  ])('%j are called by name, once', (character, name) => {
    expect(findInvisible(`a${character}b${character}`)).toEqual([name])
  })

  it('are all named', () => {
    expect(findInvisible('a\u202Eb\u200Bc')).toEqual([
      'U+200B zero width space',
      'U+202E right-to-left override',
    ])
  })

  it.each([
    ['hard and narrow spaces', '5\u00A0000\u202F000'],
    ['joiners of Arabic and of emoji', 'می\u200Cخواهم 👩\u200D🚀'],
    ['direction marks', 'عدد\u200F 5\u200E'],
    ['line breaks and tabs', 'one\n\ttwo'],
    ['combining marks', 'e\u0301 и\u0306'],
    ['nothing', ''],
  ])('%s are none', (_what, text) => {
    expect(findInvisible(text)).toEqual([])
  })
})
