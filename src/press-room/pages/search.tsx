import type { Piece } from '../../language/excerpt.ts'
import type { Filter, Hit, SearchPage as View } from '../view/search.ts'
import type { Words } from '../words/en.ts'
import { wordsFor } from '../words/words.ts'
import { Pages } from './parts.tsx'
import { Shell } from './shell.tsx'

/** The words of a text, with those that were asked for marked. */
function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ words, hit }, index) => (hit ? <mark key={index}>{words}</mark> : words))
}

function Found({ hit }: { hit: Hit }) {
  return (
    <li>
      <article className="row bare">
        <p className="date">
          <span>
            <time dateTime={hit.date.iso}>{hit.date.text}</time>
          </span>{' '}
          {hit.kind}
        </p>
        <div>
          <h2>
            <a href={hit.href}>
              <Pieces pieces={hit.headline} />
            </a>
          </h2>
          {hit.excerpt.length > 0 ? (
            <p className="brief">
              <Pieces pieces={hit.excerpt} />
            </p>
          ) : null}
        </div>
      </article>
    </li>
  )
}

function Select({ filter }: { filter: Filter }) {
  const chosen = filter.choices.find((one) => one.chosen)
  return (
    <label>
      {filter.label}
      <select name={filter.name} defaultValue={chosen?.value}>
        {filter.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

function Form({ view, words }: { view: View; words: Words }) {
  return (
    <search>
      <form className="filters" action={view.action}>
        <div className="ask">
          <input
            type="search"
            name="q"
            aria-label={words.search}
            defaultValue={view.q}
            maxLength={view.longest}
          />
          <button type="submit">{words.search}</button>
        </div>
        {view.filters.map((filter) => (
          <Select key={filter.name} filter={filter} />
        ))}
      </form>
    </search>
  )
}

export function SearchPage({ view }: { view: View }) {
  const words = wordsFor(view.frame.language)
  return (
    <Shell frame={view.frame}>
      <h1 className="page">{words.search}</h1>
      <Form view={view} words={words} />
      {view.chosen.length > 0 ? (
        <ul className="plain tags chosen">
          {view.chosen.map(({ name, label, href }) => (
            <li key={name}>
              <a href={href} rel="nofollow" aria-label={words.remove(label)}>
                {label} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {view.total ? <p className="total">{view.total}</p> : null}
      {view.remarks.map((remark) => (
        <p key={remark} className="remark">
          {remark}
        </p>
      ))}
      {view.elsewhere.length > 0 ? (
        <div className="empty">
          <p>{words.foundIn}</p>
          <ul className="plain">
            {view.elsewhere.map(({ language, name, href, count }) => (
              <li key={language}>
                <a href={href} lang={language} hrefLang={language} rel="nofollow">
                  {name}
                </a>{' '}
                ({count})
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {view.hits.length > 0 ? (
        <ul className="plain rows">
          {view.hits.map((hit) => (
            <Found key={hit.href} hit={hit} />
          ))}
        </ul>
      ) : null}
      <Pages paging={view.paging} words={words} />
    </Shell>
  )
}
