/** To whom the demo is open, request by request: everybody where that was asked for, else only who sits at this machine. */
import type { IncomingHttpHeaders } from 'node:http'
import { environment } from '../environment'
import { RELAYED } from './forwarding'
import { isLoopback } from './loopback'

type AnyHeaders = Pick<Headers, 'get'> | IncomingHttpHeaders

function headerOf(headers: AnyHeaders, name: string): string | null {
  if (typeof headers.get === 'function') return headers.get(name)
  return String((headers as IncomingHttpHeaders)[name] ?? '') || null
}

/**
 * Behind a proxy on this machine every connection comes from this machine, so the proxy's own headers, and the name that was asked
 * for, decide. A page of another site that gives itself our address under a name of its own is refused by that name.
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
