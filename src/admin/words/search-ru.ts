import type { SearchWords } from './search-en.ts'

/** Слова поиска, по-русски. */
export const searchRu: SearchWords = {
  search: 'Поиск',
  searchWords: 'Слова или числа',
  searchHelp:
    'В заголовках, текстах, замечаниях и хронологии. Достаточно начала слова, буквы можно набирать просто: tromso находит Tromsø.',
  searchState: 'Состояние',
  searchAny: 'любое',
  searchPerson: 'Человек',
  searchTopic: 'Тема',
  searchFrom: 'Изменён с',
  searchTo: 'Изменён по',
  searchDo: 'Искать',
  searchCount: 'Найдено: {count}',
  searchMore: 'Найдено больше {count}; уточните вопрос.',
  searchBuilding: 'Поиск ещё строится, поэтому находится не всё. Спросите снова через минуту.',
  searchNone: 'Ничего не найдено. Попробуйте меньше слов или короче.',
  searchCsv: 'Сохранить как CSV',
  searchKeep: 'Сохранить этот поиск',
  searchName: 'Название поиска',
  searchKept: 'Ваши поиски',
  searchForget: 'Удалить поиск {name}',
  searchesFull: 'У вас уже {most} поисков. Сначала удалите один.',
  searchPage: 'Страница {page} из {pages}',
  searchNext: 'Следующая страница',
  searchBack: 'Предыдущая страница',
  'source-text': 'Текст',
  'source-note': 'Замечание',
  'source-reply': 'Ответ на замечание',
  'source-event': 'Хронология',
}
