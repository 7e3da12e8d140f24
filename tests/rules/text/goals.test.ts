// What the sides of the built-in scenario want can be had: each objective can be met, and each red line crossed, by words that its clauses
// offer or by lines that somebody can say. Played with the rules: the words are put forward and agreed to, and the lines are put on the record.
import { expect, test } from 'vitest'
import { LIMITS } from '#simulation/kernel/limits'
import { clausesFor, textFor } from '#simulation/planning/joint-text'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import { cleanVersion } from '#simulation/questions/text'
import { BRACKET_MARK, type ShownIn } from '#simulation/scenario/scenario'
import { clauseIn } from '#simulation/state/room-state'
import { standsOn } from '../../support/cast'
import { opened, type Room } from '../../support/given'
import { chinaGap } from '../../support/stories/china-gap'

const scenario = chinaGap()
const HEADS = { us: ['amara', 'us.state'], jp: ['daiki', 'jp.pm'], cn: ['fen', 'cn.foreign'] } as const
const isSide = (id: string | undefined): id is keyof typeof HEADS => id !== undefined && id in HEADS

/** A negotiation of all the scenario's clauses, with the three heads alone. */
function negotiating(): Room {
  const planned = planSeminar(scenario, { ...defaultChoices(scenario, 'two-sessions', 7), understudies: false })
  const all = scenario.communique.clauses.map(({ key }) => key)
  const played = scenario.tensions.map(({ key }) => key)
  const communique = textFor(scenario, {}, clausesFor(scenario, { clauses: all }, played))
  const room = opened({ ...planned, plan: { ...planned.plan, communique } })
  return room.seats(Object.fromEntries(Object.values(HEADS))).enters('negotiation')
}

/** All sides come to stand on the words that a clause offers: those with which a side begins, or the bridge that one puts forward. */
function agree(room: Room, { clause: key, of }: NonNullable<ShownIn['words']>[number]): void {
  const clause = scenario.communique.clauses.find((each) => each.key === key)
  const bridges: Readonly<Record<string, string>> = clause?.bridges ?? {}
  const [side] = of.split('-')
  if (!clause || !isSide(side)) throw new Error(`Nothing is offered in ${key} by ${of}.`)
  let version = `${side}-1`
  if (bridges[of] !== undefined) {
    const words = clause.base.replace(BRACKET_MARK, bridges[of])
    const known = clauseIn(room.state, key)?.versions.find((each) => each.words === words)
    if (!known) {
      const from = { from: null, cites: null, drafter: null }
      room.does(`p:${HEADS[side][0]}`, { type: 'putForward', clause: key, words, ...from })
    }
    version = clauseIn(room.state, key)?.versions.find((each) => each.words === words)?.id ?? ''
  }
  for (const [name] of Object.values(HEADS))
    if (room.judges(`p:${name}`, standsOn(version, key)).ok) room.does(`p:${name}`, standsOn(version, key))
  const now = clauseIn(room.state, key)
  expect(now && cleanVersion(now)?.id, `${key} by ${of}`).toBe(version)
}

const lengthOf = (id: string) => scenario.lines.find((line) => line.id === id)?.text.length ?? 0

/** How many words and lines would show it; each of them is played. */
function shown(room: Room, { words = [], lines = [] }: ShownIn): number {
  for (const each of words) agree(room, each)
  for (const id of lines) {
    expect(lengthOf(id), id).toBeGreaterThan(0)
    expect(lengthOf(id), id).toBeLessThanOrEqual(LIMITS.statement)
  }
  return words.length + lines.length
}

test('D12 each objective of the built-in scenario can be met, or is met as long as words that somebody offers are not agreed to', () => {
  const room = negotiating()
  const objectives = scenario.seats.flatMap((seat) => seat.objectives)
  expect(objectives).toHaveLength(36)
  for (const { id, by = {}, unless = {} } of objectives)
    expect(shown(room, by) + shown(room, unless), id).toBeGreaterThan(0)
})

test('D12 each red line of the built-in scenario can be crossed by another side’s words', () => {
  const room = negotiating()
  for (const { redLines } of scenario.delegations)
    for (const { id, crossedBy = {} } of redLines) expect(shown(room, crossedBy), id).toBeGreaterThan(0)
})

test('D12 each office of a seminar can meet one of its objectives with what its agenda plays', () => {
  for (const agenda of scenario.agendas) {
    if (agenda.kind !== 'seminar') continue
    const folded = agenda.blocks.flatMap((block) => (block.block === 'round' ? block.folded : []))
    const debated: readonly string[] = [...agenda.plays, ...folded]
    const reached = ({ words = [], lines = [] }: ShownIn) =>
      words.some(({ clause }) => agenda.clauses.includes(clause)) ||
      lines.some((id) => debated.includes(scenario.lines.find((line) => line.id === id)?.tension ?? ''))
    const without = scenario.seats
      .filter(({ objectives }) => !objectives.some(({ by = {}, unless = {} }) => reached(by) || reached(unless)))
      .map(({ id }) => id)
    // In fifty minutes the armed forces' lines are not negotiated; that office has what nobody is to break.
    expect(without, agenda.key).toEqual(agenda.key === 'seminar-50' ? ['us.defense'] : [])
  }
})
