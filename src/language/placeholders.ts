/**
 * Places that somebody meant to fill in: [NAME], [insert quote], [дата], {{title}}; or that a machine left: XNUMX. Square brackets have a right use in
 * a quotation – [the Minister], [sic], […], [NATO], [XX век] – so a bracket is a placeholder only by what it says.
 */

// Right after a letter it is part of an address or of code.
const bracket = /(?<![\p{L}\p{N}_])\[([^\][\n]{1,80})\]/gu
const template = /\{\{[^{}\n]{1,80}\}\}/g
const lorem = /\blorem ipsum\b/gi
/** A number that a machine translation left out: XNUMX, COXNUMX. */
const number = /\p{L}*XNUMX\p{L}*/gu

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** What nobody would put into a quotation in brackets. */
const nouns = list(
  [
    'name surname firstname lastname date quote quotation url email e-mail headline',
    'navn fornavn etternavn dato sitat epost e-post overskrift',
    'имя фамилия отчество фио дата цитата заголовок',
    'аты-жөні тегі дәйексөз тақырып',
  ].join(' '),
)
/** Words that a quotation may hold too: a placeholder outside of one, or in capitals. */
const capitals = list(
  [
    'place time title number city country address link source text position amount phone telephone minister',
    'sted tidspunkt tittel nummer land adresse lenke kilde tekst stilling beløp telefon telefonnummer minister',
    'место время название номер город страна адрес ссылка источник текст должность сумма телефон министр',
    'аты есімі күні орны уақыты атауы нөмірі қала ел мекенжайы сілтеме дереккөз мәтін лауазымы сомасы телефон министр',
  ].join(' '),
)
const between = list('and of full first last og fullt fulle и және толық полное')

const toDo = [
  /^(tbc|tbd|tba|tktk|todo|fixme)(\s*[:,.].*|\s+[–-].*)?$/i,
  /^to be (confirmed|decided|determined|announced|added|completed|inserted|filled in)$/i,
  /^(må )?(avklares|bekreftes|fylles (ut|inn)|settes inn|legges til)( (senere|siden))?$/i,
  /^(уточняется|уточнить|заполнить|будет (уточнено|добавлено|вставлено))$/i,
  /^(нақтыланады|толтырылады|кейін қосылады|нақтылау керек|толтыру керек)$/i,
]
const orders = [
  /^(insert|fill in|sett inn|fyll inn|fyll ut|legg inn|skriv inn)( |$)/i,
  /^(вставить|вставьте|вписать|впишите|заполните|заполнить)( |$)/i,
  /(^| )(енгізіңіз|енгізу керек|толтырыңыз)$/i,
]
/** Lower case and lone: capitals are Roman numbers. Dates as patterns. */
const patterns = [
  /(^|[\s.,])[xх]{2,}([\s.,%]|$)/,
  /^[XХ]{4,}$/,
  /^[_\s]+$/,
  /^\?{2,}$/,
  /^(dd|дд|кк)[./ -](mm|мм|аа)([./ -]\p{L}{2,4})?$/iu,
]

const speech = /“[^”]*(”|$)|„[^“”]*([“”]|$)|«[^»]*(»|$)|»[^«]*(«|$)|"[^"]*("|$)/gu

/** Where words are quoted, from mark to mark; to the end where the closing one is missing. */
function quotedIn(text: string): (at: number) => boolean {
  const spans = [...text.matchAll(speech)].map(({ index, 0: whole }) => [
    index,
    index + whole.length,
  ])
  return (at) => spans.some(([start = 0, end = 0]) => at >= start && at < end)
}

function isPlaceholder(inside: string, quoted: boolean): boolean {
  const words = inside.trim()
  if (patterns.some((pattern) => pattern.test(inside))) return true
  if (toDo.some((pattern) => pattern.test(words))) return true
  if (orders.some((pattern) => pattern.test(words))) return true
  const shouted = words === words.toUpperCase()
  const tokens = words
    .toLowerCase()
    .split(/[\s,;:/&]+/u)
    .filter((token) => !between.has(token) && !/^\d*$/.test(token))
  return (
    tokens.length > 0 &&
    tokens.every((token) => nouns.has(token) || ((shouted || !quoted) && capitals.has(token)))
  )
}

/** The placeholders of a text, as they stand in it, in their order. `speech`: all of it is quoted. */
export function findPlaceholders(text: string, { speech: all = false } = {}): string[] {
  const quoted = quotedIn(text)
  return [
    ...[...text.matchAll(bracket)].filter(({ index, 1: inside = '' }) =>
      isPlaceholder(inside, all || quoted(index)),
    ),
    ...text.matchAll(template),
    ...text.matchAll(lorem),
    ...text.matchAll(number),
  ]
    .sort((a, b) => a.index - b.index)
    .map(([whole]) => whole)
}
