import type { Finding } from '../finding.ts'
import { type FidelityCatalogue, languageName, shortened } from './catalogue.ts'

const q = (words: string): string => `«${shortened(words)}»`
const differs =
  (what: string) =>
  ({ expected, found }: Finding): string => {
    if (found === '') return `Түпнұсқада ${q(expected)} бар, аудармада жоқ. ${what} қосыңыз.`
    if (expected === '') return `Түпнұсқада ${q(found)} жоқ. ${what} тексеріңіз.`
    return `Түпнұсқада – ${q(expected)}, аудармада – ${q(found)}. ${what} тексеріңіз.`
  }

const kinds: FidelityCatalogue['kinds'] = {
  headline: 'тақырып',
  lead: 'кіріспе',
  paragraph: 'абзац',
  heading: 'ішкі тақырып',
  item: 'тізім тармағы',
  quote: 'дәйексөз',
  speaker: 'дәйексөз иесі',
  caption: 'суреттің жазуы',
  alt: 'балама мәтін',
  dateline: 'орны мен күні',
  title: 'құжат атауы',
}
const kind = (name: string): string => (kinds as Record<string, string>)[name] ?? name

export const kk: FidelityCatalogue = {
  kinds,
  findings: {
    'number-missing': differs('Санды'),
    'number-added': differs('Санды'),
    'number-format': ({ found }) =>
      `${q(found)} саны бұл тілде басқаша жазылады. Бөлгіш таңбаларын түзетіңіз.`,
    'percent-point': differs('Пайыз бен пайыздық тармақты'),
    'money-differs': differs('Соманы'),
    'unit-differs': differs('Өлшем бірлігін'),
    'ordinal-differs': differs('Реттік санды'),
    'date-differs': differs('Күнді'),
    'date-format': ({ found }) => `${q(found)} бұл тілде басқаша жазылады. Қайта жазыңыз.`,
    'weekday-mismatch': ({ expected, found }) =>
      `Апта күні датаға сәйкес келмейді: ${q(found)}${expected === '' ? '' : ` (${q(expected)})`}. Күні мен датасын тексеріңіз.`,
    'time-differs': differs('Уақытты'),
    'decade-differs': differs('Кезеңді'),
    'telephone-differs': differs('Телефон нөмірін'),
    'email-differs': differs('Электрондық поштаны'),
    'link-differs': differs('Сілтемені'),
    'term-missing': ({ expected, found }) =>
      found === ''
        ? `Терминдер базасы бойынша мұнда ${q(expected)} тұруы керек. Осы терминді қолданыңыз немесе себебін түсіндіріңіз.`
        : `${q(found)} – бекітілмеген нұсқа. ${q(expected)} деп жазыңыз.`,
    'term-forbidden': ({ expected, found }) =>
      expected === ''
        ? `Терминдер базасы ${q(found)} нұсқасына тыйым салады. Басқа сөз таңдаңыз.`
        : `Терминдер базасы ${q(found)} нұсқасына тыйым салады. ${q(expected)} деп жазыңыз.`,
    'name-missing': ({ expected, found }) =>
      found === ''
        ? `Түпнұсқада ${q(expected)} аталған, аудармада жоқ. Атауды қосыңыз.`
        : `Түпнұсқада – ${q(expected)}, аудармада – ${q(found)}. Есімді немесе атауды тексеріңіз.`,
    'name-variants': ({ expected, found }) =>
      `Бір есім екі түрлі жазылған: ${q(expected)} және ${q(found)}. Біреуін таңдаңыз.`,
    'quotation-lost': ({ expected }) =>
      `Түпнұсқада бұл – дәйексөз (${q(expected)}), аудармада олай емес. Дәйексөз етіп рәсімдеңіз.`,
    'quotation-shortened': ({ expected }) =>
      `${q(expected)} дәйексөзі аудармада едәуір қысқа. Толық келтіріңіз.`,
    'quotation-speaker': ({ expected, found }) =>
      `Түпнұсқада ${q(expected)} сөйлейді, аудармада – ${q(found)}. Кімнің сөзі екенін тексеріңіз.`,
    'quotation-marks': ({ expected, found }) =>
      expected === ''
        ? `${q(found)} таңбасының сыңары жоқ. Тырнақшаны жабыңыз немесе алып тастаңыз.`
        : `Бұл тілде ${found} емес, ${expected} жазылады. Тырнақшаны ауыстырыңыз.`,
    'negation-lost': ({ expected }) =>
      `Түпнұсқада болымсыздық бар (${q(expected)}), аудармада жоқ сияқты. Мағынасын тексеріңіз.`,
    'segment-missing': ({ expected }) => `Аударылмаған: ${q(expected)}. Аудармасын қосыңыз.`,
    'segment-added': ({ found }) =>
      `Түпнұсқада ${q(found)} жоқ. Алып тастаңыз немесе түсіндіріңіз.`,
    'segment-doubled': ({ found }) => `${q(found)} екі рет қайталанған. Біреуін алып тастаңыз.`,
    untranslated: ({ found }) =>
      `Бұл үзінді түпнұсқа тілінде қалған (${languageName(found, 'kk')}). Аударыңыз.`,
    'third-language': ({ expected, found }) =>
      `Бұл үзіндінің тілі – ${languageName(found, 'kk')}, ал ${languageName(expected, 'kk')} болуы керек. Аударыңыз.`,
    'length-ratio': ({ expected, found }) =>
      `Мұнда ${found} таңба бар, бұл әдеттегіден (шамамен ${expected}) едәуір ${Number(found) < Number(expected) ? 'аз' : 'көп'}. Ештеңе түсіп қалмағанын немесе артық қосылмағанын тексеріңіз.`,
    'structure-differs': ({ expected, found }) =>
      `Түпнұсқада бұл – ${kind(expected)}, аудармада – ${kind(found)}. Сәйкестендіріңіз.`,
    residue: ({ found }) =>
      `Мұнда машинадан қалған ${q(found)} таңбасы тұр. Орнына тиісті сөзді жазыңыз.`,
    'mixed-script': ({ found }) =>
      `${q(found)} сөзінде басқа әліпбидің ұқсас әріптері бар. Сөзді қайта теріңіз.`,
    'invisible-character': ({ found }) => `Мұнда көрінбейтін таңба бар (${found}). Өшіріңіз.`,
  },
}
