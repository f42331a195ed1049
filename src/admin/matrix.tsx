import {
  type Matrix,
  type MatrixCell,
  matrixFilters,
  matrixOf,
  matrixQuery,
  type MatrixQuery,
} from '../desk/language-matrix.ts'
import { missionOf } from '../desk/mission-facts.ts'
import { languageIn, relativeIn, shortDayIn } from '../desk/names.ts'
import { translatorsOf } from '../desk/restriction-view.ts'
import { MatrixForm } from './matrix-form.tsx'
import { OverdueMark, StaleMark, StateBadge } from './state-badge.tsx'
import { AdminFrame } from './view-frame.tsx'
import { readerOrSignIn, type ViewProps } from './view-props.ts'
import { fill, wordsOf } from './words/words.ts'
import './desk.css'
import './views.css'
import './matrix.css'

const address = '/admin/languages'
type Words = ReturnType<typeof wordsOf>

/** Releases and languages, with a form over it for those who assign. Shows the model and decides nothing. */
export async function LanguageMatrix(props: ViewProps) {
  const reader = readerOrSignIn(props, address)
  const { language } = props.initPageResult.req.i18n
  const words = wordsOf(language)
  const parsed = matrixQuery.safeParse(askedIn(props.searchParams))
  const query = parsed.success ? parsed.data : matrixQuery.parse({})
  const assigns = reader.actor.roles.includes('editor')
  const [matrix, mission, people] = await Promise.all([
    matrixOf(reader, query),
    missionOf(reader.payload),
    assigns ? translatorsOf(reader.payload) : [],
  ])
  const shown = { language, words, now: reader.now, assigns }
  return (
    <AdminFrame {...props} title={words.matrix}>
      <div className="desk-view gutter--left gutter--right">
        <header className="desk-view__head">
          <h1>{words.matrix}</h1>
        </header>
        <p className="desk-preview__explains">{words.matrixExplains}</p>
        <Filter query={query} languages={mission.languages} {...shown} />
        {matrix.among === null ? null : (
          <p className="desk-input__help">
            {fill(words.matrixAmong, { count: String(matrix.among) })}
          </p>
        )}
        {matrix.rows.length === 0 ? <p className="desk-notice">{words.matrixNone}</p> : null}
        {assigns ? (
          <MatrixForm people={people}>
            <Rows matrix={matrix} {...shown} />
          </MatrixForm>
        ) : (
          <Rows matrix={matrix} {...shown} />
        )}
        <Pages matrix={matrix} query={query} words={words} />
      </div>
    </AdminFrame>
  )
}

/** What was filled in. */
function askedIn(params: ViewProps['searchParams']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    ),
  )
}

interface Shown {
  language: string
  words: Words
  now: Date
  assigns: boolean
}

function Filter({
  query,
  languages,
  language,
  words,
}: Shown & { query: MatrixQuery; languages: readonly string[] }) {
  return (
    <form method="get" action={address} className="desk-search__filters">
      <div className="desk-input">
        <label htmlFor="matrix-filter">{words.matrixShow}</label>
        <select id="matrix-filter" name="filter" defaultValue={query.filter}>
          {matrixFilters.map((filter) => (
            <option key={filter} value={filter}>
              {words[`matrix-${filter}`]}
            </option>
          ))}
        </select>
      </div>
      <div className="desk-input">
        <label htmlFor="matrix-language">{words.matrixLanguage}</label>
        <select id="matrix-language" name="language" defaultValue={query.language ?? ''}>
          <option value="">{words.matrixAnyLanguage}</option>
          {languages.map((tag) => (
            <option key={tag} value={tag}>
              {languageIn(tag, language)}
            </option>
          ))}
        </select>
      </div>
      <button className="desk-button desk-matrix__apply" type="submit">
        {words.matrixApply}
      </button>
    </form>
  )
}

function Rows({ matrix, ...shown }: Shown & { matrix: Matrix }) {
  const { languages, rows } = matrix
  const { language } = shown
  if (rows.length === 0) return null
  return (
    <div className="desk-matrix" style={{ '--languages': languages.length } as React.CSSProperties}>
      <div className="desk-matrix__head" aria-hidden="true">
        <span />
        {languages.map((tag) => (
          <span key={tag}>{languageIn(tag, language)}</span>
        ))}
      </div>
      {rows.map(({ release, headline, cells }) => (
        <section key={release} className="desk-matrix__row">
          <h2>
            <a href={`/admin/collections/releases/${release}`}>{headline}</a>
          </h2>
          <ul>
            {cells.map((cell) => (
              <li
                key={cell.language}
                className={`desk-matrix__cell desk-matrix__cell--${cell.kind}`}
              >
                <strong className="desk-matrix__tag">{languageIn(cell.language, language)}</strong>
                <Cell cell={cell} release={release} headline={headline} {...shown} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Cell({
  cell,
  release,
  headline,
  language,
  words,
  now,
  assigns,
}: Shown & { cell: MatrixCell; release: string; headline: string }) {
  if (cell.kind === 'original') return <span>{words.matrixOriginal}</span>
  const name = languageIn(cell.language, language)
  const choice = assigns ? (
    <label className="desk-matrix__choice">
      <input
        type="checkbox"
        name="cell"
        value={`${release} ${cell.language}`}
        aria-label={fill(words.matrixChoose, { language: name, headline })}
      />
    </label>
  ) : null
  if (cell.kind === 'missing')
    return (
      <>
        {choice}
        <span className="desk-matrix__missing">{words.matrixMissing}</span>
        {assigns ? (
          <button
            type="submit"
            name="start"
            value={`${release} ${cell.language}`}
            className="desk-button"
            aria-label={fill(words.matrixStartIn, { language: name, headline })}
          >
            {words.matrixStart}
          </button>
        ) : null}
      </>
    )
  return (
    <>
      {choice}
      <a
        href={`/admin/collections/translations/${cell.id}/translate`}
        aria-label={`${words[`state-${cell.state}`]}: ${headline}, ${name}`}
      >
        <StateBadge state={cell.state} language={language} />
      </a>
      {cell.stale ? <StaleMark language={language} /> : null}
      {cell.overdue ? <OverdueMark language={language} /> : null}
      <span>{cell.translator || words.matrixNobody}</span>
      {cell.dueOn ? (
        <span>{fill(words.matrixDue, { day: shortDayIn(cell.dueOn, language) })}</span>
      ) : null}
      <span className="desk-matrix__age">
        {fill(words.matrixChanged, { ago: relativeIn(cell.changedAt, now, language) })}
      </span>
    </>
  )
}

function Pages({ matrix, query, words }: { matrix: Matrix; query: MatrixQuery; words: Words }) {
  if (matrix.page === 1 && !matrix.more) return null
  const to = (page: number): string => {
    const asked = { filter: query.filter, language: query.language ?? '', page: String(page) }
    return `${address}?${new URLSearchParams(asked).toString()}`
  }
  return (
    <nav className="desk-view__links">
      {matrix.page > 1 ? <a href={to(matrix.page - 1)}>{words.matrixPrevious}</a> : null}
      {matrix.more ? <a href={to(matrix.page + 1)}>{words.matrixNext}</a> : null}
    </nav>
  )
}
