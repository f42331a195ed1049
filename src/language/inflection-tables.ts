import type { Language } from './languages.ts'

/**
 * How a language inflects words, row by row: the ending of the form that a dictionary has, and the endings that stand
 * in its place. `_`: none. `*`: a word that no other row fits. A word may fit several rows.
 */
interface Inflection {
  rows: readonly (readonly [ending: string, forms: string])[]
  /** Endings of surnames that few common words have, and what they take besides. */
  surnames?: readonly (readonly [ending: string, forms: string])[]
}

const scandinavianNames = '_ s'

export const inflections: Readonly<Partial<Record<Language, Inflection>>> = {
  en: {
    rows: [
      ['y', 'y ies ys'],
      ['*', '_ s es'],
    ],
  },
  nb: {
    rows: [
      ['sen', 'sen sens'],
      ['ene', 'ene enes er ers _ s en ens e'],
      ['en', 'en ens _ s er ers ene enes e es'],
      ['et', 'et ets _ s er ers a ene enes e'],
      ['a', 'a as e er ene ene en _ et ets'],
      ['er', 'er ers re res eren erens eret erene erenes rne rene renes e en ene'],
      ['e', 'e es en ens et ets er ers ene enes a t _'],
      ['*', '_ s en ens et ets a as er ers ene enes e es t ts ne'],
    ],
    surnames: [['*', scandinavianNames]],
  },
  nn: {
    rows: [
      ['sen', 'sen sens'],
      ['ane', 'ane anes ar ars _ s en ens'],
      ['en', 'en ens _ s ar ars ane anes er ene e'],
      ['et', 'et ets _ s a ar e'],
      ['a', 'a as e er ene _ i or one et'],
      ['er', 'er ers rar rane eren erens arar ar ane e'],
      ['ar', 'ar ars ar aren arens arar arane'],
      ['e', 'e es en ens et ets a ar ane er ene t _'],
      ['*', '_ s en ens et ets a as ar ars ane anes er ers ene enes e es t'],
    ],
  },
  da: {
    rows: [
      ['sen', 'sen sens'],
      ['erne', 'erne ernes er ers _ s en'],
      ['ene', 'ene enes er _ s en'],
      ['en', 'en ens _ s er ers erne ernes e ene'],
      ['et', 'et ets _ s er ers erne ernes e ene'],
      ['er', 'er ers re res eren erens eret erne ernes rne e en'],
      ['e', 'e es en ens et ets er ers erne ernes r t _'],
      ['*', '_ s en ens et ets er ers erne ernes e es ene enes t ts ne'],
    ],
  },
  sv: {
    rows: [
      ['en', 'en ens _ s ar ars arna arnas er ers erna ernas e'],
      ['et', 'et ets _ s en ens er erna'],
      ['t', 't ts tet tets ten er erna _'],
      ['an', 'an ans a as or ors orna ornas'],
      ['a', 'a as an ans or ors orna ornas at _'],
      ['arna', 'arna arnas ar ars _ en'],
      ['erna', 'erna ernas er ers _ en'],
      ['e', 'e es en ens ar arna n ns'],
      [
        '*',
        '_ s en ens n ns et ets t ts ar ars arna arnas er ers erna ernas or orna a as na nas e',
      ],
    ],
  },
  de: {
    rows: [
      ['er', 'er ers e es em en ern erin erinnen'],
      ['e', 'e es er em en ens n ns'],
      ['um', 'um ums en'],
      ['es', 'es er e em en'],
      ['en', 'en ens e er es em'],
      ['*', '_ s es n en e er em ern ens ns se sen in innen'],
    ],
  },
  fr: {
    rows: [
      ['al', 'al ale ales aux'],
      ['ien', 'ien iens ienne iennes'],
      ['en', 'en ens enne ennes'],
      ['er', 'er ers ère ères'],
      ['if', 'if ifs ive ives'],
      ['eur', 'eur eurs euse euses rice rices'],
      ['*', '_ s x e es'],
    ],
  },
  es: {
    rows: [
      ['o', 'o a os as'],
      ['a', 'a as o os'],
      ['e', 'e es'],
      ['z', 'z ces'],
      ['ón', 'ón ones'],
      ['és', 'és esa eses esas'],
      ['*', '_ s es a as'],
    ],
  },
  ru: {
    rows: [
      ['ия', 'ия ии ию ией иею ий иям иями иях'],
      ['ие', 'ие ия ию ием ии ий иям иями иях их им ими ого его'],
      ['ье', 'ье ья ью ьем ьи ий ьям ьями ьях'],
      [
        'ий',
        'ий ия ию ием ии иев иям иями иях его ему им ем яя ей юю ее ие их ими ого ому ая ой ую ое',
      ],
      ['ый', 'ый ого ому ым ом ая ой ую ое ые ых ыми'],
      ['ой', 'ой ого ому ым им ом ая ую ое ые ие ых их ыми ими'],
      ['ая', 'ая ой ую ое ый ий ого ому ым им ом ые ие ых их ыми ими'],
      ['яя', 'яя ей юю ее ий его ему им ем ие их ими'],
      ['ое', 'ое ого ому ым им ом ая ой ую ый ые ых ыми'],
      ['ее', 'ее его ему им ем яя ей юю ий ие их ими'],
      ['ые', 'ые ых ым ыми ый ого ая ой'],
      ['ец', 'ец ца цу цом цем це цы цев цов цам цами цах'],
      ['ок', 'ок ка ку ком ке ки ков кам ками ках'],
      ['ел', 'ел ла лу лом ле лы'],
      ['ень', 'ень ня ню нем не ни ней ням нями нях'],
      ['ев', 'ев ьва ьву ьвом ьве'],
      ['й', 'й я ю ем е и ев ям ями ях'],
      ['а', 'а ы и е у ой ою ей ею _ ам ами ах'],
      ['я', 'я и е ю ей ею ь й ям ями ях'],
      ['о', 'о а у ом е _ ам ами ах ы'],
      ['е', 'е я а ю у ем и ей ям ями ях'],
      ['ь', 'ь я ю ем е и ью ей ям ями ях'],
      ['ы', 'ы _ ов ам ами ах'],
      ['и', 'и ей ов ев ям ями ях ам ами ах _ ь'],
      ['*', '_ а у ом ем е ы и ов ев ей ам ами ах'],
    ],
    surnames: [
      ['ов', 'ов ова ову овым ове овы овых овыми овой'],
      ['ев', 'ев ева еву евым еве евы евых евыми евой'],
      ['ин', 'ин ина ину иным ине ины иных иными иной'],
      ['ын', 'ын ына ыну ыным ыне ыны ыных ыными ыной'],
      ['ова', 'ова овой ову овы овых'],
      ['ева', 'ева евой еву евы евых'],
      ['ина', 'ина иной ину ины иных'],
    ],
  },
  uk: {
    rows: [
      ['ія', 'ія ії ію ією ій іям іями іях'],
      ['ий', 'ий ого ому им ім а ої ій у ою е і их ими ія ію ієм'],
      ['ій', 'ій ія ію ієм ії ієві ього ьому ім'],
      ['а', 'а и і у ою ої ій е их им ими _ ам ами ах ого ому'],
      ['ка', 'ка ки ці ку кою ок кам ками ках'],
      ['га', 'га ги зі гу гою г гам гами гах'],
      ['ха', 'ха хи сі ху хою х'],
      ['я', 'я і ю єю ею ь й ям ями ях'],
      ['о', 'о а у ом ові і _ ам ами ах'],
      ['е', 'е ого ому им ім а ої у ою і их ими я ю ем'],
      ['і', 'і их им ими ей ів'],
      ['ь', 'ь я ю ем еві єві і ї ю ей ям ями ях'],
      ['й', 'й я ю єм ї єві їв ям ями ях'],
      ['їв', 'їв єва єву євом єві'],
      ['ів', 'ів ова ову овом ові'],
      ['ець', 'ець ця цю цем цеві ці ців цям цями цях'],
      ['ок', 'ок ка ку ком кові ки ків кам ками ках'],
      ['и', 'и ів ам ами ах _'],
      ['я', 'я ю ям і'],
      ['*', '_ а у ові еві ом ем і и ів ам ами ах'],
    ],
    surnames: [
      ['ов', 'ов ова ову овим ові ови ових овими ової'],
      ['єв', 'єв єва єву євим єві єви євих євими євої'],
      ['ев', 'ев ева еву евим еві еви евих евими евої'],
      ['ін', 'ін іна іну іним іні іни іних іними іної'],
    ],
  },
}

/** Kazakh sets endings one after the other; each of these may be left out. */
export const kazakhChain = [
  // What makes another word: -лық, -шы, -сыз, -лы
  '(?:(?:[лдт][ыі][қкғг])|ш[ыі]|с[ыі]з|[лдт][ыі])?',
  // Plural
  '(?:[лдт][ае]р)?',
  // Whose
  '(?:[ыі]?м[ыі]з|[ыі]?ң[ыі]з|с[ыі]|[ыі]?[мң]|[ыі])?',
  // Case
  '(?:[нтд][ыі]ң|[нтд][ыі]|[ғгқк][ае]|н[ае]|[ае]|нд[ае]н|[дт][ае]н|н[ае]н|нд[ае]|[дт][ае]|[мбп]ен|н)?',
  // Of a place, of a person, like
  '(?:[ғг][ыі]|[нтд]ікі|[дт][ае]й|ш[ае])?',
  '(?:[нтд][ыі]ң|[лдт][ае]р[ыі]?|с[ыі])?',
].join('')

/** Endings that make an adjective or an inhabitant of a name: what a translation may say instead of the name. */
export const derivedEndings: Readonly<Partial<Record<Language, string>>> = {
  en: 'n an ans ian ians ish ese i ic er ers',
  nb: 'sk ske isk iske er ere eren erne ansk anske ar',
  nn: 'sk ske isk iske ar arar aren ansk anske',
  da: 'sk ske isk iske er ere ansk anske',
  sv: 'sk ska iska isk are arna ansk anska',
  de: 'isch ische ischen ischer isches ischem er ern sch sche schen scher',
  fr: 'n ne ns nes ien ienne iens iennes ais aise aises ois oise e es',
  es: 'no na nos nas eño eña és esa ense ano ana anos anas o a os as',
  ru: 'ский ского скому ским ском ская ской скую ское ские ских скими ец ца цы цев цам цу',
  uk: 'ський ського ському ським ська ської ській ську ською ське ські ських ськими ець ця ці ців',
  kk: 'лық лік дық дік тық тік',
}
