import type { FiguresWords } from './figures-en.ts'

/** The same in Russian. */
export const figuresRu: FiguresWords = {
  figures: 'Показатели',
  figuresExplain:
    'Сколько раз смотрели и скачивали опубликованные тексты и файлы. Подсчёт идёт на сервере без cookie. О читателе ничего не хранится: ни адрес, ни устройство, ни путь по пресс-центру. Программы, которые называют себя, не считаются. Администратор может отключить подсчёт в разделе «Представительство».',
  figuresOff: 'Подсчёт отключён. Показано то, что было посчитано раньше.',
  figuresNone: 'В эти дни ничего не посчитано.',
  figuresDays: 'Последние {count} дней',
  figuresFile: 'Сохранить как CSV',
  figuresViews: 'Просмотры',
  figuresDownloads: 'Загрузки',
  figuresFeeds: 'Ленты новостей',
  figuresFetches: 'Запросы',
  figuresSites: 'Сайты, с которых пришли',
  figuresText: 'Текст или файл',
  figuresEdition: 'Издание',
  figuresChart: 'Просмотры по дням; больше всего {count}, {day}',
  figuresDay: 'День',
  figuresByDay: 'По дням',
  figuresLanguages: 'Языки',
  figuresLanguagesExplain:
    'Из сообщений, впервые опубликованных в эти дни и доступных сейчас: сколько можно прочитать на каждом языке, сколько времени заняли переводы и за сколько предупреждений поручились. Отстающие считаются среди всех опубликованных переводов.',
  figuresLanguage: 'Язык',
  figuresReadable: 'Можно прочитать',
  figuresMedian: 'Половина – не дольше',
  figuresUpper: 'Три четверти',
  figuresStale: 'Отстают',
  figuresWaived: 'Предупреждения с подписью',
  countsReaders: 'Считать просмотры и загрузки',
  countsReadersHelp: 'Суммы по текстам и дням, без cookie и без каких-либо сведений о читателе.',
}
