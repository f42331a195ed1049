import type { Finding } from '../finding.ts'
import { type FidelityCatalogue, languageName, shortened } from './catalogue.ts'

const q = (words: string): string => `«${shortened(words)}»`
const differs =
  (add: string, check: string) =>
  ({ expected, found }: Finding): string => {
    if (found === '') return `В оригинале – ${q(expected)}, в переводе этого нет. Добавьте ${add}.`
    if (expected === '') return `В оригинале нет ${q(found)}. Проверьте ${check}.`
    return `В оригинале – ${q(expected)}, в переводе – ${q(found)}. Проверьте ${check}.`
  }

const kinds: FidelityCatalogue['kinds'] = {
  headline: 'заголовок',
  lead: 'вводка',
  paragraph: 'абзац',
  heading: 'подзаголовок',
  item: 'пункт списка',
  quote: 'цитата',
  speaker: 'автор цитаты',
  caption: 'подпись к снимку',
  alt: 'замещающий текст',
  dateline: 'строка места и даты',
  title: 'название документа',
}
const kind = (name: string): string => (kinds as Record<string, string>)[name] ?? name

export const ru: FidelityCatalogue = {
  kinds,
  findings: {
    'number-missing': differs('число', 'число'),
    'number-added': differs('число', 'число'),
    'number-format': ({ found }) =>
      `На этом языке число ${q(found)} пишется иначе. Исправьте разделители.`,
    'percent-point': differs('единицу', 'проценты это или процентные пункты'),
    'money-differs': differs('сумму', 'сумму'),
    'unit-differs': differs('единицу измерения', 'единицу измерения'),
    'ordinal-differs': differs('порядковое число', 'порядковое число'),
    'date-differs': differs('дату', 'дату'),
    'date-format': ({ found }) => `На этом языке ${q(found)} пишется иначе. Запишите по правилам.`,
    'weekday-mismatch': ({ expected, found }) =>
      `День недели не совпадает с датой: ${q(found)}${expected === '' ? '' : ` (${q(expected)})`}. Проверьте день и дату.`,
    'time-differs': differs('время', 'время'),
    'decade-differs': differs('период', 'период'),
    'telephone-differs': differs('номер телефона', 'номер телефона'),
    'email-differs': differs('адрес электронной почты', 'адрес электронной почты'),
    'link-differs': differs('ссылку', 'ссылку'),
    'term-missing': ({ expected, found }) =>
      found === ''
        ? `По базе терминов здесь должно стоять ${q(expected)}. Используйте этот термин или объясните отступление.`
        : `Форма ${q(found)} не утверждена. Напишите ${q(expected)}.`,
    'term-forbidden': ({ expected, found }) =>
      expected === ''
        ? `База терминов запрещает ${q(found)}. Выберите другое слово.`
        : `База терминов запрещает ${q(found)}. Напишите ${q(expected)}.`,
    'name-missing': ({ expected, found }) =>
      found === ''
        ? `В оригинале есть имя или название ${q(expected)}, в переводе его нет. Добавьте.`
        : `В оригинале – ${q(expected)}, в переводе – ${q(found)}. Проверьте имя или название.`,
    'name-variants': ({ expected, found }) =>
      `Одно и то же имя написано по-разному: ${q(expected)} и ${q(found)}. Оставьте одно написание.`,
    'quotation-lost': ({ expected }) =>
      `В оригинале это цитата (${q(expected)}), в переводе – нет. Оформите как цитату.`,
    'quotation-shortened': ({ expected }) =>
      `Цитата ${q(expected)} в переводе намного короче. Приведите её полностью.`,
    'quotation-speaker': ({ expected, found }) =>
      `В оригинале говорит ${q(expected)}, в переводе – ${q(found)}. Проверьте, чьи это слова.`,
    'quotation-marks': ({ expected, found }) =>
      expected === ''
        ? `У знака ${q(found)} нет пары. Закройте или уберите кавычку.`
        : `На этом языке пишут ${expected}, а не ${found}. Замените кавычки.`,
    'negation-lost': ({ expected }) =>
      `В оригинале – отрицание (${q(expected)}), в переводе его, похоже, нет. Проверьте смысл.`,
    'segment-missing': ({ expected }) => `Не переведено: ${q(expected)}. Добавьте перевод.`,
    'segment-added': ({ found }) =>
      `В оригинале этого нет: ${q(found)}. Уберите или объясните добавление.`,
    'segment-doubled': ({ found }) => `Повторено дважды: ${q(found)}. Уберите лишнее.`,
    untranslated: ({ found }) =>
      `Этот фрагмент остался на языке оригинала (${languageName(found, 'ru')}). Переведите его.`,
    'third-language': ({ expected, found }) =>
      `Язык этого фрагмента – ${languageName(found, 'ru')}, а нужен ${languageName(expected, 'ru')}. Переведите его.`,
    'length-ratio': ({ expected, found }) =>
      `Здесь ${found} знаков – намного ${Number(found) < Number(expected) ? 'меньше' : 'больше'} обычного (около ${expected}). Проверьте, не пропущено ли и не добавлено ли что-нибудь.`,
    'structure-differs': ({ expected, found }) =>
      `В оригинале это ${kind(expected)}, в переводе – ${kind(found)}. Приведите в соответствие.`,
    residue: ({ found }) =>
      `Здесь остался машинный знак ${q(found)}. Напишите то, что должно стоять на его месте.`,
    'mixed-script': ({ found }) =>
      `В слове ${q(found)} есть похожие буквы другого алфавита. Наберите его заново.`,
    'invisible-character': ({ found }) => `Здесь есть невидимый знак (${found}). Удалите его.`,
  },
}
