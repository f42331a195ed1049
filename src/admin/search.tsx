import { collectionOf } from '../desk/documents.ts'
import { colleagues } from '../desk/restriction-view.ts'
import { languageIn, momentIn } from '../desk/names.ts'
import { missionOf } from '../desk/mission-facts.ts'
import { savedOf } from '../desk/search/saved.ts'
import { type Found, search, searchQuery, type SearchResult } from '../desk/search/search.ts'
import { topicsIn } from '../desk/search/topics.ts'
import { languageTags } from '../language/languages.ts'
import { releaseKinds, states } from '../workflow/states.ts'
import { SavedSearches } from './saved-searches.tsx'
import { StateBadge } from './state-badge.tsx'
import { readerOrSignIn, type ViewProps } from './view-props.ts'
import { AdminFrame } from './view-frame.tsx'
import { fill, wordsOf } from './words/words.ts'
import './desk.css'
import './views.css'

type Words = ReturnType<typeof wordsOf>
type Asked = Record<string, string>

/** The search of the desk: a form whose answer has an address. Shows the model and decides nothing. */
export async function Search(props: ViewProps) {
  const reader = readerOrSignIn(props, '/admin/search')
  const { language } = props.initPageResult.req.i18n
  const words = wordsOf(language)
  const asked = askedIn(props.searchParams)
  const query = searchQuery.safeParse(asked)
  const question = Object.keys(asked).length > 0
  const result = query.success && question ? await search(reader, query.data) : null
  const [saved, people, topics, mission] = await Promise.all([
    savedOf(reader.payload, reader.actor.id),
    colleagues(reader.payload),
    topicsIn(reader, language),
    missionOf(reader.payload),
  ])
  const address = new URLSearchParams(asked).toString()
  return (
    <AdminFrame {...props} title={words.search}>
      <div className="desk-view desk-search gutter--left gutter--right">
        <header className="desk-view__head">
          <h1>{words.search}</h1>
        </header>
        <search>
          <form method="get" action="/admin/search">
            <div className="desk-search__words">
              <label htmlFor="search-words">{words.searchWords}</label>
              <input
                id="search-words"
                type="search"
                name="q"
                maxLength={500}
                defaultValue={asked.q}
                aria-describedby="search-help"
              />
              <button className="desk-button desk-button--strong" type="submit">
                {words.searchDo}
              </button>
              <p id="search-help" className="desk-input__help">
                {words.searchHelp}
              </p>
            </div>
            <div className="desk-search__filters">
              <Choice
                name="state"
                label={words.searchState}
                asked={asked}
                words={words}
                options={states
                  .filter((state) => state !== 'archived')
                  .map((state) => [state, words[`state-${state}`]])}
              />
              <Choice
                name="language"
                label={words.language}
                asked={asked}
                words={words}
                options={languageTags.map((tag) => [tag, languageIn(tag, language)])}
              />
              <Choice
                name="kind"
                label={words.kind}
                asked={asked}
                words={words}
                options={releaseKinds.map((kind) => [kind, words[`kind-${kind}`]])}
              />
              <Choice
                name="topic"
                label={words.searchTopic}
                asked={asked}
                words={words}
                options={topics.map(({ id, name }) => [id, name])}
              />
              <Choice
                name="person"
                label={words.searchPerson}
                asked={asked}
                words={words}
                options={people.map(({ id, name }) => [id, name])}
              />
              <Day name="from" label={words.searchFrom} asked={asked} />
              <Day name="to" label={words.searchTo} asked={asked} />
            </div>
          </form>
        </search>
        {result ? (
          <Results
            result={result}
            asked={asked}
            language={language}
            zone={mission.zones.post}
            words={words}
          />
        ) : null}
        <SavedSearches saved={saved} query={result ? withoutPage(address) : null} />
      </div>
    </AdminFrame>
  )
}

/** What was filled in. */
function askedIn(params: ViewProps['searchParams']): Asked {
  return Object.fromEntries(
    Object.keys(searchQuery.shape).flatMap((name) => {
      const value = params?.[name]
      return typeof value === 'string' && value !== '' ? [[name, value]] : []
    }),
  )
}

function withoutPage(address: string): string {
  const query = new URLSearchParams(address)
  query.delete('page')
  return query.toString()
}

function Choice({
  name,
  label,
  asked,
  options,
  words,
}: {
  name: string
  label: string
  asked: Asked
  options: [value: string, label: string][]
  words: Words
}) {
  return (
    <div>
      <label htmlFor={`search-${name}`}>{label}</label>
      <select id={`search-${name}`} name={name} defaultValue={asked[name] ?? ''}>
        <option value="">{words.searchAny}</option>
        {options.map(([value, said]) => (
          <option key={value} value={value}>
            {said}
          </option>
        ))}
      </select>
    </div>
  )
}

function Day({ name, label, asked }: { name: string; label: string; asked: Asked }) {
  return (
    <div>
      <label htmlFor={`search-${name}`}>{label}</label>
      <input id={`search-${name}`} type="date" name={name} defaultValue={asked[name]} />
    </div>
  )
}

function Results({
  result,
  asked,
  language,
  zone,
  words,
}: {
  result: SearchResult
  asked: Asked
  language: string
  zone: string
  words: Words
}) {
  const { total, more, whole, page, pages, found } = result
  const count = fill(more ? words.searchMore : words.searchCount, { count: String(total) })
  const at = (number: number) =>
    `/admin/search?${new URLSearchParams({ ...asked, page: String(number) }).toString()}`
  return (
    <section aria-labelledby="search-count">
      <h2 id="search-count">{count}</h2>
      {whole ? null : <p className="desk-notice">{words.searchBuilding}</p>}
      {total === 0 && whole ? <p className="desk-notice">{words.searchNone}</p> : null}
      <ol className="desk-search__found" start={(page - 1) * 20 + 1}>
        {found.map((one) => (
          <Hit key={one.id} found={one} language={language} zone={zone} words={words} />
        ))}
      </ol>
      {total > 0 ? (
        <nav className="desk-view__links" aria-label={words.searchPage.split('{')[0]}>
          {page > 1 ? <a href={at(page - 1)}>← {words.searchBack}</a> : null}
          {pages > 1 ? (
            <span>{fill(words.searchPage, { page: String(page), pages: String(pages) })}</span>
          ) : null}
          {page < pages ? <a href={at(page + 1)}>{words.searchNext} →</a> : null}
          <a href={`/api/search.csv?${withoutPage(new URLSearchParams(asked).toString())}`}>
            {words.searchCsv}
          </a>
        </nav>
      ) : null}
    </section>
  )
}

function Hit({
  found: { type, id, headline, language: tag, state, changed, passages },
  language,
  zone,
  words,
}: {
  found: Found
  language: string
  zone: string
  words: Words
}) {
  return (
    <li>
      <div className="desk-group__line">
        <a href={`/admin/collections/${collectionOf[type]}/${id}`} lang={tag} dir="auto">
          {headline}
        </a>
        <span className="desk-group__facts">
          <span>{languageIn(tag, language)}</span>
          <StateBadge state={state} language={language} />
          {changed ? <time dateTime={changed}>{momentIn(changed, language, zone)}</time> : null}
        </span>
      </div>
      {passages.map(({ source, pieces }, index) => (
        <p key={index} className="desk-search__passage" dir="auto">
          {source === 'text' ? null : <strong>{words[`source-${source}`]}: </strong>}
          {pieces.map((piece, place) =>
            piece.hit ? <mark key={place}>{piece.words}</mark> : piece.words,
          )}
        </p>
      ))}
    </li>
  )
}
