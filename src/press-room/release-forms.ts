import { editionAsNinjs } from '../syndication/ninjs.ts'
import { releaseForms, releasePath, sharePath } from './addresses.ts'
import { answer, picture, redirect } from './answers.ts'
import type { Basics } from './load.ts'
import type { Entry } from './records.ts'
import { sharePicture } from './share/picture.ts'
import { ninjsEdition } from './view/ninjs.ts'
import { releaseAsText } from './view/plain-text.ts'
import { type ReleaseFacts, releasePage } from './view/release.ts'
import { oEmbedOf, sharedOf } from './view/share.ts'

/** A text at an address of its own, besides its page. `number`: of the edition that a picture is asked for. */
export interface Form {
  slug: string
  format: (typeof releaseForms)[number] | 'png' | null
  number?: number
}

/** What the last part of an address asks for. */
export function formOf(name: string): Form {
  const [, shared = '', number] = /^(.+)\.([1-9]\d{0,5})\.png$/.exec(name) ?? []
  if (number) return { slug: shared, format: 'png', number: Number(number) }
  const format = releaseForms.find(
    (one) => name.endsWith(`.${one}`) && name.length > one.length + 1,
  )
  return format ? { slug: name.slice(0, -format.length - 1), format } : { slug: name, format: null }
}

/** What is answered in the place of a form that a text doesn't have now; null when it has it. */
export function insteadOf(
  { format, number }: Form,
  { standing, language, slug, number: shown }: Entry,
  { origin }: Pick<Basics, 'origin'>,
): Response | 'nothing' | null {
  // The kit of a live text is no page (`kit.ts`); the page of a withdrawn one says why there is none.
  if (format === 'zip')
    return standing === 'withdrawn'
      ? redirect(302, origin + releasePath(language, slug))
      : 'nothing'
  if (format !== 'png' && format !== 'oembed') return null
  if (standing !== 'live') return 'nothing'
  // Who has an older link is shown what it is about now.
  return format === 'png' && number !== shown
    ? redirect(302, origin + sharePath(language, slug, shown))
    : null
}

/** A text in a form that is no page. */
export async function inForm(
  format: 'txt' | 'json' | 'png' | 'oembed',
  facts: ReleaseFacts,
): Promise<Response> {
  const { entry, origin } = facts
  const { language, slug } = entry
  const said = { 'content-language': language }
  if (format === 'json')
    return answer(
      200,
      JSON.stringify(editionAsNinjs(ninjsEdition(facts))),
      'application/json',
      said,
    )
  const view = releasePage(facts)
  switch (format) {
    case 'png':
      return picture(await sharePicture(sharedOf(view, origin)))
    case 'oembed':
      return answer(200, JSON.stringify(oEmbedOf(view, facts)), 'application/json', {
        'access-control-allow-origin': '*',
      })
    case 'txt':
      return answer(
        200,
        releaseAsText(view, origin + releasePath(language, slug)),
        'text/plain',
        said,
      )
  }
}
