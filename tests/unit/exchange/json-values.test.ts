import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Sourced } from '@/exchange/import.ts'
import { itemsOfFiles } from '@/exchange/json-values.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'communique-json-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function items(content: string | Buffer, name = 'items.json'): Promise<Sourced[]> {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  const found: Sourced[] = []
  for await (const one of itemsOfFiles([file])) found.push(one)
  return found
}

const values = (found: Sourced[]) =>
  found.map((one) => [one.path, 'json' in one ? one.json : `broken: ${one.broken}`])

describe('the items of a file', () => {
  it.each<[string, string, [string, unknown][]]>([
    ['one item', ' {"a":"}]\\"["} \n', [['', { a: '}]"[' }]]],
    [
      'an array',
      '[{"a":[1,2]},\n{"b":{}}]',
      [
        ['[0]', { a: [1, 2] }],
        ['[1]', { b: {} }],
      ],
    ],
    ['an empty array', ' [ ] ', []],
    [
      'items that follow each other',
      '{"a":1}\n{"b":2}',
      [
        ['', { a: 1 }],
        ['[1]', { b: 2 }],
      ],
    ],
    [
      'an array of other things',
      '[1,"a,b",null]',
      [
        ['[0]', 1],
        ['[1]', 'a,b'],
        ['[2]', null],
      ],
    ],
    ['a byte order mark', '\uFEFF{"a":1}', [['', { a: 1 }]]],
  ])('%s', async (_what, content, expected) => {
    expect(values(await items(content))).toEqual(expected)
  })

  it('a broken one doesn’t stop the others', async () => {
    const found = values(await items('[{"a":1},{"b":},{"c":3}]'))
    expect(found.map(([where]) => where)).toEqual(['[0]', '[1]', '[2]'])
    expect(found[1]?.[1]).toMatch(/^broken: JSON \(/)
    expect(found[2]?.[1]).toEqual({ c: 3 })
  })

  it.each([
    ['an empty file', '', 'broken: JSON, not an empty file'],
    ['something else', 'hello', /broken: JSON \(/],
    ['half a file', '[{"a":1},{"b":', /the file ends in the middle/],
    ['an array without its end', '[{"a":1}', /the file ends in the middle/],
    ['letters of another encoding', Buffer.from([0x7b, 0xe5, 0x7d]), 'broken: text in UTF-8'],
  ])('%s is refused', async (_what, content, expected) => {
    const last = values(await items(content)).at(-1)?.[1]
    expect(last).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected))
  })

  it('one a line, where a broken line is one broken item', async () => {
    const found = values(await items('{"a":1}\n{"b":\n\n{"c":3}\n', 'items.ndjson'))
    expect(found.map(([where]) => where)).toEqual(['[0]', '[1]', '[3]'])
    expect(found[2]?.[1]).toEqual({ c: 3 })
  })

  it('a file that isn’t there is one broken item', async () => {
    const found: Sourced[] = []
    for await (const one of itemsOfFiles([path.join(folder, 'none.json'), folder])) found.push(one)
    expect(values(found)).toEqual([
      ['', 'broken: a file, and there is none'],
      ['', 'broken: a file, not a folder'],
    ])
  })

  it('are what JSON.parse finds in the whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue(), { maxLength: 5 }),
        fc.boolean(),
        async (list, wide) => {
          const found = await items(JSON.stringify(list, null, wide ? 2 : 0))
          expect(found.map((one) => ('json' in one ? one.json : one))).toEqual(
            JSON.parse(JSON.stringify(list)),
          )
        },
      ),
      { numRuns: 100 },
    )
  })
})
