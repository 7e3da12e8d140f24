// Who is moved to another table finds the statement they had begun in its field there.
import { expect, test } from 'vitest'
import { roomId } from '#simulation/kernel/ids'
import { keptKey } from '../../app/_room/hooks/use-local-storage'
import { carryStatement } from '../../app/_room/words/carried-words'

const [one, two] = [roomId.parse('one'), roomId.parse('two')]
const draft = (text: string, answers: number | null = null) =>
  JSON.stringify({ text, intent: 'challenge', answers, anchors: ['E1.1'] })

function deviceOf(kept: Record<string, string>): Storage & { kept: Map<string, string> } {
  const map = new Map(Object.entries(kept))
  return {
    kept: map,
    get length() {
      return map.size
    },
    key: (place) => [...map.keys()][place] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, text) => void map.set(key, text),
    removeItem: (key) => void map.delete(key),
    clear: () => map.clear(),
  }
}

test('a statement goes along once, without the entry it was to answer, and with its sources', () => {
  const at = (room: string, what = 'statement') => keptKey({ roomId: room, person: 'amara' }, what)
  const device = deviceOf({ [at('one', 'read')]: '{}', [at('one')]: draft('What I would say.', 12), other: 'x' })
  expect(carryStatement(one, two, device)).toBe(true)
  expect(JSON.parse(device.kept.get(at('two')) ?? '')).toEqual({
    ...{ text: 'What I would say.', intent: 'challenge', answers: null, anchors: ['E1.1'] },
  })
  expect(device.kept.has(at('one'))).toBe(false)
  expect(carryStatement(one, two, device)).toBe(false)
  // Brought back, it comes back; what was begun at the table meanwhile is not written over.
  expect(carryStatement(two, one, device)).toBe(true)
  device.setItem(at('two'), draft('Begun here.'))
  expect(carryStatement(one, two, device)).toBe(false)
  expect(device.kept.get(at('two'))).toBe(draft('Begun here.'))
  expect(device.kept.get(at('one'))).toContain('What I would say.')
})

test('what no page wrote, and an empty field, stay where they are', () => {
  const key = keptKey({ roomId: 'one', person: 'amara' }, 'statement')
  for (const text of [draft(' '), '{', '"words"']) {
    const device = deviceOf({ [key]: text })
    expect(carryStatement(one, two, device)).toBe(false)
    expect([...device.kept]).toEqual([[key, text]])
  }
})
