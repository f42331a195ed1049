import type { ReactNode } from 'react'
import type { BodyBlock, NearbyLink, Notice, ReleasePage as View } from '../view/release.ts'
import type { Words } from '../words/en.ts'
import type { Statements } from '../words/statements/en.ts'
import { statementsFor } from '../words/statements/statements.ts'
import { wordsFor } from '../words/words.ts'
import { Contact, DocumentEntry, Figure, InlineText, List } from './parts.tsx'
import { Shell } from './shell.tsx'

const columnSizes = '(min-width: 44rem) 38rem, 92vw'

function NoticeBox({ notice }: { notice: Notice }) {
  return (
    // No heading: it stands before the page's own first one.
    <section className={`notice ${notice.kind}`} aria-label={notice.title}>
      <p className="head">{notice.title}</p>
      {notice.paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
      {notice.link ? (
        <p>
          <a href={notice.link.href} hrefLang={notice.link.language}>
            {notice.link.label} (<bdi lang={notice.link.language}>{notice.link.name}</bdi>)
          </a>
        </p>
      ) : null}
    </section>
  )
}

function Block({ block, words }: { block: BodyBlock; words: Words }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <InlineText>{block.children}</InlineText>
        </p>
      )
    case 'heading': {
      const Heading = block.level === 2 ? 'h2' : 'h3'
      return (
        <Heading>
          <InlineText>{block.children}</InlineText>
        </Heading>
      )
    }
    case 'list':
      return <List list={block} />
    case 'quotation':
      return (
        <figure className="said">
          <blockquote>
            {block.paragraphs.map((paragraph, index) => (
              <p key={index}>{paragraph}</p>
            ))}
          </blockquote>
          {block.speaker ? <figcaption>{block.speaker}</figcaption> : null}
        </figure>
      )
    case 'picture':
      return <Figure picture={block.picture} words={words} sizes={columnSizes} />
  }
}

function Downloads({ view, words }: { view: View; words: Words }) {
  const forms = [
    { href: view.kit, label: words.pressKit },
    { href: view.plainText, label: words.plainText },
    { href: view.data, label: words.data },
  ].flatMap(({ href, label }) => (href === null ? [] : [{ href, label }]))
  if (view.documents.length + forms.length === 0) return null
  return (
    <section className="downloads">
      <h2 className="label">{words.downloads}</h2>
      <ul className="plain files">
        {view.documents.map((document, index) => (
          <li key={index}>
            <DocumentEntry document={document} />
          </li>
        ))}
        {forms.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Nearby({ link: { href, headline, date } }: { link: NearbyLink }) {
  return (
    <>
      <a href={href}>{headline}</a>
      <time className="facts" dateTime={date.iso}>
        {date.text}
      </time>
    </>
  )
}

/** Where to read on. */
function LeadingOn({ view, said }: { view: View; said: Statements }) {
  const { earlier, later, related } = view
  return (
    <>
      {related.length > 0 ? (
        <section className="after related">
          <h2 className="label">{said.related}</h2>
          <ul className="plain files">
            {related.map((link) => (
              <li key={link.href}>
                <Nearby link={link} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {earlier || later ? (
        <nav className="after onward" aria-label={`${said.earlier}, ${said.later}`}>
          {earlier ? (
            <p>
              <b>{said.earlier}</b> <Nearby link={earlier} />
            </p>
          ) : null}
          {later ? (
            <p>
              <b>{said.later}</b> <Nearby link={later} />
            </p>
          ) : null}
        </nav>
      ) : null}
    </>
  )
}

/** One release or translation, with all that a newsroom needs beside it. `after`: what stands below a draft. */
export function ReleasePage({ view, after }: { view: View; after?: ReactNode }) {
  const { frame } = view
  const words = wordsFor(frame.language)
  const said = statementsFor(frame.language)
  return (
    <Shell frame={frame} kind="release">
      <article>
        {view.notices.length > 0 ? (
          <div className="notices">
            {view.notices.map((notice, index) => (
              <NoticeBox key={index} notice={notice} />
            ))}
          </div>
        ) : null}
        <header>
          <p className="eyebrow">
            <b>{view.kind}</b>
            <span>
              {view.place ? (
                <>
                  <bdi>{view.place}</bdi>,{' '}
                </>
              ) : null}
              <time dateTime={view.date.iso}>{view.date.text}</time>
            </span>
          </p>
          <h1 className={view.headline.length > 90 ? 'title long' : 'title'}>{view.headline}</h1>
          {view.lead ? <p className="lead">{view.lead}</p> : null}
          <p className="when">
            {view.published ? (
              <span>
                {words.published} <time dateTime={view.published.iso}>{view.published.text}</time>
              </span>
            ) : null}
            {view.updated ? (
              <span>
                {words.updated} <time dateTime={view.updated.iso}>{view.updated.text}</time>
              </span>
            ) : null}
            <span>
              {view.extent.words} · {view.extent.time}
            </span>
          </p>
        </header>
        <div className="columns">
          <div>
            {view.picture ? (
              <Figure picture={view.picture} words={words} sizes={columnSizes} top />
            ) : null}
            <div className="text">
              {view.body.map((block, index) => (
                <Block key={index} block={block} words={words} />
              ))}
            </div>
            {view.source ? (
              <p className="after">
                {words.source}:{' '}
                {view.source.href ? (
                  <a href={view.source.href}>{view.source.label}</a>
                ) : (
                  view.source.label
                )}
              </p>
            ) : null}
            {view.about ? (
              <section className="after">
                <h2 className="label">{view.about.title}</h2>
                {view.about.paragraphs.map((paragraph, index) => (
                  <p key={index}>{paragraph}</p>
                ))}
              </section>
            ) : null}
          </div>
          <aside className="side">
            {view.contacts.length > 0 ? (
              <section>
                <h2 className="label">{words.contacts}</h2>
                {view.contacts.map((card, index) => (
                  <Contact key={index} card={card} words={words} />
                ))}
              </section>
            ) : null}
            <Downloads view={view} words={words} />
            {view.topics.length > 0 ? (
              <section>
                <h2 className="label">{words.topics}</h2>
                <ul className="plain tags">
                  {view.topics.map((topic, index) => (
                    <li key={index}>
                      {topic.href ? <a href={topic.href}>{topic.name}</a> : topic.name}
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
            {view.share ? (
              <section className="share">
                <h2 className="label">{said.share}</h2>
                <p>
                  <a href={view.share.mail}>{said.byEmail}</a>
                </p>
                <p>
                  {said.shortLink}:{' '}
                  <a href={view.share.short} dir="ltr">
                    {view.share.short.replace(/^https?:\/\//, '')}
                  </a>
                </p>
              </section>
            ) : null}
          </aside>
        </div>
        {view.pictures.length > 0 ? (
          <section className="columns">
            <div>
              <h2 className="label">{words.morePictures}</h2>
              <ul className="plain bank">
                {view.pictures.map((picture, index) => (
                  <li key={index}>
                    <Figure
                      picture={picture}
                      words={words}
                      sizes="(min-width: 44rem) 19rem, 92vw"
                    />
                  </li>
                ))}
              </ul>
            </div>
          </section>
        ) : null}
        <LeadingOn view={view} said={said} />
        {/* On paper only, where no browser says it. */}
        {frame.canonical ? (
          <p className="from" dir="ltr">
            {frame.canonical}
          </p>
        ) : null}
      </article>
      {after}
    </Shell>
  )
}
