import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readArguments } from '../../../scripts/lib/arguments.mjs'
import {
  databaseProblem,
  diskProblem,
  needsInstall,
  nodeProblem,
  portProblem,
  secretProblem,
} from '../../../scripts/lib/checks.mjs'
import { firstEnvFile, parseEnvFile, serverEnvironment } from '../../../scripts/lib/env-file.mjs'
import { fingerprint } from '../../../scripts/lib/fingerprint.mjs'

const none = { port: null, empty: false, dev: false, build: false, help: false }

describe('the command line', () => {
  it.each([
    [[], none],
    [['--port', '3001'], { ...none, port: 3001 }],
    [['--port=3001', '--empty'], { ...none, port: 3001, empty: true }],
    [['--dev'], { ...none, dev: true }],
    [['--build'], { ...none, build: true }],
  ])('%j', (words, options) => {
    expect(readArguments(words)).toEqual({ options })
  })

  it.each([
    [['--prot', '1'], '--prot'],
    [['3001'], '3001'],
    [['--empty=1'], '--empty'],
    [['--port'], '--port'],
    [['--port', '0'], '--port'],
    [['--port', '70000'], '--port'],
    [['--port', '3e3'], '--port'],
  ])('%j is refused in a sentence', (words, named) => {
    expect(readArguments(words)).toEqual({ problem: expect.stringContaining(named) })
  })
})

describe('the checks before the long work', () => {
  it.each([
    ['18.20.0', true],
    ['20.10.0', true],
    ['20.11.0', false],
    ['22.0.0', false],
  ])('Node %s', (version, wrong) => {
    expect(nodeProblem(version) !== null).toBe(wrong)
  })

  it.each([
    [undefined, false],
    ['file:./x.db', false],
    ['mongodb://h/c', false],
    ['mongodb://', true],
    ['postgres://hunter2@h', true],
  ])('the database %s', (uri, wrong) => {
    const problem = databaseProblem(uri)
    expect(problem !== null).toBe(wrong)
    expect(problem ?? '').not.toContain('hunter2')
  })

  it('the rest', () => {
    expect(diskProblem(300 * 1024 * 1024)).toBeNull()
    expect(diskProblem(12 * 1024 * 1024)).toContain('12 MB')
    expect(portProblem(undefined)).toBeNull()
    expect(portProblem('http')).not.toBeNull()
    expect(secretProblem('s'.repeat(32))).toBeNull()
    expect(secretProblem('short')).not.toBeNull()
    expect(needsInstall(null, 1)).toBe(true)
    expect(needsInstall(1, 2)).toBe(true)
    expect(needsInstall(2, 1)).toBe(false)
  })
})

describe('the .env file', () => {
  it('is read as people write it', () => {
    const text = [
      '# comment',
      'A=1',
      'export B = two # why',
      'C="three # four"',
      "D='five'",
      'E=',
      'F=mongodb://u:p#x@h',
      'not a line',
    ].join('\r\n')
    expect(parseEnvFile(text)).toEqual({
      A: '1',
      B: 'two',
      C: 'three # four',
      D: 'five',
      E: '',
      F: 'mongodb://u:p#x@h',
    })
  })

  it('is first made with a secret that nobody else has', () => {
    const [first, second] = [parseEnvFile(firstEnvFile()), parseEnvFile(firstEnvFile())]
    expect(secretProblem(first.PAYLOAD_SECRET)).toBeNull()
    expect(first.PAYLOAD_SECRET).not.toBe(second.PAYLOAD_SECRET)
  })

  it('yields to the shell, and the shell to the options', () => {
    const env = serverEnvironment(
      { PORT: '2', A: 'shell', UNSET: undefined },
      { PORT: '1', A: 'file', UNSET: 'file' },
      { ...none, port: 3 },
    )
    expect(env).toMatchObject({
      PORT: '3',
      A: 'shell',
      UNSET: 'file',
      NODE_ENV: 'production',
      COMMUNIQUE_SETUP: 'demo',
    })
  })

  it.each([
    ['an empty start', {}, {}, { empty: true }, 'empty'],
    ['a setting', { COMMUNIQUE_SETUP: 'empty' }, {}, {}, 'empty'],
    ['nothing said', {}, {}, {}, 'demo'],
  ])('decides the setup: %s', (_what, shell, file, options, expected) => {
    const env = serverEnvironment(shell, file, { ...none, ...options })
    expect(env.COMMUNIQUE_SETUP).toBe(expected)
  })

  it('never leads development to the database it names', () => {
    const dev = { ...none, dev: true }
    const file = { DATABASE_URI: 'mongodb://production/c' }
    expect(serverEnvironment({}, file, dev)).toMatchObject({
      DATABASE_URI: 'file:./data/dev.db',
      NODE_ENV: 'development',
    })
    expect(serverEnvironment({ DATABASE_URI: 'file:x' }, file, dev).DATABASE_URI).toBe('file:x')
  })
})

describe('the fingerprint of the sources', () => {
  it('changes with contents, names and missing files, not with times', async () => {
    const root = await mkdtemp(join(tmpdir(), 'communique-'))
    onTestFinished(() => rm(root, { recursive: true }))
    await mkdir(join(root, 'src/deep'), { recursive: true })
    const word = () => fingerprint(root, ['src', 'package-lock.json'])
    const words = [word()]
    for (const [name, content] of [
      ['src/deep/a.ts', 'a'],
      ['src/deep/a.ts', 'b'],
      ['src/deep/b.ts', ''],
      ['package-lock.json', ''],
    ] as const) {
      await writeFile(join(root, name), content)
      words.push(word())
    }
    expect(new Set(words).size).toBe(5)
    await writeFile(join(root, 'src/deep/a.ts'), 'b')
    await writeFile(join(root, 'src/deep/.a.ts.swp'), 'editor')
    expect(word()).toBe(words.at(-1))
  })
})
