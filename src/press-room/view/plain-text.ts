import type { Inline, ListBlock } from '../../workflow/content.ts'
import { wordsFor } from '../words/words.ts'
import type { ContactCard } from './contacts.ts'
import type { Picture } from './pictures.ts'
import type { BodyBlock, ReleasePage } from './release.ts'

/** A release page as plain text: the same words in the same order, for pasting. Lines are not wrapped. */
export function releaseAsText(page: ReleasePage, canonical: string): string {
  const words = wordsFor(page.frame.language)
  const notices = page.notices.map(
    ({ title, paragraphs, link }) =>
      `${title}. ${paragraphs.join(' ')}${link ? ` ${link.label}: ${new URL(link.href, canonical).href}` : ''}`,
  )
  const dateline = [page.place, page.date.text].filter(Boolean).join(', ')
  const parts = [
    ...notices.map((notice) => `*** ${notice} ***`),
    `${page.frame.mission}\n${page.kind}`,
    page.headline,
    page.lead,
    dateline,
    ...page.body.map(blockText),
    page.source
      ? `${words.source}: ${[page.source.label, page.source.href].filter(Boolean).join(', ')}`
      : '',
    page.about ? `${page.about.title}\n${page.about.paragraphs.join('\n\n')}` : '',
    contactsAsText(page.contacts, page.frame.language).trimEnd(),
    [
      page.published ? `${words.published}: ${page.published.text}` : '',
      page.updated ? `${words.updated}: ${page.updated.text}` : '',
      canonical,
    ]
      .filter(Boolean)
      .join('\n'),
  ]
  return `${parts.filter((part) => part.trim() !== '').join('\n\n')}\n`
}

/** Press contacts under their heading; empty when there are none. */
export function contactsAsText(cards: readonly ContactCard[], language: string): string {
  if (cards.length === 0) return ''
  const all = cards.map((card) => contactText(card, language))
  return `${[wordsFor(language).contacts, ...all].join('\n\n')}\n`
}

/** What pictures show and what their use costs, each under the name of its file; empty when there are none. */
export function picturesAsText(
  pictures: readonly { name: string; picture: Picture }[],
  language: string,
): string {
  if (pictures.length === 0) return ''
  const words = wordsFor(language)
  const all = pictures.map(({ name, picture: { caption, alt, credit, copyright, licence } }) =>
    [
      name,
      caption,
      alt ? `${words.description}: ${alt}` : '',
      credit ? words.credit(credit) : '',
      copyright,
      licence ? `${words.licence}: ${licence}` : '',
    ]
      .filter(Boolean)
      .join('\n'),
  )
  return `${[words.images, ...all].join('\n\n')}\n`
}

function contactText(card: ContactCard, language: string): string {
  const words = wordsFor(language)
  return [
    [card.name, card.title].filter(Boolean).join(', '),
    card.organisation,
    card.telephone ? `${words.telephone}: ${card.telephone.text}` : '',
    card.afterHours ? `${words.afterHours}: ${card.afterHours.text}` : '',
    card.email ? `${words.email}: ${card.email.text}` : '',
  ]
    .filter(Boolean)
    .join('\n')
}

/** Words with line breaks; the address of a link follows it unless it is what the link says. */
function inlineText(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if (child.type === 'text') return child.text
      if (child.type === 'break') return '\n'
      const said = inlineText(child.children)
      const address = child.href.replace(/^(mailto|tel):/, '')
      return address.replace(/\/$/, '') === said.replace(/\/$/, '') ? said : `${said} (${address})`
    })
    .join('')
}

function listText(list: ListBlock, depth = 0): string {
  return list.items
    .map(({ children, list: inner }, index) => {
      const mark = list.ordered ? `${index + 1}.` : '–'
      const own = `${'   '.repeat(depth)}${mark} ${inlineText(children)}`
      return inner ? `${own}\n${listText(inner, depth + 1)}` : own
    })
    .join('\n')
}

function blockText(block: BodyBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.children)
    case 'list':
      return listText(block)
    case 'quotation':
      return `${block.paragraphs.join('\n\n')}${block.speaker ? `\n– ${block.speaker}` : ''}`
    case 'picture':
      return ''
  }
}
