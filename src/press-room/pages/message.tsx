import type { MessagePage as View } from '../view/messages.ts'
import { BareShell, Shell } from './shell.tsx'

/** Gone, not found, failed: one thing said, and where to go from here. */
export function MessagePage({ view }: { view: View }) {
  const message = (
    <div className="message">
      <h1 className="page">{view.title}</h1>
      {view.paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
      {view.link ? (
        <p>
          <a href={view.link.href}>{view.link.label}</a>
        </p>
      ) : null}
    </div>
  )
  return view.frame ? (
    <Shell frame={view.frame}>{message}</Shell>
  ) : (
    <BareShell language={view.language} title={view.title}>
      {message}
    </BareShell>
  )
}
