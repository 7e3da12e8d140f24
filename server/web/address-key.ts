/**
 * One key for everybody behind one connection to the internet: an IPv4 address, or the /64 network of an IPv6 address, since each
 * device in such a network has addresses without number. However an address is spelt, its key is the same. It counts nothing itself.
 */
import { isIPv4, isIPv6 } from 'node:net'

const GROUPS = 8
const OF_THE_NETWORK = 4

/** What is no address keeps a key of its own, so that it is counted like any other. */
export function addressKey(address: string): string {
  const typed = address.trim().toLowerCase()
  if (isIPv4(typed)) return typed
  // The zone, `%eth0`, names this machine's own cable and nobody's network.
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

/** The eight numbers of an address, with what `::` leaves out and an IPv4 tail written out. */
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

/** The IPv4 address that is only dressed as an IPv6 one (`::ffff:203.0.113.9`): else half the world would share a network of it. */
function ipv4In(groups: readonly number[]): string | null {
  const [high = 0, low = 0] = groups.slice(6)
  if (groups.slice(0, 5).some((group) => group !== 0) || groups[5] !== 0xffff) return null
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
