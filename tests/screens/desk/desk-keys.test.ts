import { expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import { isOver, numberedInjects, unsentInjects } from '#simulation/reading/room/notices'
import type { ClientCommand } from '#simulation/shapes/room-command'
import type { RoomState } from '#simulation/state/room-state'
import { deskKeys } from '../../../app/rooms/[roomId]/desk/desk-keys'
import { DESK_KEYS } from '../../../app/rooms/[roomId]/desk/keys-dialog'
import { CHINA_GAP_RUBRIC } from '../../support/files/rubrics'
import { rehearsedSeminar } from '../record/rehearsed-seminar'

/** What is submitted, and what is opened, when every key of the desk is pressed once in this state, with the digits free. */
function pressAll(state: RoomState, more: Partial<Parameters<typeof deskKeys>[0]> = {}, only: string | null = null) {
  const asked: ClientCommand[] = []
  const opened: string[] = []
  const nothing = () => undefined
  const step = (name: string) => () => void opened.push(name)
  const keys = deskKeys({
    desk: {
      ...{ roomId: 'room', state, displayNames: {}, presence: { people: [], seats: [] }, writing: [], openDoor: null },
      ...{ absent: { missing: [], of: 0, whom: 'class' as const }, listens: false, now: () => 0 },
      ask: async (command) => {
        asked.push(command)
        return true
      },
    },
    layout: { scoring: false, setScoring: nothing },
    record: {
      ...{ shown: [], focused: null, atHand: undefined, caucuses: false, only: false },
      ...{ focus: nothing, step: nothing, setCaucuses: nothing, setOnly: nothing },
    },
    score: {
      ...{
        subject: null,
        criteria: [],
        row: 0,
        current: null,
        marks: [],
        criteriaFor: () => [],
        rubricOf: () => CHINA_GAP_RUBRIC,
        savingOf: () => null,
        ready: () => false,
      },
      draftOf: () => ({ level: null, evidence: [], noEvidence: false, comment: '' }),
      ...{ choose: nothing, goTo: nothing, toggleEvidence: nothing, setNoEvidence: nothing },
      setLevel: () => ({ level: null, evidence: [], noEvidence: false, comment: null }),
      ...{ setComment: nothing, retry: nothing },
    },
    commands: {
      ...{ takeNext: step('next'), bookmark: step('bookmark'), pauseOrResume: step('pause') },
      ...{ takeBackFloor: step('take back'), undo: step('undo'), blank: step('blank') },
    },
    step: { asked: null, onOpenChange: nothing, take: step('take'), end: step('end') },
    note: ({ kind }) => opened.push(kind),
    hide: step('hide'),
    help: nothing,
    ...more,
  })
  for (const [key, act] of keys) if (only === null || key === only) act()
  return { asked, opened, keys: keys.map(([key]) => key) }
}

const stories = () => {
  const { rows } = rehearsedSeminar()
  const ends = rows.flatMap(({ event }, place) =>
    event.type === 'InjectSent' || event.type === 'PhaseStarted' ? [place + 1] : [],
  )
  return [...ends, rows.length].flatMap((count) => fold(rows.slice(0, count)) ?? [])
}

test('no single key sends anything to the class, in every phase of a seminar', () => {
  for (const state of stories()) expect(pressAll(state).asked).toEqual([])
})

test('there are fifteen keys, each of which stands on the one card, in every phase', () => {
  const card = DESK_KEYS.flatMap(([, keys]) => keys.map(([, ...shown]) => shown.join('')))
  const named: Record<string, string> = { Enter: '↵', Escape: 'Esc', Space: 'Space' }
  // The digits are one line of the card, as are the arrows and the two that walk the sheet; the question mark comes with and without Shift.
  const lineOf = (key: string) =>
    /^\d$/.test(key)
      ? '0–top'
      : ({ ArrowDown: '↑↓', ArrowUp: '↑↓', j: 'JK', k: 'JK', 'Shift+?': '?' }[key] ?? named[key] ?? key.toUpperCase())
  expect(card.length).toBeLessThanOrEqual(15)
  for (const state of stories()) {
    const lines = new Set(pressAll(state).keys.map(lineOf))
    expect([...lines].toSorted()).toEqual(card.toSorted())
  }
})

test('a number keeps its news when other news is sent, by the chair or by the agenda', () => {
  const { rows } = rehearsedSeminar()
  let sent = 0
  for (const [place, { event }] of rows.entries()) {
    if (event.type !== 'InjectSent') continue
    const before = fold(rows.slice(0, place))
    const after = fold(rows.slice(0, place + 1))
    if (!before || !after) throw new Error('The room was never opened.')
    expect(numberedInjects(after)).toEqual(numberedInjects(before))
    sent += 1
  }
  expect(sent).toBeGreaterThan(1)
})

test('after the end no key opens a note', () => {
  const over = stories().at(-1)
  if (!over) throw new Error('The room was never opened.')
  expect(isOver(over)).toBe(true)
  const { asked, opened } = pressAll(over)
  expect(asked).toEqual([])
  expect(opened.toSorted()).toEqual(['blank', 'end', 'hide', 'next', 'pause', 'take back', 'undo'])
  expect(unsentInjects(over)).toEqual([])
})

test('X hides and B blanks, each with one press, in every phase of a seminar', () => {
  for (const state of stories())
    for (const [key, act] of [
      ['x', 'hide'],
      ['b', 'blank'],
    ] as const)
      expect(pressAll(state, {}, key)).toMatchObject({ asked: [], opened: [act] })
})
