import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, inject, it } from 'vitest'
import { openBrowser, picture, signedIn } from './browser.ts'
import { draft, stored } from './drafts.ts'
import { run } from './running.ts'

/** A text whose time comes while the program is stopped. */

it('goes out when the program starts again, and once only', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'communique-browser-'))
  cpSync(inject('demonstration'), folder, { recursive: true })
  const browser = await openBrowser()
  let program = await run(folder)
  try {
    const editor = await signedIn(browser, program.url, 'editor')
    const reviewer = await signedIn(browser, program.url, 'reviewer')
    const id = await draft(editor, { headline: 'The tunnel opens at dawn' })
    const act = async (who: typeof editor, action: string, input: object) => {
      const answer = await who.rest('POST', `/releases/${id}/actions/${action}`, input)
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    }
    await act(editor, 'submit', { revision: 1 })
    await act(reviewer, 'approve', { revision: 2 })
    const at = new Date(Date.now() + 4_000)
    await act(reviewer, 'schedule', { revision: 3, at: at.toISOString() })
    await program.end()
    // Its time passes, and nobody is there.
    const left = at.getTime() + 1_000 - Date.now()
    await new Promise((passed) => setTimeout(passed, Math.max(0, left)))
    program = await run(folder)
    const again = await signedIn(browser, program.url, 'reviewer')
    await expect
      .poll(async () => (await stored(again, id)).state, { timeout: 20_000 })
      .toBe('published')
    const page = await fetch(`${program.url}/en/releases/the-tunnel-opens-at-dawn`)
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('The tunnel opens at dawn'),
    ])
    await again.page.goto(`/admin/collections/releases/${id}/timeline`)
    await again.page.locator('.desk-view').waitFor()
    await picture(again.page, 'restart-timeline')
    const { body } = await again.rest('GET', `/releases/${id}/timeline`)
    const { events } = body as { events: { what: string; actorName: string }[] }
    expect(events.filter(({ what }) => what === 'publish')).toHaveLength(1)
  } finally {
    await browser.close()
    await program.end()
    rmSync(folder, { recursive: true, force: true })
  }
})
