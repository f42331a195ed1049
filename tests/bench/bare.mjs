// The least that a node:http server does: the same bytes with the same headers, for any address.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [port, file = '', headers = '[]'] = process.argv.slice(2)
const body = readFileSync(file)
const all = JSON.parse(headers)
createServer((_request, response) => {
  response.writeHead(200, all)
  response.end(body)
}).listen(Number(port), '127.0.0.1', () => console.log('listening'))
