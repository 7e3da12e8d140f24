/**
 * Reduces an IP address to the key that rate limits count by: the address itself for IPv4, its /64 network for IPv6, because one
 * subscriber can use any of the 2^64 addresses of that network. Different spellings of one address give the same key.
 */
import { isIPv4, isIPv6 } from 'node:net'

const GROUPS = 8
const OF_THE_NETWORK = 4

/** A string that is not an IP address is its own key, so that requests carrying it are still rate-limited. */
export function addressKey(address: string): string {
  const typed = address.trim().toLowerCase()
  if (isIPv4(typed)) return typed
  // The zone (`%eth0`) names a network interface of this machine and is no part of the address.
  const [bare = ''] = typed.replace(/^\[(.*)\]$/, '$1').split('%')
  if (!isIPv6(bare)) return typed
  const groups = groupsOf(bare)
  return (
    ipv4In(groups) ??
    groups
      .slice(0, OF_THE_NETWORK)
      .map((group) => group.toString(16))
      .join(':')
  )
}

/** The eight 16-bit groups of an IPv6 address, with `::` expanded and a dotted IPv4 tail converted. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = address.split('::')
  const before = numbersIn(head)
  if (tail === undefined) return before
  const after = numbersIn(tail)
  return [...before, ...Array.from({ length: GROUPS - before.length - after.length }, () => 0), ...after]
}

function numbersIn(part: string): number[] {
  if (part === '') return []
  return part.split(':').flatMap((group) => {
    if (!group.includes('.')) return [Number.parseInt(group, 16)]
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number)
    return [a * 256 + b, c * 256 + d]
  })
}

/**
 * The IPv4 address inside an IPv4-mapped IPv6 one (`::ffff:203.0.113.9`). Without this, all IPv4 clients of a dual-stack socket would
 * share one /64 key.
 */
function ipv4In(groups: readonly number[]): string | null {
  const [high = 0, low = 0] = groups.slice(6)
  if (groups.slice(0, 5).some((group) => group !== 0) || groups[5] !== 0xffff) return null
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
