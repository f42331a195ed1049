'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { SegmentRow, Segments } from '../../desk/segments.ts'
import {
  answerSegments,
  type Failure,
  fetchSegments,
  leaveProposals,
  type SegmentAnswer,
} from '../rest.ts'
import { answersOf, type Drafts, rebased, storedIn, typed } from './drafts.ts'

/** `signed-out`: the session has ended. */
export type Saving = 'saved' | 'typed' | 'saving' | 'offline' | 'signed-out'

interface State {
  model: Segments
  drafts: Drafts
  /** What was confirmed and hasn’t reached the desk. */
  confirmed: ReadonlySet<string>
  saving: Saving
  /** By row: why the desk didn’t take it. */
  refused: Readonly<Record<string, string>>
  /** Rows that others changed while this person typed into them. */
  clashes: readonly string[]
  /** Texts whose segment isn’t there any more. */
  lost: readonly string[]
  /** Sentences about the whole. */
  messages: readonly string[]
  /** Others have saved meanwhile. */
  meanwhile: boolean
}

export interface SegmentDesk extends State {
  type: (row: SegmentRow, index: number, text: string) => void
  /** Saves all that is typed; `confirm`: and stands by this row. */
  save: (confirm?: string) => void
  /** Puts back what an earlier window kept. Returns how many segments. */
  putBack: (found: Drafts) => number
  /** Decides about a row that others changed too. */
  decide: (row: SegmentRow, side: 'mine' | 'theirs') => void
  forgetLost: () => void
  /** Asks the desk what is so now. */
  reload: () => void
  /** Puts what is proposed into the fields, and saves it. */
  takeProposed: (rows: readonly SegmentRow[]) => void
  leaveProposed: (row: string) => void
  /** When nothing is open: says that the translation is current. */
  renew: () => void
}

/** Saved so long after the last key. */
const pause = 2500
const again = 4000

/** The translation as the desk has it, what is typed over it, and how the one becomes the other. */
export function useSegments(id: string, first: Segments, language: string): SegmentDesk {
  const [state, setState] = useState<State>(() => ({
    model: first,
    drafts: {},
    confirmed: new Set(),
    saving: 'saved',
    refused: {},
    clashes: [],
    lost: [],
    messages: [],
    meanwhile: false,
  }))
  // What is asked after an answer has come, is asked of what is so by then.
  const now = useRef(state)
  const set = useCallback((change: Partial<State>) => {
    now.current = { ...now.current, ...change }
    setState(now.current)
  }, [])
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const busy = useRef(false)

  const later = useCallback((ask: () => void, delay: number) => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = setTimeout(ask, delay)
  }, [])

  const refresh = useCallback(async (): Promise<boolean> => {
    const answer = await fetchSegments(id, language)
    if (!answer.ok) return false
    const { drafts, clashes, lost } = rebased(now.current.drafts, answer.value)
    const rows = new Set(answer.value.rows.map(({ row }) => row))
    const confirmed = [...now.current.confirmed].filter(
      (row) => rows.has(row) && !clashes.includes(row),
    )
    set({
      model: answer.value,
      drafts,
      clashes,
      lost: [...now.current.lost, ...lost],
      confirmed: new Set(confirmed),
      meanwhile: true,
    })
    return clashes.length === 0 && lost.length === 0 && answer.value.closed === null
  }, [id, language, set])

  const arrived = useCallback(
    (model: Segments, sent: readonly SegmentAnswer[]) => {
      const { drafts, lost } = rebased(now.current.drafts, model, sent)
      const left = [...now.current.confirmed].filter(
        (row) => !sent.some((one) => one.row === row && one.confirm),
      )
      set({
        model,
        drafts,
        lost: [...now.current.lost, ...lost],
        confirmed: new Set(left),
        saving: Object.keys(drafts).length === 0 ? 'saved' : 'typed',
        messages: [],
      })
    },
    [set],
  )

  const refusedBy = useCallback(
    (failure: Failure) => {
      const byRow = failure.problems.map(({ field, message }) => [field, message] as const)
      set({
        saving: 'typed',
        confirmed: new Set(),
        refused: { ...now.current.refused, ...Object.fromEntries(byRow) },
        messages: byRow.length > 0 ? [] : failure.messages,
      })
    },
    [set],
  )

  const sender = useRef<(patient?: boolean) => void>(() => undefined)
  const send = useCallback(
    async (patient = true): Promise<void> => {
      if (busy.current) return
      const { model, drafts, confirmed, refused, clashes } = now.current
      const sent = answersOf(model, drafts, confirmed).filter(
        ({ row }) => !(row in refused) && !clashes.includes(row),
      )
      if (sent.length === 0 || model.closed !== null) return
      busy.current = true
      set({ saving: 'saving', meanwhile: false })
      const answer = await answerSegments(id, model.target.revision, sent, language)
      busy.current = false
      if (answer.ok) {
        arrived(answer.value, sent)
        // What was typed or confirmed while it was under way.
        if (now.current.confirmed.size > 0) sender.current()
        else if (Object.keys(now.current.drafts).length > 0) later(sender.current, pause)
        return
      }
      const { status } = answer.failure
      if (status === 0 || status >= 502) {
        set({ saving: 'offline' })
        later(sender.current, again)
      } else if (status === 401) set({ saving: 'signed-out' })
      else if (status === 409) {
        set({ saving: 'typed' })
        const isClear = await refresh()
        // Others changed other segments: nothing has to be decided.
        if (isClear && patient) sender.current(false)
        else set({ messages: answer.failure.messages })
      } else refusedBy(answer.failure)
    },
    [id, language, set, arrived, refusedBy, refresh, later],
  )
  useEffect(() => {
    sender.current = (patient) => void send(patient)
  }, [send])
  useEffect(() => {
    const online = (): void => {
      if (now.current.saving === 'offline') sender.current()
    }
    window.addEventListener('online', online)
    return () => {
      window.removeEventListener('online', online)
      if (timer.current !== null) clearTimeout(timer.current)
    }
  }, [])

  const leave = useCallback(
    async (row: string): Promise<void> => {
      const answer = await leaveProposals(id, [row], language)
      if (answer.ok) arrived(answer.value, [])
      else set({ messages: answer.failure.messages })
    },
    [id, language, arrived, set],
  )
  const reload = useCallback(async (): Promise<void> => {
    await refresh()
    set({ meanwhile: false })
  }, [refresh, set])

  const renew = useCallback(async (): Promise<void> => {
    const answer = await answerSegments(id, now.current.model.target.revision, [], language)
    if (answer.ok) arrived(answer.value, [])
    else set({ messages: answer.failure.messages })
  }, [id, language, arrived, set])

  const withDrafts = useCallback(
    (drafts: Drafts, row: string) => {
      const { [row]: _, ...refused } = now.current.refused
      const isClean = Object.keys(drafts).length === 0
      const saving = now.current.saving === 'offline' ? 'offline' : isClean ? 'saved' : 'typed'
      set({ drafts, refused, saving })
      later(() => sender.current(), pause)
    },
    [set, later],
  )

  return {
    ...state,
    type: useCallback(
      (row, index, text) => withDrafts(typed(now.current.drafts, row, index, text), row.row),
      [withDrafts],
    ),
    save: useCallback(
      (confirm) => {
        if (confirm !== undefined) set({ confirmed: new Set([...now.current.confirmed, confirm]) })
        sender.current()
      },
      [set],
    ),
    putBack: useCallback(
      (found) => {
        const { drafts, clashes, lost } = rebased(
          { ...found, ...now.current.drafts },
          now.current.model,
        )
        const count = Object.keys(drafts).length
        set({ drafts, clashes, lost, ...(count > 0 ? { saving: 'typed' as const } : {}) })
        return count
      },
      [set],
    ),
    decide: useCallback(
      (row, side) => {
        const { [row.row]: own, ...others } = now.current.drafts
        const clashes = now.current.clashes.filter((one) => one !== row.row)
        const base = storedIn(row)
        // Another number of parts can’t be put over one another.
        const isMine = side === 'mine' && own !== undefined && own.texts.length === base.length
        set({ clashes })
        withDrafts(isMine ? { ...others, [row.row]: { ...own, base } } : others, row.row)
      },
      [set, withDrafts],
    ),
    reload: useCallback(() => void reload(), [reload]),
    takeProposed: useCallback(
      (rows) => {
        for (const row of rows)
          for (const [part, text] of (row.proposed?.texts ?? []).entries())
            withDrafts(typed(now.current.drafts, row, part, text), row.row)
        sender.current()
      },
      [withDrafts],
    ),
    leaveProposed: useCallback((row) => void leave(row), [leave]),
    forgetLost: useCallback(() => set({ lost: [] }), [set]),
    renew: useCallback(() => void renew(), [renew]),
  }
}
