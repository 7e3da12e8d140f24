/** The client address the server derives from the connection's peer and from the forwarding headers. */
import { type IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeForwarding, RELAYED, readProxies } from '#server/base/secrets/forwarding'

function taken(peer: string, headers: IncomingHttpHeaders, trusted = ''): IncomingHttpHeaders {
  const proxies = readProxies(trusted)
  if (!proxies) throw new Error('No list of proxies.')
  const socket = new Socket()
  Object.defineProperty(socket, 'remoteAddress', { value: peer })
  const request = new IncomingMessage(socket)
  Object.assign(request.headers, headers)
  normalizeForwarding(proxies)(request)
  return request.headers
}

const asks = (peer: string, claimed: string, trusted = '') =>
  taken(peer, { 'x-forwarded-for': claimed }, trusted)['x-forwarded-for']

describe('a claimed address', () => {
  const ipv4 = fc.ipV4().filter((address) => !address.startsWith('127.'))
  const claim = fc.oneof(ipv4, fc.ipV6(), fc.constantFrom('unknown', '', '_hidden', '1.2.3.4, 5.6.7.8'))

  test('counts for nothing from whoever is neither this machine nor a proxy that is named', () => {
    fc.assert(
      fc.property(ipv4, claim, (peer, claimed) => {
        expect(asks(peer, claimed)).toBe(peer)
      }),
    )
    expect(asks('203.0.113.7', '198.51.100.1', '10.0.0.0/8')).toBe('203.0.113.7')
    expect(asks('2001:db8::7', '198.51.100.1', '10.0.0.0/8 2001:db8:1::/48')).toBe('2001:db8::7')
  })

  test.each([
    ['127.0.0.1', ''],
    ['127.8.9.1', ''],
    ['::1', ''],
    ['::ffff:127.0.0.1', ''],
    ['10.1.2.3', '10.0.0.0/8'],
    ['::ffff:10.1.2.3', '192.0.2.1, 10.0.0.0/8'],
    ['2001:db8:1::9', '2001:db8:1::/48'],
    ['192.0.2.1', '192.0.2.1'],
  ])('is believed from %s where the proxies are "%s"', (peer, trusted) => {
    expect(asks(peer, '203.0.113.9', trusted)).toBe('203.0.113.9')
    expect(asks(peer, '[2001:db8::9]:4711', trusted)).toBe('2001:db8::9')
    expect(asks(peer, '203.0.113.9:4711', trusted)).toBe('203.0.113.9')
    expect(asks(peer, '::ffff:203.0.113.9', trusted)).toBe('203.0.113.9')
  })

  test('is the one that the last proxy saw, whatever the visitor wrote before it', () => {
    fc.assert(
      fc.property(fc.array(claim), ipv4, (written, seen) => {
        expect(asks('127.0.0.1', [...written, seen].join(', '))).toBe(seen)
      }),
    )
  })

  test('is looked for behind a row of our own proxies, and no further', () => {
    const trusted = '10.0.0.0/8'
    expect(asks('127.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2, 10.0.0.3', trusted)).toBe('203.0.113.9')
    expect(asks('10.0.0.4', '10.0.0.2', trusted)).toBe('10.0.0.2')
    expect(asks('10.0.0.4', 'unknown, 10.0.0.2', trusted)).toBe('10.0.0.2')
  })

  test('is looked for behind hops of this very machine too, which is nobody who asks', () => {
    expect(asks('127.0.0.1', '203.0.113.9, 127.0.0.1')).toBe('203.0.113.9')
    expect(asks('127.0.0.1', '1.1.1.1, 203.0.113.9, ::1, 10.0.0.2, ::ffff:127.0.0.1', '10.0.0.0/8')).toBe('203.0.113.9')
    expect(asks('127.0.0.1', '127.0.0.1, 203.0.113.9')).toBe('203.0.113.9')
    expect(asks('127.0.0.1', '127.0.0.1')).toBe('127.0.0.1')
    expect(asks('203.0.113.7', '198.51.100.1, 127.0.0.1')).toBe('203.0.113.7')
    const hop = fc.constantFrom('127.0.0.1', '::1', '10.0.0.2', '[::1]:4711')
    fc.assert(
      fc.property(fc.array(claim), ipv4, fc.array(hop), (written, seen, hops) => {
        fc.pre(!seen.startsWith('10.'))
        expect(asks('127.0.0.1', [...written, seen, ...hops].join(', '), '10.0.0.0/8')).toBe(seen)
      }),
    )
  })

  test('that cannot be read leaves the connection its own address', () => {
    expect(asks('127.0.0.1', 'unknown')).toBe('127.0.0.1')
    expect(asks('127.0.0.1', '')).toBe('127.0.0.1')
  })
})

describe('what a proxy says of itself', () => {
  const said = {
    forwarded: 'for=203.0.113.9',
    via: '1.1 somewhere',
    'x-real-ip': '203.0.113.9',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '8443',
    'cf-connecting-ip': '203.0.113.9',
    'user-agent': 'a browser',
  }

  test('reaches neither the pages nor the log, but for the host and the protocol of a believed one', () => {
    const names = (peer: string) => Object.keys(taken(peer, said)).sort()
    expect(names('203.0.113.1')).toEqual(['user-agent', 'x-forwarded-for', RELAYED].sort())
    expect(names('127.0.0.1')).toEqual(
      ['user-agent', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', RELAYED].sort(),
    )
  })

  test.each(Object.keys(said).filter((name) => name !== 'user-agent'))('marks the request by %s alone', (name) => {
    expect(taken('127.0.0.1', { [name]: 'x' })[RELAYED]).toBe('1')
  })

  test('leaves no mark that a visitor made up', () => {
    expect(taken('127.0.0.1', { [RELAYED]: '1', 'user-agent': 'x' })).not.toHaveProperty(RELAYED)
  })
})

test.each(['10.0.0', '10.0.0.0/33', '10.0.0.0/x', '2001:db8::/129', 'proxy.example.edu', '10.0.0.1/8/8', '10.0.0.1/'])(
  'the list of proxies is refused with "%s" in it',
  (list) => expect(readProxies(`127.0.0.1, ${list}`)).toBeNull(),
)
