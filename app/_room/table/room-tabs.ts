// The tabs of a student's room: which exist now, which one a phase opens, and which one an address names.

import { entryInAddress } from '#record/entries/entry-in-address.ts'
import { opens, type PhaseFeature } from '#simulation/agenda/phase-kinds'
import { isThirdEdition } from '#simulation/agenda/plan'
import type { DelegationId } from '#simulation/kernel/ids'
import { stanceNow } from '#simulation/questions/stances'
import { isRunning, phaseNow, type RoomState } from '#simulation/state/room-state'
import { PHASE_SCREENS, ROOM_TABS, type RoomTab } from './phase-screens'

/** The tabs of a seat now. An observer has no caucus, and of a brief only the place; the joint text and the reflection appear with their phases. */
export function tabsIn(state: RoomState, delegation: DelegationId | null): readonly RoomTab[] {
  const had = (what: PhaseFeature) =>
    state.plan.phases.slice(0, state.agenda.index + 1).some((phase) => opens(phase, what))
  return ROOM_TABS.filter((place) => {
    switch (place) {
      case 'record':
      case 'positions':
        return true
      case 'task':
        return delegation === null && isThirdEdition(state.plan) && state.plan.kind === 'seminar'
      // In a week an observer marks their own view there: it has no step of its own.
      case 'brief':
        return delegation !== null || (state.plan.kind === 'homework' && stanceNow(state) === 'before')
      case 'caucus':
        return delegation !== null
      case 'communique':
        return state.plan.communique.clauses.length > 0 && (had('text') || had('votes') || state.issued !== null)
      case 'reflection':
        return had('reflections')
      default:
        return place satisfies never
    }
  })
}

/** The tab of the phase that runs; the record between phases. */
export function tabForPhase(state: RoomState, delegation: DelegationId | null): RoomTab {
  const phase = phaseNow(state)
  const place = phase ? PHASE_SCREENS[phase.kind].tab : 'record'
  return tabsIn(state, delegation).includes(place) ? place : 'record'
}

/** Whether a phase with a floor runs or is still to come. */
export const hasFloorAhead = (state: RoomState): boolean =>
  state.closedAt === null &&
  state.plan.phases.some(
    (phase, index) =>
      opens(phase, 'floor') && (index > state.agenda.index || (index === state.agenda.index && isRunning(state))),
  )

/** The four tabs that fit on a phone; the joint text and the reflection push out others. */
export function phoneTabs(places: readonly RoomTab[]): readonly RoomTab[] {
  const wanted: readonly RoomTab[] = places.includes('reflection')
    ? ['reflection', 'record', 'task', 'communique', 'positions', 'brief']
    : places.includes('communique')
      ? ['communique', 'record', 'task', 'caucus', 'brief', 'positions']
      : ['record', 'task', 'brief', 'caucus', 'positions']
  return wanted.filter((place) => places.includes(place)).slice(0, 4)
}

/** The tab or the entry of the record that a URL hash names; null when it names neither. */
export function readHash(hash: string): { place: RoomTab; entry: string | null } | null {
  const name = hash.replace(/^#/, '')
  const place = ROOM_TABS.find((candidate) => candidate === name)
  if (place) return { place, entry: null }
  return entryInAddress(hash) === null ? null : { place: 'record', entry: name }
}

/**
 * The tab a page opens with: the one that its address names, unless this device was last there in another phase (`been`: the index of the
 * phase by address). Without this a phone that slept through a phase, or was reloaded as one began, comes back to the tab of the phase
 * before and is not shown what is asked. A link from elsewhere is followed.
 */
export function tabAtOpening(
  hash: string,
  been: Readonly<Record<string, number>>,
  phase: number,
  fitting: RoomTab,
): RoomTab {
  const isOld = (been[hash] ?? phase) !== phase
  return (isOld ? null : readHash(hash)?.place) ?? fitting
}
