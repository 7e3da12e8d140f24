/** Compiled schemas say of everything what the schemas say that they were compiled from. */
import { expect, test } from 'vitest'
import { compiled, readStored } from '#server/base/compiled'
import { readRow } from '#simulation/engine/versions'
import { recorded } from '#simulation/shapes/record'
import { joinRequest, submission } from '#simulation/wire/protocol'
import { act } from '#simulation/wire/watching'
import { corpusVersions } from '../../corpus/archive'
import { frozenLogs } from '../../corpus/frozen'
import { bent, dice } from '../../security/hostile/garbage'
import { COMMANDS } from '../../security/matrix/command-rows'

/** What is read of it, or everything that is said against it. */
const said = (schema: typeof submission | typeof act | typeof joinRequest | typeof recorded, given: unknown) => {
  const { success, data, error } = schema.safeParse(given)
  return success ? { data } : { issues: error.issues }
}

/** The same command as a wall sends it, to one room or to two. */
function asAct(message: unknown, rooms: 1 | 2): unknown {
  if (typeof message !== 'object' || message === null) return message
  const { roomId, commandId, ...rest } = { roomId: null, commandId: null, ...message }
  return { ...rest, to: Array.from({ length: rooms }, () => ({ roomId, commandId })) }
}

const sent = Object.entries(COMMANDS).map(([type, { sample }]) => ({
  roomId: 'room',
  commandId: 'sent-by-a-page',
  command: { type, ...sample },
}))

test.each(sent)('$command.type is read alike', (message) => {
  const read = said(compiled(submission), message)
  expect(read).toEqual(said(submission, message))
  expect(read).toHaveProperty('data')
  const acted = said(compiled(act), asAct(message, 2))
  expect(acted).toEqual(said(act, asAct(message, 2)))
  expect(acted).toHaveProperty('data')
})

test('2,000 bent messages are read or refused alike', () => {
  const roll = dice(20261128)
  const [submits, acts, joins] = [compiled(submission), compiled(act), compiled(joinRequest)]
  const read = { taken: 0, refused: 0 }
  for (let count = 0; count < 2_000; count += 1) {
    const message = bent(roll)
    for (const [fast, plain, given] of [
      [submits, submission, message],
      [acts, act, asAct(message, 1)],
      [joins, joinRequest, message],
    ] as const) {
      const heard = said(fast, given)
      expect(heard).toEqual(said(plain, given))
      read['data' in heard ? 'taken' : 'refused'] += 1
    }
  }
  expect(Math.min(read.taken, read.refused)).toBeGreaterThan(100)
})

test.each(corpusVersions())(
  'rows of every kind in the corpus %s, whole and with a part missing, is read alike',
  (version) => {
    const fast = compiled(recorded)
    const of = Number(version.slice(1))
    const kinds = new Map<string, number>()
    for (const row of frozenLogs(version).flatMap(({ rows }) => rows)) {
      const lifted = readRow(of, row)
      const before = kinds.get(lifted.event.type) ?? 0
      kinds.set(lifted.event.type, before + 1)
      if (before >= 40) continue
      expect(readStored(of, row)).toEqual(lifted)
      const [gone] = Object.keys(lifted.event).slice(-1)
      const event = Object.fromEntries(Object.entries(lifted.event).filter(([name]) => name !== gone))
      expect(said(fast, { ...lifted, event })).toEqual(said(recorded, { ...lifted, event }))
    }
  },
)
