/** Letters that have no Latin base letter to fall back on, or one that readers wouldn't expect. `ъ=`: left out. */
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  [
    // Russian and Ukrainian
    'а=a б=b в=v г=g ґ=g д=d е=e ё=yo є=ye ж=zh з=z',
    'и=i і=i ї=yi й=y к=k л=l м=m н=n о=o п=p р=r',
    'с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ=',
    'ы=y ь= э=e ю=yu я=ya',
    // Kazakh
    'ә=a ғ=g қ=q ң=n ө=o ұ=u ү=u һ=h',
    // Latin letters without a decomposition
    'æ=ae ø=o å=a œ=oe ß=ss ð=d þ=th đ=d ł=l ı=i ħ=h',
    // Arabic
    'ا=a أ=a إ=i آ=a ٱ=a ب=b ت=t ث=th ج=j ح=h خ=kh',
    'د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a',
    'غ=gh ف=f ق=q ك=k ل=l م=m ن=n ه=h و=w ؤ=w ي=y',
    'ئ=y ى=a ة=a ء= ـ= پ=p چ=ch ژ=zh گ=g ک=k ی=y',
  ].flatMap((row) => row.split(' ').map((pair) => pair.split('='))),
)

/** The digit that a digit of another script means: ٢ and ۲ are 2. */
function digit(char: string): string | null {
  const code = char.codePointAt(0) ?? 0
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  return code >= 0x6f0 && code <= 0x6f9 ? String(code - 0x6f0) : null
}

const plain = /^[a-z0-9]*$/

/** Lower-case Latin letters without marks, for letters of every script of the mission; other signs stay as they are. */
export function latinOf(text: string): string {
  const lower = text.toLowerCase()
  if (plain.test(lower)) return lower
  return (
    [...lower.normalize('NFC')]
      // Marks fall away after the table: й and ї would lose theirs before it.
      .map((char) => letters[char] ?? digit(char) ?? char)
      .join('')
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      // NFKD may bring forth letters of the table again.
      .replace(/[^a-z0-9]/gu, (char) => letters[char] ?? char)
  )
}
