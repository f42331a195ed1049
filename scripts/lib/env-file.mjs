import { randomBytes } from 'node:crypto'

/**
 * The variables of a .env file: `NAME=value`, quotes and `export` allowed, `#` begins a comment.
 * Lines of another form are passed over.
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function parseEnvFile(text) {
  /** @type {Record<string, string>} */
  const found = {}
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line)
    if (!match) continue
    const [, name, raw] = match
    const quoted = /^(["'])(.*)\1\s*(?:#.*)?$/.exec(raw)
    found[name] = quoted ? quoted[2] : raw.replace(/(?:^|\s+)#.*$/, '')
  }
  return found
}

/** A secret that nobody can guess: 256 bits. */
export function newSecret() {
  return randomBytes(32).toString('base64url')
}

/**
 * The first .env of an installation: a secret of its own, nothing else that isn't the default.
 * @param {string} secret
 */
export function firstEnvFile(secret) {
  return [
    '# Made at the first start. .env.example tells what else can be set.',
    '# Keep the secret: with another one everybody is signed out.',
    `PAYLOAD_SECRET=${secret}`,
    '',
  ].join('\n')
}

/**
 * The server's environment: the shell's variables win over the file's. Development has a database and files of its
 * own, whatever the settings say: its schema is pushed, and a pushed one stops production.
 * @param {Record<string, string | undefined>} shell
 * @param {Record<string, string>} file
 * @param {{ port: number | null, empty: boolean, dev: boolean }} options
 * @returns {Record<string, string | undefined>}
 */
export function serverEnvironment(shell, file, options) {
  const merged = { ...file, ...definedOnly(shell) }
  return {
    ...merged,
    ...(options.dev ? development(merged, options.port) : {}),
    ...(options.port === null ? {} : { PORT: String(options.port) }),
    NODE_ENV: options.dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    COMMUNIQUE_SETUP: options.empty ? 'empty' : merged.COMMUNIQUE_SETUP || 'demo',
  }
}

/** @param {Record<string, string | undefined>} merged @param {number | null} port */
function development({ DEV_DATABASE_URI, PORT }, port) {
  return {
    DATABASE_URI: DEV_DATABASE_URI || 'file:./data/dev/communique.db',
    DATA_DIR: './data/dev',
    MEDIA_DIR: './data/dev/media',
    SERVER_URL: `http://localhost:${port ?? (PORT || 3000)}`,
  }
}

/** @param {Record<string, string | undefined>} variables */
function definedOnly(variables) {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined))
}
