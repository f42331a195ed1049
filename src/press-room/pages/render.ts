import { type ComponentType, createElement } from 'react'

/** A page as a complete HTML document. Nothing in it runs in a browser. */
export async function renderPage<View>(
  Page: ComponentType<{ view: View }>,
  view: View,
): Promise<string> {
  // Next refuses a static import of it in a route handler.
  const { renderToStaticMarkup } = await import('react-dom/server')
  return `<!doctype html>${renderToStaticMarkup(createElement(Page, { view }))}`
}
