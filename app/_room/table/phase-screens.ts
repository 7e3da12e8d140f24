// One row for each kind of phase: the tab a student is taken to, the action a phone's dock offers, and the scene on the stage.
import type { Translate } from '#format/translate'
import type { PhaseKind } from '#simulation/agenda/phase-kinds'
import type { WorkPlace } from '#simulation/reading/homework/where-done'

export const ROOM_TABS = ['record', 'task', 'brief', 'caucus', 'positions', 'communique', 'reflection'] as const
export type RoomTab = (typeof ROOM_TABS)[number]

type CallWords = Parameters<Translate<'room.dock'>>[0]

type PhaseScreen = Readonly<{
  /** The tab that opens when the phase starts; a seat without that tab gets the record. */
  tab: RoomTab
  /**
   * In a homework debate, the dock's action for a student in another tab who owes nothing there, worded by the message `room.dock.<words>`.
   * In a seminar the dock has the button of "now".
   */
  call: Readonly<{ to: RoomTab; words: CallWords; observers: boolean }> | null
  /** `closing` shows the gap, the joint text or the questions, as the projector's keys choose. */
  scene: 'private' | 'record' | 'reveal' | 'moved' | 'debate' | 'text' | 'ballot' | 'home' | 'reflection' | 'closing'
}>

const toDebate = { to: 'record', words: 'toDebate', observers: true } as const
const toReflection = { to: 'reflection', words: 'toReflection', observers: true } as const

export const PHASE_SCREENS: Readonly<Record<PhaseKind, PhaseScreen>> = {
  briefing: { tab: 'brief', call: { to: 'brief', words: 'toBrief', observers: false }, scene: 'private' },
  caucus: { tab: 'caucus', call: { to: 'positions', words: 'toPosition', observers: false }, scene: 'private' },
  reveal: { tab: 'positions', call: { to: 'positions', words: 'toReveal', observers: true }, scene: 'reveal' },
  openings: { tab: 'record', call: toDebate, scene: 'debate' },
  floor: { tab: 'record', call: toDebate, scene: 'debate' },
  cases: { tab: 'positions', call: { to: 'positions', words: 'toSides', observers: false }, scene: 'record' },
  moved: { tab: 'positions', call: { to: 'positions', words: 'toMoved', observers: true }, scene: 'moved' },
  negotiation: { tab: 'communique', call: { to: 'communique', words: 'toText', observers: true }, scene: 'text' },
  ballot: { tab: 'communique', call: { to: 'communique', words: 'toBallot', observers: true }, scene: 'ballot' },
  ratification: { tab: 'communique', call: { to: 'communique', words: 'toHome', observers: true }, scene: 'home' },
  reflection: { tab: 'reflection', call: toReflection, scene: 'reflection' },
  debrief: { tab: 'reflection', call: toReflection, scene: 'closing' },
}

/** The tab in which each place of owed work lies. */
export const PLACE_TABS: Readonly<Record<WorkPlace, RoomTab>> = {
  brief: 'brief',
  record: 'record',
  caucus: 'caucus',
  positions: 'positions',
  communique: 'communique',
  ballot: 'communique',
  reflection: 'reflection',
  // A page of its own, to which `lead` goes.
  transcript: 'record',
}
