import { respond } from '../../../src/press-room/respond.ts'
import { serverUrl } from '../harness.ts'
import { shown } from './contents.ts'
import { usesOf } from './effects.ts'
import type { House } from './house.ts'
import { marks } from './words.ts'
import { familyOf, last, live, type Text, type World } from './world.ts'

/** What the public is shown, against the model. */

/** The first address of a text made of plain words. */
export const slugOf = (headline: string): string => headline.toLowerCase().replaceAll(' ', '-')

interface Page {
  status: number
  text: string
}

async function page({ desk, store }: House, path: string): Promise<Page> {
  const context = { store, now: () => desk.clock.now, origin: serverUrl }
  const response = await respond(new Request(serverUrl + path), context)
  return { status: response.status, text: await response.text() }
}

const pathOf = ({ language, slug }: { language: string; slug: string }, form = ''): string =>
  `/${language}/releases/${encodeURIComponent(slug)}${form}`

/** The notices of a text, gravest first. */
function noticesOf(text: Text): string[] {
  const told = text.editions.filter(({ number, change }) => number > 1 && change === 'major')
  const release = text.of
  const lags =
    text.standing === 'live' && release !== null && last(release)?.print !== last(text)?.madeFrom
  return [
    ...(text.standing === 'withdrawn' ? ['withdrawn'] : []),
    ...(text.standing === 'live' && text.notice ? ['reinstated'] : []),
    ...(lags ? ['lagging'] : []),
    ...told.map(() => 'corrected'),
  ]
}

/** The addresses of the topics that a page leads to: of a live text, those that it names and that are there. */
function topicsLedTo({ topics }: World, text: Text): string[] {
  const named = (last(text)?.content.topics ?? []) as { id: string; name: string }[]
  return topics
    .filter(({ gone }) => !gone && text.standing === 'live')
    .filter(({ id }) => named.some((one) => one.id === id && one.name !== ''))
    .map(({ slug }) => slug)
}

const leadsOn =
  /<section class="after related">.*?<\/section>|<nav class="after onward".*?<\/nav>/gs

/** What the reader is shown: the newest edition or that it is gone, and no word of anything else. */
export async function comparePage(house: House, world: World, text: Text): Promise<string[]> {
  const edition = last(text)
  if (!edition || !text.address) {
    const { language, headline } = text.fields
    const guess = { language, slug: slugOf(headline.text.trim() || 'text') }
    if (text.deleted || world.texts.some(({ address }) => address?.slug === guess.slug)) return []
    const { status, text: said } = await page(house, pathOf(guess))
    const leaks = marks(said).filter((one) => !guess.slug.includes(one))
    return status === 404 && leaks.length === 0
      ? []
      : [`${text.name} was never published, and answers ${status} with ${leaks.join(' ')}`]
  }
  const { address, notice, name } = text
  const { status, text: said } = await page(house, pathOf(address))
  const family = world.texts.filter((one) => familyOf(one) === familyOf(text))
  const slugs = family.map((one) => one.address?.slug ?? '')
  const problems: string[] = []
  const expect = (words: string, there: boolean) => {
    for (const one of marks(words))
      if (said.includes(one) !== there)
        problems.push(`${name}: its page ${there ? 'doesn’t say' : 'says'} ${one}`)
  }
  const silent = (allowed: string) => {
    const known = new Set(marks(allowed))
    // A live text leads on to other public ones, of earlier sequences too, which are looked at by themselves.
    const own = text.standing === 'live' ? said.replaceAll(leadsOn, '') : said
    for (const one of new Set(marks(own)))
      if (!known.has(one)) problems.push(`${name}: its page says ${one}, which isn’t public there`)
  }
  const wanted = text.standing === 'retracted' ? 410 : 200
  if (status !== wanted) return [`${name} answers ${status}, expected ${wanted}`]
  expect(notice?.explanation ?? '', true)
  if (wanted === 410) {
    silent([notice?.explanation, ...slugs].join(' '))
    for (const form of ['.txt', '.json']) {
      const answer = await page(house, pathOf(address, form))
      if (answer.status !== 410) problems.push(`${name}${form} answers ${answer.status}`)
    }
    return problems
  }
  const { headline, lead, about, body } = edition.content
  expect(JSON.stringify([headline, lead, about, body]), true)
  const told = text.editions.filter(({ number, change }) => number > 1 && change === 'major')
  const notes = told.map(({ note }) => note).join(' ')
  expect(notes, true)
  const topics = topicsLedTo(world, text)
  expect(topics.join(' '), true)
  silent(JSON.stringify([edition.content, notice?.explanation, notes, slugs, topics]))
  const notices = [...said.matchAll(/class="notice (\w+)"/g)].map(([, kind]) => kind)
  if (notices.join() !== noticesOf(text).join())
    problems.push(`${name}: notices are ${notices.join()}, expected ${noticesOf(text).join()}`)
  for (const item of usesOf(text)) {
    const frozen = ['contacts', 'images', 'documents']
      .flatMap((key) => edition.content[key] as { id: string }[])
      .filter(({ id }) => id === item.id)
    // What is archived is left out, and comes back with its own publication (decision 009).
    expect(JSON.stringify(frozen), live(item) && shown(item) !== null)
  }
  return problems
}
