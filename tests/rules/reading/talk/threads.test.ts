// A debate as threads: an answer stands beneath what it answers, and every statement appears once.
import { expect, test } from 'vitest'
import { GAP } from '#simulation/kernel/gaps'
import { personId } from '#simulation/kernel/ids'
import { paragraphs } from '#simulation/reading/log/transcript'
import { roundOfEntry, statementsBy, statementsOn, threadsOf } from '#simulation/reading/talk/threads'
import { givenWeek, opensAt, phaseOf } from '../../../screens/homework/given-week'
import type { Written } from '../../../support/cast'
import { AMARA, BEN, DAIKI, FEN } from '../../../support/cast'

const post = (kind: 'openings' | 'floor', text: string, round: string, answers: number | null = null): Written => ({
  type: 'postStatement',
  phase: phaseOf(kind),
  round,
  text,
  intent: 'point',
  answers,
  anchors: [],
})

function debate() {
  const room = givenWeek(opensAt('openings'))
  const said = (text: string) =>
    Number(room.state.record.toArray().find(({ event }) => 'text' in event && event.text === text)?.no)
  room.does(AMARA, post('openings', 'us opens', 'framing')).does(DAIKI, post('openings', 'jp opens', 'deterrence'))
  room.does(FEN, post('openings', 'cn opens', 'framing')).runs(opensAt('floor'))
  room.does(DAIKI, post('floor', 'to us', 'framing', said('us opens')))
  room.does(BEN, post('floor', 'to that', 'framing', said('to us')))
  room.does(FEN, post('floor', 'across', 'framing', said('jp opens')))
  room.does(AMARA, { type: 'withdrawStatement', entry: said('us opens'), reason: null })
  return { said: paragraphs(room.state), number: said, room }
}

test('answers stand beneath their opening however deep, in the order they came', () => {
  const { said } = debate()
  const told = threadsOf(said, 'framing').map(({ root, replies }) =>
    [root, ...replies].map(({ text, kind }) => text ?? kind),
  )
  expect(told).toEqual([[GAP, 'to us', 'to that', 'withdrawal'], ['cn opens'], ['across']])
  expect(threadsOf(said, 'deterrence').map(({ root }) => root.text)).toEqual(['jp opens'])
})

test('each statement is in one thread of its tension, and is found by its number', () => {
  const { said, number } = debate()
  expect(statementsOn(said, 'framing')).toBe(5)
  expect(statementsOn(said, 'cptpp')).toBe(0)
  expect(roundOfEntry(said, String(number('jp opens')))).toBe('deterrence')
  expect(roundOfEntry(said, '1')).toBeNull()
})

test('what is counted as a person’s is what they posted, whatever was posted from their seat before they came', () => {
  const { said, room } = debate()
  const by = (name: string) => statementsBy(room.state, said, personId.parse(name), 'framing')
  expect([by('amara'), by('daiki'), by('fen'), by('hana')]).toEqual([1, 1, 2, 0])
  const later = said.map((each) => ({ ...each, person: each.person === personId.parse('amara') ? null : each.person }))
  expect(statementsBy(room.state, later, personId.parse('amara'), 'framing')).toBe(0)
})
