import type { Block, Content, Inline, TextContent } from '@/workflow/content.ts'
import {
  type Problem,
  problemsOf,
  type RequirementKey,
  type Surroundings,
} from '@/workflow/requirements.ts'
import type { ActionInput, Person, Situation, Subject } from '@/workflow/situation.ts'
import type { Role } from '@/workflow/states.ts'

export const now = '2026-11-24T09:00:00.000Z'
export const later = '2026-11-25T09:00:00.000Z'

/** Somebody who writes and reviews English and bokmål, unless other languages are named. */
export function person(id: string, roles: Role[], languages: string[] = ['en', 'nb']): Person {
  return { id, name: id, roles, writes: languages, reviews: languages }
}

/** An English release in draft that nobody has published. */
export function release(changes: Partial<Subject> = {}): Subject {
  return {
    type: 'release',
    language: 'en',
    state: 'draft',
    revision: 3,
    fingerprint: 'now',
    createdBy: 'eva',
    submittedBy: null,
    translator: null,
    authors: ['eva'],
    approval: null,
    emergency: null,
    standing: 'none',
    edition: 0,
    embargo: null,
    scheduledFor: null,
    aging: null,
    source: null,
    madeFrom: null,
    touches: [],
    liveTranslations: [],
    readableTranslations: [],
    ...changes,
  }
}

/** Tor's translation of a live release into bokmål, in draft and up to date. */
export function translation(changes: Partial<Subject> = {}): Subject {
  return release({
    type: 'translation',
    language: 'nb',
    createdBy: 'tor',
    translator: 'tor',
    authors: ['tor'],
    source: { live: true, fingerprint: 'source' },
    madeFrom: 'source',
    ...changes,
  })
}

export function image(changes: Partial<Subject> = {}): Subject {
  return release({ type: 'image', language: '', ...changes })
}

export function situation(
  actor: Person,
  subject: Subject,
  input?: Partial<ActionInput>,
  problems: Problem[] = [],
): Situation {
  return {
    actor,
    subject,
    problems,
    now,
    today: now.slice(0, 10),
    input: input && { revision: subject.revision, ...input },
  }
}

export const words = (text: string): Inline[] => [{ type: 'text', text }]
export const paragraph = (text: string): Block => ({ type: 'paragraph', children: words(text) })

/** A statement that fails no requirement. */
export function text(changes: Partial<TextContent> = {}): Content & { type: 'text' } {
  return {
    type: 'text',
    language: 'en',
    kind: 'statement',
    headline: 'Ferries sail on Monday',
    lead: 'The first two leave at noon.',
    body: [paragraph('They call at every island.')],
    datelinePlace: '',
    datelineDate: null,
    sourceLabel: '',
    sourceUrl: '',
    topics: [],
    images: [],
    documents: [],
    contacts: [{ id: 'ada', name: 'Ada Press', title: 'Press officer' }],
    embargo: null,
    about: '',
    ...changes,
  }
}

/** Whatever stands in a text is published and cleared, unless something else is said. */
export function around(content: Content, changes: Partial<Surroundings> = {}): Surroundings {
  const parts =
    content.type === 'text'
      ? [...content.images, ...content.documents, ...content.contacts].map(({ id }) => id)
      : []
  return {
    published: new Set(parts),
    cleared: new Set(parts),
    origin: 'https://press.talvania.example',
    ...changes,
  }
}

export function found(content: Content, changes: Partial<Surroundings> = {}): Problem[] {
  return problemsOf(content, around(content, changes))
}

/** What one requirement finds in a content. */
export function foundBy(
  requirement: RequirementKey,
  content: Content,
  changes: Partial<Surroundings> = {},
): Omit<Problem, 'requirement' | 'moment' | 'level'>[] {
  return found(content, changes)
    .filter((problem) => problem.requirement === requirement)
    .map(({ requirement: _key, moment: _moment, level: _level, ...place }) => place)
}
