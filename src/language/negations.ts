import type { Span } from './fidelity/pair.ts'
import type { Language } from './languages.ts'
import { blankAddresses } from './blank-addresses.ts'
import { negationWords } from './negation-words.ts'
import { remembered } from './remembered.ts'
import { lowered } from './words.ts'

interface Patterns {
  isClear: (word: string) => boolean
  clearPhrases: RegExp
  isSign: (word: string) => boolean
  signPhrases: RegExp
  against: RegExp
  idioms: RegExp
}

/** Letters that begin like a negative prefix and are none. */
const notNegative: Readonly<Partial<Record<Language, string>>> = {
  en: 'uni*, under*, until, unto, uncle*, unesco, unicef, unctad, den, dens*, dent*, ban, bank*, band*, endors*, endow*, end-*, few*, remaind*, lackey*, denmark*, banquet*, miss, missi*, unless, bless, nonetheless, nevertheless, regardless, un',
  nb: 'uke*, ukr*, ung*, under*, union*, univers*, unik*, ut*, ur*, un, unna*, unesco, unicef, usa, ulv*, ull*, uro*, uttal*, u, mission*, misjon*, mist*',
  nn: 'uke*, ukr*, ung*, under*, union*, univers*, unik*, ut*, ur*, un, unna*, unesco, unicef, usa, ulv*, ull*, uro*, u, misjon*, mist*',
  da: 'uge*, ukr*, ung*, under*, union*, univers*, unik*, ud*, ur*, un, unesco, unicef, usa, ulv*, uld*, u, mission*, mist*',
  de: 'unter*, und, uns*, union*, univers*, ungarn*, ungarisch*, unesco, unicef, un, ungefähr*, uno, schweren, lehnt, lehnin*, los',
  sv: 'och, också, om, områd*, ord*, orden*, order*, organ*, ort*, oktober, olj*, olika, omfatt*, omr*, oss, ost*, os*, operat*, ock*, offentlig*, oli*, omkring, oppositi*, ombud*, omställ*, omvand*, oav*',
  fr: 'inter*, intér*, indi*, inv*, ins*, init*, int*, inf*, inn*, ind*, inc*, imp*, il, ils, im*, ir*, inaug*, inclus*, dé, déc*, dév*, dém*, dép*, dél*, dés*, dét*, déj*, déb*, déf*, dég*, dém*, mé, mét*, méd*, mém*, mér*, mal, malgré, ill*, que, plus, fin',
  es: 'inter*, ind*, inv*, ins*, inic*, int*, inf*, inn*, inc*, inaug*, imp*, ir, irá*, irl*, irán, iraq*, irak*, desar*, desde, desp*, dest*, desc*, desem*, dis*, cese, ces*, negoci*, in, fin, solo, sólo, hasta',
  ru: 'ни, нижн*, низ*, ник*, неб*, недел*, недавн*, нефт*, неко*, несколько, немец*, нейтр*, необход*, непосред*, неодно*, нередко, немало, неотъемл*, неуклон*, нем, нему, ней, нее, нег*, неё, бесе*, безоп*, николай*, нидерл*, нигер*, ним, них, ними, нить, ниж*, а, трудн*, трудо*, лишь, лишний, складыв*, несет*, несут*, нес*, сложи*, противо*, некотор*, новы*, нью, неру*, нес*',
  uk: 'ні, ніж, нім*, нід*, нік*, неб*, неділ*, недавн*, нейтр*, необхід*, неодно*, нехай, нею, ней, нес*, безп*, безпосеред*, німеч*, нідерл*, ніг*, них, нині, нижн*, а, нього, неї, ньому, складник*, складов*',
  kk: 'тек, мей, бас, бай, бес, мес, отыз, сегіз, тоғыз, теңіз, негіз, *негіз, айыр*, кеңес, *кеңес, маңыз*, бізсіз, сіз, сізд*, сізг*, сізб*, аймағ*, *бағдарлама*, көмег*, *аймақ*, *аймағ*, *йымап*, маған, жалпы*, *сегіз*, *бай, бұрын, қарай, қарау*, қаража*, қарамағ*, қараған*, аз, дейін, *кемей, компас, *емей, мұрағат, азаматтық, саммит, қарсы, еш, *арпай, тыс, әлі, шекара*, шек, бос, өзге, болмаса, *наурыз, ауыз, *ағзасыз',
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function listed(list: string): string[] {
  return list === '' ? [] : list.split(', ')
}

/** A word or phrase as a pattern; a star stands for letters. */
function patternOf(entry: string): string {
  return entry
    .split('*')
    .map((part) => escape(part).replaceAll(' ', '\\s+'))
    .join('\\p{L}*')
}

function anyOf(entries: readonly string[]): string {
  return entries.length === 0 ? '(?!)' : entries.map(patternOf).join('|')
}

function words(entries: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf(entries)})(?![\\p{L}\\p{N}])`, 'gu')
}

/** English contracts, and French parts its negation in two. */
const extra: Readonly<Partial<Record<Language, string>>> = {
  en: "(?<=\\p{L})n[’']t(?!\\p{L})|(?<![\\p{L}\\p{N}.])no(?=\\s\\p{Ll})(?!\\s(?:longer|doubt|less|later|fewer|more|matter|sooner|wonder|means|better|one)\\b)|(?<!\\p{L})no longer(?!\\p{L})",
  fr: "(?<!\\p{L})(?:ne\\s|n[’'])(?=(?:\\S+\\s+){0,4}?(?:pas|jamais|rien|aucun|aucune|personne|nullement|point)(?!\\p{L}))|(?<!\\p{L})sans(?!\\p{L})",
}

const compiled = new Map<Language, Patterns | null>()

const isPhrase = (entry: string): boolean => /[^\p{L}*]/u.test(entry)

function anyPhrase(entries: readonly string[], more?: string): RegExp {
  const phrases = words(entries.filter(isPhrase)).source
  return new RegExp([phrases, ...(more ? [more] : [])].join('|'), 'gu')
}

/** Words come again and again: each is looked at once. */
function anyWord(
  entries: readonly string[],
  except: readonly string[] = [],
): (word: string) => boolean {
  const [all, none] = [entries.filter((entry) => !isPhrase(entry)), except].map(
    (some) => new RegExp(`^(?:${anyOf(some)})$`, 'u'),
  )
  return remembered((word) => (all?.test(word) ?? false) && !none?.test(word))
}

function patternsOf(lang: Language): Patterns | null {
  const known = compiled.get(lang)
  if (known !== undefined) return known
  const table = negationWords[lang]
  const clear = listed(table?.clear ?? '')
  const signs = listed(table?.also ?? '')
  const patterns = table
    ? {
        isClear: anyWord(clear),
        clearPhrases: anyPhrase(clear, extra[lang]),
        isSign: anyWord(signs, listed(notNegative[lang] ?? '')),
        signPhrases: anyPhrase(signs),
        against: words(listed(table.against)),
        idioms: words(listed(table.idioms)),
      }
    : null
  compiled.set(lang, patterns)
  return patterns
}

/** The text as it is searched; null where composing changes its length, so that places can't be told. */
const searched = remembered((text): { lower: string; words: readonly Span[] } | null => {
  const lower = lowered(blankAddresses(text)).replaceAll("'", '’')
  if (lower.length !== text.length) return null
  return { lower, words: spansOf(lower, /[\p{L}\p{N}]+/gu) }
}, 500)

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }))
}

/** Plain negations of a text, as they stand: what must have something to answer it in a translation. */
export function denials(text: string, lang: Language): Span[] {
  const patterns = patternsOf(lang)
  const read = searched(text)
  if (!patterns || read === null) return []
  const { lower, words: all } = read
  const found = [
    ...all.filter(({ start, end }) => patterns.isClear(lower.slice(start, end))),
    ...spansOf(lower, patterns.clearPhrases),
  ]
  if (found.length === 0) return []
  const idioms = spansOf(lower, patterns.idioms)
  return found
    .filter(({ start }) => !idioms.some((idiom) => idiom.start <= start && start < idiom.end))
    .sort((one, other) => one.start - other.start)
}

/** Whether a text says against, which another language may say by a negation. */
export function isAgainst(text: string, lang: Language): boolean {
  const patterns = patternsOf(lang)
  return patterns !== null && (searched(text)?.lower.search(patterns.against) ?? -1) >= 0
}

/**
 * Whether anything in a text can carry a negation, idioms included. A language without a table always may. `against`:
 * whether saying against is enough.
 */
export function canDeny(text: string, lang: Language, against = true): boolean {
  const patterns = patternsOf(lang)
  const read = searched(text)
  if (!patterns || read === null) return true
  const { lower, words: all } = read
  return (
    all.some(({ start, end }) => {
      const word = lower.slice(start, end)
      return patterns.isClear(word) || patterns.isSign(word)
    }) ||
    [patterns.clearPhrases, patterns.signPhrases, ...(against ? [patterns.against] : [])].some(
      (pattern) => lower.search(pattern) >= 0,
    )
  )
}
