/** Which requests may enter the demo: all of them with DEMO=1, otherwise only those from this machine. */
import type { IncomingHttpHeaders } from 'node:http'
import { environment } from '../base/environment'
import { RELAYED } from '../base/secrets/forwarding'
import { isLoopback } from '../base/secrets/loopback'

type AnyHeaders = Pick<Headers, 'get'> | IncomingHttpHeaders

function headerOf(headers: AnyHeaders, name: string): string | null {
  if (typeof headers.get === 'function') return headers.get(name)
  return String((headers as IncomingHttpHeaders)[name] ?? '') || null
}

/**
 * Behind a proxy on this machine every connection has a loopback address, so the relayed mark and the Host header decide instead of the
 * address. Checking Host also refuses DNS rebinding: a foreign page whose host name resolves to our address.
 */
export function isDemoOpenTo(headers: AnyHeaders): boolean {
  const { demo } = environment()
  switch (demo) {
    case 'off':
      return false
    case 'everybody':
      return true
    case 'here':
      return headerOf(headers, RELAYED) === null && isLoopback(headerOf(headers, 'host') ?? 'localhost')
    default:
      return demo satisfies never
  }
}
