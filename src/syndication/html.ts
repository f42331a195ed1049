import type { Block, Inline, ListBlock } from '../workflow/content.ts'

const allowed = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * The address when a text may link to it, else null: absolute, and http, https, mailto or tel. White space and
 * control characters, behind which browsers still see a scheme, are taken into account.
 */
export function allowedHref(href: string): string | null {
  const trimmed = href.trim()
  if (!URL.canParse(trimmed)) return null
  const url = new URL(trimmed)
  if (!allowed.has(url.protocol)) return null
  // As it was written, unless a browser would read it as something else than it looks.
  return /^(https?:\/\/|mailto:|tel:)[^\s\p{Cc}\\]+$/iu.test(trimmed) ? trimmed : url.href
}

/** Text for HTML, in element content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function inlineToHtml(children: readonly Inline[]): string {
  return children
    .map((child) => {
      switch (child.type) {
        case 'break':
          return '<br>'
        case 'link': {
          const href = allowedHref(child.href)
          const inner = inlineToHtml(child.children)
          return href === null ? inner : `<a href="${escapeHtml(href)}">${inner}</a>`
        }
        case 'text': {
          const italic = child.marks?.includes('italic')
            ? `<em>${escapeHtml(child.text)}</em>`
            : escapeHtml(child.text)
          return child.marks?.includes('bold') ? `<strong>${italic}</strong>` : italic
        }
      }
    })
    .join('')
}

function listToHtml({ ordered, items }: ListBlock): string {
  const tag = ordered ? 'ol' : 'ul'
  const inner = items.map(
    ({ children, list }) => `<li>${inlineToHtml(children)}${list ? listToHtml(list) : ''}</li>`,
  )
  return `<${tag}>${inner.join('')}</${tag}>`
}

function blockToHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineToHtml(block.children)}</p>`
    case 'heading':
      return `<h${block.level}>${inlineToHtml(block.children)}</h${block.level}>`
    case 'list':
      return listToHtml(block)
    case 'quotation': {
      const words = `<p>${escapeHtml(block.text).replace(/\r\n|\n|\r/g, '<br>')}</p>`
      const speaker = block.speaker
        ? `<footer><cite>${escapeHtml(block.speaker)}</cite></footer>`
        : ''
      return `<blockquote>${words}${speaker}</blockquote>`
    }
    case 'image':
      return ''
  }
}

/**
 * Blocks as HTML, one a line, everything escaped; a link that no text may have becomes its words. Pictures are left
 * out: their addresses aren't part of the text, and ninjs carries them as associations.
 */
export function blocksToHtml(blocks: readonly Block[]): string {
  return blocks
    .map(blockToHtml)
    .filter((html) => html !== '')
    .join('\n')
}
