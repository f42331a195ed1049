import { imagesOf, nowPrint, sharedOf, shown } from './contents.ts'
import { warnings } from './words.ts'
import { type Doc, isText, type Item, live, type Text, type World } from './world.ts'

/** What the requirements find in a text or item. Written by hand. */

interface Problem {
  requirement: string
  field: string
}

const late = new Set(['image-has-alt', 'image-has-credit', 'image-cleared', 'parts-published'])
export const isWarning = ({ requirement }: Problem): boolean => warnings.includes(requirement)
export const isLate = ({ requirement }: Problem): boolean => late.has(requirement)

const there = (items: readonly Item[]) => items.filter((item) => shown(item) !== null)

/** Of a release that was never public: past while it is written, or when it was submitted. */
function embargoIsPast(
  world: World,
  { type, fields, state, editions, submittedAt }: Text,
): boolean {
  if (type !== 'release' || editions.length > 0 || fields.embargo === null) return false
  const at = { draft: world.now.getTime(), 'in-review': submittedAt }[state as string] ?? null
  return at !== null && Date.parse(fields.embargo) <= at
}

function problemsOfText(world: World, text: Text): Problem[] {
  const { fields } = text
  const shared = sharedOf(text)
  const problems: Problem[] = []
  const find = (requirement: string, field: string) => problems.push({ requirement, field })
  for (const field of ['headline', 'lead', 'body'] as const)
    for (const requirement of fields[field].fails) find(requirement, field)
  if (fields.link.startsWith('http:') && fields.body.text !== '') find('link-public', 'body')
  if (shared.kind === 'press-release') {
    if (fields.place === '') find('dateline-present', 'datelinePlace')
    if (shared.date === '') find('dateline-present', 'datelineDate')
  }
  if (embargoIsPast(world, text)) find('embargo-ahead', 'embargo')
  if (there(shared.contacts).length === 0) find('contact-present', 'contacts')
  for (const image of there(imagesOf(text))) {
    const seen = shown(image)
    if (!seen?.texts.some(({ language, says }) => language === fields.language && says))
      find('image-has-alt', 'images')
    if (seen?.credit === '') find('image-has-credit', 'images')
    if (!seen?.cleared) find('image-cleared', 'images')
  }
  const parts = { images: imagesOf(text), documents: shared.documents, contacts: shared.contacts }
  for (const [field, items] of Object.entries(parts))
    for (const item of there(items)) if (!live(item)) find('parts-published', field)
  return problems
}

function problemsOfItem({ type, fields }: Item): Problem[] {
  const { name, telephone, texts, credit, cleared } = fields
  const problems: Problem[] = []
  const find = (requirement: string, field: string) => problems.push({ requirement, field })
  if (type === 'contact') {
    if (name.trim() === '') find('item-named', 'name')
    if (telephone === '') find('contact-reachable', 'telephone')
  }
  if (type === 'document' && texts.every((one) => one.title === '')) find('item-named', 'texts')
  if (type === 'image') {
    if (texts.length === 0 || texts.some(({ says }) => !says)) find('image-described', 'texts')
    if (credit === '') find('image-credited', 'credit')
    if (!cleared) find('image-clearance', 'cleared')
  }
  return problems
}

/** What the requirements find and nobody has signed for. A waiver holds for exactly the text it was given for. */
export function problemsOf(world: World, doc: Doc): Problem[] {
  const problems = isText(doc) ? problemsOfText(world, doc) : problemsOfItem(doc)
  if (!problems.some(isWarning)) return problems
  const print = nowPrint(world, doc)
  return problems.filter(
    (problem) =>
      !isWarning(problem) ||
      !doc.waivers.some((one) => one.requirement === problem.requirement && one.print === print),
  )
}

const words = ({ requirement, field }: Problem) => `${requirement} (${field})`
/** As reports and answers are compared: the code, for requirements with all that is to be mended. */
export const mend = (problems: readonly Problem[]): string =>
  `requirements: ${problems.map(words).sort().join(', ')}`
