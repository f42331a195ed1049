import type { Frame, LanguageLink } from '../view/frame.ts'
import type {
  ChoicePage as Choice,
  ContactList,
  DocumentList,
  HomePage as Home,
  ImageList,
  ReleaseList,
  ReleaseRow,
} from '../view/lists.ts'
import type { TopicPage as Topic } from '../view/topic.ts'
import type { Words } from '../words/en.ts'
import { wordsFor } from '../words/words.ts'
import { Contact, DocumentEntry, Figure, Image, Pages } from './parts.tsx'
import { Shell } from './shell.tsx'

export function Row({ row, level }: { row: ReleaseRow; level: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <li>
      <article className={row.picture ? 'row' : 'row bare'}>
        <p className="date">
          <span>
            <time dateTime={row.date.iso}>{row.date.text}</time>
          </span>{' '}
          {row.kind}
        </p>
        <div>
          <Heading>
            <a href={row.href}>{row.headline}</a>
          </Heading>
          {row.lead ? <p className="brief">{row.lead}</p> : null}
        </div>
        {row.picture ? (
          <div className="thumb">
            {/* The headline beside it is the link and says what it is about. */}
            <Image picture={{ ...row.picture, alt: '' }} sizes="(min-width: 40rem) 11rem, 92vw" />
          </div>
        ) : null}
      </article>
    </li>
  )
}

function NoReleases({ elsewhere, words }: { elsewhere: readonly LanguageLink[]; words: Words }) {
  return (
    <div className="empty">
      <p>{words.noReleases}</p>
      {elsewhere.length > 0 ? (
        <>
          <p>{words.releasesIn}</p>
          <ul className="plain">
            {elsewhere.map(({ language, name, href }) => (
              <li key={language}>
                <a href={href} lang={language} hrefLang={language}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  )
}

function Feeds({ feeds, words }: { feeds: Frame['feeds']; words: Words }) {
  return (
    <p className="feeds">
      {words.feeds}:
      {feeds.map(({ format, type, href, name }) => (
        <span key={format}>
          {' '}
          <a href={href} type={type}>
            {name}
          </a>
        </span>
      ))}
    </p>
  )
}

export function ReleaseListPage({ view }: { view: ReleaseList }) {
  const words = wordsFor(view.frame.language)
  return (
    <Shell frame={view.frame}>
      <h1 className="page">{words.releases}</h1>
      {view.rows.length === 0 ? (
        <NoReleases elsewhere={view.elsewhere} words={words} />
      ) : (
        <ul className="plain rows">
          {view.rows.map((row) => (
            <Row key={row.href} row={row} level={2} />
          ))}
        </ul>
      )}
      <Pages paging={view.paging} words={words} />
      {view.rows.length > 0 ? (
        <p className="more between">
          <a href={view.archive}>{words.archive}</a>
          <a href={view.topics}>{words.topics}</a>
        </p>
      ) : null}
      <Feeds feeds={view.frame.feeds} words={words} />
    </Shell>
  )
}

/** The texts on one topic. */
export function TopicPage({ view }: { view: Topic }) {
  const words = wordsFor(view.frame.language)
  return (
    <Shell frame={view.frame}>
      <h1 className="page">{view.name}</h1>
      <ul className="plain rows">
        {view.rows.map((row) => (
          <Row key={row.href} row={row} level={2} />
        ))}
      </ul>
      <Pages paging={view.paging} words={words} />
      <Feeds feeds={view.feeds} words={words} />
    </Shell>
  )
}

export function HomePage({ view }: { view: Home }) {
  const words = wordsFor(view.frame.language)
  const { top } = view
  return (
    <Shell frame={view.frame} kind="home">
      <h1>{words.latest}</h1>
      {top ? (
        <article className={top.picture ? 'story pictured' : 'story'}>
          {top.picture ? (
            <div className="thumb">
              <Image
                picture={{ ...top.picture, alt: '' }}
                sizes="(min-width: 48rem) 34rem, 92vw"
                eager
              />
            </div>
          ) : null}
          <div>
            <p className="eyebrow">
              <b>{top.kind}</b>
              <time dateTime={top.date.iso}>{top.date.text}</time>
            </p>
            <h2>
              <a href={top.href}>{top.headline}</a>
            </h2>
            {top.lead ? <p className="brief">{top.lead}</p> : null}
          </div>
        </article>
      ) : null}
      <div className="columns">
        <div>
          {top ? null : <NoReleases elsewhere={view.elsewhere} words={words} />}
          {view.rows.length > 0 ? (
            <ul className="plain rows">
              {view.rows.map((row) => (
                <Row key={row.href} row={row} level={2} />
              ))}
            </ul>
          ) : null}
          {top ? (
            <p className="more">
              <a href={view.all}>{words.allReleases}</a>
            </p>
          ) : null}
          <Feeds feeds={view.frame.feeds} words={words} />
        </div>
        <aside className="side">
          {view.contacts.length > 0 ? (
            <section>
              <h2 className="label">
                <a href={view.allContacts}>{words.contacts}</a>
              </h2>
              {view.contacts.map((card, index) => (
                <Contact key={index} card={card} words={words} />
              ))}
            </section>
          ) : null}
          {view.about.length > 0 ? (
            <section className="about">
              <h2 className="label">{words.about(view.frame.mission)}</h2>
              {view.about.map((paragraph, index) => (
                <p key={index}>{paragraph}</p>
              ))}
            </section>
          ) : null}
        </aside>
      </div>
    </Shell>
  )
}

export function ContactsPage({ view }: { view: ContactList }) {
  const words = wordsFor(view.frame.language)
  return (
    <Shell frame={view.frame}>
      <h1 className="page">{words.contacts}</h1>
      {view.contacts.length === 0 ? (
        <p className="empty">{words.noContacts}</p>
      ) : (
        <ul className="plain people">
          {view.contacts.map((card, index) => (
            <li key={index}>
              <Contact card={card} words={words} level={2} />
            </li>
          ))}
        </ul>
      )}
      <Pages paging={view.paging} words={words} />
    </Shell>
  )
}

export function ImagesPage({ view }: { view: ImageList }) {
  const words = wordsFor(view.frame.language)
  return (
    <Shell frame={view.frame}>
      <h1 className="page">{words.images}</h1>
      {view.pictures.length === 0 ? (
        <p className="empty">{words.noImages}</p>
      ) : (
        <ul className="plain bank">
          {view.pictures.map((picture, index) => (
            <li key={index}>
              <Figure
                picture={picture}
                words={words}
                sizes="(min-width: 72rem) 22rem, (min-width: 46rem) 45vw, 92vw"
              />
            </li>
          ))}
        </ul>
      )}
      <Pages paging={view.paging} words={words} />
    </Shell>
  )
}

export function DocumentsPage({ view }: { view: DocumentList }) {
  const words = wordsFor(view.frame.language)
  return (
    <Shell frame={view.frame}>
      <h1 className="page">{words.documents}</h1>
      {view.documents.length === 0 ? (
        <p className="empty">{words.noDocuments}</p>
      ) : (
        <ul className="plain papers">
          {view.documents.map((document, index) => (
            <li key={index}>
              <DocumentEntry document={document} />
              <time className="facts" dateTime={document.date.iso}>
                {document.date.text}
              </time>
            </li>
          ))}
        </ul>
      )}
      <Pages paging={view.paging} words={words} />
    </Shell>
  )
}

/** The languages to choose from, each in its own words. */
export function ChoicePage({ view }: { view: Choice }) {
  return (
    <Shell frame={view.frame}>
      <h1 className="page">{wordsFor(view.frame.language).chooseLanguage}</h1>
      <ul className="plain choices">
        {view.choices.map(({ language, direction, name, mission, href }) => (
          <li key={language}>
            <a href={href} lang={language} hrefLang={language} dir={direction}>
              <b>{name}</b>
              <span>{mission}</span>
            </a>
          </li>
        ))}
      </ul>
    </Shell>
  )
}
