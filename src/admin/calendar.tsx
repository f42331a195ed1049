import { type CalendarDay, type CalendarLine, calendarOf } from '../desk/calendar-view.ts'
import { feedOf } from '../desk/calendar-feed.ts'
import { CalendarFeed } from './calendar-feed.tsx'
import { StateBadge } from './state-badge.tsx'
import { readerOrSignIn, type ViewProps } from './view-props.ts'
import { AdminFrame } from './view-frame.tsx'
import { fill, wordsOf } from './words/words.ts'
import './desk.css'
import './views.css'

type Words = ReturnType<typeof wordsOf>

/** A month of the mission. Shows the model and decides nothing. */
export async function Calendar(props: ViewProps) {
  const reader = readerOrSignIn(props, '/admin/calendar')
  const { language } = props.initPageResult.req.i18n
  const words = wordsOf(language)
  const view = await calendarOf(reader, props.searchParams?.month, language)
  const feed = await feedOf(reader.payload, reader.actor.id)
  return (
    <AdminFrame {...props} title={words.calendar}>
      <div className="desk-view desk-calendar gutter--left gutter--right">
        <header className="desk-view__head">
          <h1>
            {words.calendar}: <span className="desk-calendar__month">{view.name}</span>
          </h1>
          <CalendarFeed made={feed} />
        </header>
        <nav className="desk-view__links desk-calendar__months" aria-label={words.calendarMonths}>
          <a href={`/admin/calendar?month=${view.before.month}`} rel="prev">
            ← {view.before.name}
          </a>
          <a href="/admin/calendar">{words.calendarNow}</a>
          <a href={`/admin/calendar?month=${view.after.month}`} rel="next">
            {view.after.name} →
          </a>
        </nav>
        <p className="desk-bar__hint">{view.zones}</p>
        {view.more ? <p className="desk-notice">{view.more}</p> : null}
        {view.days.length === 0 ? <p className="desk-notice">{words.calendarEmpty}</p> : null}
        <table className="desk-calendar__table">
          <caption className="desk-hidden">{fill(words.calendarOf, { month: view.name })}</caption>
          <thead>
            <tr>
              {view.weekdays.map(({ short, long }) => (
                <th key={long} scope="col" abbr={long}>
                  <span aria-hidden="true">{short}</span>
                  <span className="desk-hidden">{long}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.weeks.map((week) => (
              <tr key={week.find((day) => day !== null)?.day}>
                {week.map((day, index) => (
                  <td key={day?.day ?? index} className={day ? dayClass(day) : undefined}>
                    {day ? <Day day={day} words={words} language={language} /> : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <div className="desk-calendar__days">
          {view.days.map((day) => (
            <section key={day.day} className={dayClass(day)} aria-labelledby={`day-${day.day}`}>
              <h2 id={`day-${day.day}`}>
                {day.name}
                {day.today ? <span> ({words.calendarToday})</span> : null}
              </h2>
              <Lines day={day} language={language} />
            </section>
          ))}
        </div>
      </div>
    </AdminFrame>
  )
}

const dayClass = ({ today }: CalendarDay): string =>
  today ? 'desk-day desk-day--today' : 'desk-day'

function Day({ day, words, language }: { day: CalendarDay; words: Words; language: string }) {
  return (
    <>
      <time className="desk-day__number" dateTime={day.day}>
        {day.number}
        {day.today ? <span className="desk-day__today"> {words.calendarToday}</span> : null}
      </time>
      {day.lines.length > 0 ? <Lines day={day} language={language} /> : null}
    </>
  )
}

function Lines({ day, language }: { day: CalendarDay; language: string }) {
  return (
    <ul>
      {day.lines.map((line) => (
        <Line key={line.key} line={line} language={language} />
      ))}
    </ul>
  )
}

function Line({ line, language }: { line: CalendarLine; language: string }) {
  return (
    <li className={`desk-date desk-date--${line.kind}`}>
      <span className="desk-date__what">
        {line.kind === 'embargo' || line.state === null ? (
          line.what
        ) : (
          <StateBadge
            state={line.kind === 'scheduled' ? 'scheduled' : line.state}
            language={language}
          />
        )}
      </span>
      <time dateTime={line.at}>{line.time}</time>
      {line.capital ? <span className="desk-date__capital"> ({line.capital})</span> : null}
      <a href={line.href} lang={line.tag} dir="auto">
        {line.headline}
      </a>
      <span className="desk-date__language">
        {[line.language, line.edition].filter(Boolean).join(', ')}
      </span>
    </li>
  )
}
