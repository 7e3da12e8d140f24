/** Which commands fit a moment of a story, so that stories get somewhere. */
import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import type { RoomState } from '#simulation/state/room-state'
import type { Deed } from './story-script'

const CHAIRS_HAND: readonly Deed[] = ['nudge', 'readNotes', 'bookmarkEntry', 'callForHelp', 'answerHelp']
const FITTING: Record<PhaseKind, readonly Deed[]> = {
  briefing: ['markStance', 'speakInCaucus', 'takeSeat'],
  caucus: [
    'speakInCaucus',
    'speakInBilateral',
    'speakInBilateral',
    'draftPosition',
    'filePosition',
    'filePosition',
    ...(['proposeChips', 'layChips'] as const),
    'adviseBallot',
  ],
  reveal: ['speakInCaucus'],
  openings: ['makeStatement', 'makeStatement', 'yieldFloor', 'askForFloor', 'takeBackFloor'],
  floor: [
    'makeStatement',
    'makeStatement',
    'askForFloor',
    'askForFloor',
    'grantFloor',
    'yieldFloor',
    'withdrawStatement',
    'giveWords',
    'giveWords',
    'leaveWords',
    'leaveWords',
    'leaveWords',
    'checkStatement',
    ...(['moveMotion', 'answerMotion', 'answerMotion', 'ruleMotion', 'rulePoint', 'rulePoint'] as const),
  ],
  // Cases have stories of their own (tests/rules/scenario/cases.test.ts).
  cases: ['speakInCaucus'],
  moved: ['speakInCaucus'],
  negotiation: [
    ...(['speakInBilateral', 'speakInBilateral', ...Array.from({ length: 20 }, () => 'standOn' as const)] as const),
    ...(['draftVersion', 'putForward', 'bringInClause', 'initialClause', 'keepBracket'] as const),
    ...(['initialClause', 'reopenClause', 'reopenClause'] as const),
    ...(['markReading', 'markReading', 'markReading'] as const),
    ...(['makeOffer', 'makeOffer', 'answerOffer', 'answerOffer', 'withdrawOffer'] as const),
    ...(['moveMotion', 'moveMotion', 'answerMotion', 'answerMotion', 'castStraw', 'castStraw', 'ruleMotion'] as const),
    'makeStatement',
  ],
  ballot: [...Array.from({ length: 14 }, () => 'castBallot' as const), 'adviseBallot', 'markReading', 'markReading'],
  ratification: ['voteRatification', 'voteRatification', 'voteRatification', 'decideRatification', 'speakInCaucus'],
  reflection: ['writeReflection', 'markStance'],
  debrief: ['writeReflection', 'withdrawStatement', 'giveWords', 'writeChronicle', 'claimObjective', 'judgeClaim'],
}
/** Before the first phase: seats are taken, left and swapped, and the chair speaks already. */
const IN_THE_LOBBY: readonly Deed[] = [
  ...(['takeSeat', 'takeSeat', 'takeSeat', 'leaveSeat', 'leaveSeat'] as const),
  ...(['placePerson', 'lockSeating', 'nudge', 'callForHelp', 'undoLastStep'] as const),
]
/** In a homework debate nobody holds the floor: openings and debate are written. */
const WRITTEN: readonly Deed[] = ['postStatement', 'postStatement', 'grantExtension', 'withdrawStatement']
const fittingIn = (state: RoomState, kind: PhaseKind): readonly Deed[] =>
  state.plan.kind === 'homework' && (kind === 'openings' || kind === 'floor') ? WRITTEN : FITTING[kind]
/** Deeds that fit some phase only; elsewhere they are mostly replaced. */
const OF_A_PHASE: ReadonlySet<Deed> = new Set(Object.values(FITTING).flat())

/** One of a list, by a number of any size; undefined of none. */
export const pick = <T>(from: readonly T[], by: number): T | undefined => from[by % Math.max(1, from.length)]

/** Replaces a deed that does not fit, mostly by one that does, so that stories reach their end. */
export function fitted(tried: Deed, state: RoomState, kind: PhaseKind | null, d: number, e: number): Deed {
  if (state.clock?.pausedAt != null && e % 4 === 0) return 'resumeClock'
  if (state.agenda.status === 'lobby' && e % 5 !== 0) return pick(IN_THE_LOBBY, d) ?? tried
  if (state.agenda.status !== 'running' && state.agenda.status !== 'finished' && e % 2 === 0) return 'startPhase'
  if (state.lastStep?.label && e % 12 === 1) return 'undoLastStep'
  if (state.closedClauses.length > 0 && e % 9 === 4) return 'reopenDebate'
  const fitting = [...(kind ? fittingIn(state, kind) : []), ...(e % 5 === 0 ? CHAIRS_HAND : [])]
  if (!OF_A_PHASE.has(tried) || fitting.includes(tried) || e % 8 === 0) return tried
  return pick(fitting, d) ?? tried
}
