import { isDerivedFrom, isFormOf } from '../inflection.ts'
import type { Language } from '../languages.ts'
import { distance, nameKey, sameName, skeletonOf } from '../name-keys.ts'
import { regionOf } from '../regions.ts'
import { quotedIn } from '../speech.ts'
import type { Check } from './check.ts'
import type { Finding } from './finding.ts'
import { isName, type Name, namesOf, nextTo } from './name-tokens.ts'
import type { Bead, Pair } from './pair.ts'
import { type Index, indexOf, type Token } from './term-places.ts'

interface Sides {
  pair: Pair
  source: Index
  target: Index
  sourceNames: readonly Name[]
  targetNames: readonly Name[]
}

const latin = /^\p{Script=Latin}/u
const sameScript = (one: string, other: string): boolean => latin.test(one) === latin.test(other)

function finding(
  check: Finding['check'],
  token: Token,
  expected: string,
  source: Token | null,
): Finding {
  return {
    check,
    level: 'warning',
    segment: token.segment,
    source: source && { segment: source.segment, start: source.start, end: source.end },
    target: { segment: token.segment, start: token.start, end: token.end },
    expected,
    found: token.text,
  }
}

/** Differences in so many letters at the end are the language's endings. */
const ending = 3
const longEnding = 4
const longWord = 8
const leastVariant = 5

function commonStart(one: string, other: string): number {
  let count = 0
  while (count < one.length && one[count] === other[count]) count++
  return count
}

/** Two neighbours that changed places: Sohleim. */
function areSwapped(one: string, other: string): boolean {
  const at = commonStart(one, other)
  return (
    one.length === other.length &&
    at + 2 <= one.length &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  )
}

/** So much in common at the end that no case or number can be what differs: Солхейм, Солхайм. */
function endAlike(one: string, other: string): boolean {
  return one.length === other.length && one.slice(-2) === other.slice(-2)
}

/** Whether two spellings of one language differ inside, by a letter or two, and not as forms of one word do. */
function areVariants(one: string, other: string, lang: Language): boolean {
  const shortest = Math.min(one.length, other.length)
  if (one[0] !== other[0] || shortest < leastVariant) return false
  const most = shortest >= longWord ? longEnding : ending
  if (commonStart(one, other) >= shortest - most && !endAlike(one, other)) return false
  if (!areNear(one, other) && !areSwapped(one, other)) return false
  return (
    !isFormOf(one, other, lang) &&
    !isFormOf(other, one, lang) &&
    !isDerivedFrom(one, other, lang) &&
    !isDerivedFrom(other, one, lang)
  )
}

/** Whether a letter or two make one of the other, endings aside. */
function areNear(one: string, other: string): boolean {
  const most = Math.min(one.length, other.length) >= longWord ? 2 : 1
  if (Math.abs(one.length - other.length) > most + ending) return false
  for (let i = 0; i <= ending; i++)
    for (let j = 0; j <= ending; j++) {
      const [a, b] = [one.slice(0, one.length - i), other.slice(0, other.length - j)]
      if (Math.min(a.length, b.length) >= leastVariant && distance(a, b, most) <= most) return true
    }
  return false
}

/** Consonants that the ending of a case adds. */
const mostAdded = 1

/** Whether a source name may have become this: the same, or misspelt. */
function nearName(source: string, target: string): boolean {
  const [one, other] = [skeletonOf(source), skeletonOf(target)]
  // Oslo is no short Солхейм.
  if (sameName(source, target) && Math.abs(one.length - other.length) <= mostAdded) return true
  if (sameScript(source, target)) {
    const [key, found] = [nameKey(source), nameKey(target)]
    return (
      key[0] === found[0] &&
      distance(key.slice(0, found.length), found.slice(0, key.length + 2), 2) <= 2
    )
  }
  return one.length >= 4 && distance(one, other.slice(0, one.length), 1) <= 1
}

/** One name of the source, spelt in two ways in the target. The rarer spelling is told, the later of two. */
export function nameVariants(sides: Sides): Finding[] {
  const { source, target, sourceNames, targetNames, pair } = sides
  const { lang } = target
  return targetNames.flatMap((rare): Finding[] => {
    const others = targetNames.filter(
      (one) => one !== rare && areVariants(one.lower, rare.lower, lang),
    )
    const usual = others.find(
      (one) =>
        one.tokens.length > rare.tokens.length ||
        (one.tokens.length === rare.tokens.length &&
          targetNames.indexOf(one) < targetNames.indexOf(rare)),
    )
    if (!usual) return []
    if (isKept(rare, sides)) return []
    if (isKept(usual, sides) && bare(rare.lower) === bare(usual.lower)) return []
    const near = (name: Name) => sourceNames.filter((one) => nearName(one.text, name.text))
    const [both, more] = near(rare).filter((one) => near(usual).includes(one))
    if (!both || more || both.tokens.length < 2) return []
    // The source knows both spellings, or two names that are as much alike.
    if (sourceNames.some((one) => one !== both && areVariants(one.lower, both.lower, source.lang)))
      return []
    const [token] = rare.tokens
    const [at] = both.tokens
    // Names of its glossary are another check's.
    if (!token || isGlossed(both.lower, pair)) return []
    return [finding('name-variants', token, usual.text, at ?? null)]
  })
}

const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '')

const beside = (index: Index, token: Token): string[] =>
  ([1, -1] as const).flatMap((by) => nextTo(index, token, by)?.text ?? [])

/** Part of a longer name that stands in the original: the California of California State University. */
function isKept(name: Name, { source, target, sourceNames }: Sides): boolean {
  const same = sourceNames.find(({ text }) => text === name.text)
  if (!same) return false
  const there = new Set(same.tokens.flatMap((token) => beside(source, token)))
  return name.tokens.some((token) => beside(target, token).some((text) => there.has(text)))
}

function isGlossed(lower: string, { glossary, source }: Pair): boolean {
  return glossary.some(({ term }) => term[source.lang]?.toLowerCase().includes(lower))
}

/** What a name is in the other language: a country by its code, else by its sound. */
function areOne(source: Name, target: Name, { source: from, target: to }: Sides): boolean {
  const region = regionOf(source.lower, from.lang)
  if (region) return region === regionOf(target.lower, to.lang)
  return sameName(source.text, target.text)
}

const standsIn = (name: Name, segments: readonly number[]): boolean =>
  name.tokens.some(({ segment }) => segments.includes(segment))

/** Forms of a name that stand in some segments, at the beginning of sentences too. */
function anyFormIn(index: Index, name: Name, segments: readonly number[]): boolean {
  return segments.some((segment) =>
    (index.bySegment[segment] ?? []).some(
      ({ lower }) =>
        lower === name.lower ||
        isFormOf(lower, name.lower, index.lang) ||
        isFormOf(name.lower, lower, index.lang) ||
        isDerivedFrom(lower, name.lower, index.lang),
    ),
  )
}

/**
 * Somebody else's name: the source names one whom the target knows by name elsewhere and not here, and the target names
 * here one whom the source knows elsewhere and not here.
 */
export function swappedNames(sides: Sides, beads: readonly Bead[]): Finding[] {
  const { source, target, sourceNames, targetNames, pair } = sides
  const counterparts = sourceNames.map((name) => ({
    name,
    others: targetNames.filter((other) => areOne(name, other, sides)),
  }))
  return beads.flatMap((bead): Finding[] => {
    if (bead.sources.length === 0 || bead.targets.length === 0) return []
    const lost = counterparts.filter(
      ({ name, others }) =>
        standsIn(name, bead.sources) &&
        others.length > 0 &&
        !others.some((other) => anyFormIn(target, other, bead.targets)),
    )
    const strangers = targetNames.filter((name) => {
      if (!standsIn(name, bead.targets)) return false
      const own = counterparts.filter(({ others }) => others.includes(name))
      return own.length > 0 && !own.some((one) => anyFormIn(source, one.name, bead.sources))
    })
    const [gone, moreGone] = lost
    const [stranger, moreStrangers] = strangers
    if (!gone || moreGone || !stranger || moreStrangers) return []
    const speaks = bead.sources.some((segment) => {
      const found = pair.source.segments[segment]
      return found !== undefined && quotedIn(found).speech.length > 0
    })
    const often = [gone.name, stranger, ...(speaks ? [] : gone.others)]
    if (!often.every(({ tokens }) => tokens.length >= 2)) return []
    const token = stranger.tokens.find(({ segment }) => bead.targets.includes(segment))
    const at = gone.name.tokens.find(({ segment }) => bead.sources.includes(segment))
    if (!token || !at) return []
    return [finding(speaks ? 'quotation-speaker' : 'name-missing', token, at.text, at)]
  })
}

/** Offices and bodies that languages write nearly alike; no names. */
const cognate =
  /^(?:pr[eäé]sid|sena[dt]|minist|prof|doktor|doctor|gener|dire[ck]t|prin[csz]|admir|kom+is|com+is|[ck]onsul|am+bas|se[ck]re[tc]|sekr|chan[cs]e|kan[sz]l|go[uv]+ern|gu[vb]ern|parla|com+it|kom+it|as+emb|asamb|asam|repub|demok|democ|univers|insti|aka?d|aca?d|natio|na[cs]i|euro|norw|nor[sv])/

const vowels = /[aeiouyæøåäö]/g

/** Letters of Latin names that other scripts write by their sound in one of many languages. */
const freelyRendered = /[cgjhwxy]/i

/** Whether a name was misspelt on its way: near, and not merely written as the language writes it. */
function isMisspelt(
  source: string,
  target: Token,
  { target: { lang }, targetNames }: Sides,
): boolean {
  const [one, other] = [source.toLowerCase(), target.lower]
  if (cognate.test(one) || cognate.test(other)) return false
  if (sameName(source, target.text) || isFormOf(other, one, lang)) return false
  if (!sameScript(source, target.text)) {
    const [a, b] = [skeletonOf(source), skeletonOf(target.text)]
    // Scripts render names too freely: only where the text itself shows how this one is written.
    const [plain] = [source, target.text].filter((name) => latin.test(name))
    if (plain && freelyRendered.test(plain)) return false
    const written = targetNames.some(({ text }) => sameName(source, text))
    return written && a.length >= 4 && a.length === b.length && distance(a, b, 1) === 1
  }
  if (Math.min(one.length, other.length) < leastVariant) return false
  const [a, b] = [skeletonOf(source), skeletonOf(target.text)]
  if (a !== b) return a.length >= 3 && distance(nameKey(source), nameKey(target.text), 2) <= 2
  return (
    one.length === other.length &&
    one.at(-1) === other.at(-1) &&
    one.replace(vowels, '') === other.replace(vowels, '') &&
    bare(one) !== bare(other)
  )
}

const tokensIn = (index: Index, segments: readonly number[]): Token[] =>
  segments.flatMap((segment) => index.bySegment[segment] ?? [])

/** Of two names that stand together, one is the same in the target and the other is misspelt. */
export function misspeltNames(sides: Sides, beads: readonly Bead[]): Finding[] {
  const { source, target, pair } = sides
  return beads.flatMap((bead): Finding[] => {
    const there = tokensIn(source, bead.sources)
    const couples = there.filter(isName).flatMap((name) =>
      ([1, -1] as const).flatMap((by) => {
        const companion = nextTo(source, name, by)
        return companion && isName(companion) ? [{ name, companion, by }] : []
      }),
    )
    if (couples.length === 0) return []
    const here = tokensIn(target, bead.targets)
    const capitals = here.filter(({ capital }) => capital)
    return couples.flatMap(({ name, companion, by }): Finding[] => {
      const same = capitals.find(({ text }) => sameName(companion.text, text))
      const beside = same && nextTo(target, same, by === 1 ? -1 : 1)
      if (!beside || !isName(beside) || !isMisspelt(name.text, beside, sides)) return []
      if (here.some(({ text }) => sameName(name.text, text))) return []
      if (there.some(({ text }) => sameName(text, beside.text))) return []
      return isGlossed(name.lower, pair) ? [] : [finding('name-missing', beside, name.text, name)]
    })
  })
}

/** One finding for one place. */
function oncePerPlace(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (one, index) =>
      findings.findIndex(
        (other) => other.segment === one.segment && other.target?.start === one.target?.start,
      ) === index,
  )
}

/** Names, without a term base: only what two places of the texts together make sure. */
export const names: Check = (pair, _alignment, beads) => {
  const [source, target] = [indexOf(pair.source), indexOf(pair.target)]
  const sides = {
    pair,
    source,
    target,
    sourceNames: namesOf(source),
    targetNames: namesOf(target),
  }
  return oncePerPlace([
    ...nameVariants(sides),
    ...misspeltNames(sides, beads),
    ...swappedNames(sides, beads),
  ])
}
