import { z } from 'zod'
import {
  type ChainCheck,
  checkChain,
  type TimelineLine,
  timelineOf,
  type TimelineView,
} from '../desk/timeline-view.ts'
import { Comparison } from './comparison.tsx'
import { StateBadge } from './state-badge.tsx'
import { readerOfView, type ViewProps } from './view-props.ts'
import { fill, wordsOf } from './words/words.ts'
import './desk.css'
import './views.css'

type Words = ReturnType<typeof wordsOf>

const place = z.object({
  collection: z.enum(['releases', 'translations']),
  id: z.string(),
})

/** Everything that happened to a text and its family. Shows the model and decides nothing. */
export async function Timeline(props: ViewProps) {
  const { initPageResult, searchParams } = props
  const reader = readerOfView(props)
  const where = place.safeParse({
    collection: initPageResult.collectionConfig?.slug,
    id: String(initPageResult.docID ?? ''),
  })
  if (!reader || !where.success) return null
  const { collection, id } = where.data
  const type = collection === 'releases' ? 'release' : 'translation'
  const { language } = initPageResult.req.i18n
  const view = await timelineOf(reader, type, id, searchParams, language)
  if (!view) return null
  const check = searchParams?.check === undefined ? null : await checkChain(reader, type, id)
  const words = wordsOf(language)
  const page = `/admin/collections/${collection}/${id}/timeline`
  const file = `/api/${collection}/${id}/timeline`
  return (
    <div className="desk-view desk-timeline gutter--left gutter--right">
      <h2 className="desk-hidden">{words.events}</h2>
      <Filters view={view} page={page} words={words} />
      <p className="desk-timeline__links">
        <a href={`${file}?${chosen(view, { format: 'csv' })}`}>{words.timelineCsv}</a>
        <a href={`${file}?${chosen(view, { format: 'json' })}`}>{words.timelineJson}</a>
        <a href={`${page}?${chosen(view, { check: '1' })}#check`}>{words.timelineCheck}</a>
      </p>
      {check ? <Check check={check} words={words} /> : null}
      {view.lines.length === 0 ? <p className="desk-notice">{words.timelineNone}</p> : null}
      <ol className="desk-timeline__events">
        {view.lines.map((line) => (
          <Line key={line.number} line={line} view={view} page={page} language={language} />
        ))}
      </ol>
      {view.next === null ? null : (
        <p>
          <a href={`${page}?${chosen(view, { before: String(view.next) })}`}>
            {words.timelineOlder}
          </a>
        </p>
      )}
      {view.mails.length > 0 ? (
        <section aria-labelledby="desk-mails">
          <h3 id="desk-mails">{words.outgoingMails}</h3>
          <ul className="desk-timeline__mails">
            {view.mails.map(({ id, what, to, state, at, atIn }) => (
              <li key={id}>
                {what} → <bdi>{to}</bdi> · {state}, <time dateTime={at}>{atIn}</time>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

/** The filters that are chosen, and something more, as a query. */
function chosen({ filter }: TimelineView, more: Record<string, string>): string {
  const { kind, language } = filter
  return new URLSearchParams({
    ...(kind ? { kind } : {}),
    ...(language ? { language } : {}),
    ...more,
  }).toString()
}

function Filters({ view, page, words }: { view: TimelineView; page: string; words: Words }) {
  const { filter } = view
  return (
    <form className="desk-timeline__filters" method="get" action={page}>
      <label>
        {words.kind}{' '}
        <select name="kind" defaultValue={filter.kind ?? ''}>
          <option value="">{words.timelineAll}</option>
          {view.kinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.language}{' '}
        <select name="language" defaultValue={filter.language ?? ''}>
          <option value="">{words.timelineAll}</option>
          {view.languages.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <button className="desk-button" type="submit">
        {words.timelineFilter}
      </button>
    </form>
  )
}

function Check({ check, words }: { check: ChainCheck; words: Words }) {
  const facts = { events: String(check.events), editions: String(check.editions) }
  return (
    <section
      id="check"
      className={`desk-notice${check.holds ? '' : ' desk-notice--broken'}`}
      aria-label={words.timelineCheck}
    >
      <p className="desk-notice__head">
        {fill(check.holds ? words.timelineHolds : words.timelineBroken, facts)}
      </p>
      {check.problems.length > 0 ? (
        <ul lang="en">
          {check.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
      {check.more > 0 ? <p>{fill(words.timelineMore, { count: String(check.more) })}</p> : null}
    </section>
  )
}

function Line({
  line,
  view,
  page,
  language,
}: {
  line: TimelineLine
  view: TimelineView
  page: string
  language: string
}) {
  const words = wordsOf(language)
  const { comparison } = view
  const before = view.lines[0] ? String(view.lines[0].number + 1) : '1'
  return (
    <li id={`event-${line.number}`} value={line.number}>
      <div className="desk-timeline__head">
        <strong>{line.what}</strong>
        <span>{line.text}</span>
        {line.edition > 0 ? (
          <span>{fill(words.timelineEdition, { number: String(line.edition) })}</span>
        ) : null}
        <span>{line.by}</span>
        <time dateTime={line.at} title={line.ago}>
          {line.atIn}
        </time>
      </div>
      {line.to && line.from !== line.to ? (
        <div className="desk-timeline__states">
          {line.from ? (
            <>
              <StateBadge state={line.from} language={language} />
              <span aria-hidden="true"> → </span>
              <span className="desk-hidden">{words.to}: </span>
            </>
          ) : null}
          <StateBadge state={line.to} language={language} />
        </div>
      ) : null}
      {line.changed ? <p className="desk-bar__hint">{words.timelineChanged}</p> : null}
      {line.note ? <p className="desk-group__note">{line.note}</p> : null}
      {line.comparable && comparison?.event !== line.number ? (
        <p>
          <a
            href={`${page}?${chosen(view, { before, compare: String(line.number) })}#event-${line.number}`}
          >
            {fill(words.timelineCompare, { number: String(line.edition - 1) })}
          </a>
        </p>
      ) : null}
      {comparison?.event === line.number ? (
        <Comparison
          comparison={comparison}
          language={comparison.language}
          words={words}
          say={{
            title: fill(words.timelineComparison, {
              before: String(line.edition - 1),
              after: String(line.edition),
            }),
            heading: true,
            legend: words.timelineLegend,
            nothing: words.nothingDiffers,
          }}
        />
      ) : null}
    </li>
  )
}
