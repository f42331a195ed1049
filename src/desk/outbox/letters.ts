import { fill, wordsOf } from '../../admin/words/words.ts'
import { escapeHtml } from '../../syndication/html.ts'
import { type ToldEvent } from '../../workflow/mails.ts'
import { collectionOf } from '../documents.ts'
import { dayNameIn, languageIn, momentIn } from '../names.ts'
import { theClock } from '../clock-person.ts'
import type { Told } from './rows.ts'
import { noteIn } from '../../workflow/clock-notes.ts'
import { catalogueOf } from '../../workflow/sentences/sentences.ts'

/** A mail in words. Plain text, and the same as HTML. */
export interface Letter {
  subject: string
  text: string
  html: string
}

interface Reader {
  language: string
  /** Of the post. */
  timeZone: string
  serverUrl: string
}

/** One mail about one act. */
export function letterOf(told: Told, reader: Reader): Letter {
  const words = wordsOf(reader.language)
  return written(
    fill(words[`mailSubject-${told.what}`], { headline: told.headline }),
    [told],
    reader,
  )
}

/** What a day brought, oldest first, in one mail. */
export function summaryOf(all: readonly Told[], reader: Reader): Letter {
  const { mailSummary } = wordsOf(reader.language)
  const inOrder = [...all].sort((one, other) => (one.at < other.at ? -1 : 1))
  return written(fill(mailSummary, { count: String(all.length) }), inOrder, reader)
}

function written(subject: string, all: readonly Told[], reader: Reader): Letter {
  const words = wordsOf(reader.language)
  const parts = all.map((told) => ({
    name: told.language
      ? `${oneLine(told.headline)} (${languageIn(told.language, reader.language)})`
      : oneLine(told.headline),
    said: [
      sentence(told.what, told, reader),
      ...(told.note ? [`“${noteIn(told.note, catalogueOf(reader.language))}”`] : []),
    ],
    link: `${reader.serverUrl}/admin/collections/${collectionOf[told.of]}/${told.subject}`,
  }))
  const account = `${reader.serverUrl}/admin/account`
  const footer = fill(words.mailFooter, { link: account })
  const text = [
    ...parts.map(({ name, said, link }) => [name, ...said, link].join('\n')),
    `--\n${footer}`,
  ].join('\n\n')
  const html = [
    `<!doctype html><html lang="${escapeHtml(reader.language)}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body>`,
    ...parts.map(
      ({ name, said, link }) =>
        `<h2 style="font-size:1rem">${escapeHtml(name)}</h2>${said
          .map((one) => `<p>${escapeHtml(one)}</p>`)
          .join('')}<p><a href="${escapeHtml(link)}">${escapeHtml(words.mailOpen)}</a></p>`,
    ),
    `<hr><p><small>${escapeHtml(footer)}</small></p></body></html>`,
  ].join('\n')
  return { subject: oneLine(subject), text: `${text}\n`, html }
}

function sentence(what: ToldEvent, told: Told, { language, timeZone }: Reader): string {
  const words = wordsOf(language)
  const key = what === 'publish' && told.actor === theClock.id ? 'publish-clock' : what
  const facts = {
    actor: told.actorName,
    at: momentIn(told.at, language, timeZone),
    day: dayNameIn(told.at.slice(0, 10), language),
  }
  return fill(words[`mail-${key}`], facts)
}

/** A subject is one line: what follows a line break would be read as another header. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}
