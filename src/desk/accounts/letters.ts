import type { Payload } from 'payload'
import { z } from 'zod'
import type { AccountWord } from '../../admin/words/accounts-en.ts'
import { fill, isSpoken, wordsOf } from '../../admin/words/words.ts'
import { escapeHtml } from '../../syndication/html.ts'
import { list, text } from '../columns.ts'
import { credentialsOf } from './credentials.ts'

/** Mails about accounts, in the language of whoever gets them. Nothing of them goes to a log. */

/** Each has a subject and a text: `letterInvitation`, `letterInvitationText` … */
export type Letter = {
  [Key in AccountWord]: Key extends `letter${infer Name}Text` ? Name : never
}[AccountWord]

const missionRow = z.looseObject({
  names: list(z.looseObject({ language: text, name: text })),
  defaultLanguage: text,
})

/** The mission's name in a language, or in the one that it shows first. */
async function missionName(payload: Payload, language: string): Promise<string> {
  const { names, defaultLanguage } = missionRow.parse(
    await payload.findGlobal({ slug: 'mission', depth: 0 }),
  )
  const named = (tag: string) => names.find((one) => one.language === tag)?.name
  return named(language) || named(defaultLanguage) || names[0]?.name || 'Communiqué'
}

/** The language that a person is written to in: what they chose, or what the mission shows first, or English. */
export async function languageOfLetters(payload: Payload, person: string): Promise<string> {
  const chosen = (await credentialsOf(payload, person))?.language ?? ''
  if (isSpoken(chosen)) return chosen
  const { defaultLanguage } = missionRow.parse(
    await payload.findGlobal({ slug: 'mission', depth: 0 }),
  )
  return isSpoken(defaultLanguage) ? defaultLanguage : 'en'
}

/**
 * Writes to a person. `link`: where they go from here; it may hold a secret. A mail that can't be handed over fails
 * nothing: what it tells of has happened.
 */
export async function tell(
  payload: Payload,
  to: { id: string; name: string; email: string },
  letter: Letter,
  facts: Record<string, string> = {},
  link = `${payload.config.serverURL}/admin`,
): Promise<void> {
  try {
    const language = await languageOfLetters(payload, to.id)
    const words = wordsOf(language)
    const known = { ...facts, name: to.name, mission: await missionName(payload, language) }
    const subject = fill(words[`letter${letter}`], known)
    const paragraphs = fill(words[`letter${letter}Text`], known).split('\n')
    const hello = fill(words.letterHello, known)
    const plain = [hello, ...paragraphs, link, words.letterEnd].join('\n\n')
    const html = [
      `<!doctype html><html lang="${language}"><body>`,
      ...[hello, ...paragraphs].map((one) => `<p>${escapeHtml(one)}</p>`),
      `<p><a href="${escapeHtml(link)}" rel="noreferrer">${escapeHtml(link)}</a></p>`,
      `<p>${escapeHtml(words.letterEnd)}</p></body></html>`,
    ].join('\n')
    await payload.sendEmail({ to: to.email, subject, text: `${plain}\n`, html })
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'unknown'
    payload.logger.error(`A mail about an account could not be handed over (${kind}).`)
  }
}
