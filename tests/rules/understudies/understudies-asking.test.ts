// What understudies do about words that people put forward (rule U16).
import { describe, expect, test, vi } from 'vitest'
import { Rehearsal } from '#simulation/bots/rehearsal'
import { actorId } from '#simulation/kernel/ids'
import { standIn } from '#simulation/questions/text'
import { roomCommand } from '#simulation/shapes/room-command'
import { clauseIn, opensNow } from '#simulation/state/room-state'
import { AMARA, CHAIR, DAIKI, hand, smallSeminar, statement, type Written } from '../../support/cast'
import { START } from '../../support/given'
import { loneStudent } from '../../support/lone-student'
import { patience } from '../../support/patience'
import { chinaGap } from '../../support/stories/china-gap'
import { CN, US } from '../../support/stories/sides'

vi.setConfig({ testTimeout: patience(240_000) })

const WORDS = 'Ministers meet each autumn and publish what they discussed.'
const submit = (room: Rehearsal, by: string, command: Written) =>
  room.submit(actorId.parse(by), roomCommand.parse(command))

/** The small seminar with Tokyo led by a person, at a minute of its negotiation, in which these words are put forward for the gap. */
function putBy(
  words: string,
  ...more: readonly [string, string][]
): { room: Rehearsal; rows: () => Rehearsal['rows'] } {
  const room = new Rehearsal(smallSeminar({ understudies: true }), chinaGap(), START)
  for (const [who, seat] of [[DAIKI, 'jp.pm'] as const, ...more]) submit(room, who, { type: 'takeSeat', seat })
  submit(room, CHAIR, { type: 'startPhase', index: 0 })
  while (!opensNow(room.state, 'text')) room.run(room.now + 10_000)
  room.run(room.now + 60_000)
  const before = room.rows.length
  submit(room, DAIKI, {
    type: 'putForward',
    ...{ clause: 'gap', words, from: null, cites: null, drafter: null },
  })
  return { room, rows: () => room.rows.slice(before) }
}
const moved = (rows: Rehearsal['rows'], version: string) =>
  rows.flatMap(({ event, at }) =>
    event.type === 'VersionStoodOn' && event.clause === 'gap' && event.version === version
      ? [{ side: event.delegation, at }]
      : [],
  )
const asked = (rows: Rehearsal['rows']) =>
  rows.filter(
    ({ event, by }) =>
      event.type === 'StatementMade' &&
      by.startsWith('understudy:') &&
      event.intent === 'question' &&
      event.text.includes('commit Tokyo'),
  )

describe('words of people', () => {
  test('U16 where nothing in them is known, one understudy of another side asks once, and then they follow whoever put them forward', () => {
    const { room, rows } = putBy(WORDS)
    room.run(room.now + 400_000)
    const questions = asked(rows())
    expect(questions).toHaveLength(1)
    expect(questions[0]?.event).toMatchObject({ text: expect.stringContaining('“The gap, admitted”') })
    const after = moved(rows(), 'jp-2')
    expect(after.map(({ side }) => side).toSorted()).toEqual([CN, US])
    for (const { at } of after) expect(at).toBeGreaterThanOrEqual((questions[0]?.at ?? 0) + 45_000)
  })

  test('U16 an answer is enough: they wait no longer than for it', () => {
    const { room, rows } = putBy(WORDS)
    while (asked(rows()).length === 0) room.run(room.now + 5_000)
    room.run(room.now + 4_000)
    submit(room, DAIKI, hand())
    while (room.state.floor.holder?.seat !== 'jp.pm') room.run(room.now + 1_000)
    submit(room, DAIKI, statement('It commits us to two meetings a year.'))
    const answeredAt = room.now
    room.run(room.now + 1_000)
    for (const { at } of moved(rows(), 'jp-2')) expect(at).toBeLessThanOrEqual(answeredAt + 1_000)
    expect(moved(rows(), 'jp-2')).toHaveLength(2)
  })

  test('U16 where the people stand apart nobody follows, and why not is said', () => {
    const { room, rows } = putBy(WORDS, [AMARA, 'us.state'])
    room.run(room.now + 400_000)
    expect(moved(rows(), 'jp-2')).toEqual([])
    const clause = clauseIn(room.state, 'gap')
    if (!clause) throw new Error('The gap is a clause.')
    expect(standIn(clause, CN).reason).not.toBeNull()
    const why = rows().filter(({ event }) => event.type === 'BracketKept' && event.delegation === CN)
    expect(why.length).toBeGreaterThan(0)
  })

  test('U16 a lone student who puts words forward sees somebody stand on them, or hears why not, in nine of ten seminars', () => {
    const seen = Array.from({ length: 5 }, (_, seed) => loneStudent(4_100 + seed)).filter((one) => one !== null)
    expect(seen.length).toBeGreaterThan(3)
    expect(seen.filter(({ stoodOn, reason }) => stoodOn || reason).length).toBeGreaterThanOrEqual(0.9 * seen.length)
    expect(seen.some(({ stoodOn }) => stoodOn)).toBe(true)
    expect(seen.some(({ plain, asked: was }) => plain && was)).toBe(true)
  })
})
