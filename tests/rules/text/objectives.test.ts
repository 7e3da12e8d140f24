// What each seat reached of what its brief asks (rules D12–D13): who claims, what shows it, and what the chair says to it.
import { describe, expect, test } from 'vitest'
import { fold } from '#simulation/engine/room'
import { personId } from '#simulation/kernel/ids'
import { DAY_MS } from '#simulation/kernel/time'
import { planHomework } from '#simulation/planning/homework-planning'
import { chairsOf, defaultChoices, type PlannedRoom, planSeminar } from '#simulation/planning/planning'
import { paragraphs } from '#simulation/reading/log/transcript'
import { claimsToJudge, entriesToShow, seatsWithObjectives } from '#simulation/reading/positions/objectives'
import { nowFor } from '#simulation/reading/talk/now'
import type { Agenda, Line } from '#simulation/scenario/scenario'
import { seatHeldBy } from '#simulation/state/room-state'
import { AMARA, CHAIR, FEN, HANA, IVO, smallSeminar, statement, type Written } from '../../support/cast'
import { given, opened, type Room, START } from '../../support/given'
import { chinaGap } from '../../support/stories/china-gap'

const claim = (objective: number, met: boolean, entry: number | null = null): Written => ({
  type: 'claimObjective',
  ...{ objective, met, entry },
})
const judge = (no: number, confirmed = true): Written => ({ type: 'judgeClaim', claim: no, confirmed })

/** A room in its debrief, in which Amara has spoken. */
function debriefed(planned?: PlannedRoom): { room: Room; spoken: number } {
  const room = given(planned).enters('floor')
  room
    .does(AMARA, { type: 'askForFloor', intent: 'point', answers: null })
    .does(CHAIR, { type: 'grantFloor', seat: 'us.state' })
  room.does(AMARA, statement('We plan together; we do not fence ourselves in.'))
  return { spoken: room.state.record.length, room: room.enters('debrief') }
}
const lastClaim = ({ state }: Room) => state.claims.at(-1)

describe('objectives', () => {
  test('D12 they are claimed by whoever holds the seat, from the unsealing until the record is closed', () => {
    const room = given().enters('ballot')
    room.when(AMARA, claim(0, false)).isRefused('still-sealed')
    room.enters('debrief')
    room.when(IVO, claim(0, false)).isRefused('not-seated')
    room.when(CHAIR, claim(0, false)).isRefused('not-seated')
    // An observer has no brief, and an office has two objectives.
    room.when(HANA, claim(0, false)).isRefused('no-such-objective')
    room.when(AMARA, claim(2, false)).isRefused('no-such-objective')
    room.when(AMARA, claim(1, false)).happens({ type: 'ObjectiveClaimed', seat: 'us.state', objective: 1, met: false })
    room.enters('reflection').when(AMARA, claim(1, false)).isAllowed()
    room.does(CHAIR, { type: 'endPhase', index: 11 }).when(AMARA, claim(1, false)).isAllowed()
    room.does(CHAIR, { type: 'closeRoom' }).when(AMARA, claim(1, false)).isRefused('room-closed')
  })

  test('D12 that it was met needs an entry that shows it, and procedure, claims and withdrawn words show nothing', () => {
    const { room, spoken } = debriefed()
    room.when(AMARA, claim(0, true)).isRefused('entry-needed')
    room.when(AMARA, claim(0, true, 900)).isRefused('no-such-entry')
    room.when(AMARA, claim(0, true, 1)).isRefused('shows-nothing')
    room
      .does(AMARA, claim(0, true, spoken))
      .when(AMARA, claim(0, true, spoken))
      .isRefused('nothing-changed')
    room.when(AMARA, claim(1, true, lastClaim(room)?.no ?? 0)).isRefused('shows-nothing')
    room.does(AMARA, { type: 'withdrawStatement', entry: spoken, reason: null })
    room.when(AMARA, claim(1, true, spoken)).isRefused('shows-nothing')
  })

  test('D12 what can be chosen begins with the seat’s own entries and is what the rules take', () => {
    const { room, spoken } = debriefed()
    const amara = seatHeldBy(room.state, personId.parse('amara'))
    const entries = amara ? entriesToShow(room.state, amara) : []
    expect(entries[0]?.no).toBe(String(spoken))
    for (const { no } of entries) room.when(AMARA, claim(0, true, Number(no))).isAllowed()
    expect(entries.map(({ kind }) => kind)).toContain('issued')
  })

  test('D12 what was voted at home shows as much as what was agreed', () => {
    const room = given(smallSeminar({ ratification: true })).enters('debrief')
    const turned = room.state.record.toArray().findLast(({ event }) => event.type === 'CardsTurned')
    room.when(AMARA, claim(0, true, Number(turned?.no))).isAllowed()
  })

  test('D12 an understudy claims nothing, and its seat is not listed', () => {
    const room = opened(smallSeminar({ understudies: true }))
      .seats({ amara: 'us.state' })
      .enters('debrief')
    room.when('understudy:us.treasury', claim(0, false)).isRefused('not-seated')
    expect(seatsWithObjectives(room.state).map(({ seat }) => seat.id)).toEqual(['us.state'])
  })

  test('D12 everybody hears the claim, the stage too; before the unsealing no objective is heard outside its office', () => {
    const { room, spoken } = debriefed()
    const before = given().enters('ballot')
    const objective = seatsWithObjectives(before.state)[0]?.objectives[0]?.text ?? ''
    expect(objective).not.toBe('')
    expect(JSON.stringify(before.as(before.viewerOf('fen')))).not.toContain(objective)
    room.does(AMARA, claim(0, true, spoken))
    expect(room.hearersOf('ObjectiveClaimed')).toContain('stage')
    expect(room.as(room.viewerOf('fen')).claims).toEqual(room.state.claims)
    const entry = paragraphs(room.as({ kind: 'stage' })).at(-1)
    expect(entry).toMatchObject({ kind: 'claim', text: objective, met: true, shownBy: spoken, seat: 'us.state' })
  })

  test('D12 a room whose plan does not say so asks nobody, and reads as before', () => {
    const planned = smallSeminar()
    const { objectives: _, ...plan } = planned.plan
    const { room } = debriefed({ ...planned, plan })
    room.when(AMARA, claim(0, false)).isRefused('no-such-objective')
    expect(seatsWithObjectives(room.state)).toEqual([])
    expect(nowFor(room.state, personId.parse('amara'), 0).task.kind).toBe('look-back-together')
  })

  test('D12 N1 it is asked in the debrief, and not again of what is claimed', () => {
    const { room } = debriefed()
    const asked = (name: string) => nowFor(room.state, personId.parse(name), 0).task
    expect(asked('amara')).toEqual({ kind: 'claim', left: 2, of: 2 })
    expect(asked('hana').kind).toBe('look-back-together')
    room.does(AMARA, claim(1, false))
    expect(asked('amara')).toEqual({ kind: 'claim', left: 1, of: 2 })
    room.does(AMARA, claim(0, false))
    expect(asked('amara').kind).toBe('look-back-together')
  })

  test('D13 the chair confirms a claim or does not, and a claim made anew waits again', () => {
    const { room, spoken } = debriefed()
    room.does(AMARA, claim(0, true, spoken)).does(FEN, claim(0, false))
    const [first, second] = room.state.claims.map(({ no }) => no)
    if (first === undefined || second === undefined) throw new Error('two claims were made')
    expect(claimsToJudge(room.state).map(({ no }) => no)).toEqual([first, second])
    room.when(AMARA, judge(first)).isRefused('not-the-chair')
    room.when(CHAIR, judge(spoken)).isRefused('no-such-claim')
    room.does(CHAIR, judge(first)).when(CHAIR, judge(first)).isRefused('nothing-changed')
    room.does(CHAIR, judge(first, false)).does(CHAIR, judge(second))
    expect(room.hearersOf('ClaimJudged')).toContain('fen')
    expect(room.state.claims.map(({ confirmed }) => confirmed)).toEqual([false, true])
    room.does(AMARA, claim(0, false))
    room.when(CHAIR, judge(first)).isRefused('claimed-anew')
    const claims = paragraphs(room.state).filter(({ kind }) => kind === 'claim')
    expect(claims).toMatchObject([
      { no: String(first), confirmed: null, replacedBy: lastClaim(room)?.no },
      { no: String(second), confirmed: true, replacedBy: null },
      { met: false, confirmed: null },
    ])
    expect(claimsToJudge(room.state)).toHaveLength(1)
    // A room folded anew from its rows says the same.
    expect(fold(room.rows)?.claims).toEqual(room.state.claims)
  })
})

describe('what a room cannot reach', () => {
  /** Whether something in an agenda can show it, from the scenario's own parts alone. */
  function isReached(text: string, seat: string, agenda: Agenda): boolean {
    const scenario = chinaGap()
    const objective = scenario.seats.find(({ id }) => id === seat)?.objectives.find((each) => each.text === text)
    if (!objective) return false
    if (objective.unless) return true
    const folded =
      agenda.kind === 'homework' ? [] : agenda.blocks.flatMap((block) => (block.block === 'round' ? block.folded : []))
    // What is folded in has no openings, and so no answers to one: its lines of those kinds are called o and a.
    const isSaid = ({ id, tension }: Line) =>
      agenda.plays.includes(tension) || (folded.includes(tension) && !/\.[oa]\d$/.test(id))
    const words = (objective.by?.words ?? []).filter(({ clause }) => agenda.clauses.includes(clause))
    const lines = (objective.by?.lines ?? []).filter((id) =>
      scenario.lines.some((line) => line.id === id && isSaid(line)),
    )
    return words.length + lines.length > 0
  }

  const played = (agenda: Agenda) =>
    agenda.kind === 'seminar'
      ? planSeminar(chinaGap(), defaultChoices(chinaGap(), agenda.key, 1))
      : planHomework(chinaGap(), {
          ...{ agendaKey: agenda.key, rounds: agenda.plays, chairs: chairsOf(chinaGap(), () => 6) },
          ...{ observers: [], seed: 1, seating: 'choose', understudies: true, lateHours: 0, postFirst: false },
          phases: agenda.phases.map((_, day) => ({
            ...{ opensAt: START + day * DAY_MS, dueAt: START + (day + 1) * DAY_MS, requires: [], injects: [] },
          })),
        })

  test('U29 in every agenda each office is asked for what it can reach there, and for something', () => {
    for (const agenda of chinaGap().agendas) {
      const { plan, briefs } = played(agenda)
      for (const seat of plan.seats.filter(({ delegation }) => delegation !== null)) {
        const sections = briefs.find(({ to }) => to === seat.id)?.sections ?? []
        const asked = sections.flatMap(({ heading, lines }) => (heading === 'objectives' ? lines : []))
        expect(asked.length, `${agenda.key} ${seat.id}`).toBeGreaterThan(0)
        for (const { text } of asked)
          expect(isReached(text, seat.id, agenda), `${agenda.key} ${seat.id}: ${text}`).toBe(true)
      }
    }
  })
})
