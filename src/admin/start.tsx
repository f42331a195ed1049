import { templatesOf } from '../exchange/templates.ts'
import { StartButton } from './start-button.tsx'
import { readerOrSignIn, type ViewProps } from './view-props.ts'
import { AdminFrame } from './view-frame.tsx'
import { wordsOf } from './words/words.ts'
import './desk.css'
import './views.css'

/** Templates to begin a release with. Shows the model and decides nothing. */
export async function Start(props: ViewProps) {
  const reader = readerOrSignIn(props, '/admin/start')
  const { language } = props.initPageResult.req.i18n
  const words = wordsOf(language)
  const templates = await templatesOf(reader, language)
  return (
    <AdminFrame {...props} title={words.startTitle}>
      <div className="desk-view gutter--left gutter--right">
        <header className="desk-view__head">
          <h1>{words.startTitle}</h1>
          <a className="desk-button" href="/admin/collections/templates/create">
            {words.newTemplate}
          </a>
        </header>
        <p className="desk-preview__explains">{words.startExplains}</p>
        {templates.length === 0 ? <p className="desk-notice">{words.startNone}</p> : null}
        <ul className="desk-links">
          {templates.map(({ id, name, said }) => (
            <li key={id}>
              <h2>
                <a href={`/admin/collections/templates/${id}`}>{name}</a>
              </h2>
              <p>{said}</p>
              <StartButton from={{ template: id }} label={words.startDo} name={name} />
            </li>
          ))}
        </ul>
      </div>
    </AdminFrame>
  )
}
