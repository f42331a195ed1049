import type { MatrixWords } from './matrix-en.ts'

/** The words about the language matrix, in Russian. */
export const matrixRu: MatrixWords = {
  matrix: 'Языки',
  matrixExplains:
    'Каждое сообщение на каждом языке посольства: на каком этапе перевод, у кого он и к какому дню.',
  matrixAmong: 'Искали среди {count} сообщений, изменённых последними.',
  'matrix-all': 'Всё',
  'matrix-missing': 'Нет перевода',
  'matrix-stale': 'Устарело',
  'matrix-in-review': 'Ждёт проверки',
  'matrix-overdue': 'Просрочено',
  matrixShow: 'Показать',
  matrixLanguage: 'Язык',
  matrixAnyLanguage: 'любой язык',
  matrixApply: 'Применить',
  matrixOriginal: 'Оригинал',
  matrixMissing: 'Не начат',
  matrixNone: 'Ничего такого нет.',
  matrixDue: 'к {day}',
  matrixNobody: 'никто не назван',
  matrixChanged: 'изменено {ago}',
  matrixChoose: '{language}: выбрать «{headline}»',
  matrixChosen: 'Выбрано: {count}',
  matrixAssign: 'Поручить',
  matrixAssignExplains: 'Не начатое будет начато. Что должно остаться как есть, не заполняйте.',
  matrixTranslator: 'Переводчик',
  matrixKeep: 'как есть',
  matrixStart: 'Начать',
  matrixStartIn: 'Начать, {language}: «{headline}»',
  matrixDone: 'Начато: {started}. Поручено: {assigned}. Отклонено: {refused}.',
  matrixNext: 'Следующая страница',
  matrixPrevious: 'Предыдущая страница',
  dueOn: 'Срок',
  dueOnHelp: 'К какому дню нужен перевод.',
  assignNobody: 'Такого человека здесь нет, или учётная запись закрыта. Выберите другого.',
  assignNoTranslator:
    '{name} не переводчик. Выберите переводчика или попросите администратора добавить роль.',
  assignNotWritten:
    '{name} не пишет на этом языке: {language}. Выберите другого или попросите администратора добавить язык.',
  assignEditors: 'Переводы поручает только редактор. Обратитесь к редактору.',
}
