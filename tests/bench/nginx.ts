import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import path from 'node:path'
import { versionOf } from './load.ts'

export const nginx = versionOf('nginx', ['-v'])

export interface Nginx {
  url: string
  /** Its workers. */
  pids: number[]
  stop: () => Promise<void>
}

/** What nginx and Node write by themselves. */
const own = new Set([
  'connection',
  'keep-alive',
  'date',
  'content-length',
  'content-type',
  'server',
])

/**
 * nginx with the same bytes as a file, sent with the same headers, tuned as one would for this: no log, the file kept
 * open, connections never closed.
 */
export async function startNginx(
  folder: string,
  port: number,
  workers: number,
  page: { body: Buffer; headers: Headers },
): Promise<Nginx> {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'page')
  writeFileSync(file, page.body)
  const headers = [...page.headers]
    .filter(([name]) => !own.has(name))
    .map(([name, value]) => `add_header ${name} '${value.replaceAll("'", "\\'")}';`)
  const config = path.join(folder, 'nginx.conf')
  writeFileSync(
    config,
    // Else its workers are somebody who can't read the folder.
    `user ${userInfo().username};
worker_processes ${workers};
pid ${folder}/pid;
error_log ${folder}/error.log;
daemon off;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  etag off;
  keepalive_requests 100000000;
  open_file_cache max=10 inactive=600s;
  open_file_cache_valid 600s;
  types {}
  default_type '${page.headers.get('content-type') ?? ''}';
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    location = /page { alias ${file}; ${headers.join(' ')} }
  }
}
`,
  )
  const child = spawn('nginx', ['-c', config], { stdio: ['ignore', 'inherit', 'inherit'] })
  process.once('exit', () => child.kill())
  const url = `http://127.0.0.1:${port}/page`
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(url).catch(() => null)
    if (answer) break
    if (tries > 100) throw new Error('nginx did not start')
    await new Promise((later) => setTimeout(later, 50))
  }
  const pids = execFileSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' })
  return {
    url,
    pids: pids.trim().split('\n').map(Number),
    stop: () =>
      new Promise((done) => {
        child.once('close', () => done())
        child.kill('SIGTERM')
      }),
  }
}
