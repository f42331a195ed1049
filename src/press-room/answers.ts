/** Answers as the press room gives them: shared caches may keep them but must ask each time whether they still stand. */

export function answer(
  status: number,
  body: string,
  type: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-cache',
      ...headers,
    },
  })
}

export function picture(png: Buffer<ArrayBuffer>): Response {
  return new Response(png, {
    status: 200,
    headers: { 'content-type': 'image/png', 'cache-control': 'no-cache' },
  })
}

export function redirect(
  status: 301 | 302,
  location: string,
  headers: Record<string, string> = {},
): Response {
  // Without a word on caching a browser would keep a 301 for ever.
  return new Response(null, {
    status,
    headers: { location, 'cache-control': 'no-cache', ...headers },
  })
}
