/** Drawn rounds of positions as reveals tell them, and the room in which they were revealed: for oracles that judge what is said of them. */
import fc from 'fast-check'
import { evolve } from '#simulation/engine/room'
import { CLOCK, commandId, type DelegationId, type FilingStage, type TensionKey } from '#simulation/kernel/ids'
import { defaultChoices, planSeminar } from '#simulation/planning/planning'
import type { EventOf } from '#simulation/shapes/room-event'
import type { RoomState } from '#simulation/state/room-state'
import { START } from '../given'
import { chinaGap } from './china-gap'
import { CN, JP, US } from './sides'

export const opened = planSeminar(chinaGap(), defaultChoices(chinaGap(), 'two-sessions', 7)).plan
const ROUNDS: readonly TensionKey[] = opened.rounds.map(({ key }) => key)

const half = fc.integer({ min: -6, max: 6 }).map((halves) => halves / 2)
const near = fc.integer({ min: -1, max: 1 }).map((halves) => halves / 2)
/** A position as a reveal tells it; `byBrief`: nobody wrote it, its brief did. */
type Stood = Readonly<{
  value: number
  guesses: Readonly<Record<DelegationId, number>>
  how: 'filed' | 'brief' | 'draft' | 'held'
  byBrief: boolean
}>
/** A record without the keys that are missing. */
const withoutGaps = (some: Partial<Record<DelegationId, number>>): Record<DelegationId, number> =>
  Object.fromEntries(Object.entries(some).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])))
const standing = (mayGuess: boolean): fc.Arbitrary<Stood> =>
  fc
    .record({
      value: fc.oneof(half, near),
      guesses: fc.record({ [US]: half, [JP]: fc.oneof(half, near), [CN]: half }, { requiredKeys: [] }).map(withoutGaps),
      how: fc.constantFrom('filed' as const, 'filed' as const, 'draft' as const, 'brief' as const),
    })
    .map(({ value, guesses, how }) => ({
      ...{ value, how, byBrief: how === 'brief' },
      guesses: mayGuess && how !== 'brief' ? guesses : {},
    }))

type Revealed = Readonly<Partial<Record<DelegationId, Stood>>>
/** What is revealed of a round: the openings, and in half of the rounds closings too. */
export type Round = Readonly<{ opening: Revealed; closing: Revealed }>

/** Who files no closing holds its opening, without what it believed of the others’. */
function closingOf(opening: Revealed, filed: Readonly<Record<DelegationId, Stood | 'held'>>): Revealed {
  const closing: Partial<Record<DelegationId, Stood>> = {}
  for (const id of [US, JP, CN]) {
    const [own, held] = [filed[id], opening[id]]
    if (own !== undefined && own !== 'held') closing[id] = own
    else if (held) closing[id] = { ...held, guesses: {}, how: 'held' }
  }
  return closing
}

export function roundsWith(mayGuess: boolean): fc.Arbitrary<readonly (Round | null)[]> {
  const stood = standing(mayGuess)
  const closes = fc.oneof(stood, fc.constant('held' as const))
  const all = { [US]: stood, [JP]: stood, [CN]: stood }
  const opening = fc.oneof(
    { weight: 6, arbitrary: fc.record(all) },
    { weight: 1, arbitrary: fc.record(all, { requiredKeys: [] }) },
  )
  const told = fc
    .record({ opening, closes: fc.boolean(), filed: fc.record({ [US]: closes, [JP]: closes, [CN]: closes }) })
    .map(({ opening, closes, filed }): Round => ({ opening, closing: closes ? closingOf(opening, filed) : {} }))
  const round = fc.oneof({ weight: 7, arbitrary: told }, { weight: 1, arbitrary: fc.constant(null) })
  return fc.array(round, { minLength: 1, maxLength: ROUNDS.length })
}

/** Rounds without guesses of which the first few are as one, so that several share the widest gap. */
export const alike = fc
  .tuple(roundsWith(false), fc.integer({ min: 1, max: 6 }))
  .map(([rounds, same]) => rounds.map((round, place) => (place < same ? (rounds[0] ?? null) : round)))

/** G4: closing positions once any is revealed. */
export const latestOf = (round: Round | null): Revealed =>
  !round ? {} : Object.keys(round.closing).length > 0 ? round.closing : round.opening

/** The row that reveals these positions of a round; null where none is known. */
export function revealOf(place: number, stage: FilingStage, told: Revealed): EventOf<'PositionsRevealed'> | null {
  const round = ROUNDS[place]
  const positions: EventOf<'PositionsRevealed'>['positions'] = {}
  for (const id of [US, JP, CN]) {
    const one = told[id]
    if (!one) continue
    const { value, guesses, how } = one
    positions[id] = {
      position: { value, text: 'So.', redLine: '', anchors: [], guesses },
      ...{ filedAt: START, revision: 1, how },
    }
  }
  return round === undefined || Object.keys(positions).length === 0
    ? null
    : { type: 'PositionsRevealed', round, stage, positions }
}

/** With `ofBefore` it is a fork, and so many of its reveals are of the room that it plays on from. */
export function roomWith(rounds: readonly (Round | null)[], ofBefore?: number): RoomState {
  const row = { by: CLOCK, commandId: commandId.parse('command-1'), audience: 'everyone' as const }
  const forkedFrom = { room: 'Room 0', entry: null, rows: (ofBefore ?? 0) + 1, fingerprint: '' }
  const plan = ofBefore === undefined ? opened : { ...opened, forkedFrom }
  let state: RoomState = evolve(null, { ...row, seq: 1, at: START, event: { type: 'RoomOpened', plan } })
  const events = rounds.flatMap((told, place) =>
    (['opening', 'closing'] as const).flatMap((stage) => (told && revealOf(place, stage, told[stage])) ?? []),
  )
  for (const [place, event] of events.entries()) state = evolve(state, { ...row, seq: place + 2, at: START, event })
  return state
}
