import type { ReactNode } from 'react'
import { isLanguage, languages } from '../../language/languages.ts'
import { defaultColour } from '../colour.ts'
import { ldScript } from '../../syndication/json-ld.ts'
import { styleSheet } from '../styles.ts'
import type { Frame, LanguageLink } from '../view/frame.ts'
import { wordsFor } from '../words/words.ts'

/** A document around any page: head, style, and nothing that runs. */
function Document(props: {
  language: string
  colour: string
  title: string
  head?: ReactNode
  children: ReactNode
}) {
  const { language, colour, title, head, children } = props
  return (
    <html lang={language} dir={isLanguage(language) ? languages[language].direction : 'ltr'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title}</title>
        {head}
        {/* Ours alone: its only variable parts are checked colours and a choice of fonts. */}
        <style dangerouslySetInnerHTML={{ __html: styleSheet({ colour, language }) }} />
      </head>
      <body>{children}</body>
    </html>
  )
}

function Head({ frame }: { frame: Frame }) {
  const { share } = frame
  return (
    <>
      {frame.listed ? null : <meta name="robots" content="noindex" />}
      {frame.description ? <meta name="description" content={frame.description} /> : null}
      {frame.canonical && frame.listed ? <link rel="canonical" href={frame.canonical} /> : null}
      {frame.alternates.map(({ hreflang, href }) => (
        <link key={hreflang} rel="alternate" hrefLang={hreflang} href={href} />
      ))}
      {frame.forms.map(({ type, href }) => (
        <link key={type} rel="alternate" type={type} href={href} />
      ))}
      {/* Newsreaders look for these by type; ninjs is for newsrooms, and has none of its own. */}
      {frame.feeds
        .filter(({ format }) => format !== 'ninjs')
        .map(({ type, href, name }) => (
          <link key={href} rel="alternate" type={type} href={href} title={name} />
        ))}
      {frame.canonical ? (
        <>
          <meta property="og:type" content={share.type} />
          <meta property="og:title" content={frame.title} />
          <meta property="og:site_name" content={frame.mission} />
          <meta property="og:url" content={frame.canonical} />
        </>
      ) : null}
      {frame.canonical && frame.description ? (
        <meta property="og:description" content={frame.description} />
      ) : null}
      {share.image ? (
        <>
          <meta property="og:image" content={share.image.url} />
          <meta property="og:image:width" content={`${share.image.width}`} />
          <meta property="og:image:height" content={`${share.image.height}`} />
          <meta property="og:image:alt" content={share.image.alt} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      ) : null}
      {share.published ? (
        <meta property="article:published_time" content={share.published} />
      ) : null}
      {share.modified ? <meta property="article:modified_time" content={share.modified} /> : null}
      {/* Data, which no browser runs: the policy of public pages lets nothing run. */}
      {frame.data.map((one, index) => (
        <script
          key={index}
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: ldScript(one) }}
        />
      ))}
    </>
  )
}

/** Links to other languages, each in its own words. */
function Tongues({ links, label }: { links: readonly LanguageLink[]; label: string }) {
  if (links.every(({ current }) => current)) return null
  return (
    <nav className="tongues" aria-label={label}>
      <ul className="plain">
        {links.map(({ language, name, href, current }) => (
          <li key={language}>
            {current ? (
              <b lang={language} aria-current="true">
                {name}
              </b>
            ) : (
              <a href={href} lang={language} hrefLang={language}>
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Search({ action, label }: { action: string; label: string }) {
  return (
    <search>
      <form className="find" action={action}>
        <input type="search" name="q" aria-label={label} required />
        <button type="submit">{label}</button>
      </form>
    </search>
  )
}

/** Written out here, since no public page has a banner. */
const bannerStyle = {
  position: 'sticky',
  insetBlockStart: 0,
  zIndex: 1,
  padding: '.5rem 1rem',
  textAlign: 'center',
  font: '600 1rem/1.5 var(--sans)',
  background: 'var(--ink)',
  color: 'var(--paper)',
} as const

/** A whole page of the press room around its content. */
export function Shell({
  frame,
  kind = '',
  children,
}: {
  frame: Frame
  kind?: string
  children: ReactNode
}) {
  const words = wordsFor(frame.language)
  // A mission that has no name yet goes by what it is.
  const title = frame.title === frame.mission ? frame.title : `${frame.title} – ${frame.mission}`
  return (
    <Document
      language={frame.language}
      colour={frame.colour}
      title={title}
      head={<Head frame={frame} />}
    >
      <a className="skip" href="#text">
        {words.skip}
      </a>
      {frame.banner ? (
        <p role="note" style={bannerStyle}>
          {frame.banner}
        </p>
      ) : null}
      <header className="masthead">
        <div className="wrap bar">
          <a className="name" href={frame.home} aria-current={frame.atHome ? 'page' : undefined}>
            {frame.logo ? (
              <img
                src={frame.logo.src}
                width={frame.logo.width}
                height={frame.logo.height}
                alt=""
              />
            ) : null}
            <span>
              <b>{frame.mission}</b>
              {frame.mission === words.pressRoom ? null : words.pressRoom}
            </span>
          </a>
          <Tongues links={frame.languages} label={words.languages} />
        </div>
        {frame.nav.length > 0 ? (
          <div className="nav">
            <div className="wrap">
              <nav aria-label={words.sections}>
                <ul className="plain">
                  {frame.nav.map(({ section, href, label, current }) => (
                    <li key={section}>
                      <a href={href} aria-current={current ? 'true' : undefined}>
                        {label}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
              {frame.search ? <Search action={frame.search} label={words.search} /> : null}
            </div>
          </div>
        ) : null}
      </header>
      <main id="text" className={kind}>
        <div className="wrap">{children}</div>
      </main>
      <footer className="foot">
        <div className="wrap">
          <p>
            <b>{frame.mission}</b>
            {frame.address.map((line, index) => (
              <span key={index}>
                <br />
                <bdi>{line}</bdi>
              </span>
            ))}
          </p>
          {frame.foot.length > 0 ? (
            <ul className="plain">
              {frame.foot.map(({ href, name }) => (
                <li key={href}>
                  <a href={href}>{name}</a>
                </li>
              ))}
            </ul>
          ) : null}
          <Tongues links={frame.homes} label={words.chooseLanguage} />
        </div>
      </footer>
    </Document>
  )
}

/** A page without a frame, for when nothing is known of the mission. */
export function BareShell({
  language,
  title,
  children,
}: {
  language: string
  title: string
  children: ReactNode
}) {
  return (
    <Document
      language={language}
      colour={defaultColour}
      title={title}
      head={<meta name="robots" content="noindex" />}
    >
      <main id="text">
        <div className="wrap">{children}</div>
      </main>
    </Document>
  )
}
