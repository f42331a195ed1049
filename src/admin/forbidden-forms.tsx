import { type ForbiddenUse, forbiddenUses } from '../desk/forbidden-uses.ts'
import { missionOf, todayOf } from '../desk/mission-facts.ts'
import { languageIn, momentIn } from '../desk/names.ts'
import { AdminFrame } from './view-frame.tsx'
import { readerOrSignIn, type ViewProps } from './view-props.ts'
import { fill, wordsOf } from './words/words.ts'
import './desk.css'
import './views.css'

const address = '/admin/forbidden-forms'

/** Published texts with forms that a term forbids now. */
export async function ForbiddenForms(props: ViewProps) {
  const { payload, now } = readerOrSignIn(props, address)
  const { language } = props.initPageResult.req.i18n
  const words = wordsOf(language)
  const { zones } = await missionOf(payload)
  const asked = Number(props.searchParams?.page ?? 1)
  const number = Number.isSafeInteger(asked) && asked > 0 ? asked : 1
  const found = await forbiddenUses(payload, await todayOf(payload, now), number)
  return (
    <AdminFrame {...props} title={words.forbiddenUses}>
      <div className="desk-view gutter--left gutter--right">
        <header className="desk-view__head">
          <h1>{words.forbiddenUses}</h1>
        </header>
        <p className="desk-preview__explains">{words.forbiddenUsesExplain}</p>
        {found.uses.length === 0 ? <p className="desk-notice">{words.forbiddenUsesNone}</p> : null}
        <ul className="desk-links">
          {found.uses.map((use) => (
            <Use
              key={`${use.term.id} ${use.text.id} ${use.found}`}
              use={use}
              language={language}
              zone={zones.post}
            />
          ))}
        </ul>
        {found.more ? <p>{words.forbiddenMore}</p> : null}
        {found.whole ? null : <p>{words.forbiddenNotWhole}</p>}
        <Pages page={found.page} pages={found.pages} />
      </div>
    </AdminFrame>
  )
}

function Use({
  use: { term, language: tag, found, form, text },
  language,
  zone,
}: {
  use: ForbiddenUse
  language: string
  zone: string
}) {
  const words = wordsOf(language)
  return (
    <li>
      <h2 lang={tag}>
        <a href={`/admin/collections/${text.type}s/${text.id}`}>{text.headline}</a>
      </h2>
      <p>
        <a href={`/admin/collections/terms/${term.id}`}>
          {fill(form === '' ? words.forbiddenUseBare : words.forbiddenUse, { found, form })}
        </a>
      </p>
      <p>
        {languageIn(tag, language)} · {momentIn(text.publishedAt, language, zone, true)}
      </p>
    </li>
  )
}

function Pages({ page, pages }: { page: number; pages: number }) {
  if (pages < 2) return null
  return (
    <nav>
      {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
        <a
          key={number}
          href={`${address}?page=${number}`}
          aria-current={number === page ? 'page' : undefined}
        >
          {number}{' '}
        </a>
      ))}
    </nav>
  )
}
