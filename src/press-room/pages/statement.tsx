import type { StatementPage as View } from '../view/statements.ts'
import type { TopicsPage as Topics } from '../view/topic.ts'
import { Shell } from './shell.tsx'

/** What the press room says of itself. */
export function StatementPage({ view }: { view: View }) {
  return (
    <Shell frame={view.frame}>
      <h1 className="page">{view.title}</h1>
      <div className="message">
        {view.paragraphs.map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
        {view.address.length > 0 ? (
          <p>
            {view.address.map((line, index) => (
              <span key={index}>
                {index > 0 ? <br /> : null}
                <bdi>{line}</bdi>
              </span>
            ))}
          </p>
        ) : null}
        {view.sections.map(({ title, links }, index) => (
          <section key={index} className="after">
            <h2 className="label">{title}</h2>
            <ul className="plain tags">
              {links.map(({ href, name, type }) => (
                <li key={href}>
                  <a href={href} type={type}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Shell>
  )
}

/** All topics that have something to read. */
export function TopicsPage({ view }: { view: Topics }) {
  return (
    <Shell frame={view.frame}>
      <h1 className="page">{view.title}</h1>
      <p className="empty">{view.text}</p>
      <ul className="plain years">
        {view.topics.map(({ href, name }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ul>
    </Shell>
  )
}
