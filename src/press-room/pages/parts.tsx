import type { ReactNode } from 'react'
import type { Inline, ListBlock } from '../../workflow/content.ts'
import type { ContactCard, Reach } from '../view/contacts.ts'
import type { DocumentLink } from '../view/documents.ts'
import type { Paging } from '../view/lists.ts'
import type { Picture } from '../view/pictures.ts'
import type { Words } from '../words/en.ts'

/** What marks words in another language than the page's. */
function foreign(lang: string | null): { lang?: string; dir?: 'auto' } {
  return lang === null ? {} : { lang, dir: 'auto' }
}

/** Words with marks, breaks and links. The links have been checked by the view. */
export function InlineText({ children }: { children: readonly Inline[] }): ReactNode {
  return children.map((child, index) => {
    switch (child.type) {
      case 'break':
        return <br key={index} />
      case 'link':
        return (
          <a key={index} href={child.href}>
            <InlineText>{child.children}</InlineText>
          </a>
        )
      case 'text':
        return <Marked key={index} text={child.text} marks={child.marks ?? []} />
    }
  })
}

function Marked({ text, marks }: { text: string; marks: readonly string[] }): ReactNode {
  if (marks.includes('bold') && marks.includes('italic')) {
    return (
      <strong>
        <em>{text}</em>
      </strong>
    )
  }
  if (marks.includes('bold')) return <strong>{text}</strong>
  return marks.includes('italic') ? <em>{text}</em> : text
}

export function List({ list }: { list: ListBlock }) {
  const items = list.items.map((item, index) => (
    <li key={index}>
      <InlineText>{item.children}</InlineText>
      {item.list ? <List list={item.list} /> : null}
    </li>
  ))
  return list.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
}

/** The image alone, in the sizes it has. `eager`: it stands where reading begins. */
export function Image({
  picture,
  sizes,
  eager = false,
}: {
  picture: Picture
  sizes: string
  eager?: boolean
}) {
  return (
    <picture>
      {picture.sources.map(({ type, srcSet }) => (
        <source key={type} type={type} srcSet={srcSet} sizes={sizes} />
      ))}
      <img
        src={picture.src}
        srcSet={picture.srcSet}
        sizes={sizes}
        width={picture.width}
        height={picture.height}
        alt={picture.alt}
        lang={picture.lang ?? undefined}
        loading={eager ? undefined : 'lazy'}
        decoding="async"
      />
    </picture>
  )
}

/** A picture with caption, credit, rights and its full size. */
export function Figure({
  picture,
  words,
  sizes,
  top = false,
}: {
  picture: Picture
  words: Words
  sizes: string
  top?: boolean
}) {
  return (
    <figure className={top ? 'picture top' : 'picture'}>
      <Image picture={picture} sizes={sizes} eager={top} />
      <figcaption>
        {picture.caption ? (
          <span className="caption" {...foreign(picture.lang)}>
            {picture.caption}
          </span>
        ) : null}
        {picture.credit ? (
          <span className="credit">
            <bdi>{words.credit(picture.credit)}</bdi>
          </span>
        ) : null}
        {picture.copyright ? (
          <span>
            <bdi>{picture.copyright}</bdi>
          </span>
        ) : null}
        {picture.licence ? (
          <a href={picture.licence} rel="license">
            {words.licence}
          </a>
        ) : null}
        <a href={picture.download} download>
          {words.download} <bdi>({picture.facts})</bdi>
        </a>
        {picture.page ? <a href={picture.page}>{words.aboutImage}</a> : null}
      </figcaption>
    </figure>
  )
}

function ReachLink({ reach }: { reach: Reach }) {
  const text = <bdi dir="ltr">{reach.text}</bdi>
  return reach.href ? <a href={reach.href}>{text}</a> : text
}

/** `level`: of the heading that the person's name is, after the outline around it. */
export function Contact({
  card,
  words,
  level = 3,
}: {
  card: ContactCard
  words: Words
  level?: 2 | 3
}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const lines: readonly (readonly [string, Reach | null])[] = [
    [words.telephone, card.telephone],
    [words.afterHours, card.afterHours],
    [words.email, card.email],
  ]
  return (
    <div className="card">
      <Heading>{card.name}</Heading>
      {card.title ? <p {...foreign(card.lang)}>{card.title}</p> : null}
      {card.organisation ? <p>{card.organisation}</p> : null}
      <dl>
        {lines.map(([label, reach]) =>
          reach ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <ReachLink reach={reach} />
              </dd>
            </div>
          ) : null,
        )}
        {card.languages.length > 0 ? (
          <div>
            <dt>{words.speaks}</dt>
            <dd>
              {card.languages.map(({ language, name }, index) => (
                <span key={language}>
                  {index > 0 ? ' · ' : ''}
                  <bdi lang={language}>{name}</bdi>
                </span>
              ))}
            </dd>
          </div>
        ) : null}
      </dl>
      {card.note ? <p {...foreign(card.lang)}>{card.note}</p> : null}
    </div>
  )
}

export function DocumentEntry({ document }: { document: DocumentLink }) {
  return (
    <>
      <a href={document.href} lang={document.lang ?? undefined}>
        {document.title}
      </a>
      <span className="facts">
        <bdi>{document.facts}</bdi>
      </span>
    </>
  )
}

export function Pages({ paging, words }: { paging: Paging | null; words: Words }) {
  if (!paging) return null
  return (
    <nav className="pages" aria-label={words.pages}>
      {paging.newer ? (
        <a href={paging.newer} rel="prev">
          {words.newer}
        </a>
      ) : (
        <span />
      )}
      <span>{paging.label}</span>
      {paging.older ? (
        <a href={paging.older} rel="next">
          {words.older}
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
