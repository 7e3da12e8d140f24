/** Malformed messages and frames, drawn from a seed so that a failure can be repeated. */
import { PROTOCOL } from '#simulation/wire/protocol'
import { COMMANDS } from '../matrix/command-rows'

/** A small generator, the same everywhere for the same seed. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const deep = (depth: number): unknown => {
  let value: unknown = 'x'
  for (let left = depth; left > 0; left -= 1) value = left % 2 ? [value] : { a: value }
  return value
}
const STRANGE: readonly (() => unknown)[] = [
  () => null,
  () => '',
  () => -1,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => 1e308,
  () => true,
  () => [],
  () => ({}),
  () => '\0',
  () => '\ud800',
  () => '\u202e\u200b',
  () => '__proto__',
  () => 'constructor',
  () => 'x'.repeat(3000),
  () => '👩‍👩‍👧‍👦'.repeat(400),
  () => deep(40),
  () => Array.from({ length: 500 }, (_, index) => index),
  () => ({ toString: null, valueOf: 1 }),
  () => ({ length: 4_000_000_000 }),
  () => JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}'),
  () => ({ toJSON: 'x' }),
]

const samples = Object.entries(COMMANDS).map(([type, { sample }]) => ({ type, ...sample }))

/** Something near enough to a submission or a request to join that a careless reader would take it. */
export function bent(roll: () => number): unknown {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)]!
  const strange = () => pick(STRANGE)()
  const message: Record<string, unknown> =
    roll() < 0.8
      ? { roomId: 'room', commandId: `fuzz-${Math.floor(roll() * 1e9)}`, command: { ...pick(samples) } }
      : { protocol: PROTOCOL, roomId: 'room', as: 'self', after: null }
  for (let changes = 1 + Math.floor(roll() * 3); changes > 0; changes -= 1) {
    const inner = message.command
    const target =
      roll() < 0.6 && typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : message
    const key =
      roll() < 0.7 ? pick(Object.keys(target)) : pick(['role', 'isAdmin', 'by', 'at', 'seq', 'audience', 'toString'])
    if (roll() < 0.15 && key !== undefined) delete target[key]
    else target[key ?? 'x'] = strange()
  }
  if (roll() < 0.1) return strange()
  return message
}

/** Bytes on the line: packets cut short, packets of kinds that do not exist, attachments that never come. */
export function frame(roll: () => number): string | Buffer {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(roll() * from.length)]!
  const random = Buffer.from(Array.from({ length: Math.floor(roll() * 200) }, () => Math.floor(roll() * 256)))
  const whole = `42${JSON.stringify([pick(['join', 'submit', 'writing', 'clock', 'disconnect', 'connect', 'error']), bent(roll)])}`
  return pick<() => string | Buffer>([
    () => random,
    () => random.toString('latin1'),
    () => whole.slice(0, Math.floor(roll() * whole.length)),
    () => whole,
    () => `4${Math.floor(roll() * 9)}${Math.floor(roll() * 9)}${random.toString('base64')}`,
    () => '451-["submit",{"_placeholder":true,"num":0}]',
    () => `45${Math.floor(roll() * 1e6)}-["submit"]`,
    () => '42["submit",{"_placeholder":true,"num":-1}]',
    () => '40/admin,{"token":"x"}',
    () => '41',
    () => '2probe',
    () => '6',
    () => `420${'['.repeat(5000)}`,
    () => `4${'9'.repeat(1000)}`,
    () => '42["__proto__",{}]',
    () => '42{"length":2,"0":"join"}',
    () => '43999[{}]',
    () => 'x'.repeat(70_000),
  ])()
}
