import type { Payload } from 'payload'
import { z } from 'zod'
import { minute } from '../press-room/dates.ts'
import { loadBasics } from '../press-room/load.ts'
import { DraftPage, type RemarkForm } from '../press-room/pages/draft.tsx'
import { MessagePage } from '../press-room/pages/message.tsx'
import { renderPage } from '../press-room/pages/render.ts'
import { payloadStore } from '../press-room/store.ts'
import { failedPage, notFoundPage } from '../press-room/view/messages.ts'
import { wordsFor } from '../press-room/words/words.ts'
import { draftFile } from './link-file.ts'
import { type Opened, openedBy, recordOpening } from './linking.ts'
import { missionOf } from './mission-facts.ts'
import { previewView } from './preview.ts'
import { Refused } from './refused.ts'
import { longestRemark, takeRemark } from './remarks.ts'

/**
 * What outsiders get under `/preview/…`: the present draft of one text, its files, and a form for remarks. Every
 * other address there is answered alike, whether it never was, is over, or was taken back. GET, HEAD and POST.
 */
export async function answerOutsider(
  payload: Payload,
  request: Request,
  now: Date,
): Promise<Response> {
  const url = new URL(request.url)
  const [, secret = '', shelf, file = ''] = addresses.exec(url.pathname) ?? []
  const opened = await openedBy(payload, secret, now)
  if (!opened) return nothing(payload)
  if (shelf === 'images' || shelf === 'documents') {
    if (request.method === 'POST') return nothing(payload)
    return (await draftFile(payload, opened.doc, shelf, file)) ?? nothing(payload)
  }
  if (request.method === 'POST') return remark(payload, opened, request, now)
  try {
    // Looking without reading is no opening.
    if (request.method !== 'HEAD' && !(await recordOpening(payload, opened.link, now)))
      return await nothing(payload)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { language } = opened.doc
    return html(503, await renderPage(MessagePage, failedPage(language)), language)
  }
  const outcome = url.searchParams.get('remark') === 'sent' ? 'sent' : 'none'
  return draft(payload, opened, now, 200, { outcome, typed: '' })
}

const addresses = /^\/preview\/([\w-]{43})(?:\/(images|documents)\/([A-Za-z0-9-]{1,64}))?$/

const form = z.strictObject({ words: z.string() })

async function remark(
  payload: Payload,
  opened: Opened,
  request: Request,
  now: Date,
): Promise<Response> {
  const sent = form.safeParse(Object.fromEntries(new URLSearchParams(await request.text())))
  const typed = sent.data?.words ?? ''
  const outcome = await takeRemark(payload, opened.link, typed, now)
  if (outcome === 'gone') return nothing(payload)
  // Loading the page again sends nothing again.
  if (outcome === 'sent')
    return new Response(null, { status: 303, headers: { location: '?remark=sent#remarks' } })
  const status = outcome === 'failed' ? 503 : 422
  return draft(payload, opened, now, status, { outcome, typed })
}

async function draft(
  payload: Payload,
  { link, doc, secret }: Opened,
  now: Date,
  status: number,
  remarks: Omit<RemarkForm, 'most'>,
): Promise<Response> {
  const view = await previewView(
    payload,
    doc,
    now,
    (type, { id }) => `/preview/${secret}/${shelfOf[type]}/${id}`,
  )
  if (!view) return nothing(payload)
  const { language } = doc
  const words = wordsFor(language)
  const { zones } = await missionOf(payload)
  // Isolated, since a name may run the other way than its sentence.
  const name = `\u2068${link.recipient}\u2069`
  const until = minute(link.until, language, zones.post).text
  const banner = `${words.draft} · ${words.draftFor(name, until)}`
  const page = { ...view, frame: { ...view.frame, banner, search: null } }
  const shown = { page, remarks: { ...remarks, most: longestRemark } }
  return html(status, await renderPage(DraftPage, shown), language)
}

const shelfOf = { image: 'images', document: 'documents' } as const

/** The very same for whatever doesn't open, in the mission's language. */
async function nothing(payload: Payload): Promise<Response> {
  const basics = await loadBasics(payloadStore(payload), payload.config.serverURL)
  const language = basics.mission.defaultLanguage
  return html(404, await renderPage(MessagePage, notFoundPage({ ...basics, language })), language)
}

function html(status: number, body: string, language: string): Response {
  return new Response(body, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-language': language },
  })
}
