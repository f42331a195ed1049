import { attempt, type Expected, type Run } from './attempt.ts'
import { agree } from './compare.ts'
import { translationsOf } from './contents.ts'
import { change, remove } from './effects.ts'
import { is, isStranger, type Person } from './people.ts'
import { isRevision, pathOf, pick, revisionOf, since } from './requests.ts'
import { againstChange, againstDeletion, statusOf } from './rules.ts'
import { saveOfItem, saveOfText } from './saves.ts'
import { type Step } from './steps.ts'
import { type Doc, isText, type Item, type Text, type TextFields, type World } from './world.ts'

/** Changes of content: saves, restored versions, deletions. */

const mayWrite = (who: Person, { type }: Doc): boolean =>
  type === 'translation' ? is(who, 'editor', 'translator') : is(who, 'editor')

/** One text in each language of a family. */
export const isTaken = (world: World, text: Text, language: string): boolean =>
  translationsOf(world, text).some(
    ({ deleted, fields }) => !deleted && fields.language === language,
  )

function fieldsAfter(who: Person, doc: Text, fields: TextFields): TextFields {
  if (doc.of) {
    const { language } = doc.fields
    const translator = is(who, 'editor') ? fields.translator : doc.fields.translator
    return { ...fields, language, translator }
  }
  // An address is settled with the first edition, and so is its language.
  return doc.editions.length > 0 ? { ...fields, language: doc.fields.language } : fields
}

export async function save(run: Run, doc: Doc, step: Step): Promise<void> {
  const { world } = run
  const saving = isText(doc)
    ? saveOfText(world, doc, step.n, step.m)
    : saveOfItem(doc, step.n, step.m)
  const fit = step.fit
    ? world.people.filter((who) => againstChange(who, doc, null).length === 0)
    : []
  const who = pick(fit.length > 0 ? fit : world.people, step.who)
  if (!who) return
  const revision = revisionOf(doc, step.seen)
  const expect = (): Expected => {
    if (isStranger(who)) return { status: 401 }
    if (doc.deleted) return { status: mayWrite(who, doc) ? 404 : 403 }
    const named = typeof revision === 'number' ? revision : null
    const why = againstChange(who, doc, named)
    if (named === null && why.length === 0) why.push('input-missing')
    if (why.length > 0)
      return {
        status: statusOf(why),
        why,
        meanwhile: named === null ? [] : since(doc, named),
      }
    if (isText(doc) && !doc.of && doc.editions.length === 0) {
      const { language } = saving.fields as TextFields
      if (language !== doc.fields.language && isTaken(world, doc, language)) return { status: 422 }
    }
    if (saving.status) return { status: saving.status }
    return {
      status: 200,
      after: () => {
        if (isText(doc))
          change(world, who, doc, fieldsAfter(who, doc, saving.fields as TextFields), 'change')
        else change(world, who, doc, saving.fields as Item['fields'], 'change')
        return doc
      },
    }
  }
  await attempt(run, {
    who,
    method: 'PATCH',
    path: pathOf(doc),
    body: { ...saving.data, ...(revision === undefined ? {} : { revision }) },
    says: `save ${doc.name} (${doc.state}, revision ${doc.revision}) seen at ${String(revision)}: ${saving.says}`,
    expect,
    about: [doc],
  })
}

export async function restore(run: Run, doc: Text, step: Step): Promise<void> {
  const { world, house } = run
  const revisions = [...doc.versions.keys()]
  const revision = pick(revisions, step.n) ?? 1
  const { docs } = await house.desk.payload.db.findVersions({
    collection: doc.collection as 'releases',
    where: { parent: { equals: doc.id }, 'version.revision': { equals: revision } },
    limit: 2,
    pagination: false,
  })
  const versions = docs.map(({ id }) => id)
  if (versions.length !== (doc.deleted ? 0 : 1))
    agree([`${doc.name} has ${versions.length} versions of revision ${revision}`])
  const fit = step.fit
    ? world.people.filter((who) => againstChange(who, doc, null).length === 0)
    : []
  const who = pick(fit.length > 0 ? fit : world.people, step.who)
  if (!who) return
  const expect = (): Expected => {
    if (isStranger(who)) return { status: 403 }
    if (doc.deleted) return { status: 404 }
    if (!mayWrite(who, doc)) return { status: 403 }
    const why = againstChange(who, doc, null)
    if (why.length > 0) return { status: statusOf(why), why }
    const fields = doc.versions.get(revision) ?? doc.fields
    if (!doc.of && doc.editions.length === 0 && isTaken(world, doc, fields.language))
      return { status: 422 }
    return {
      status: 200,
      after: () => {
        change(world, who, doc, fieldsAfter(who, doc, fields), 'restore')
        return null
      },
    }
  }
  await attempt(run, {
    who,
    method: 'POST',
    path: `/api/${doc.collection}/versions/${versions[0] ?? doc.id}`,
    says: `restore revision ${revision} of ${doc.name} (${doc.state}, revision ${doc.revision})`,
    expect,
    about: [doc],
  })
}

export async function erase(run: Run, doc: Doc, step: Step): Promise<void> {
  const { world } = run
  const fit = step.fit
    ? world.people.filter((who) => againstDeletion(world, who, doc, null).length === 0)
    : []
  const who = pick(fit.length > 0 ? fit : world.people, step.who)
  if (!who) return
  // Nobody has to say what they saw, and who does deletes only that.
  const seen = step.n % 2 === 0 ? revisionOf(doc, step.seen) : undefined
  await attempt(run, {
    who,
    method: 'DELETE',
    path: seen === undefined ? pathOf(doc) : `${pathOf(doc)}?revision=${String(seen)}`,
    says: `delete ${doc.name} (${doc.state}, revision ${doc.revision}) seen at ${String(seen)}`,
    expect: () => {
      if (isStranger(who)) return { status: 403 }
      const wellFormed = seen === undefined || (isRevision(seen) && seen > 0)
      if (!doc.deleted && !wellFormed) return { status: 422 }
      if (!is(who, 'editor')) return { status: 403 }
      if (doc.deleted) return { status: 404 }
      const why = againstDeletion(world, who, doc, isRevision(seen) ? seen : null)
      if (why.length > 0) return { status: statusOf(why), why }
      return {
        status: 200,
        after: () => {
          remove(world, who, doc)
          return doc
        },
      }
    },
    about: [doc],
  })
}
