import type { Person } from './situation.ts'
import type { Role } from './states.ts'
import { itemCourse, textCourse, type Transition } from './transitions.ts'

/** What can wait for somebody at the desk, the most urgent first. */
export const deskGroups = [
  'clock-failure',
  'emergency',
  'overdue',
  'failing',
  'mail',
  'other-item',
  'review',
  'returned',
  'publish',
  'renew',
  'draft',
  'translate',
  'scheduled',
  'embargo',
  'ending',
  'import',
] as const
export type DeskGroup = (typeof deskGroups)[number]

/** Kinds of open items by the group that they wait in. A kind that no group names waits among the others. */
export const openItemGroups = {
  'clock-failure': ['clock-failure'],
  emergency: ['emergency'],
  failing: ['came-to-fail'],
  import: ['proposed-update', 'canceled-at-source'],
} as const satisfies Partial<Record<DeskGroup, readonly string[]>>

/** Who takes an action is who it waits for: asked of the table of the workflow. */
const whoTakes = ({ roles }: Transition): readonly Role[] =>
  roles.filter((role): role is Role => role !== 'clock')

const everyone: readonly Role[] = ['editor', 'translator', 'reviewer']

const waitsFor: Record<DeskGroup, readonly Role[]> = {
  'clock-failure': ['editor', 'reviewer'],
  emergency: whoTakes(textCourse.approve),
  overdue: ['editor', ...whoTakes(textCourse['still-right'])],
  failing: ['editor', 'reviewer'],
  mail: ['administrator'],
  'other-item': ['editor', 'reviewer'],
  review: [...whoTakes(textCourse.approve), ...whoTakes(itemCourse.publish)],
  returned: whoTakes(textCourse.submit),
  publish: whoTakes(textCourse.publish),
  renew: whoTakes(textCourse.renew),
  draft: whoTakes(textCourse.submit),
  translate: ['translator'],
  scheduled: everyone,
  embargo: everyone,
  ending: everyone,
  import: ['editor'],
}

/** The groups of a person's desk, the most urgent first. */
export function groupsOf({ roles }: Pick<Person, 'roles'>): DeskGroup[] {
  return deskGroups.filter((group) => waitsFor[group].some((role) => roles.includes(role)))
}

/** What somebody with an empty desk can do next, in the order in which it is offered. */
export const nextSteps = ['start', 'translate', 'calendar', 'accounts'] as const
export type NextStep = (typeof nextSteps)[number]

export function nextStepsOf({ roles }: Pick<Person, 'roles'>): NextStep[] {
  const steps: Record<NextStep, boolean> = {
    start: roles.includes('editor'),
    translate: roles.includes('translator'),
    calendar: everyone.some((role) => roles.includes(role)),
    accounts: roles.includes('administrator'),
  }
  return nextSteps.filter((step) => steps[step])
}
