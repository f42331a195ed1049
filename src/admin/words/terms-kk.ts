import type { TermWords } from './terms-en.ts'

/** The words about terms, in Kazakh. */
export const termsKk: TermWords = {
  term: 'Термин',
  terms: 'Терминдер',
  'term-person': 'Адам',
  'term-office': 'Лауазым',
  'term-body': 'Мекеме',
  'term-place': 'Орын',
  'term-treaty': 'Шарт',
  'term-phrase': 'Тіркес',
  'term-form': 'Былай жазылады',
  'term-also': 'Бұл да дұрыс',
  'term-forbidden': 'Ешқашан жазбаңыз',
  termFormWrong: 'Әр нұсқаны бір жолға, 200 таңбадан асырмай жазыңыз.',
  termNoteHelp: 'Оны қолдану үшін нені білу керек.',
  termSource: 'Дереккөз',
  termSourceHelp: 'Кім бекіткен: министрлік тізімі, жарлық, веб-бет.',
  validFrom: 'Күшіне енетін күні',
  validUntil: 'Соңғы күні',
  validHelp: 'Мәтіндер осы термин бойынша тексерілетін соңғы күн.',
  termsExport: 'Жарияланған терминдерді сақтау:',
  termsImport: 'Файлдан терминдер енгізу',
  termsImportExplains: 'TBX немесе CSV. Енгізілгендер — жобалар; бар терминдер өзгермейді.',
  termsImportFile: 'Файл',
  termsImportDo: 'Енгізу',
  termsImported:
    'Жоба ретінде енгізілді: {made}. Бұрыннан бар: {there}. Басқа нұсқаларымен бар: {differ}. Алынбады: {refused}.',
  'termEntry-differs': 'басқа нұсқаларымен бар; салыстырыңыз',
  forbiddenUses: 'Жарияланымдағы тыйым салынған нұсқалар',
  forbiddenUsesExplain:
    'Термин қазір тыйым салған нұсқа қолданылған жарияланған мәтіндер, дәйексөздерімен қоса. Маңызды жерінде түзетіңіз.',
  forbiddenUsesNone: 'Жарияланған мәтіндердің ешқайсысында тыйым салынған нұсқа жоқ.',
  forbiddenUse: '«{form}» орнына «{found}»',
  forbiddenUseBare: '«{found}»',
  forbiddenMore: 'Көрсетілгеннен көп болуы мүмкін.',
  forbiddenNotWhole: 'Көрсеткіш жасалып жатыр: сәлден соң қайта қараңыз.',
}
