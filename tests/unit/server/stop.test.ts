import { Agent, request } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { stopCleanly } from '@/server/stop.ts'
import { fakePorts, held, open, page, pause } from './helpers.ts'

describe('stopping', () => {
  it('finishes the answer under way, takes no new one, then closes the database', async () => {
    const slow = held<Response>()
    const { server, ask } = await open(fakePorts({ respond: () => slow.promise }))
    const asked = ask('/en')
    await pause(30)
    const events: string[] = []
    const stopped = stopCleanly(server, {
      close: async () => {
        events.push('closed')
      },
    }).then(() => events.push('stopped'))
    await pause(30)
    await expect(ask('/nb')).rejects.toThrow('ECONNREFUSED')
    expect(events).toEqual([])

    slow.release(page('late but whole'))
    const answer = await asked
    expect(answer.status).toBe(200)
    expect(answer.body.toString()).toContain('late but whole')
    const began = performance.now()
    await stopped
    expect(events).toEqual(['closed', 'stopped'])
    expect(performance.now() - began).toBeLessThan(500)
  })

  it('doesn’t wait for connections that are merely kept open', async () => {
    const { server, port } = await open()
    const agent = new Agent({ keepAlive: true })
    onTestFinished(() => agent.destroy())
    await new Promise<void>((done, failed) => {
      request({ host: '127.0.0.1', port, path: '/en', agent }, (response) => {
        response.resume().on('end', done)
      })
        .on('error', failed)
        .end()
    })
    const began = performance.now()
    await stopCleanly(server)
    expect(performance.now() - began).toBeLessThan(500)
  })

  it.each([
    ['an answer', { respond: () => new Promise<Response>(() => {}) }, undefined],
    ['the database', {}, () => new Promise<void>(() => {})],
  ])('is over in its time even when %s never ends', async (_what, ports, close) => {
    const { server, ask } = await open(fakePorts(ports))
    const asked = ask('/en').catch(() => 'cut')
    await pause(30)
    const began = performance.now()
    await stopCleanly(server, { within: 200, ...(close ? { close } : {}) })
    expect(performance.now() - began).toBeLessThan(600)
    await asked
  })
})
