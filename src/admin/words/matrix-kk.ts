import type { MatrixWords } from './matrix-en.ts'

/** The words about the language matrix, in Kazakh. */
export const matrixKk: MatrixWords = {
  matrix: 'Тілдер',
  matrixExplains:
    'Елшіліктің әр тіліндегі әр хабарлама: әр аударма қай сатыда, кімде және қай күнге дейін.',
  matrixAmong: 'Соңғы өзгертілген {count} хабарламаның ішінен ізделді.',
  'matrix-all': 'Барлығы',
  'matrix-missing': 'Жоғы',
  'matrix-stale': 'Ескірген',
  'matrix-in-review': 'Тексеруді күтуде',
  'matrix-overdue': 'Мерзімі өткен',
  matrixShow: 'Көрсету',
  matrixLanguage: 'Тіл',
  matrixAnyLanguage: 'кез келген тіл',
  matrixApply: 'Қолдану',
  matrixOriginal: 'Түпнұсқа',
  matrixMissing: 'Басталмаған',
  matrixNone: 'Ондай ештеңе жоқ.',
  matrixDue: '{day} дейін',
  matrixNobody: 'ешкім аталмаған',
  matrixChanged: 'өзгертілді: {ago}',
  matrixChoose: '{language}: «{headline}» таңдау',
  matrixChosen: 'Таңдалды: {count}',
  matrixAssign: 'Тағайындау',
  matrixAssignExplains: 'Басталмағаны басталады. Сол күйінде қалатынын толтырмаңыз.',
  matrixTranslator: 'Аудармашы',
  matrixKeep: 'сол күйінде',
  matrixStart: 'Бастау',
  matrixStartIn: '{language} тілінде бастау: «{headline}»',
  matrixDone: 'Басталды: {started}. Тағайындалды: {assigned}. Қабылданбады: {refused}.',
  matrixNext: 'Келесі бет',
  matrixPrevious: 'Алдыңғы бет',
  dueOn: 'Мерзімі',
  dueOnHelp: 'Аударма қай күнге керек.',
  assignNobody: 'Бұл жерде ондай адам жоқ немесе тіркелгі жабық. Басқа адамды таңдаңыз.',
  assignNoTranslator:
    '{name} аудармашы емес. Аудармашыны таңдаңыз немесе әкімшіден рөл қосуды сұраңыз.',
  assignNotWritten:
    '{name} бұл тілде жазбайды: {language}. Басқа адамды таңдаңыз немесе әкімшіден тілді қосуды сұраңыз.',
  assignEditors: 'Аудармаларды тек редактор тағайындайды. Редактордан сұраңыз.',
}
