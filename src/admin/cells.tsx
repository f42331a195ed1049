import type { Payload } from 'payload'
import { z } from 'zod'
import { whatIn } from '../desk/bar.ts'
import { holderOf } from '../desk/holder.ts'
import { parseDeskDoc } from '../desk/documents.ts'
import { moment } from '../desk/columns.ts'
import { clockOf } from '../desk/desk-clock.ts'
import { missionOf } from '../desk/mission-facts.ts'
import { languageIn, shortDayIn } from '../desk/names.ts'
import { isStale } from '../desk/stale.ts'
import { dayIn } from '../workflow/month.ts'
import { dayOf } from '../workflow/zoned-time.ts'
import { isOverdue } from '../workflow/aging.ts'
import { type DeskType, states } from '../workflow/states.ts'
import { OverdueMark, StaleMark, StateBadge } from './state-badge.tsx'

/** Cells of lists, drawn on the server: a state is shown as everywhere, a person's part in the person's words. */

interface CellProps {
  cellData?: unknown
  rowData: unknown
  payload: Payload
  i18n: { language: string }
  type: DeskType
}

const knownState = z.enum(states)

/** State of a text or item; of a translation also whether it is out of date. */
export async function StateCell({ rowData, payload, i18n, type }: CellProps) {
  const doc = parseDeskDoc(type, rowData)
  return (
    <span className="desk-cell">
      <StateBadge state={doc.state} language={i18n.language} />
      {(await isStale(payload, doc)) ? <StaleMark language={i18n.language} /> : null}
    </span>
  )
}

/** A state as the timeline recorded it; empty before the first one and after a deletion. */
export function PastStateCell({ cellData, i18n }: Pick<CellProps, 'cellData' | 'i18n'>) {
  const state = knownState.safeParse(cellData)
  return state.success ? <StateBadge state={state.data} language={i18n.language} /> : '–'
}

export async function HolderCell({ rowData, payload, i18n, type }: CellProps) {
  return (await holderOf(payload, parseDeskDoc(type, rowData), i18n.language)) ?? '–'
}

export function LanguageCell({ cellData, i18n }: Pick<CellProps, 'cellData' | 'i18n'>) {
  return typeof cellData === 'string' ? languageIn(cellData, i18n.language) : '–'
}

const headed = z.looseObject({ headline: z.string() })

/** The headline of a translation's release. Payload's own cell says that there is none until it has fetched it. */
export async function ReleaseCell({ cellData, payload }: Pick<CellProps, 'cellData' | 'payload'>) {
  if (typeof cellData !== 'string') return '–'
  const release = headed.safeParse(
    await payload.db.findOne({
      collection: 'releases',
      where: { id: { equals: cellData } },
      select: { headline: true },
    }),
  )
  return release.success ? release.data.headline : '–'
}

const aged = z.looseObject({
  standing: z.string().nullish(),
  liveReviewBy: moment,
  reviewBy: moment,
})

/** Until when a release is to be looked at again: what counts for the public, and before that what will count. */
export async function ReviewByCell({ rowData, payload, i18n }: Omit<CellProps, 'type'>) {
  const row = aged.parse(rowData)
  const isLive = row.standing === 'live'
  const day = dayOf(isLive ? row.liveReviewBy : row.reviewBy)
  if (!day) return '–'
  const { zones } = await missionOf(payload)
  const late = isLive && isOverdue(day, dayIn(clockOf({ payload }).toISOString(), zones.post))
  return (
    <span className="desk-cell">
      {shortDayIn(day, i18n.language)}
      {late ? <OverdueMark language={i18n.language} /> : null}
    </span>
  )
}

/** What the timeline recorded. */
export function WhatCell({ cellData, i18n }: Pick<CellProps, 'cellData' | 'i18n'>) {
  return typeof cellData === 'string' ? whatIn(cellData, i18n.language) : '–'
}
