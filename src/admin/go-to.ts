/** Leads the eye and the keyboard to what has to be mended. */

const focusable = 'input:not([type="hidden"]), textarea, select, [contenteditable="true"], button'

/** Scrolls to a field of Payload's form, or to a block within the text, and puts the focus there. */
export function goTo(field: string, segment: number | null): void {
  // The text editor has no id, but says which field it is.
  const place =
    document.getElementById(fieldId(field)) ??
    document.querySelector<HTMLElement>(`[data-field-path="${CSS.escape(field)}"]`)
  if (!place) return
  const block = segment === null ? null : blockOf(place, segment)
  const target = block ?? place
  target.scrollIntoView({ block: 'center' })
  if (block) putCursor(block)
  else focusIn(place)
  mark(target)
}

/** The page on which a text is reviewed. */
export function reviewPath({ collection, id }: { collection: string; id: string }): string {
  return `/admin/collections/${collection}/${id}/review`
}

/** Where Payload puts a field of the form. */
export function fieldId(field: string): string {
  return `field-${field.replaceAll('.', '__')}`
}

/** The blocks that are published, in order: empty paragraphs aren't among them. */
function blockOf(place: HTMLElement, segment: number): HTMLElement | null {
  const text = place.querySelector<HTMLElement>('[data-lexical-editor="true"]')
  const blocks = [...(text?.children ?? [])].filter(
    (child): child is HTMLElement =>
      child instanceof HTMLElement &&
      !(/^(P|H[23])$/.test(child.tagName) && child.textContent === ''),
  )
  return blocks[segment] ?? null
}

function focusIn(place: HTMLElement): void {
  const target = place.matches(focusable) ? place : place.querySelector<HTMLElement>(focusable)
  if (target) target.focus({ preventScroll: true })
  else focusItself(place)
}

function putCursor(block: HTMLElement): void {
  const editor = block.closest<HTMLElement>('[contenteditable="true"]')
  // A text that can't be changed has no cursor.
  if (!editor) return focusItself(block)
  const inner = block.matches('p, h2, h3, ul, ol')
    ? null
    : block.querySelector<HTMLElement>(focusable)
  if (inner) return inner.focus({ preventScroll: true })
  editor.focus({ preventScroll: true })
  window.getSelection()?.collapse(block, 0)
}

function focusItself(element: HTMLElement): void {
  element.tabIndex = -1
  element.focus({ preventScroll: true })
}

/** Shows where that is for a moment, without touching the editor's markup. */
function mark(element: HTMLElement): void {
  const ring = { outline: '3px solid currentColor', outlineOffset: '4px' }
  element.animate([ring, ring], { duration: 2500 })
}
