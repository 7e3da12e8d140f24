// Time on the floor, silence, attendance, filings and need, by hand and as laws over random stories.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { delegationIds } from '#simulation/agenda/parties'
import { decide } from '#simulation/engine/decide'
import { participantActor, personId, seatId } from '#simulation/kernel/ids'
import {
  attendanceOf,
  lostSeats,
  seatsToChoose,
  sidesOf,
  unseatedPeople,
} from '#simulation/reading/homework/attendance'
import {
  begunFiling,
  filedAll,
  filedAt,
  filedBy,
  filingNow,
  filingProgress,
  latestKnown,
  openedRounds,
  paperStatus,
  redLineOf,
  roundsUnfiled,
} from '#simulation/reading/log/filings'
import { heldBySeat, spentBy, talkShares, timesTold, turnNow } from '#simulation/reading/log/time-accounts'
import { needOf } from '#simulation/reading/room/room-needs'
import { silentSeats, unheardIn } from '#simulation/reading/room/who-spoke'
import { heldFor } from '#simulation/state/clock'
import { AMARA, CHAIR, DAIKI, drafts, FEN, files, opening, smallSeminar, statement } from '../../../support/cast'
import { given, instantOf, opened } from '../../../support/given'
import { JP, US } from '../../../support/stories/sides'
import { Story } from '../../../support/stories/stories'
import { script } from '../../../support/stories/story-script'

const AT = (seat: string) => seatId.parse(seat)

test('F6 a seat’s time counts the turn that runs, and no pause; a turn shows what is left of it while the clock stands', () => {
  const room = given().enters('floor').does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
  expect(heldBySeat(room.state, AT('us.state'), instantOf(20))).toBe(20_000)
  expect(turnNow(room.state, instantOf(20))).toEqual({ leftMs: 45_000, wholeMs: 65_000 })
  room.does(CHAIR, { type: 'pauseClock' }, 30)
  expect(heldBySeat(room.state, AT('us.state'), instantOf(50))).toBe(30_000)
  expect(turnNow(room.state, instantOf(50))).toEqual({ leftMs: 35_000, wholeMs: 65_000 })
  room.does(CHAIR, { type: 'resumeClock' }, 60).does(AMARA, { type: 'yieldFloor', to: null }, 70)
  // F6: as long as nothing is said of it, whoever had the turn is not told to have spoken.
  expect(heldBySeat(room.state, AT('us.state'), instantOf(90))).toBe(0)
  room.does(AMARA, { type: 'tapTurn', turn: room.state.record.length, answers: null }, 80)
  expect(heldBySeat(room.state, AT('us.state'), instantOf(90))).toBe(40_000)
  expect(turnNow(room.state, instantOf(90))).toBeNull()
  expect(talkShares(room.state, instantOf(90))).toMatchObject([{ percent: 100 }, { percent: 0 }, { percent: 0 }])
  expect(talkShares(given().state, instantOf(0))).toBeNull()
})

test('nobody waits for a script to speak: of a delegation only its people are counted as unheard', () => {
  const room = opened(smallSeminar({ understudies: true }))
    .seats({ amara: 'us.state', ben: 'us.treasury' })
    .enters('floor')
  expect(unheardIn(room.state, US)).toBe(2)
  room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' }).does(AMARA, statement('A date.'), 10)
  room.does(AMARA, { type: 'yieldFloor', to: null }, 20)
  expect(unheardIn(room.state, US)).toBe(1)
  expect(unheardIn(room.state, JP)).toBe(0)
})

test('nobody is silent before anybody has spoken; then whoever holds a seat and has had neither floor nor words is', () => {
  const room = given().enters('floor')
  expect(silentSeats(room.state)).toEqual([])
  room.does(CHAIR, { type: 'grantFloor', seat: 'us.state' }).does(AMARA, statement('A coalition.'), 5)
  room.does(CHAIR, { type: 'grantFloor', seat: 'jp.pm' }, 10)
  expect(silentSeats(room.state).map(({ id }) => id)).toEqual([
    'us.treasury',
    'us.defense',
    'jp.finance',
    'cn.foreign',
    'cn.commerce',
  ])
})

test('who is lost, who stands without a seat, and who plays an empty chair', () => {
  const room = opened().seats({ amara: 'us.state', daiki: 'jp.pm' })
  room.does(CHAIR, { type: 'removePerson', person: 'fen' })
  const present = { seats: [AT('us.state')], people: ['amara', 'fen', 'ivo'].map((name) => personId.parse(name)) }
  expect(lostSeats(room.state, present).map(({ id }) => id)).toEqual(['jp.pm'])
  expect(unseatedPeople(room.state, present)).toEqual(['ivo'])
  const empty = room.state.seats[AT('cn.foreign')]
  expect(empty && attendanceOf(room.state, present, empty)).toBe('empty')
  const played = opened(smallSeminar({ understudies: true })).seats({ amara: 'us.state', daiki: 'jp.pm' }).state
  const chair = played.seats[AT('cn.foreign')]
  expect(chair && attendanceOf(played, present, chair)).toBe('understudy')
  expect(sidesOf(room.state).map(({ delegation, seats }) => [delegation, seats.length])).toEqual([
    ['us', 3],
    ['jp', 2],
    ['cn', 2],
    [null, 1],
  ])
})

test('how far a round’s positions are, from nothing through drafts and filings to the reveal', () => {
  const room = given().enters('caucus')
  const stands = () => filingProgress(room.state, 'framing', 'opening')
  expect(stands()).toEqual({ kind: 'nothing' })
  room.does(AMARA, drafts(opening(2))).does(DAIKI, files(opening(-1)))
  expect(stands()).toEqual({ kind: 'filed', filed: 1, drafts: 1 })
  expect(begunFiling(room.state)).toBe(2)
  expect(filedBy(room.state, JP).filed).toBe(1)
  expect(filedBy(room.state, US).filed).toBe(0)
  expect(latestKnown(room.state, 'framing')).toEqual({ us: 2, jp: -1 })
  room.does(FEN, files(opening(-3))).enters('reveal')
  expect(stands()).toMatchObject({ kind: 'revealed' })
  expect(openedRounds(room.state)[0]).toBe('framing')
})

test('a delegation’s paper is not begun, drafted, filed, and open; what it still files and its red line follow', () => {
  const room = given().enters('caucus')
  const paper = () => paperStatus(room.state, 'framing', 'opening', US).kind
  const redLine = (withDrafts: boolean) => redLineOf(room.state, 'framing', US, withDrafts)
  const unfiled = () => {
    const filing = filingNow(room.state)
    return filing && roundsUnfiled(room.state, filing, US).includes('framing')
  }
  expect([paper(), unfiled(), redLine(true)]).toEqual(['none', true, null])
  room.does(AMARA, drafts(opening(2)))
  expect([paper(), unfiled(), redLine(true), redLine(false)]).toEqual(['drafted', true, 'Not one step more.', null])
  room.does(AMARA, files(opening(2)), 5)
  expect([paper(), unfiled(), redLine(false)]).toEqual(['filed', false, 'Not one step more.'])
  expect(filedAt(room.state, 'framing', 'opening', US)).toBe(instantOf(5))
  for (const round of filingNow(room.state)?.rounds ?? [])
    if (round !== 'framing') room.does(AMARA, files({ ...opening(0), round }))
  expect(filedAll(room.state)).toEqual(['us'])
  room.enters('reveal')
  expect(paper()).toBe('revealed')
})

test('a room that cannot save comes first, then a call for help, people without a seat, a lost seat, a pause', () => {
  const room = given().enters('floor').does(CHAIR, { type: 'pauseClock' })
  const seats = Object.values(room.state.seats)
  const presence = { seats: seats.map(({ id }) => id), people: seats.flatMap(({ holder }) => holder ?? []) }
  const need = (of: Partial<typeof presence> = {}, unsavedSince: number | null = null) =>
    needOf(room.state, { presence: { ...presence, ...of }, unsavedSince }, instantOf(3))
  expect(need()).toEqual({ kind: 'paused', since: room.state.clock?.pausedAt })
  expect(need({ seats: presence.seats.slice(1) })).toEqual({ kind: 'lost', since: null })
  expect(need({ people: [...presence.people, personId.parse('latecomer')] })).toEqual({ kind: 'unseated', since: null })
  room.does(FEN, { type: 'callForHelp', text: 'What now?' }, 2)
  expect(need({ seats: [] })).toEqual({ kind: 'help', since: instantOf(2) })
  expect(need({ seats: [] }, instantOf(1))).toEqual({ kind: 'unsaved', since: instantOf(1) })
})

const seed = Number(process.env.STORY_SEED ?? 20260112)

test('F6 people’s times add up to the delegations’ at any instant, and what a person may choose is what the room lets them take', () => {
  const seen = { held: 0, running: 0, choices: 0, refused: 0 }
  fc.assert(
    fc.property(script(150), fc.nat(90_000), (told, later) => {
      new Story(told, {
        beat: ({ state, rows }, beats) => {
          if (beats % 10 !== 0) return
          const at = (rows.at(-1)?.at ?? 0) + (state.floor.holder ? later : 0)
          const byPerson = [...timesTold(state).heardMs].reduce((all, [, ms]) => all + ms, 0)
          const bySide = delegationIds(state.plan).reduce((all, side) => all + spentBy(state, side, at), 0)
          expect(byPerson + heldFor(state, at)).toBe(bySide)
          if (bySide > 0) seen.held += 1
          if (state.floor.holder) seen.running += 1
          for (const name of ['ivo', 'juno', 'hana']) {
            const person = personId.parse(name)
            if (Object.values(state.seats).some(({ holder }) => holder === person)) continue
            const moment = { by: participantActor(person), at, lot: 0 }
            const choosable = state.removed.includes(person) ? [] : seatsToChoose(state, person)
            for (const seat of Object.values(state.seats)) {
              const { ok } = decide(state, { type: 'takeSeat', seat: seat.id }, moment)
              expect(ok, `${name} ${seat.id}`).toBe(choosable.includes(seat.id))
              if (ok) seen.choices += 1
              else seen.refused += 1
            }
          }
        },
      })
    }),
    { seed, numRuns: 20 },
  )
  expect(seen.held).toBeGreaterThan(30)
  expect(seen.running).toBeGreaterThan(10)
  expect(seen.choices).toBeGreaterThan(50)
  expect(seen.refused).toBeGreaterThan(50)
})
