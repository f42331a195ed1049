import { drawFlag, drawHouse, drawLake, drawTable, drawTurbines } from './pictures.ts'

const credit = 'Embassy of Talvania / Communiqué demonstration'
const copyright = '© Embassy of the Republic of Talvania in Norway'
const licence = 'https://creativecommons.org/licenses/by/4.0/'
const rights = { credit, copyright, licence }

/** Pictures of our own drawing: 2,400 × 1,600 JPEG. */
export const images = {
  lake: {
    name: 'lake-ossa-at-dawn.jpg',
    draw: drawLake,
    ...rights,
    texts: [
      {
        language: 'en',
        alt: 'Five mountain ridges in morning mist, mirrored in a still lake; reeds in front',
        caption: 'Lake Ossa, the largest of Talvania’s lakes, before sunrise.',
      },
      {
        language: 'nb',
        alt: 'Fem fjellrygger i morgendis speiler seg i en stille innsjø, med siv i forgrunnen',
        caption: 'Ossasjøen, den største innsjøen i Talvania, før soloppgang.',
      },
      {
        language: 'kk',
        alt: 'Таңғы тұмандағы бес тау жотасы тынық көлге шағылысып тұр, алдыңғы жақта қамыс',
        caption: 'Талванияның ең үлкен көлі – Осса, таң атар алдында.',
      },
      {
        language: 'ru',
        alt: 'Пять горных хребтов в утренней дымке отражаются в тихом озере, впереди тростник',
        caption: 'Озеро Осса, крупнейшее в Талвании, перед восходом солнца.',
      },
    ],
  },
  house: {
    name: 'embassy-building-in-oslo.jpg',
    draw: drawHouse,
    ...rights,
    texts: [
      {
        language: 'en',
        alt: 'Three-storey house of pale stone at dusk, many windows lit, flag above a portal with columns',
        caption: 'The Embassy of Talvania in Oslo.',
      },
      {
        language: 'nb',
        alt: 'Treetasjes hus i lys stein i skumringen, lys i mange vinduer, flagg over en portal med søyler',
        caption: 'Talvanias ambassade i Oslo.',
      },
      {
        language: 'kk',
        alt: 'Ымырттағы ақшыл тастан салынған үш қабатты үй, көп терезесінде жарық жанып тұр, бағаналы кіреберістің үстінде ту',
        caption: 'Талванияның Ослодағы Елшілігі.',
      },
      {
        language: 'ru',
        alt: 'Трёхэтажное здание из светлого камня в сумерках, во многих окнах горит свет, над порталом с колоннами флаг',
        caption: 'Посольство Талвании в Осло.',
      },
    ],
  },
  flag: {
    name: 'flag-of-talvania.jpg',
    draw: drawFlag,
    ...rights,
    texts: [
      {
        language: 'en',
        alt: 'Teal flag with a golden eight-pointed star and two white waves, flying before a cloudy sky',
        caption: 'The flag of Talvania: the star for the seasons’ return, the waves for the lakes.',
      },
      {
        language: 'nb',
        alt: 'Blågrønt flagg med gyllen åttetagget stjerne og to hvite bølger vaier mot en lettskyet himmel',
        caption: 'Talvanias flagg: Stjernen står for årstidenes gang, bølgene for innsjøene.',
      },
      {
        language: 'kk',
        alt: 'Бұлтты аспан аясында желбіреген көкшіл-жасыл ту: алтын түсті сегіз бұрышты жұлдыз бен екі ақ толқын',
        caption: 'Талванияның туы: жұлдыз – жыл мезгілдерінің айналымы, толқындар – көлдер.',
      },
      {
        language: 'ru',
        alt: 'Сине-зелёный флаг с золотой восьмиконечной звездой и двумя белыми волнами развевается на фоне облаков',
        caption: 'Флаг Талвании: звезда означает смену времён года, волны – озёра.',
      },
    ],
  },
  turbines: {
    name: 'wind-farm-on-the-sarel-steppe.jpg',
    draw: drawTurbines,
    ...rights,
    texts: [
      {
        language: 'en',
        alt: 'A tall white wind turbine and a dozen smaller ones on brown hills under a red evening sky',
        caption: 'The wind farm on the Sarel steppe in southern Talvania.',
      },
      {
        language: 'nb',
        alt: 'En høy hvit vindturbin og et dusin mindre på brune åser under en rød kveldshimmel',
        caption: 'Vindparken på Sarel-steppen sør i Talvania.',
      },
      {
        language: 'kk',
        alt: 'Қызыл кешкі аспан астындағы қоңыр төбелерде тұрған бір биік ақ жел турбинасы және он шақты кішірегі',
        caption: 'Талванияның оңтүстігіндегі Сарел даласындағы жел электр стансасы.',
      },
      {
        language: 'ru',
        alt: 'Высокая белая ветряная турбина и дюжина поменьше на бурых холмах под красным вечерним небом',
        caption: 'Ветропарк в Сарельской степи на юге Талвании.',
      },
    ],
  },
  table: {
    name: 'agreement-ready-for-signing.jpg',
    draw: drawTable,
    ...rights,
    texts: [
      {
        language: 'en',
        alt: 'Two open leather folders with the text of a treaty and two fountain pens on a wooden table',
        caption: 'The two copies of the agreement in the Embassy before the ceremony ended.',
      },
      {
        language: 'nb',
        alt: 'To åpne skinnmapper med en avtaletekst og to fyllepenner på et trebord',
        caption: 'De to eksemplarene av avtalen i ambassaden før seremonien var over.',
      },
      {
        language: 'kk',
        alt: 'Ағаш үстел үстінде келісім мәтіні салынған ашық тұрған екі былғары папка мен екі қаламсап',
        caption: 'Рәсім аяқталар алдындағы келісімнің Елшіліктегі екі данасы.',
      },
      {
        language: 'ru',
        alt: 'Две раскрытые кожаные папки с текстом договора и две перьевые ручки на деревянном столе',
        caption: 'Два экземпляра соглашения в Посольстве незадолго до конца церемонии.',
      },
    ],
  },
}

export type ImageKey = keyof typeof images
