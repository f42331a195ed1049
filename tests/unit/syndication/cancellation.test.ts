import { expect, it } from 'vitest'
import { cancelledNinjs } from '@/syndication/cancellation.ts'

it('names what is cancelled, since when, and nothing else', () => {
  expect(
    cancelledNinjs({
      uri: 'tag:press.halvoria.example,2026:text/1',
      language: 'nb',
      at: '2026-11-22T05:00:00.000Z',
    }),
  ).toEqual({
    uri: 'tag:press.halvoria.example,2026:text/1',
    pubStatus: 'canceled',
    language: 'nb',
    versionCreated: '2026-11-22T05:00:00.000Z',
  })
})
