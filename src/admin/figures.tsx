import type { ReactNode } from 'react'
import { type Figures as Report, figuresOf } from '../desk/figures/report.ts'
import { type LanguageFigures, languageFiguresOf } from '../desk/figures/languages.ts'
import { daysBefore } from '../desk/figures/span.ts'
import { missionOf, todayOf } from '../desk/mission-facts.ts'
import { dayNameIn, languageIn } from '../desk/names.ts'
import { AdminFrame } from './view-frame.tsx'
import { readerOrSignIn, type ViewProps } from './view-props.ts'
import { fill, wordsOf } from './words/words.ts'
import './desk.css'
import './views.css'

const address = '/admin/figures'
const spans = [30, 90, 365] as const
/** Rows of each table. The file holds all of them. */
const most = 50

/** What was looked at in the press room, as sums. */
export async function Figures(props: ViewProps) {
  const reader = readerOrSignIn(props, address)
  const { language } = props.initPageResult.req.i18n
  const words = wordsOf(language)
  const asked = Number(props.searchParams?.days)
  const count = spans.find((one) => one === asked) ?? spans[0]
  const until = await todayOf(reader.payload, reader.now)
  const since = daysBefore(until, count - 1)
  const { countsReaders } = await missionOf(reader.payload)
  const report = await figuresOf(reader, since, until)
  const languages = await languageFiguresOf(reader, since, until)
  const number = (value: number): string => new Intl.NumberFormat(language).format(value)
  return (
    <AdminFrame {...props} title={words.figures}>
      <div className="desk-view gutter--left gutter--right">
        <header className="desk-view__head">
          <h1>{words.figures}</h1>
        </header>
        <p className="desk-preview__explains">{words.figuresExplain}</p>
        {countsReaders ? null : <p className="desk-notice">{words.figuresOff}</p>}
        <nav className="desk-figures__spans" aria-label={words.figures}>
          {spans.map((span) => (
            <a
              key={span}
              href={`${address}?days=${span}`}
              aria-current={span === count ? 'page' : undefined}
            >
              {fill(words.figuresDays, { count: `${span}` })}
            </a>
          ))}
          <a href={`/api/figures.csv?since=${since}&until=${until}`}>{words.figuresFile}</a>
        </nav>
        {report.days.length === 0 ? (
          <p className="desk-notice">{words.figuresNone}</p>
        ) : (
          <>
            <Chart report={report} count={count} language={language} />
            <Table
              head={[
                words.figuresText,
                words.figuresEdition,
                words.figuresViews,
                words.figuresDownloads,
              ]}
              rows={report.editions.map((one) => ({
                key: one.edition,
                name: (
                  <a href={`/admin/collections/${one.type}s/${one.id}`}>
                    {one.headline || one.type}
                    {one.language === 'mul' ? null : ` (${languageIn(one.language, language)})`}
                  </a>
                ),
                cells: [number(one.number), number(one.views), number(one.downloads)],
              }))}
            />
            <Table
              head={[words.figuresSites, words.figuresViews]}
              rows={report.sites.map(({ site, views }) => ({
                key: site,
                name: site,
                cells: [number(views)],
              }))}
            />
            <Table
              head={[words.figuresFeeds, words.figuresFetches]}
              rows={report.feeds.map(({ feed, fetches }) => ({
                key: feed,
                name: feed,
                cells: [number(fetches)],
              }))}
            />
            <details>
              <summary>{words.figuresByDay}</summary>
              <Table
                all
                head={[
                  words.figuresDay,
                  words.figuresViews,
                  words.figuresDownloads,
                  words.figuresFeeds,
                ]}
                rows={report.days.map(({ day, views, downloads, feeds }) => ({
                  key: day,
                  name: dayNameIn(day, language),
                  cells: [number(views), number(downloads), number(feeds)],
                }))}
              />
            </details>
          </>
        )}
        <LanguagesTable figures={languages} span={{ since, until }} language={language} />
      </div>
    </AdminFrame>
  )
}

/** How each language keeps up. */
function LanguagesTable({
  figures,
  span: { since, until },
  language,
}: {
  figures: readonly LanguageFigures[]
  span: { since: string; until: string }
  language: string
}) {
  const words = wordsOf(language)
  const share = (part: number, whole: number): string =>
    whole === 0 ? '–' : `${new Intl.NumberFormat(language).format(part)} / ${whole}`
  return (
    <section aria-labelledby="languages">
      <h2 id="languages">{words.figuresLanguages}</h2>
      <p className="desk-preview__explains">{words.figuresLanguagesExplain}</p>
      <Table
        all
        head={[
          words.figuresLanguage,
          words.figuresReadable,
          words.figuresMedian,
          words.figuresUpper,
          words.figuresStale,
          words.figuresWaived,
        ]}
        rows={figures.map((one) => ({
          key: one.language,
          name: languageIn(one.language, language),
          cells: [
            share(one.readable, one.releases),
            hoursIn(one.median, language),
            hoursIn(one.upper, language),
            share(one.stale, one.live),
            new Intl.NumberFormat(language).format(one.waived),
          ],
        }))}
      />
      <p>
        <a href={`/api/language-figures.csv?since=${since}&until=${until}`}>{words.figuresFile}</a>
      </p>
    </section>
  )
}

/** Hours up to two days, then days. */
function hoursIn(hours: number | null, language: string): string {
  if (hours === null) return '–'
  const [value, unit] = hours < 48 ? [hours, 'hour'] : [hours / 24, 'day']
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  }).format(value)
}

/** One bar for each day. The table of the days says the same in numbers. */
function Chart({ report, count, language }: { report: Report; count: number; language: string }) {
  const words = wordsOf(language)
  const views = new Map(report.days.map(({ day, views: seen }) => [day, seen]))
  const days = Array.from({ length: count }, (_, at) => daysBefore(report.until, count - 1 - at))
  const [top = report.until] = days.toSorted((a, b) => (views.get(b) ?? 0) - (views.get(a) ?? 0))
  const highest = Math.max(1, views.get(top) ?? 0)
  const label = fill(words.figuresChart, {
    count: new Intl.NumberFormat(language).format(views.get(top) ?? 0),
    day: dayNameIn(top, language),
  })
  return (
    <figure className="desk-figures__chart">
      <svg
        viewBox={`0 0 ${count * 10} 100`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {days.map((day, at) => {
          const height = (100 * (views.get(day) ?? 0)) / highest
          return <rect key={day} x={at * 10 + 1} y={100 - height} width={8} height={height} />
        })}
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  )
}

interface TableRow {
  key: string
  name: ReactNode
  cells: readonly string[]
}

function Table({
  head,
  rows,
  all = false,
}: {
  head: readonly string[]
  rows: readonly TableRow[]
  all?: boolean
}) {
  if (rows.length === 0) return null
  return (
    <table className="desk-figures__table">
      <thead>
        <tr>
          {head.map((one) => (
            <th key={one} scope="col">
              {one}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(all ? rows : rows.slice(0, most)).map(({ key, name, cells }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={head[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
