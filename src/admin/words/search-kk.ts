import type { SearchWords } from './search-en.ts'

/** Іздеу туралы сөздер, қазақша. */
export const searchKk: SearchWords = {
  search: 'Іздеу',
  searchWords: 'Сөздер немесе сандар',
  searchHelp:
    'Тақырыптардан, мәтіндерден, пікірлерден және хронологиядан. Сөздің басы жеткілікті, әріптерді қарапайым теруге болады: казакстан деп Қазақстан табылады.',
  searchState: 'Күйі',
  searchAny: 'кез келген',
  searchPerson: 'Адам',
  searchTopic: 'Тақырыбы',
  searchFrom: 'Өзгергені: бастап',
  searchTo: 'Өзгергені: дейін',
  searchDo: 'Іздеу',
  searchCount: 'Табылғаны: {count}',
  searchMore: '{count} мәтіннен көп табылды; дәлірек сұраңыз.',
  searchBuilding:
    'Іздеу әлі құрылып жатыр, сондықтан бәрі табыла қоймайды. Бір минуттан соң қайта сұраңыз.',
  searchNone: 'Ештеңе табылмады. Сөзді азайтып не қысқартып көріңіз.',
  searchCsv: 'CSV түрінде сақтау',
  searchKeep: 'Осы іздеуді сақтау',
  searchName: 'Іздеудің атауы',
  searchKept: 'Сіздің іздеулеріңіз',
  searchForget: '{name} іздеуін өшіру',
  searchesFull: 'Сізде {most} іздеу бар. Алдымен біреуін өшіріңіз.',
  searchPage: '{page}-бет, барлығы {pages}',
  searchNext: 'Келесі бет',
  searchBack: 'Алдыңғы бет',
  'source-text': 'Мәтін',
  'source-note': 'Пікір',
  'source-reply': 'Пікірге жауап',
  'source-event': 'Хронология',
}
