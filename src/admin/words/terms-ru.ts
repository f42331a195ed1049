import type { TermWords } from './terms-en.ts'

/** The words about terms, in Russian. */
export const termsRu: TermWords = {
  term: 'Термин',
  terms: 'Термины',
  'term-person': 'Лицо',
  'term-office': 'Должность',
  'term-body': 'Организация',
  'term-place': 'Место',
  'term-treaty': 'Договор',
  'term-phrase': 'Выражение',
  'term-form': 'Писать',
  'term-also': 'Тоже верно',
  'term-forbidden': 'Никогда не писать',
  termFormWrong: 'Пишите каждую форму в одну строку, не длиннее 200 знаков.',
  termNoteHelp: 'Что нужно знать, чтобы её употреблять.',
  termSource: 'Источник',
  termSourceHelp: 'Кто так установил: список министерства, указ, страница в сети.',
  validFrom: 'Действует с',
  validUntil: 'Действует до',
  validHelp: 'Последний день, когда тексты проверяются по нему.',
  termsExport: 'Сохранить опубликованные термины:',
  termsImport: 'Загрузить термины из файла',
  termsImportExplains:
    'TBX или CSV. Загруженное становится черновиками; имеющиеся термины не меняются.',
  termsImportFile: 'Файл',
  termsImportDo: 'Загрузить',
  termsImported:
    'Загружено черновиками: {made}. Уже есть: {there}. Есть с другими формами: {differ}. Пропущено: {refused}.',
  'termEntry-differs': 'есть с другими формами; сравните',
  forbiddenUses: 'Запрещённые формы в опубликованном',
  forbiddenUsesExplain:
    'Опубликованные тексты с формой, которую термин теперь запрещает, включая цитаты. Исправьте там, где это важно.',
  forbiddenUsesNone: 'Ни один опубликованный текст не содержит запрещённой формы.',
  forbiddenUse: '«{found}» вместо «{form}»',
  forbiddenUseBare: '«{found}»',
  forbiddenMore: 'Может быть больше, чем показано.',
  forbiddenNotWhole: 'Указатель составляется: загляните чуть позже.',
  'explainsTerm-published':
    'Тексты проверяются по нему. Чтобы изменить его, откройте новую редакцию.',
  'explainsTerm-archived': 'Выведен из употребления: тексты по нему не проверяются.',
  termFormsHint: 'Введите форму и нажмите Enter',
  addTerm: 'Добавить «{words}» как термин',
  addTermDone: '«{words}» теперь черновик термина.',
  addTermOpen: 'Открыть в новом окне',
}
