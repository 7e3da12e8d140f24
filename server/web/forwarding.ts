/**
 * Who asks, when somebody stands between: the words of a proxy are believed only from this machine and from the addresses that the
 * operator names, and a request that came through any hand is marked. Run before anybody reads the headers; it knows no page.
 */
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv6 } from 'node:net'

/** What our own server writes on a request that came through somebody's hands; whatever a client wrote there is replaced. */
export const RELAYED = 'x-relayed'

/** The headers with which proxies tell of themselves and of whom they speak for. */
const PROXY_HEADERS =
  /^(x-forwarded(-.+)?|forwarded|via|x-real-ip|x-client-ip|x-cluster-client-ip|x-original-(for|host|proto)|x-envoy-external-address|x-remote-addr|true-client-ip|client-ip|(cf|fly|fastly|do)-(connecting|client)-ip|x-azure-clientip)$/

/** What Next needs of a believed proxy to tell its own address. */
const KEPT = ['x-forwarded-host', 'x-forwarded-proto'] as const

/** Addresses and networks as the operator lists them; null where one of them is none. */
export function readProxies(list: string): BlockList | null {
  const proxies = new BlockList()
  for (const given of list.split(/[\s,]+/).filter(Boolean)) {
    const [address = '', bits, ...more] = given.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (isIP(address) === 0 || more.length > 0) return null
    if (bits === undefined) proxies.addAddress(address, family)
    else if (!/^\d{1,3}$/.test(bits) || Number(bits) > (family === 'ipv6' ? 128 : 32)) return null
    else proxies.addSubnet(address, Number(bits), family)
  }
  return proxies
}

const ownMachine = new BlockList()
ownMachine.addSubnet('127.0.0.0', 8, 'ipv4')
ownMachine.addAddress('::1', 'ipv6')

/** Writes on each request who asks: one address under `x-forwarded-for`, whether it was relayed, and nothing else of any proxy's. */
export function normalizeForwarding(proxies: BlockList): (request: IncomingMessage) => void {
  return ({ headers, socket }) => {
    const peer = plain(socket.remoteAddress ?? '')
    const claimed = headers['x-forwarded-for']
    const told = Object.keys(headers).filter((name) => PROXY_HEADERS.test(name))
    const isBelieved = isIn(ownMachine, peer) || isIn(proxies, peer)
    for (const name of told) if (!isBelieved || !KEPT.some((kept) => kept === name)) delete headers[name]
    headers['x-forwarded-for'] = isBelieved ? clientAddress(String(claimed ?? ''), peer, proxies) : peer
    if (told.length > 0) headers[RELAYED] = '1'
    else delete headers[RELAYED]
  }
}

/** The nearest hop that is neither this machine nor a proxy of ours: what stands before it was written by whoever asks, and says anything. */
function clientAddress(claimed: string, peer: string, proxies: BlockList): string {
  let nearest = peer
  for (const hop of claimed.split(',').toReversed()) {
    const address = plain(hop.trim())
    if (isIP(address) === 0) return nearest
    nearest = address
    if (!isIn(ownMachine, address) && !isIn(proxies, address)) return nearest
  }
  return nearest
}

/** Without brackets, port, zone, or the dress of IPv6 over an IPv4 address. */
function plain(hop: string): string {
  const bare = hop
    .replace(/^"|"$/g, '')
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/%.*$/, '')
  const address = /^\d+\.\d+\.\d+\.\d+:\d+$/.test(bare) ? bare.slice(0, bare.indexOf(':')) : bare
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

const isIn = (list: BlockList, address: string): boolean =>
  isIP(address) !== 0 && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
