import { request } from 'node:http'

export interface Answer {
  status: number
  headers: Headers
  /** As it came over the line, still encoded. */
  body: Buffer
}

/** One request on a connection of its own, nothing decoded or followed. */
export function ask(
  url: string,
  asking: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = asking
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const found = new Headers()
        for (const [name, value] of Object.entries(response.headers))
          found.set(name, [value ?? []].flat().join(', '))
        resolve({ status: response.statusCode ?? 0, headers: found, body: Buffer.concat(chunks) })
      })
    })
    asked.once('error', reject)
    asked.end(body)
  })
}
