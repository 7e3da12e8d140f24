/** Whether a host name or address means this machine itself, unreachable from a network. */
import { isIPv4 } from 'node:net'

/** `host` may have brackets and a port, as in a URL or a Host header. */
export function isLoopback(host: string): boolean {
  const name = host
    .toLowerCase()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^([^:]*):\d+$/, '$1')
  return (
    name === 'localhost' || name.endsWith('.localhost') || name === '::1' || (isIPv4(name) && name.startsWith('127.'))
  )
}
