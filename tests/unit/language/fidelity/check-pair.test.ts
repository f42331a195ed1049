import { describe, expect, it } from 'vitest'
import { checkPair } from '@/language/fidelity/check-pair.ts'
import type { Segment, SegmentKind, Term } from '@/language/fidelity/pair.ts'
import type { Language } from '@/language/languages.ts'

const paragraphs = (
  texts: string | readonly string[],
  kind: SegmentKind = 'paragraph',
): Segment[] => [texts].flat().map((text) => ({ kind, text }))

function checked(
  from: Language,
  source: string | readonly string[],
  to: Language,
  target: string | readonly string[],
  glossary: readonly Term[] = [],
): string[] {
  return checkPair({
    source: { lang: from, segments: paragraphs(source) },
    target: { lang: to, segments: paragraphs(target) },
    glossary,
  }).map(({ check, segment }) => `${segment} ${check}`)
}

const minister: Term = {
  term: { en: 'Tileuberdi', nb: 'Tileuberdi', kk: 'Тілеуберді', ru: 'Тлеуберди', uk: 'Тлеуберді' },
}
const norway: Term = {
  term: {
    en: 'Norway',
    nb: 'Norge',
    de: 'Norwegen',
    kk: 'Норвегия',
    ru: 'Норвегия',
    uk: 'Норвегія',
  },
}
const ministry: Term = {
  term: {
    en: 'Ministry of Foreign Affairs',
    nb: 'Utenriksdepartementet',
    da: 'Udenrigsministeriet',
  },
  forbidden: { nb: ['Utenriksministeriet'], da: ['Udenrigsdepartementet'] },
}

describe('a term that the translation has', () => {
  it.each<[Language, string, Language, string, Term]>([
    [
      'en',
      'We met Tileuberdi’s team.',
      'kk',
      'Біз Тілеубердінің командасымен кездестік.',
      minister,
    ],
    ['en', 'We spoke with Tileuberdi.', 'kk', 'Біз Тілеубердімен сөйлестік.', minister],
    ['en', 'It was given to Tileuberdi.', 'kk', 'Ол Тілеубердіге берілді.', minister],
    ['en', 'The visit to Norway was short.', 'ru', 'Визит в Норвегию был коротким.', norway],
    ['en', 'The King of Norway has arrived.', 'ru', 'Король Норвегии прибыл.', norway],
    ['en', 'The King of Norway has arrived.', 'uk', 'Король Норвегії прибув.', norway],
    ['en', 'He comes from Norway.', 'kk', 'Ол Норвегиядан келген.', norway],
    ['en', 'The coast of Norway is long.', 'nb', 'Norges kyst er lang.', norway],
    ['en', 'The coast of Norway is long.', 'de', 'Norwegens Küste ist lang.', norway],
    [
      'en',
      'The Ministry of Foreign Affairs knows.',
      'da',
      'Udenrigsministeriet ved det.',
      ministry,
    ],
  ])('is no finding (%s: %s → %s: %s)', (from, source, to, target, term) => {
    expect(checked(from, source, to, target, [term])).toEqual([])
  })
})

describe('a term that the translation lacks, or has in a form that must not be used', () => {
  it.each<[string, Language, string, Language, string, Term, string[]]>([
    [
      'another word in its place',
      'en',
      'Tileuberdi opened the meeting in Astana.',
      'ru',
      'Встречу в Астане открыл Нуртлеу.',
      minister,
      ['0 term-missing'],
    ],
    [
      'a forbidden form',
      'en',
      'The Ministry of Foreign Affairs invites the press.',
      'nb',
      'Utenriksministeriet inviterer pressen.',
      ministry,
      ['0 term-forbidden'],
    ],
    [
      'a forbidden form in the genitive',
      'en',
      'The building of the Ministry of Foreign Affairs is open.',
      'da',
      'Udenrigsdepartementets bygning er åben.',
      ministry,
      ['0 term-forbidden'],
    ],
  ])('%s', (_what, from, source, to, target, term, expected) => {
    expect(checked(from, source, to, target, [term])).toEqual(expected)
  })
})

const denial: Readonly<Partial<Record<Language, readonly [no: string, yes: string]>>> = {
  en: ['The embassy cannot pay the bill.', 'The embassy can pay the bill.'],
  nb: ['Ambassaden kan ikke betale regningen.', 'Ambassaden kan betale regningen.'],
  nn: ['Ambassaden kan ikkje betale rekninga.', 'Ambassaden kan betale rekninga.'],
  da: ['Ambassaden kan ikke betale regningen.', 'Ambassaden kan betale regningen.'],
  sv: ['Ambassaden kan inte betala räkningen.', 'Ambassaden kan betala räkningen.'],
  de: [
    'Die Botschaft kann die Rechnung nicht bezahlen.',
    'Die Botschaft kann die Rechnung bezahlen.',
  ],
  fr: ['L’ambassade ne peut pas payer la facture.', 'L’ambassade peut payer la facture.'],
  es: ['La embajada no puede pagar la factura.', 'La embajada puede pagar la factura.'],
  kk: ['Елшілік шотты төлей алмайды.', 'Елшілік шотты төлей алады.'],
  ru: ['Посольство не может оплатить счёт.', 'Посольство может оплатить счёт.'],
  uk: ['Посольство не може оплатити рахунок.', 'Посольство може оплатити рахунок.'],
}

describe('what the source denies', () => {
  const languages = Object.keys(denial).filter((lang) => lang !== 'nb') as Language[]

  it.each(languages)('is denied in %s: nothing', (lang) => {
    const [no = ''] = denial[lang] ?? []
    expect(checked('nb', denial.nb?.[0] ?? '', lang, no)).toEqual([])
  })

  it.each(languages)('is asserted in %s: told', (lang) => {
    const [, yes = ''] = denial[lang] ?? []
    expect(checked('nb', denial.nb?.[0] ?? '', lang, yes)).toContain('0 negation-lost')
  })

  it.each<[string, Language, string, Language, string]>([
    [
      'closed for not at work',
      'ru',
      'Отдел не работает в праздник.',
      'nb',
      'Avdelingen holder stengt på helligdagen.',
    ],
    [
      'not only',
      'en',
      'This is not only a question of trade.',
      'nb',
      'Dette er også et spørsmål om handel.',
    ],
    [
      'an address that ends in no',
      'es',
      'Escriba a post@norway.no hoy mismo.',
      'fr',
      'Écrivez à post@norway.no aujourd’hui.',
    ],
    ['a lack of it', 'en', 'There is no agreement yet.', 'de', 'Es fehlt noch eine Einigung.'],
  ])('is said in another way, by %s: nothing', (_how, from, source, to, target) => {
    expect(checked(from, source, to, target)).toEqual([])
  })
})

describe('quotation marks', () => {
  it.each<[Language, string]>([
    ['nb', 'Statsministeren sa: «Dette er en stor dag for oss alle.»'],
    ['nn', 'Statsministeren sa: «Dette er ein stor dag for oss alle.»'],
    ['da', 'Statsministeren sagde: »Det er en stor dag for os alle.«'],
    ['sv', 'Statsministern sade: ”Det är en stor dag för oss alla.”'],
    ['de', 'Der Ministerpräsident sagte: „Das ist ein großer Tag für uns alle.“'],
    ['fr', 'Le Premier ministre a dit : « C’est un grand jour pour nous tous. »'],
    ['es', 'El primer ministro dijo: «Es un gran día para todos nosotros».'],
    ['kk', 'Премьер-министр: «Бұл – баршамыз үшін ұлы күн», – деді.'],
    ['ru', 'Премьер-министр сказал: «Это великий день для всех нас».'],
    ['uk', 'Прем’єр-міністр сказав: «Це великий день для всіх нас».'],
  ])('of %s are right', (lang, target) => {
    expect(
      checked('en', 'The Prime Minister said: “This is a great day for all of us.”', lang, target),
    ).toEqual([])
  })

  it.each<[string, Language, string]>([
    ['English ones in Norwegian', 'nb', 'Statsministeren sa: “Dette er en stor dag for oss alle.”'],
    [
      'English ones in German',
      'de',
      'Der Ministerpräsident sagte: “Das ist ein großer Tag für uns alle.”',
    ],
    [
      'no space inside in French',
      'fr',
      'Le Premier ministre a dit : «C’est un grand jour pour nous tous.»',
    ],
    ['one that never closes', 'ru', 'Премьер-министр сказал: «Это великий день для всех нас.'],
  ])('%s are told', (_what, lang, target) => {
    expect(
      checked('en', 'The Prime Minister said: “This is a great day for all of us.”', lang, target),
    ).toEqual(['0 quotation-marks'])
  })

  it.each([
    ['apostrophes', 'L’ambassadeur d’aujourd’hui n’est pas là.'],
    ['inches', 'Un écran de 15" est fourni.'],
  ])('%s are none', (_what, text) => {
    expect(checked('fr', text, 'fr', text)).toEqual([])
  })
})

describe('a quotation', () => {
  const said = '“We have waited for this day for a very long time,” the minister said.'

  it.each<[string, Language, string]>([
    ['with a dash', 'nb', '– Vi har ventet på denne dagen veldig lenge, sa statsråden.'],
    [
      'with a dash after a sentence',
      'nb',
      'Avtalen er klar. – Vi har ventet på denne dagen veldig lenge, sa statsråden.',
    ],
    ['around its speaker', 'ru', '«Мы ждали этого дня, – сказал министр, – очень долго».'],
  ])('%s is kept', (_how, lang, target) => {
    const source = target.startsWith('Avtalen') ? `The agreement is ready. ${said}` : said
    expect(checked('en', source, lang, target)).toEqual([])
  })

  it('told in other words is lost', () => {
    expect(
      checked('en', said, 'nb', 'Statsråden sa at de hadde ventet veldig lenge på denne dagen.'),
    ).toEqual(['0 quotation-lost'])
  })

  it('of a dash that lost its dash is lost', () => {
    const source =
      '– Vi har ventet på denne dagen veldig, veldig lenge, alle sammen, sa statsråden.'
    const target = 'We have all waited for this day for a very, very long time, the minister said.'
    expect(checked('nb', source, 'en', target)).toEqual(['0 quotation-lost'])
  })
})

describe('names', () => {
  const source = [
    'Ingrid Solheim came to Astana.',
    'There Solheim met students.',
    'Later Solheim left for Oslo.',
  ]

  it.each<[string, Language, string[], string[]]>([
    [
      'letters that changed places',
      'nb',
      [
        'Ingrid Solheim kom til Astana.',
        'Der møtte Sohleim studenter.',
        'Så reiste Solheim til Oslo.',
      ],
      ['1 name-variants'],
    ],
    [
      'another vowel',
      'ru',
      [
        'Ингрид Солхейм прибыла в Астану.',
        'Там Солхайм встретила студентов.',
        'Затем Солхейм уехала в Осло.',
      ],
      ['1 name-variants'],
    ],
    [
      'a case is none',
      'ru',
      [
        'Ингрид Ивановой показали Астану.',
        'Там Иванова встретила студентов.',
        'Затем Иванова уехала в Осло.',
      ],
      [],
    ],
    [
      'all alike',
      'nb',
      [
        'Ingrid Solheim kom til Astana.',
        'Der møtte Solheim studenter.',
        'Så reiste Solheim til Oslo.',
      ],
      [],
    ],
  ])('%s', (_what, lang, target, expected) => {
    const from =
      lang === 'ru' && expected.length === 0
        ? source.map((text) => text.replace('Solheim', 'Ivanova'))
        : source
    expect(checked('en', from, lang, target)).toEqual(expected)
  })
})

describe('segments', () => {
  const english = [
    'The two ministers signed an agreement on fisheries in Bergen.',
    'It gives young researchers a chance to study in both countries.',
    'The next meeting will be held in the capital of Kazakhstan.',
  ]
  const norwegian = [
    'De to ministrene undertegnet en avtale om fiskeri i Bergen.',
    'Den gir unge forskere en mulighet til å studere i begge land.',
    'Det neste møtet blir holdt i hovedstaden i Kasakhstan.',
  ]
  const [first = '', second = '', third = ''] = norwegian

  it.each<[string, string[], string[]]>([
    ['all there', norwegian, []],
    ['two of them changed places', [first, third, second], []],
    ['two in one', [`${first} ${second}`, third], []],
    ['one missing', [first, third], ['0 segment-missing']],
    ['one twice', [first, second, second, third], ['2 segment-doubled']],
    ['one left in English', [first, english[1] ?? '', third], ['1 untranslated']],
    [
      'one in Danish',
      [
        first,
        'Den giver unge forskere mulighed for at studere i begge lande, hvor de også kan få støtte.',
        third,
      ],
      ['1 third-language'],
    ],
  ])('%s', (_what, target, expected) => {
    expect(checked('en', english, 'nb', target)).toEqual(expected)
  })
})

describe('what machines and keyboards leave', () => {
  it.each<[string, string, string]>([
    ['a placeholder', 'Møtet holdes XNUMX i Oslo.', '0 residue'],
    ['a tag', 'Møtet holdes <g id="1">i Oslo</g>.', '0 residue'],
    ['an entity', 'Møtet holdes&nbsp;i Oslo.', '0 residue'],
    ['a wrong encoding', 'MÃ¸tet holdes i Oslo.', '0 residue'],
    ['a Cyrillic letter', 'Møtet holdes i Оslo.', '0 mixed-script'],
    ['a space of no width', 'Møtet hol\u200Bdes i Oslo.', '0 invisible-character'],
    ['an override', 'Møtet holdes i \u202EOslo.', '0 invisible-character'],
  ])('%s is told', (_what, target, expected) => {
    expect(checked('en', 'The meeting is held in Oslo.', 'nb', target)).toContain(expected)
  })

  it.each([
    ['a soft hyphen', 'Møtet hol\u00ADdes i Oslo.'],
    ['a no-break space', 'Møtet holdes i\u00A0Oslo.'],
  ])('%s is fine', (_what, target) => {
    expect(checked('en', 'The meeting is held in Oslo.', 'nb', target)).toEqual([])
  })
})

describe('values', () => {
  it.each<[string, Language, string, Language, string, string[]]>([
    ['the same number', 'en', 'It cost 1,200.50 euros.', 'nb', 'Det kostet 1 200,50 euro.', []],
    [
      'another number',
      'en',
      'It cost 1,200 euros.',
      'nb',
      'Det kostet 2 100 euro.',
      ['0 number-missing'],
    ],
    [
      'an English format',
      'en',
      'It has 12,450 members.',
      'da',
      'Den har 12,450 medlemmer.',
      ['0 number-format'],
    ],
    [
      'another date',
      'en',
      'It opens on 3 May 2026.',
      'ru',
      'Открытие состоится 5 мая 2026 года.',
      ['0 date-differs'],
    ],
    [
      'another address',
      'en',
      'Write to post@mfa.no.',
      'nb',
      'Skriv til posten@mfa.no.',
      ['0 email-differs'],
    ],
    [
      'the site in another language',
      'en',
      'See https://www.norway.no/en/visa.',
      'nb',
      'Se https://www.norway.no/nb/visum.',
      [],
    ],
  ])('%s', (_what, from, source, to, target, expected) => {
    expect(checked(from, source, to, target)).toEqual(expected)
  })
})

describe('many findings', () => {
  it('are in the order of the target', () => {
    const found = checked(
      'en',
      ['It cost 1,200 euros.', 'It opens on 3 May 2026.', 'Write to post@mfa.no.'],
      'nb',
      ['Det kostet 2 100 euro XNUMX.', 'Det åpner 5. mai 2026.', 'Skriv til posten@mfa.no.'],
    )
    expect(found).toEqual([...found].sort())
    expect(found.length).toBeGreaterThanOrEqual(3)
  })

  it('take no time for long hostile text', () => {
    const hostile = [
      '1 '.repeat(400),
      '«'.repeat(2000),
      '1.'.repeat(400),
      'а.'.repeat(1000),
      'не '.repeat(1500),
    ]
    const began = process.cpuUsage()
    checkPair({
      source: { lang: 'ru', segments: paragraphs(hostile) },
      target: { lang: 'en', segments: paragraphs(hostile) },
      glossary: [],
    })
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000)
  })
})
