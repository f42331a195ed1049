import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importerOf } from '../../scripts/lib/importer.ts'
import { problemsOf, verify } from '../../src/desk/verify.ts'
import { StartProblem } from '../../src/start-problem.ts'
import type { Role } from '../../src/workflow/states.ts'
import { accepted, make, revisionOf } from './acts.ts'
import { at, type Desk, openDesk, serverUrl, type Someone } from './harness.ts'
import { item } from './ninjs-items.ts'
import { wholeDatabase } from './whole-database.ts'

/**
 * `npm run import` as people run it, on the database of a desk that is open meanwhile. Starting it takes seconds, so
 * each process shows several things.
 */

const root = path.resolve(import.meta.dirname, '../..')
let desk: Desk
let editor: Someone
let folder: string

beforeAll(async () => {
  desk = await openDesk()
  editor = await desk.person('eva', ['editor'])
  await desk.person('olga', ['editor', 'translator'])
  await desk.person('rita', ['reviewer'])
  folder = mkdtempSync(path.join(tmpdir(), 'communique-import-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await desk.close()
})

interface Ended {
  code: number
  stdout: string
  stderr: string
}

function run(words: readonly string[], settings: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      'npm',
      ['run', '--silent', 'import', '--', ...words],
      {
        cwd: root,
        env: {
          ...process.env,
          DATABASE_URI: desk.databaseUri,
          DATA_DIR: folder,
          MEDIA_DIR: desk.mediaDir,
          PAYLOAD_SECRET: 'a secret for tests that is long enough',
          SERVER_URL: serverUrl,
          ...settings,
        },
      },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    )
  })
}

function file(name: string, content: unknown): string {
  const place = path.join(folder, name)
  writeFileSync(place, typeof content === 'string' ? content : JSON.stringify(content))
  return place
}

const uri = (name: string) => `urn:halvoria.example:command:${name}`
const importing = (who: string) => ['--as', `${who}@desk.example`]

describe('importing files', () => {
  it('says of each item what became of it, and ends with 1 when one was refused', async () => {
    const broken = file('broken.json', [
      item(uri('good')),
      item(uri('bad'), { language: 7 }),
      item(uri('said'), { subjects: [{ name: 'Lakes' }] }),
    ])
    const { code, stdout, stderr } = await run([broken, ...importing('Olga')])
    expect([code, stdout.split('\n')], stderr).toEqual([
      1,
      [
        `refused    ${broken} [1]  ${uri('bad')}`,
        `           ${broken}: [1].language: expected a language tag, such as nb-NO.`,
        `created    ${broken} [2]  ${uri('said')}`,
        '           Not placed: subject “Lakes”, which is no topic here.',
        'Read 3 items: 2 created, 0 updated, 0 unchanged, 0 proposed, 0 raised, 1 refused.',
        '',
      ],
    ])
    const { body } = await editor.rest('GET', '/api/events?where[what][equals]=import')
    expect(at(body, 'docs')).toMatchObject([{ actorName: 'olga' }, { actorName: 'olga' }])
  })

  it('while people work answers a program in JSON, and ends with 0', async () => {
    const items = Array.from({ length: 40 }, (_, index) => item(uri(`many-${index}`)))
    const many = file('many.ndjson', items.map((one) => JSON.stringify(one)).join('\n'))
    const id = await make(editor, 'releases', { language: 'en', headline: 'Written by hand' })
    const command = run([many, '--json', ...importing('eva')])
    const ended = command.then(() => true)
    let saves = 0
    while (!(await Promise.race([ended, setTimeout(250, false)]))) {
      const words = { revision: 1 + saves, lead: `Save ${saves}` }
      accepted(await editor.rest('PATCH', `/api/releases/${id}`, words))
      saves++
    }
    const { code, stdout, stderr } = await command
    expect(code, stderr).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      check: false,
      created: 40,
      updated: 0,
      unchanged: 0,
      proposed: 0,
      raised: 0,
      refused: 0,
      items: items.map((_, index) => ({
        file: many,
        path: `[${index}]`,
        uri: uri(`many-${index}`),
        outcome: 'created',
        problems: [],
      })),
    })
    expect(saves).toBeGreaterThan(3)
    expect(await revisionOf(editor, `/api/releases/${id}`)).toBe(1 + saves)
    expect(stderr).toMatch(/^Opening the desk …\n/)
    expect(problemsOf(await verify(desk.payload))).toEqual([])
  })
})

describe('a command that changes nothing', () => {
  /** Words of the command line, other settings, exit code, what is on standard output and on standard error. */
  const commands: [string, string[], Record<string, string>, number, RegExp, RegExp][] = [
    [
      'a check',
      ['CHECKED', '--check', '--as=eva@desk.example'],
      {},
      0,
      /^Checked 2 items, changed nothing\. An import would give: 1 created, 0 updated, 1 unchanged, 0 proposed, 0 raised, 0 refused\.\n$/,
      /^(Opening the desk …\n)?(Checked \d items? …\n)?$/,
    ],
    [
      'one with an unknown option',
      ['x.json', '--chekc'],
      {},
      2,
      /^$/,
      /^There is no option --chekc\. Usage: /,
    ],
    [
      'one on a database that isn’t there',
      ['x.json'],
      { DATABASE_URI: 'file:./nowhere/none.db' },
      2,
      /^$/,
      /^There is no database at .*none\.db\. Set DATABASE_URI/m,
    ],
  ]
  let before: string
  let ended: Ended[]

  beforeAll(async () => {
    const checked = file(
      'checked.ndjson',
      [item(uri('new')), item(uri('good'))].map((one) => JSON.stringify(one)).join('\n'),
    )
    before = await wholeDatabase(desk)
    ended = await Promise.all(
      commands.map(([, words, settings]) =>
        run(
          words.map((word) => (word === 'CHECKED' ? checked : word)),
          settings,
        ),
      ),
    )
  })

  it.each(commands.map((row, index) => [row[0], index] as const))('is %s', (_what, index) => {
    const [, , , code, told, complained] = commands[index] ?? expect.unreachable()
    expect(ended[index]?.code).toBe(code)
    expect(ended[index]?.stdout).toMatch(told)
    expect(ended[index]?.stderr).toMatch(complained)
    expect(ended[index]?.stderr).not.toMatch(/^\s+at /m)
  })

  it('indeed', async () => {
    expect(await wholeDatabase(desk)).toBe(before)
    expect(existsSync(path.join(root, 'nowhere'))).toBe(false)
  })
})

describe('the account in whose name items come in', () => {
  it.each([
    ['rita@desk.example', 'rita@desk.example isn’t an editor, and only editors import.'],
    ['nobody@desk.example', 'There is no account nobody@desk.example here.'],
    [
      null,
      'There are 2 editors here. Say in whose name the items come in, with --as and one of: eva@desk.example, olga@desk.example.',
    ],
  ])('isn’t found by %s', async (email, told) => {
    const refused = importerOf(desk.payload, email)
    await expect(refused).rejects.toBeInstanceOf(StartProblem)
    await expect(refused).rejects.toThrow(told)
  })

  it('is found by its address, however that is written', async () => {
    expect(await importerOf(desk.payload, 'EVA@desk.example')).toMatchObject({ name: 'eva' })
  })

  it('needs no name where there is only one editor', async () => {
    const { id } = await importerOf(desk.payload, 'olga@desk.example')
    const roles: Role[] = ['translator']
    await desk.payload.update({ collection: 'users', id, data: { roles } })
    expect(await importerOf(desk.payload, null)).toMatchObject({ name: 'eva' })
  })
})
