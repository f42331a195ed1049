import type { Locator, Page } from 'playwright-core'
import { z } from 'zod'
import type { Visitor } from './browser.ts'

/** The page of one text or item in the admin, as a person sees it. */
export class DeskPage {
  readonly page: Page

  constructor({ page }: Pick<Visitor, 'page'>) {
    this.page = page
  }

  /** Opens a document and waits until it can be used. */
  async open(collection: string, id: string): Promise<void> {
    await this.page.goto(`/admin/collections/${collection}/${id}`)
    await this.bar.waitFor()
    await this.page.locator('form[data-form-ready="true"]').waitFor()
  }

  get bar(): Locator {
    return this.page.locator('.desk-bar')
  }

  get dialog(): Locator {
    return this.page.locator('dialog[open]')
  }

  get menu(): Locator {
    return this.page.locator('.desk-menu')
  }

  /** The word of the state, as it is shown. */
  async state(): Promise<string> {
    return (await this.bar.locator('.desk-badge').first().innerText()).trim()
  }

  /** A button of the bar itself. */
  button(name: string): Locator {
    return this.bar.locator('.desk-bar__actions > button', { hasText: name })
  }

  /** An action wherever it stands, with what is said of it. */
  async inMenu(name: string): Promise<Locator> {
    if (!(await this.menu.isVisible())) await this.button('Other actions').click()
    return this.menu.locator('li', { has: this.page.getByRole('button', { name }) })
  }

  /** Chooses an action that is open and confirms its dialog. `fill`: by label. */
  async act(name: string, fill: Record<string, string> = {}): Promise<void> {
    await this.button(name).click()
    for (const [label, words] of Object.entries(fill))
      await this.dialog.getByLabel(label).fill(words)
    await this.dialog.getByRole('button', { name, exact: true }).click()
    await this.dialog.waitFor({ state: 'detached' })
  }

  async save(): Promise<void> {
    await this.page.locator('#action-save').click()
    await this.page.locator('.desk-bar__unsaved').waitFor({ state: 'detached' })
    await this.page.locator('form[data-form-ready="true"]').waitFor()
  }
}

const found = z.object({ docs: z.array(z.looseObject({ id: z.string() })).min(1) })

/** Id of a text of the demonstration by words of its headline. */
export async function idOf(
  { rest }: Visitor,
  collection: string,
  where: Record<string, string>,
): Promise<string> {
  const query = Object.entries(where)
    .map(([field, words]) => `where[${field}][like]=${encodeURIComponent(words)}`)
    .join('&')
  const { body } = await rest('GET', `/${collection}?${query}&limit=1`)
  const [first] = found.parse(body).docs
  if (!first) throw new Error(`no ${collection} where ${JSON.stringify(where)}`)
  return first.id
}
