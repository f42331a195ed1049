const canonical = /^(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/
const letters: ReadonlyMap<string, number> = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
  ['L', 50],
])

/** Cyrillic letters that stand for Latin ones: ХХІ. */
const lookAlikes: ReadonlyMap<string, string> = new Map([
  ['І', 'I'],
  ['Х', 'X'],
])

/**
 * The value of a Roman numeral up to 89, or null. Higher ones look like abbreviations (CD, MC), and no monarch,
 * century or session has them.
 */
export function romanValue(text: string): number | null {
  const latin = text.replaceAll(/[ІХ]/g, (letter) => lookAlikes.get(letter) ?? letter)
  if (latin === '' || !canonical.test(latin)) return null
  let sum = 0
  for (let index = 0; index < latin.length; index++) {
    const value = letters.get(latin[index] ?? '') ?? 0
    const next = letters.get(latin[index + 1] ?? '') ?? 0
    sum += value < next ? -value : value
  }
  return sum
}
