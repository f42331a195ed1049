/** What the keyboard does in the translation view. */

export const keys = ['next', 'before', 'confirm', 'copy', 'insert', 'check', 'save'] as const
export type Key = (typeof keys)[number]

interface Pressed {
  key: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

/** Null: the key is the field’s own. */
export function keyIn({ key, altKey, ctrlKey, metaKey }: Pressed): Key | null {
  if (altKey) return ofAlt[key] ?? null
  if (!ctrlKey && !metaKey) return null
  if (key === 'Enter') return 'confirm'
  return key.toLowerCase() === 's' ? 'save' : null
}

const ofAlt: Readonly<Record<string, Key>> = {
  ArrowDown: 'next',
  ArrowUp: 'before',
  Enter: 'copy',
  PageDown: 'check',
  PageUp: 'insert',
}

/** As they are shown to people. */
export const shownKeys: Readonly<Record<Key, string>> = {
  next: 'Alt+↓',
  before: 'Alt+↑',
  confirm: 'Ctrl+Enter',
  copy: 'Alt+Enter',
  insert: 'Alt+PgUp',
  check: 'Alt+PgDn',
  save: 'Ctrl+S',
}
