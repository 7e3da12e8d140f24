/** Which names and addresses mean this very machine, wherever one is typed: nobody on a network reaches it by them. */
import { isIPv4 } from 'node:net'

/** `host` may stand in brackets and have a port behind it, as in an address or in a Host header. */
export function isLoopback(host: string): boolean {
  const name = host
    .toLowerCase()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^([^:]*):\d+$/, '$1')
  return (
    name === 'localhost' || name.endsWith('.localhost') || name === '::1' || (isIPv4(name) && name.startsWith('127.'))
  )
}
