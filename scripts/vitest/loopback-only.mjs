// No test sends a packet beyond loopback: what tries fails here, before it looks a name up.
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { once } from './once.mjs'

const isLoopback = (host) => host === undefined || /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(String(host))
const refuse = (host) => {
  throw new Error(`A test tried to reach ${host}: inject fetch, lookup or connect instead`)
}

function guardConnections() {
  const connect = net.Socket.prototype.connect
  net.Socket.prototype.connect = function (...args) {
    const options = Array.isArray(args[0]) ? args[0][0] : args[0]
    if (typeof options === 'object' && options !== null && options.path === undefined && !isLoopback(options.host))
      refuse(options.host)
    if (typeof options === 'number' && typeof args[1] === 'string' && !isLoopback(args[1])) refuse(args[1])
    return connect.apply(this, args)
  }
}

function guardNames() {
  for (const module of [dns, dns.promises]) {
    for (const name of Object.keys(module).filter((key) => /^(?:lookup|resolve)/.test(key))) {
      const original = module[name]
      module[name] = (host, ...rest) => (isLoopback(host) ? original(host, ...rest) : refuse(host))
    }
  }
  syncBuiltinESMExports()
}

once('loopback only', () => {
  guardConnections()
  guardNames()
})
