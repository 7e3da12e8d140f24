// The computing parts of a participant's room: tabs, ribbon, readings, private talk, briefs, drafts.
import { describe, expect, test } from 'vitest'
import { delegationIds } from '#simulation/agenda/parties'
import { stretchesOf } from '#simulation/reading/room/agenda-blocks'
import { caucusMessages, talkKey, talksOf, unreadIn } from '#simulation/reading/talk/caucus-talk'
import type { RoomState } from '#simulation/state/room-state'
import { anchorsBeside, pieces } from '../../app/_record/words/cited-pieces'
import { hasFloorAhead, phoneTabs, readHash, tabAtOpening, tabForPhase, tabsIn } from '../../app/_room/table/room-tabs'
import { withAnchor } from '../../app/_room/words/statement-draft'
import { samePosition } from '../../app/rooms/[roomId]/positions/position-draft'
import { CN, JP, JP_CN, US, US_JP } from '../support/stories/sides'
import { rehearsedSeminar, STARTS_AT } from './record/rehearsed-seminar'

/** The finished seminar's state with a running phase put back. */
function inPhase(kind: string, minutesIn = 0): RoomState {
  const { state } = rehearsedSeminar()
  const index = state.plan.phases.findIndex((phase) => phase.kind === kind)
  const before = state.plan.phases.slice(0, index).reduce((sum, phase) => sum + phase.seconds, 0)
  const startsAt = STARTS_AT + before * 1000
  const endsAt = startsAt + state.plan.phases[index]!.seconds * 1000
  return {
    ...state,
    agenda: { index, status: 'running' },
    clock: { startsAt, endsAt, caucusUntil: null, pausedAt: startsAt + minutesIn * 60_000, endedAt: null },
    issued: null,
  }
}

describe('places', () => {
  test('each phase calls a student to where it is played', () => {
    const where = [
      ...['briefing', 'caucus', 'reveal', 'openings', 'floor', 'negotiation', 'ballot', 'reflection', 'debrief'],
    ]
    expect(where.map((kind) => tabForPhase(inPhase(kind), JP))).toEqual([
      ...['brief', 'caucus', 'positions', 'record', 'record', 'communique', 'communique', 'reflection', 'reflection'],
    ])
  })

  test('an observer has no brief and no caucus, and is never sent to one', () => {
    expect(tabsIn(inPhase('caucus'), null)).toEqual(['record', 'task', 'positions'])
    expect(tabForPhase(inPhase('caucus'), null)).toBe('record')
    expect(tabForPhase(inPhase('briefing'), null)).toBe('record')
  })

  test('the joint text appears with the negotiation and the reflection with its phase', () => {
    expect(tabsIn(inPhase('floor'), US)).not.toContain('communique')
    expect(tabsIn(inPhase('negotiation'), US)).toContain('communique')
    expect(tabsIn(inPhase('negotiation'), US)).not.toContain('reflection')
    expect(tabsIn(inPhase('debrief'), US)).toContain('reflection')
  })

  test('a phone has room for four, and the place of the phase is among them', () => {
    for (const kind of ['briefing', 'caucus', 'reveal', 'floor', 'negotiation', 'ballot', 'debrief', 'reflection']) {
      const state = inPhase(kind)
      const tabs = phoneTabs(tabsIn(state, CN))
      expect(tabs).toHaveLength(4)
      expect(tabs).toContain(tabForPhase(state, CN))
    }
  })

  test('a hash names a place or an entry of the record, and nothing else', () => {
    expect(readHash('#caucus')).toEqual({ place: 'caucus', entry: null })
    expect(readHash('#e41')).toEqual({ place: 'record', entry: 'e41' })
    expect(readHash('#eus-jp12')).toEqual({ place: 'record', entry: 'eus-jp12' })
    expect(readHash('#eh5-1')).toEqual({ place: 'record', entry: 'eh5-1' })
    expect(readHash('#ec12')).toEqual({ place: 'record', entry: 'ec12' })
    expect(readHash('#desk')).toBeNull()
    expect(readHash('')).toBeNull()
  })

  test('a page comes back to the tab its address names, but not to one left in an earlier phase', () => {
    const been = { '#brief': 1, '#record': 3 }
    expect(tabAtOpening('#brief', been, 1, 'record')).toBe('brief')
    expect(tabAtOpening('#brief', been, 3, 'record')).toBe('record')
    // Where this device has not been is a link from elsewhere.
    expect(tabAtOpening('#e41', been, 3, 'positions')).toBe('record')
    expect(tabAtOpening('#caucus', been, 3, 'positions')).toBe('caucus')
    expect(tabAtOpening('', been, 3, 'positions')).toBe('positions')
  })

  test('nothing is drafted for the floor once no floor is ahead', () => {
    expect(hasFloorAhead(inPhase('briefing'))).toBe(true)
    expect(hasFloorAhead(inPhase('negotiation'))).toBe(true)
    expect(hasFloorAhead(inPhase('debrief'))).toBe(false)
  })
})

describe('the ribbon', () => {
  test('draws the whole agenda to scale, a round as one stretch', () => {
    const state = inPhase('floor', 1)
    const items = stretchesOf(state, 0)
    const planned = state.plan.phases.reduce((sum, phase) => sum + phase.seconds, 0)
    expect(items.reduce((sum, item) => sum + item.seconds, 0)).toBe(planned)
    expect(items.filter((item) => item.round).length).toBe(state.plan.rounds.length)
    expect(items.filter((item) => item.when === 'now').map((item) => item.round?.number)).toEqual([1])
    expect(items[0]).toMatchObject({ when: 'done', fraction: 1 })
    expect(items.at(-1)).toMatchObject({ when: 'ahead', fraction: 0 })
  })
})

describe('private talk', () => {
  test('a delegation has its own caucus and one bilateral with each of the others', () => {
    expect(talksOf(rehearsedSeminar().state.plan, JP).map(talkKey)).toEqual(['caucus', US_JP, JP_CN])
  })

  test('lines are those of one conversation, in order, and one’s own are never unread', () => {
    const { state } = rehearsedSeminar()
    const all = delegationIds(state.plan).map((delegation) => caucusMessages(state, { kind: 'caucus', delegation }))
    expect(all.every((lines) => lines.length > 0)).toBe(true)
    const [own] = all
    expect(own!.every((line) => line.seat.startsWith('us.'))).toBe(true)
    expect(own!.map(({ seq }) => seq)).toEqual([...own!.map(({ seq }) => seq)].sort((a, b) => a - b))
    const [first] = own!
    expect(unreadIn(own!, first!.seat, 0)).toBe(own!.filter(({ seat }) => seat !== first!.seat).length)
    expect(unreadIn(own!, first!.seat, own!.at(-1)!.seq)).toBe(0)
  })
})

describe('a brief’s prose', () => {
  test('is cut into words and anchors, and nothing is lost', () => {
    expect(pieces('Debt [E3.1] and votes [beyond the essay].')).toEqual([
      { kind: 'words', text: 'Debt ' },
      { kind: 'cited', mark: 'E3.1', closing: '' },
      { kind: 'words', text: ' and votes ' },
      { kind: 'beyond', mark: 'beyond the essay', closing: '.' },
    ])
    expect(pieces('Poorer [E2.3, E5.1].')).toEqual([
      { kind: 'words', text: 'Poorer ' },
      { kind: 'cited', mark: 'E2.3', closing: '' },
      { kind: 'words', text: ' ' },
      { kind: 'cited', mark: 'E5.1', closing: '.' },
    ])
    expect(pieces('A list [E4.5, fact:chips].')).toEqual([
      { kind: 'words', text: 'A list ' },
      { kind: 'cited', mark: 'E4.5', closing: '' },
      { kind: 'words', text: ' ' },
      { kind: 'cited', mark: 'fact:chips', closing: '.' },
    ])
    expect(pieces('To fail [E5.2]; (or win [E5.3]). They “talk [E5.1],” or not.')).toEqual([
      { kind: 'words', text: 'To fail ' },
      { kind: 'cited', mark: 'E5.2', closing: ';' },
      { kind: 'words', text: ' (or win ' },
      { kind: 'cited', mark: 'E5.3', closing: ').' },
      { kind: 'words', text: ' They “talk ' },
      { kind: 'cited', mark: 'E5.1', closing: ',”' },
      { kind: 'words', text: ' or not.' },
    ])
    expect(pieces('Plain.')).toEqual([{ kind: 'words', text: 'Plain.' }])
    expect(anchorsBeside('Debt [E3.1, E2.2].', ['E3.1', 'E0.1', 'E2.2'])).toEqual(['E0.1'])
  })
})

describe('drafts', () => {
  const position = { value: 1, text: 'Two per cent.', redLine: '', anchors: [], guesses: { us: 2 } }

  test('two positions are the same when every word, place and guess is', () => {
    expect(samePosition(position, { ...position, guesses: { [US]: 2 } })).toBe(true)
    expect(samePosition(position, { ...position, guesses: {} })).toBe(false)
    expect(samePosition(position, null)).toBe(false)
  })

  test('an anchor goes on and comes off', () => {
    expect(withAnchor(['E1.1'], 'E2.1')).toEqual(['E1.1', 'E2.1'])
    expect(withAnchor(['E1.1', { source: 'A report' }], { source: 'A report' })).toEqual(['E1.1'])
  })
})
