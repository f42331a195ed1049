'use client'

import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { Guide as Model } from '../desk/guide.ts'
import { Button } from './button.tsx'
import { putGuideAway } from './rest.ts'
import { wordsOf } from './words/words.ts'

/** What a newcomer to the demonstration could try first. */
export function Guide({ guide }: { guide: Model }) {
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const [away, setAway] = useState(false)
  if (away) return <output className="desk-notice">{words.guideGone}</output>
  return (
    <section className="desk-guide" aria-labelledby="desk-guide">
      <h2 id="desk-guide">{words.guide}</h2>
      <p>{words.guideExplains}</p>
      <ol>
        {guide.steps.map(({ step, words: sentence, done }) => (
          <li key={step} className={done ? 'desk-guide__done' : undefined}>
            {sentence}
            {done ? <strong> ✓ {words.guideDone}</strong> : null}
          </li>
        ))}
      </ol>
      <p className="desk-guide__ways">
        <a className="desk-button" href={guide.href}>
          {words.guideOpen}
        </a>
        <Button
          onClick={() => {
            setAway(true)
            void putGuideAway(language)
          }}
        >
          {words.guidePutAway}
        </Button>
      </p>
    </section>
  )
}
