import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readArguments } from '../../../scripts/lib/arguments.mjs'
import {
  databaseProblem,
  diskProblem,
  knownTrouble,
  nearestFolder,
  needsInstall,
  nodeProblem,
  npmProblem,
  portProblem,
  secretProblem,
  sqliteProblem,
} from '../../../scripts/lib/checks.mjs'
import {
  firstEnvFile,
  newSecret,
  parseEnvFile,
  serverEnvironment,
} from '../../../scripts/lib/env-file.mjs'
import { fingerprint } from '../../../scripts/lib/fingerprint.mjs'

async function folder() {
  const made = await mkdtemp(join(tmpdir(), 'communique-'))
  onTestFinished(() => rm(made, { recursive: true }))
  return made
}

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
    expect(diskProblem(300, 300, '/srv')).toBeNull()
    expect(diskProblem(12 * 1024 * 1024, 400 * 1024 * 1024, '/srv')).toBe(
      'The disk is full: 12 MB are free at /srv, and this start needs 400 MB. Make room, then start again.',
    )
    expect(portProblem(undefined)).toBeNull()
    expect(portProblem('http')).not.toBeNull()
    expect(secretProblem('s'.repeat(32))).toBeNull()
    expect(secretProblem('short')).not.toBeNull()
    expect(needsInstall(null, 1)).toBe(true)
    expect(needsInstall(1, 2)).toBe(true)
    expect(needsInstall(2, 1)).toBe(false)
  })
})

describe('options that npm keeps to itself, for want of the two dashes', () => {
  it.each([
    ['npm start --port 3001', { npm_config_port: '3001' }, 'npm start -- --port 3001'],
    ['npm start --empty', { npm_config_empty: 'true' }, 'npm start -- --empty'],
  ])('%s', (_said, env, meant) => {
    expect(npmProblem(env)).toContain(meant)
  })

  it('none', () => {
    expect(npmProblem({ npm_config_cache: '/x' })).toBeNull()
  })
})

describe('the SQLite database that the settings name', () => {
  it('may be new in a folder that is there, and anywhere in the data folder', async () => {
    const there = await folder()
    expect(sqliteProblem(join(there, 'new.db'), '/elsewhere')).toBeNull()
    expect(sqliteProblem(join(there, 'data/deep/new.db'), join(there, 'data'))).toBeNull()
    expect(nearestFolder(join(there, 'data/deep'))).toBe(there)
  })

  it.each([
    ['in a folder that isn’t there', 'none/x.db', 'There is no folder'],
    ['a folder', 'folder.db', 'is not a file'],
    ['some other file', 'letter.db', 'is no SQLite database'],
  ])('%s: a sentence', async (_what, name, sentence) => {
    const there = await folder()
    await mkdir(join(there, 'folder.db'))
    await writeFile(join(there, 'letter.db'), 'Dear colleagues, this is not a database at all.')
    expect(sqliteProblem(join(there, name), join(there, 'data'))).toContain(sentence)
  })

  it('a real or an empty file', async () => {
    const there = await folder()
    await writeFile(join(there, 'real.db'), 'SQLite format 3\0and so on')
    await writeFile(join(there, 'empty.db'), '')
    expect(sqliteProblem(join(there, 'real.db'), '/elsewhere')).toBeNull()
    expect(sqliteProblem(join(there, 'empty.db'), '/elsewhere')).toBeNull()
  })

  // A file can't be entered, not even by root, whom no folder's rights keep out.
  it('in a folder where nothing can be made', async () => {
    const there = await folder()
    await writeFile(join(there, 'letter'), 'Dear colleagues')
    const data = join(there, 'letter/data')
    expect(sqliteProblem(join(data, 'new.db'), data)).toBe(
      `Nothing can be written in ${there}/letter. Change its rights, or choose another folder.`,
    )
  })
})

describe('what a failed step printed', () => {
  it.each([
    ['write error: ENOSPC: no space left on device, write', 'The disk is full'],
    ['npm error code EAI_AGAIN', 'registry doesn’t answer'],
    ['npm error code EACCES', 'can’t be written'],
  ])('%s', (output, sentence) => {
    expect(knownTrouble(output)).toContain(sentence)
  })

  it('something else is left to be read', () => {
    expect(knownTrouble('Module not found: ./x.ts')).toBeNull()
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
    const secret = newSecret()
    expect(parseEnvFile(firstEnvFile(secret))).toEqual({ PAYLOAD_SECRET: secret })
    expect(secretProblem(secret)).toBeNull()
    expect(newSecret()).not.toBe(secret)
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

  it('never leads development to the database, files or address of production', () => {
    const dev = { ...none, dev: true }
    const production = {
      DATABASE_URI: 'mongodb://production/c',
      MEDIA_DIR: '/srv/media',
      DATA_DIR: '/srv/data',
      SERVER_URL: 'https://press.example.org',
    }
    const own = {
      DATABASE_URI: 'file:./data/dev/communique.db',
      MEDIA_DIR: './data/dev/media',
      DATA_DIR: './data/dev',
      SERVER_URL: 'http://localhost:3000',
      NODE_ENV: 'development',
    }
    expect(serverEnvironment({}, production, dev)).toMatchObject(own)
    expect(serverEnvironment(production, {}, dev)).toMatchObject(own)
    expect(serverEnvironment({}, production, { ...dev, port: 3007 }).SERVER_URL).toBe(
      'http://localhost:3007',
    )
    expect(serverEnvironment({ DEV_DATABASE_URI: 'file:x' }, {}, dev).DATABASE_URI).toBe('file:x')
  })
})

describe('the fingerprint of the sources', () => {
  it('changes with contents, names and missing files, not with times', async () => {
    const root = await folder()
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
