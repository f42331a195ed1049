import { at } from '../harness.ts'
import { attempt, type Attempt, type Expected, type Run } from './attempt.ts'
import { nowPrint } from './contents.ts'
import { perform } from './effects.ts'
import { inputsOf, malformed } from './inputs.ts'
import { isStranger, type Person } from './people.ts'
import { mend, problemsOf } from './problems.ts'
import { inWords, isRevision, pathOf, pick, revisionOf, since } from './requests.ts'
import { actions, against, courseOf, type Input, isRepetition, statusOf } from './rules.ts'
import { type Step } from './steps.ts'
import { type Doc, isText, type World } from './world.ts'

/** Actions, and the buttons for them. */

function expectAction(
  { world }: Run,
  who: Person,
  doc: Doc,
  action: string,
  sent: Record<string, unknown>,
  wellFormed: boolean,
): Expected {
  if (isStranger(who)) return { status: 401 }
  if (!courseOf(doc)[action]) return { status: 404 }
  if (!wellFormed || !isRevision(sent.revision)) return { status: 422 }
  if (doc.deleted) return { status: 404 }
  const input = sent as unknown as Input
  const why = against(world, who, doc, action, input)
  if (why.length === 0)
    return {
      status: 200,
      after: () => {
        perform(world, who, doc, action, input)
        return doc
      },
    }
  if (isRepetition(who, doc, action, input.revision)) return { status: 200, after: () => doc }
  return { status: statusOf(why), why, meanwhile: since(doc, input.revision) }
}

function action(
  run: Run,
  who: Person,
  doc: Doc,
  name: string,
  sent: Record<string, unknown>,
  wellFormed = true,
): Attempt {
  return {
    who,
    method: 'POST',
    path: `${pathOf(doc)}/actions/${name}`,
    body: sent,
    says: `${name} ${doc.name} (${doc.state}, revision ${doc.revision}) with ${inWords(sent)}`,
    expect: () => expectAction(run, who, doc, name, sent, wellFormed),
    about: [doc],
  }
}

/** Those whom nothing speaks against. */
const fitFor = (world: World, doc: Doc, name: string, input: object): Person[] =>
  world.people.filter(
    (who) =>
      !isStranger(who) &&
      against(world, who, doc, name, { revision: doc.revision, ...input }).length === 0,
  )

/** The actions that somebody could take at this moment. */
const openActions = (world: World, doc: Doc): string[] =>
  Object.keys(courseOf(doc)).filter((name) =>
    inputsOf(world, doc, name).right.some((input) => fitFor(world, doc, name, input).length > 0),
  )

export async function act(run: Run, doc: Doc, step: Step): Promise<void> {
  const { world } = run
  const open = step.open && !doc.deleted ? openActions(world, doc) : []
  const name = pick(open.length > 0 ? open : actions, step.n) ?? 'submit'
  const choice = inputsOf(world, doc, name)
  const wrong = step.m % 7 === 6 ? malformed : choice.other
  const input = pick(step.right ? choice.right : wrong, step.m) ?? {}
  const wellFormed = !malformed.includes(input)
  const fit = step.fit && wellFormed ? fitFor(world, doc, name, input) : []
  const who = pick(fit.length > 0 ? fit : world.people, step.who)
  if (!who) return
  const revision = revisionOf(doc, step.seen)
  const sent = { ...(revision === undefined ? {} : { revision }), ...input }
  await attempt(run, action(run, who, doc, name, sent, wellFormed))
}

/** The next step towards the press room, by somebody who may take it. */
async function onward(run: Run, doc: Doc): Promise<boolean> {
  const { world } = run
  const way = isText(doc)
    ? ['unschedule', 'approve', 'publish', 'renew', 'submit']
    : ['publish', 'submit']
  for (const name of way) {
    const [input = {}] = inputsOf(world, doc, name).right
    const [who] = fitFor(world, doc, name, input)
    if (!who) continue
    await attempt(run, action(run, who, doc, name, { revision: doc.revision, ...input }))
    return true
  }
  return false
}

export async function road(run: Run, doc: Doc, steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) if (!(await onward(run, doc))) return
}

export async function look({ world, ...run }: Run, doc: Doc, who: Person): Promise<void> {
  const expected = (): Expected => {
    if (isStranger(who)) return { status: 401 }
    if (doc.deleted) return { status: 404 }
    const problems = problemsOf(world, doc)
    const buttons = Object.keys(courseOf(doc)).map((name) => {
      const why = against(world, who, doc, name, null)
      return `${name}: ${why.length === 0 ? 'open' : [...why].sort().join(' | ')}`
    })
    return {
      status: 200,
      also: ({ body }) => {
        const found = at(body, 'actions') as { action: string; allowed: boolean; why?: unknown[] }[]
        const told = found.map(({ action: name, allowed, why = [] }) => {
          const reasons = why.map((one) => {
            const list = at(one, 'problems') as { requirement: string; field: string }[] | undefined
            return list ? mend(list) : String(at(one, 'code'))
          })
          if (allowed !== (reasons.length === 0)) return `${name}: neither open nor refused`
          return `${name}: ${allowed ? 'open' : reasons.sort().join(' | ')}`
        })
        const facts = { revision: doc.revision, state: doc.state, standing: doc.standing }
        const differing = Object.entries({ ...facts, fingerprint: nowPrint(world, doc) }).filter(
          ([key, value]) => at(body, key) !== value,
        )
        return [
          ...differing.map(([key, value]) => `${key} is ${String(at(body, key))}, not ${value}`),
          ...buttons.filter((one) => !told.includes(one)).map((one) => `expected button ${one}`),
          ...told.filter((one) => !buttons.includes(one)).map((one) => `found button ${one}`),
          ...(mend(at(body, 'problems') as never) === mend(problems)
            ? []
            : [`problems ${mend(at(body, 'problems') as never)}, expected ${mend(problems)}`]),
        ]
      },
    }
  }
  await attempt(
    { world, ...run },
    {
      who,
      method: 'GET',
      path: `${pathOf(doc)}/actions`,
      says: `look at ${doc.name}`,
      expect: expected,
      about: [doc],
    },
  )
}
