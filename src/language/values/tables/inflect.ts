/** Each stem with each ending. `-` is no ending. */
export function inflect(stems: string, endings: string): string {
  const each = endings.split(' ').map((ending) => (ending === '-' ? '' : ending))
  return stems
    .split(' ')
    .flatMap((stem) => each.map((ending) => stem + ending))
    .join(' ')
}
