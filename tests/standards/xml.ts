import { SaxesParser } from 'saxes'

/** An element as a namespace-aware parser reads it. */
export interface Xml {
  /** Namespace and local name, as in `{http://www.w3.org/2005/Atom}entry`. */
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly Xml[]
  /** Its words and those of its children. */
  text: string
}

/** The root of a document. Throws for what isn't well-formed or uses a prefix that it doesn't declare. */
export function parseXml(document: string): Xml {
  interface Open extends Xml {
    children: Open[]
  }
  const root: Open = { name: '', attributes: {}, children: [], text: '' }
  const open: Open[] = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const element: Open = {
      name: `{${uri}}${local}`,
      attributes: Object.fromEntries(
        Object.values(attributes).map(({ name, value }) => [name, value]),
      ),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const add = (text: string): void => {
    for (const element of open) element.text += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(document).close()
  const [element] = root.children
  if (!element) throw new Error('There is no root element.')
  return element
}

/** The children of a name, with or without its namespace; of a path, those at its end. */
export function all(parent: Xml, ...path: readonly string[]): readonly Xml[] {
  return path.reduce<readonly Xml[]>(
    (found, name) =>
      found.flatMap(({ children }) =>
        children.filter((child) => child.name === name || child.name.endsWith(`}${name}`)),
      ),
    [parent],
  )
}

/** The words of the only child of a name; throws where there is none or several. */
export function only(parent: Xml, name: string): string {
  const [one, ...more] = all(parent, name)
  if (!one || more.length > 0) throw new Error(`${parent.name} has ${more.length + 1} ${name}`)
  return one.text
}
