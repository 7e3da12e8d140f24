// Who may see what is sent beside a log (names, marks). Expectations come from the story, not from the functions under test.
import { expect, test } from 'vitest'
import { personId, seatId } from '#simulation/kernel/ids'
import { inSeat, type Viewer } from '#simulation/kernel/viewer'
import {
  mayCompareAll,
  mayLookBack,
  mayReadCode,
  mayReadEveryName,
  mayReadKnock,
  mayReadMark,
} from '#simulation/secrecy/side-channels'

const chair: Viewer = { kind: 'chair' }
const stage: Viewer = { kind: 'stage' }
const mei = inSeat(personId.parse('mei'), seatId.parse('us.state'))
const observer = inSeat(personId.parse('ivo'), null)
const ALL = { chair, stage, mei, observer }

/** The viewers, out of chair, stage, Mei and someone unseated, for whom it holds. */
const those = (may: (who: Viewer) => boolean) => Object.entries(ALL).flatMap(([name, who]) => (may(who) ? [name] : []))

test('a knock is asked of the chair, and of the one person whose seat is claimed', () => {
  expect(those((who) => mayReadKnock(who, null))).toEqual(['chair'])
  expect(those((who) => mayReadKnock(who, 'mei'))).toEqual(['chair', 'mei'])
  expect(those((who) => mayReadKnock(who, 'somebody'))).toEqual(['chair'])
})

test('the code stands on the desk and the projector, and the names of the whole activity on the desk alone', () => {
  expect(those(mayReadCode)).toEqual(['chair', 'stage'])
  expect(those(mayReadEveryName)).toEqual(['chair'])
})

test('marks are a student’s own, or those of their delegation’s positions, and only once they are released', () => {
  const own = { subject: 'student', participantId: 'mei', delegation: null } as const
  const ours = { subject: 'position', participantId: null, delegation: 'us' } as const
  const who = { person: 'mei', side: 'us' }
  for (const mark of [own, ours]) {
    expect(mayReadMark(who, true, mark)).toBe(true)
    expect(mayReadMark(who, false, mark)).toBe(false)
    expect(mayReadMark({ person: 'ben', side: 'jp' }, true, mark)).toBe(false)
    expect(mayReadMark({ person: null, side: null }, true, mark)).toBe(false)
  }
  expect(mayReadMark({ person: null, side: null }, true, { ...own, participantId: null })).toBe(false)
})

test('D8 the chair looks back at any time, everybody else once the record is open', () => {
  expect(those((who) => mayLookBack(who, false))).toEqual(['chair'])
  expect(those((who) => mayLookBack(who, true))).toEqual(['chair', 'stage', 'mei', 'observer'])
})

test('D38 a class compares its tables once every one that has begun is unsealed', () => {
  const [open, sealed] = [{ unsealed: true }, { unsealed: false }]
  expect([[], [open], [open, open], [open, sealed], [sealed]].map(mayCompareAll)).toEqual([
    false,
    true,
    true,
    false,
    false,
  ])
})
