import type { Mark } from './scripts.ts'

/** What machines leave in texts. Each with an example, for the person who reads this table. */
const patterns: readonly RegExp[] = [
  // XNUMX, COXNUMX, XNUMXth
  /\p{L}*XNUMX\p{L}*/gu,
  // {0}, {{name}}, ${name}, {name}
  /\$?\{\{?\s*[\p{L}\d_.-]{0,40}\s*\}?\}/gu,
  // %s, %d, %1$s, %(name)s – not 5 %
  /(?<![\d\p{L}\s])%[sdif]\b|(?<=^|\s)%(?:\d\$)?[sd](?![\p{L}\d])|%\([a-z_]{1,30}\)[sd]/gu,
  // <g id="1">, </x>, <b>, <br/>, <ph …>
  /<\/?[a-z][a-z0-9:-]{0,15}(?:\s[^<>]{0,200})?\/?>/giu,
  // [[…]], [#1], ⟦…⟧, ##1##, __PLACEHOLDER__, @@1@@
  /\[\[[^\]\n]{0,80}\]\]|⟦[^⟧\n]{0,80}⟧|##\w{1,30}##|@@\w{1,30}@@|__[A-Z0-9_]{2,30}__/gu,
  // [NAME], [INSERT DATE], [TN: …], [translator’s note]
  /\[(?:\p{Lu}{2,}(?:[\s_-]\p{Lu}{2,}){0,4}|TN\b[^\]\n]{0,80})\]/gu,
  /\[(?:translator|sett inn|insert)\b[^\]\n]{0,80}\]/giu,
  // &nbsp; &amp; &#39; &#xA0;
  /&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,6});/giu,
  // \u00e5, \n, \"
  /\\u[\da-f]{4}|\\[nrt"](?![\p{L}\\])/giu,
  // Translated by DeepL, Oversatt av Google
  /(?:translated (?:by|with|using)|oversatt (?:av|med)|omsett (?:av|med)|oversat (?:af|med)|översatt (?:av|med)|übersetzt (?:von|mit|durch)|traduit (?:par|avec)|traducido (?:por|con)|переведено(?: с помощью)?|перекладено(?: за допомогою)?|аударған:?)\s+(?:www\.)?(?:deepl|google|microsoft|bing|yandex|яндекс|chatgpt|systran|machine|ai\b|ии\b)[^\n]{0,40}/giu,
  /\b(?:deepl\.com|translate\.google)\S{0,40}/giu,
  // undefined, [object Object], NaN
  /\[object Object\]|(?<![\p{L}\d-])NaN(?![\p{L}\d-])/gu,
  // � and half characters
  /\uFFFD|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
  // Ã¥, â€™, Â«, Ð°Ð±: letters read in the wrong encoding
  /\p{L}*Ã[\u0080-\u00BF¡-¿†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€‚ƒ„…]\p{L}*|â€[\u0080-\u00BF™œ“”˜¦š\u009d¢]?|Â[«»\u00A0°·§]|(?:[ÐÑ][\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€°±²³´µ¶·¸¹º»¼½¾¿]){2,}/gu,
  // K?benhavn: letters that an encoding lost
  /(?<![/\p{L}=&])\p{L}+\?\p{Ll}\p{L}*/gu,
  // **bold**, ## heading
  /\*\*[^*\n]{1,200}\*\*|(?:^|\n)#{1,6}\s(?=\S)/gu,
  // lorem ipsum, TODO
  /\b(?:[Ll]orem ipsum|TODO|FIXME|TBD|XXX)\b/gu,
]

/** Words of programs that are words of no language; in English they may be. */
const programWords = /(?<![\p{L}\d-])(?:undefined|null)(?![\p{L}\d-])/gu
const address = /\b(?:https?:\/\/|www\.)\S+/giu

function marksOf(text: string, pattern: RegExp): Mark[] {
  return [...text.matchAll(pattern)].map(({ 0: shown, index }) => ({
    start: index,
    end: index + shown.length,
    shown: shown.trim(),
  }))
}

const signs =
  /[{}<>[\]&%\\*#@_⟦\uFFFDÃÂâÐÑ?\uD800-\uDFFF]|XNUMX|NaN|oversatt|omsett|oversat|översatt|übersetzt|translat|traduit|traducido|перевед|переклад|аударған|deepl|lorem ipsum|TODO|FIXME|TBD|XXX/iu

/** What a machine left in a text, in its order. Addresses are none. `programs`: whether `undefined` is a word of it. */
export function residueIn(text: string, programs = true): Mark[] {
  const marks = signs.test(text) ? patterns.flatMap((pattern) => marksOf(text, pattern)) : []
  if (programs) marks.push(...marksOf(text, programWords))
  if (marks.length === 0) return []
  const addresses = marksOf(text, address)
  return marks
    .filter(
      (one) => !addresses.some((inside) => inside.start <= one.start && one.end <= inside.end),
    )
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .filter((one, index, all) => {
      const before = all[index - 1]
      return before === undefined || one.start >= before.end
    })
}
