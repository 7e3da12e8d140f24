// Where a student can be in a room, which of these exist now, and which one a phase calls for.
// It must not know how a place is drawn.

import type { PhaseKind } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import { isRunning, phaseNow, type RoomState } from '#simulation/kernel/room-state'
import { entryInAddress } from '../../../_record/entry-in-address'

export const PLACES = ['record', 'brief', 'caucus', 'positions', 'communique', 'reflection'] as const
export type Place = (typeof PLACES)[number]

/** The places there are: an observer has no brief and no caucus; the joint text and the reflection come with their phases. */
export function placesIn(state: RoomState, delegation: DelegationId | null): readonly Place[] {
  const had = (...kinds: readonly PhaseKind[]) =>
    state.plan.phases.some((phase, index) => index <= state.agenda.index && kinds.includes(phase.kind))
  return PLACES.filter((place) => {
    switch (place) {
      case 'record':
      case 'positions':
        return true
      case 'brief':
      case 'caucus':
        return delegation !== null
      case 'communique':
        return state.plan.communique.clauses.length > 0 && (had('negotiation', 'ballot') || state.issued !== null)
      case 'reflection':
        return had('reflection', 'debrief')
      default:
        return place satisfies never
    }
  })
}

/** Where the phase that runs is played. */
export function fittingPlace(state: RoomState, delegation: DelegationId | null): Place {
  const phase = phaseNow(state)
  if (!phase) return 'record'
  switch (phase.kind) {
    case 'briefing':
      return delegation === null ? 'record' : 'brief'
    case 'caucus':
      return delegation === null ? 'record' : 'caucus'
    case 'reveal':
      return 'positions'
    case 'openings':
    case 'floor':
      return 'record'
    case 'negotiation':
    case 'ballot':
      return state.plan.communique.clauses.length > 0 ? 'communique' : 'record'
    case 'reflection':
    case 'debrief':
      return 'reflection'
    default:
      return phase.kind satisfies never
  }
}

/** Whether anything can still be put on the record from the floor. */
export const hasFloorAhead = (state: RoomState): boolean =>
  state.closedAt === null &&
  state.plan.phases.some(
    ({ kind }, index) =>
      (kind === 'openings' || kind === 'floor' || kind === 'negotiation') &&
      (index > state.agenda.index || (index === state.agenda.index && isRunning(state))),
  )

/** The four tabs a phone has room for, the fitting ones first in mind. */
export function phonePlaces(places: readonly Place[]): readonly Place[] {
  const wanted: readonly Place[] = places.includes('reflection')
    ? ['reflection', 'record', 'communique', 'positions', 'brief']
    : places.includes('communique')
      ? ['communique', 'record', 'caucus', 'brief', 'positions']
      : ['record', 'brief', 'caucus', 'positions']
  return wanted.filter((place) => places.includes(place)).slice(0, 4)
}

export type Address = { place: Place; entry: string | null }

/** What a hash names: a place, or an entry of the record; null when it names neither. */
export function addressOf(hash: string): Address | null {
  const name = hash.replace(/^#/, '')
  const place = PLACES.find((candidate) => candidate === name)
  if (place) return { place, entry: null }
  return entryInAddress(hash) === null ? null : { place: 'record', entry: name }
}
