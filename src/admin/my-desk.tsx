import type { WaitingGroup, WaitingItem, WaitingList } from '../desk/my-desk.ts'
import { guideOf } from '../desk/guide.ts'
import { myDeskOf } from '../desk/my-desk.ts'
import { states } from '../workflow/states.ts'
import { Guide } from './guide.tsx'
import { StateBadge } from './state-badge.tsx'
import { readerOfView, type ViewProps } from './view-props.ts'
import { fill, wordsOf } from './words/words.ts'
import './desk.css'
import './views.css'

/** What waits for whoever is signed in. Shows the model and decides nothing. */
export async function MyDesk(props: ViewProps) {
  const reader = readerOfView(props)
  if (!reader) return null
  const { language } = props.initPageResult.req.i18n
  const words = wordsOf(language)
  const desk = await myDeskOf(reader, language)
  const guide = await guideOf(reader, language)
  const [first, ...others] = desk.next
  return (
    <div className="desk-view gutter--left gutter--right">
      <header className="desk-view__head">
        <h1>{words.myDesk}</h1>
        <p className="desk-view__links">
          {first ? (
            <a className="desk-button desk-button--strong" href={first.href}>
              {first.label}
            </a>
          ) : null}
          {others.map(({ step, label, href }) => (
            <a key={step} className="desk-button" href={href}>
              {label}
            </a>
          ))}
        </p>
      </header>
      {guide ? <Guide guide={guide} /> : null}
      {desk.empty ? (
        <p className="desk-notice">
          {desk.empty} {desk.next.some(({ step }) => step === 'start') ? words.deskEmptyImport : ''}
        </p>
      ) : null}
      {desk.groups.map((group) => (
        <Group key={group.group} group={group} language={language} />
      ))}
    </div>
  )
}

const alarms: readonly string[] = ['clock-failure', 'emergency']

function Group({ group, language }: { group: WaitingGroup; language: string }) {
  const alarm = alarms.includes(group.group) ? ' desk-group--alarm' : ''
  const id = `desk-${group.group}`
  return (
    <section className={`desk-group${alarm}`} aria-labelledby={id}>
      <h2 id={id}>
        {group.title} <span className="desk-group__count">{group.count}</span>
      </h2>
      {group.explains ? <p className="desk-group__explains">{group.explains}</p> : null}
      {group.lists.map((list) => (
        <List
          key={list.collection}
          list={list}
          alone={group.lists.length === 1}
          language={language}
        />
      ))}
    </section>
  )
}

function List({ list, alone, language }: { list: WaitingList; alone: boolean; language: string }) {
  const words = wordsOf(language)
  const more = list.count > list.items.length
  return (
    <>
      {alone ? null : <h3>{list.label}</h3>}
      <ul className="desk-group__items">
        {list.items.map((item) => (
          <Item key={item.id} item={item} language={language} />
        ))}
      </ul>
      <p className="desk-group__all">
        <a href={list.href}>
          {more ? fill(words.deskAll, { count: String(list.count) }) : words.deskInList}
          <span className="desk-hidden">: {list.label}</span>
        </a>
      </p>
    </>
  )
}

function Item({ item, language }: { item: WaitingItem; language: string }) {
  const state = states.find((one) => one === item.state)
  return (
    <li>
      <div className="desk-group__line">
        <a href={item.href} lang={item.tag || undefined} dir="auto">
          {item.title}
        </a>
        <span className="desk-group__facts">
          {item.language ? <span>{item.language}</span> : null}
          {state ? <StateBadge state={state} language={language} /> : null}
          {item.who ? <span>{item.who}</span> : null}
          {item.since ? (
            <time dateTime={item.since} title={item.sinceExact}>
              {item.sinceIn}
              <span className="desk-hidden"> ({item.sinceExact})</span>
            </time>
          ) : null}
          {item.time ? <span>{item.time}</span> : null}
        </span>
      </div>
      {item.note ? <p className="desk-group__note">{item.note}</p> : null}
    </li>
  )
}
