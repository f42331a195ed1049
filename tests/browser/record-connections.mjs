// Preloaded into every process of a start: writes down whoever is looked up or connected to beyond this machine.
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

const home = /^(?:localhost|127\.[\d.]+|::1|::ffff:127\.[\d.]+)$/

/** @param {string} how @param {unknown} host */
function record(how, host) {
  if (typeof host !== 'string' || home.test(host)) return
  appendFileSync(process.env.RECORD_CONNECTIONS ?? '', `${how} ${host}\n`)
}

const sockets = net.Socket.prototype
const connect = Reflect.get(sockets, 'connect')
sockets.connect = function (...args) {
  // Node hands its own calls on as one array.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args
  // A path is a socket on this machine.
  if (typeof first === 'object' && first !== null) record('connect', first.path ? null : first.host)
  else if (typeof first === 'number') record('connect', second)
  return connect.apply(this, args)
}
for (const from of [dns, dns.promises])
  for (const name of Object.keys(from).filter((one) => /^(?:lookup|resolve)/.test(one))) {
    const ask = from[name]
    if (typeof ask !== 'function') continue
    from[name] = (...args) => {
      record(name, args[0])
      return ask(...args)
    }
  }
syncBuiltinESMExports()
