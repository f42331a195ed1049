'use client'

import { useTranslation } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { wordsOf } from './words/words.ts'

/** In pixels of the page, before it is made to fit. */
const widths = { desktop: 1280, phone: 390 } as const
const height = { desktop: 900, phone: 844 } as const
type Kind = keyof typeof widths

/** The page as a browser of this width draws it, made smaller where there is less room. Nothing in it runs. */
export function PreviewFrame({ address }: { address: string }) {
  const { language } = useTranslation().i18n
  const words = wordsOf(language)
  const place = useRef<HTMLDivElement>(null)
  const [kind, setKind] = useState<Kind>('desktop')
  const [room, setRoom] = useState(0)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const scale = Math.min(1, room / widths[kind])
  const choices = [
    ['desktop', words.previewDesktop],
    ['phone', words.previewPhone],
  ] as const
  return (
    <>
      <div className="desk-preview__choices">
        <fieldset>
          <legend>{words.previewWidth}</legend>
          {choices.map(([value, label]) => (
            <label key={value}>
              <input
                type="radio"
                name="desk-preview-width"
                value={value}
                checked={kind === value}
                onChange={() => setKind(value)}
              />{' '}
              {label}
            </label>
          ))}
        </fieldset>
        <a href={address} target="_blank" rel="noreferrer">
          {words.previewAlone}
        </a>
      </div>
      <div
        ref={place}
        className="desk-preview__place"
        style={{ blockSize: height[kind] * (room === 0 ? 1 : scale) }}
      >
        {room === 0 ? null : (
          <iframe
            key={kind}
            title={words.previewFrame}
            src={address}
            // Its own files need the session; scripts, forms and the way out of the frame stay shut.
            sandbox="allow-same-origin"
            style={{
              inlineSize: widths[kind],
              blockSize: height[kind],
              transform: `scale(${scale})`,
            }}
          />
        )}
      </div>
    </>
  )
}
