/**
 * Finds the client's address behind proxies. Forwarding headers are believed only from this machine and from the proxies that
 * TRUST_PROXY lists; every request that came through any proxy is marked as relayed. Must run before anything reads the headers.
 */
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv6 } from 'node:net'

/** Set by this server on every relayed request; a value sent by the client is replaced. */
export const RELAYED = 'x-relayed'

/** Headers by which a request shows that a proxy forwarded it. */
const PROXY_HEADERS =
  /^(x-forwarded(-.+)?|forwarded|via|x-real-ip|x-client-ip|x-cluster-client-ip|x-original-(for|host|proto)|x-envoy-external-address|x-remote-addr|true-client-ip|client-ip|(cf|fly|fastly|do)-(connecting|client)-ip|x-azure-clientip)$/

/** Next derives its own address from these two, so they stay when the proxy is trusted. */
const KEPT = ['x-forwarded-host', 'x-forwarded-proto'] as const

/** Parses TRUST_PROXY, a list of addresses and networks; null when one of them is neither. */
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

/**
 * Rewrites the headers of each request: `x-forwarded-for` becomes the client's one address, the relayed mark is set or removed, and all
 * other proxy headers are deleted unless the proxy is trusted.
 */
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

/**
 * The last hop in the list that is neither this machine nor a trusted proxy. Hops before it were written by the client and may be
 * invented.
 */
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

/** The bare address: without brackets, port, zone, and IPv4-mapped prefix. */
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
