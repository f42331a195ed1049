import type { ArchivePage as Archive, MonthPage as Month } from '../view/archive.ts'
import { wordsFor } from '../words/words.ts'
import { Pages } from './parts.tsx'
import { Shell } from './shell.tsx'

/** Years or months, each with how many texts it has. */
export function ArchivePage({ view }: { view: Archive }) {
  const words = wordsFor(view.frame.language)
  return (
    <Shell frame={view.frame}>
      <h1 className="page">{view.title}</h1>
      <p className="empty">{view.periods.length > 0 ? words.archiveText : words.noReleases}</p>
      <ul className="plain years">
        {view.periods.map(({ href, name, count }) => (
          <li key={href}>
            <a href={href}>{name}</a>
            <span>{count}</span>
          </li>
        ))}
      </ul>
      {view.whole ? (
        <p className="more">
          <a href={view.whole}>{words.archive}</a>
        </p>
      ) : null}
    </Shell>
  )
}

/** All texts of a month. */
export function MonthPage({ view }: { view: Month }) {
  const words = wordsFor(view.frame.language)
  return (
    <Shell frame={view.frame}>
      <h1 className="page">{view.title}</h1>
      <p className="total">{view.total}</p>
      <ul className="plain rows month">
        {view.rows.map(({ href, headline, kind, date }) => (
          <li key={href}>
            <article className="row bare">
              <p className="date">
                <span>
                  <time dateTime={date.iso}>{date.text}</time>
                </span>{' '}
                {kind}
              </p>
              <h2>
                <a href={href}>{headline}</a>
              </h2>
            </article>
          </li>
        ))}
      </ul>
      <Pages paging={view.paging} words={words} />
      <p className="more between">
        <a href={view.year.href}>{view.year.name}</a>
        {view.older ? <a href={view.older.href}>{view.older.name}</a> : null}
      </p>
    </Shell>
  )
}
