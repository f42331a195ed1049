import type { Payload } from 'payload'
import { wordsOf } from '../admin/words/words.ts'
import { refusalsOfSettling } from '../desk/dismiss.ts'
import { collectionOf } from '../desk/documents.ts'
import { reasonOfItem } from '../desk/rechecks.ts'
import { refusalData } from '../desk/refused.ts'
import { isHiddenFrom } from '../desk/restrictions.ts'
import { catalogueOf } from '../workflow/sentences/sentences.ts'
import type { Person } from '../workflow/situation.ts'
import type { State, TextType } from '../workflow/states.ts'
import { compare, type ItemComparison } from './comparison.ts'
import { itemOf, loadWithText, refusalsOfTakeOver } from './take-over.ts'

export const openItemActions = ['take-over', 'dismiss'] as const
export type OpenItemAction = (typeof openItemActions)[number]

/** An action on an open item, as `GET …/actions` of a text lists its own. */
export interface OfferedAction {
  action: OpenItemAction
  label: string
  explains: string
  allowed: boolean
  why?: Record<string, unknown>[]
}

/** An open item as one person sees it. Moments: ISO 8601, UTC. */
export interface OpenItemView {
  id: string
  kind: string
  state: string
  uri: string
  version: string
  versionAt: string | null
  raisedAt: string | null
  raisedBy: string
  settledAt: string | null
  settledBy: string
  note: string
  /** Why the desk itself raised it; empty when it came from a source. */
  reason: string
  /** The text that it is about, as it stands now; null when it was deleted. */
  text: {
    type: TextType
    collection: string
    id: string
    language: string
    headline: string
    state: State
    /** To be named when it is taken over. */
    revision: number
  } | null
  /** Whether this person can begin a release of its own with what came. */
  startable: boolean
  /** Null where nothing new comes, or the text is gone. */
  comparison: ItemComparison | null
  actions: OfferedAction[]
}

/** Null when there is no such item. `language`: of sentences and labels. */
export async function openItemView(
  payload: Payload,
  id: string,
  actor: Person,
  language: string,
): Promise<OpenItemView | null> {
  const loaded = await loadWithText({ payload, id })
  if (!loaded) return null
  const { open, text } = loaded
  if (text && (await isHiddenFrom(payload, actor.id, text))) return null
  const catalogue = catalogueOf(language)
  const words = wordsOf(language)
  const refusals = {
    'take-over': await refusalsOfTakeOver({ payload, actor }, open, text),
    dismiss: refusalsOfSettling(actor, open, text),
  }
  const said = {
    'take-over': [words.takeOver, words.takeOverExplains],
    dismiss: [words.dismiss, words.dismissExplains],
  } as const
  return {
    id,
    kind: open.kind,
    state: open.state,
    uri: open.uri,
    version: open.version,
    versionAt: open.versionAt,
    raisedAt: open.raisedAt,
    raisedBy: open.raisedByName,
    settledAt: open.settledAt,
    settledBy: open.settledByName,
    note: open.note,
    reason: reasonOfItem(open, language),
    text: text && {
      type: text.type,
      collection: collectionOf[text.type],
      id: text.id,
      language: text.language,
      headline: text.headline,
      state: text.state,
      revision: text.revision,
    },
    startable: text !== null && open.kind === 'proposed-update' && actor.roles.includes('editor'),
    comparison:
      text && open.kind === 'proposed-update' ? await compare(payload, text, itemOf(open)) : null,
    actions: openItemActions.map((action) => {
      const why = refusals[action].map((refusal) => refusalData(refusal, catalogue))
      const [label, explains] = said[action]
      return {
        action,
        label,
        explains,
        allowed: why.length === 0,
        ...(why.length > 0 ? { why } : {}),
      }
    }),
  }
}
