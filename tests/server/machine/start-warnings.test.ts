/** The warnings at the start: one line for each way in which the server is open, and none where it is not. */
import { expect, test } from 'vitest'
import { readEnvironment } from '#server/base/environment'
import { startWarnings } from '#server/base/start-warnings'

const said = (source: Record<string, string>) => startWarnings(readEnvironment(source)).join('\n')

test.each<[Record<string, string>, boolean]>([
  [{}, false],
  [{ NEXTAUTH_URL: 'https://seminar.example.edu' }, false],
  [{ HOST: '0.0.0.0', NEXTAUTH_URL: 'https://seminar.example.edu' }, false],
  [{ HOST: '0.0.0.0' }, true],
  [{ HOST: '10.0.0.7' }, true],
  [{ HOST: '0.0.0.0', NEXTAUTH_URL: 'http://localhost:3000' }, true],
  [{ NEXTAUTH_URL: 'http://seminar.example.edu' }, true],
])('%o says that passwords can be read on the way: %s', (source, isSaid) => {
  expect(/plain http/.test(said(source))).toBe(isSaid)
})

test.each<[Record<string, string>, boolean]>([
  [{ HOST: '0.0.0.0' }, false],
  [{ NEXTAUTH_URL: 'https://seminar.example.edu' }, false],
  [{ HOST: '10.0.0.7', NEXTAUTH_URL: 'https://seminar.example.edu', TRUST_PROXY: '10.0.0.5' }, false],
  [{ HOST: '10.0.0.7', NEXTAUTH_URL: 'https://seminar.example.edu' }, true],
  [{ HOST: '10.0.0.7', NEXTAUTH_URL: 'http://seminar.example.edu' }, true],
])('%o says that all visitors count as one address: %s', (source, isSaid) => {
  expect(/TRUST_PROXY/.test(said(source))).toBe(isSaid)
})

test.each<[Record<string, string>, RegExp]>([
  [{}, /^The demo is open to whoever sits at this machine/m],
  [{ DEMO: '1' }, /^Warning: whoever reaches this server may enter the demo/m],
  [{ DEMO: '0' }, /^$/],
  [{ NEXTAUTH_URL: 'https://seminar.example.edu' }, /^(?!.*demo)/s],
])('%o says whom the demo is open to: %s', (source, words) => {
  expect(said(source)).toMatch(words)
})

test.each<[Record<string, string>, RegExp]>([
  [{}, /^(?!.*account)/s],
  [{ HOST: '0.0.0.0' }, /^Accounts are made by invitation: npm run admin -- invite prints a link/m],
  [{ HOST: '0.0.0.0', SIGN_UP: 'open' }, /^Warning: whoever reaches this server may make an account/m],
  [{ SIGN_UP: 'closed' }, /^Nobody makes an account here, .* npm run admin -- create-admin/m],
])('%o says who may make an account: %s', (source, words) => {
  expect(said(source)).toMatch(words)
})

test('each warning is one line and names the setting that mends it', () => {
  const lines = said({
    HOST: '10.0.0.7',
    NEXTAUTH_URL: 'http://seminar.example.edu',
    DEMO: '1',
    SIGN_UP: 'open',
  }).split('\n')
  expect(lines).toHaveLength(4)
  for (const line of lines) expect(line).toMatch(/^Warning: .*(NEXTAUTH_URL|TRUST_PROXY|DEMO|SIGN_UP).*\.$/)
})

test.each<[string, boolean]>([
  ['redis://127.0.0.1:6379', false],
  ['redis://localhost', false],
  ['rediss://:pass@engine.example.edu', false],
  ['redis://:pass@engine.example.edu', true],
])('%s says that caucuses can be read between servers: %s', (engine, isSaid) => {
  const words = said({ DATABASE_URL: 'postgresql://db/x', NEXTAUTH_SECRET: 'x'.repeat(32), REDIS_URL: engine })
  expect(/caucuses/.test(words)).toBe(isSaid)
  expect(words).not.toContain('pass@')
})
