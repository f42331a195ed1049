import type { ImagePage as View } from '../view/image.ts'
import { wordsFor } from '../words/words.ts'
import { Row } from './lists.tsx'
import { Figure } from './parts.tsx'
import { Shell } from './shell.tsx'

/** One image: what it shows, what its use costs, in which sizes it can be had, and which texts show it. */
export function ImagePage({ view }: { view: View }) {
  const { frame, picture } = view
  const words = wordsFor(frame.language)
  const lang = picture.lang ?? undefined
  return (
    <Shell frame={frame}>
      <h1 className="page" lang={lang} dir={lang ? 'auto' : undefined}>
        {view.title}
      </h1>
      <div className="columns">
        <Figure picture={picture} words={words} sizes="(min-width: 44rem) 38rem, 92vw" top />
        <aside className="side">
          {picture.alt && picture.alt !== picture.caption ? (
            <section>
              <h2 className="label">{words.description}</h2>
              <p lang={lang} dir={lang ? 'auto' : undefined}>
                {picture.alt}
              </p>
            </section>
          ) : null}
          <section className="downloads">
            <h2 className="label">{words.sizes}</h2>
            <ul className="plain files">
              {view.sizes.map(({ label, href }) => (
                <li key={href}>
                  <a href={href} download>
                    <bdi>JPEG, {label}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h2 className="label">{words.published}</h2>
            <time dateTime={view.published.iso}>{view.published.text}</time>
          </section>
        </aside>
      </div>
      {view.rows.length > 0 ? (
        <section className="columns">
          <div>
            <h2 className="label">{words.shownIn}</h2>
            <ul className="plain rows">
              {view.rows.map((row) => (
                <Row key={row.href} row={row} level={3} />
              ))}
            </ul>
          </div>
        </section>
      ) : null}
    </Shell>
  )
}
