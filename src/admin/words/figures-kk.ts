import type { FiguresWords } from './figures-en.ts'

/** The same in Kazakh. */
export const figuresKk: FiguresWords = {
  figures: 'Көрсеткіштер',
  figuresExplain:
    'Жарияланған мәтіндер мен файлдардың қанша рет қаралғаны және жүктелгені серверде cookie файлдарынсыз саналады. Оқырман туралы ештеңе сақталмайды: мекенжайы да, құрылғысы да, жүрген жолы да. Өзін танытқан бағдарламалар саналмайды. Әкімші санауды «Дипломатиялық өкілдік» бөлімінде өшіре алады.',
  figuresOff: 'Санау өшірілген. Бұрын саналғаны көрсетілген.',
  figuresNone: 'Бұл күндері ештеңе саналмады.',
  figuresDays: 'Соңғы {count} күн',
  figuresFile: 'CSV ретінде сақтау',
  figuresViews: 'Қаралымдар',
  figuresDownloads: 'Жүктеулер',
  figuresFeeds: 'Жаңалық арналары',
  figuresFetches: 'Алынды',
  figuresSites: 'Осында әкелген сайттар',
  figuresText: 'Мәтін немесе файл',
  figuresEdition: 'Басылым',
  figuresChart: 'Күн бойынша қаралымдар; ең көбі {count}, {day}',
  figuresDay: 'Күн',
  figuresByDay: 'Күн сайын',
  figuresLanguages: 'Тілдер',
  figuresLanguagesExplain:
    'Осы күндері алғаш жарияланған және қолжетімді хабарламалардың қаншасын әр тілде оқуға болады, аудармалары қанша уақыт алды және қанша ескертуге қол қойылды. Ескіргендер барлық жарияланған аудармалар арасында саналады.',
  figuresLanguage: 'Тіл',
  figuresReadable: 'Оқуға болады',
  figuresMedian: 'Жартысы ең көбі',
  figuresUpper: 'Төрттен үші',
  figuresStale: 'Ескірген',
  figuresWaived: 'Қол қойылған ескертулер',
  countsReaders: 'Қаралымдар мен жүктеулерді санау',
  countsReadersHelp:
    'Мәтін және күн бойынша сомалар, cookie файлдарынсыз және оқырман туралы деректерсіз.',
}
