// Where each kind of phase is played on the screens, one row a kind: a student's place, what a phone's dock calls to, the stage's scene.
// It must not know how any of them is drawn.
import type { PhaseKind } from '#simulation/agenda/phase-kinds'

export const ROOM_TABS = ['record', 'brief', 'caucus', 'positions', 'communique', 'reflection'] as const
export type RoomTab = (typeof ROOM_TABS)[number]

type PhaseScreen = Readonly<{
  /** Where it is played; whoever has no such place is on the record. */
  tab: RoomTab
  /** What a phone's dock asks of whoever is elsewhere: where to, in the words `room.dock.<words>`, which a debate over days may have its own of. */
  call: Readonly<{ to: RoomTab; words: string; inWeek?: string; observers: boolean }> | null
  /** `closing` is whatever the projector was asked to look back on. */
  scene: 'private' | 'reveal' | 'debate' | 'text' | 'ballot' | 'reflection' | 'closing'
}>

const toFloor = { to: 'record', words: 'toFloor', inWeek: 'toDebate', observers: true } as const
const toReflection = { to: 'reflection', words: 'toReflection', observers: true } as const

export const PHASE_SCREENS: Readonly<Record<PhaseKind, PhaseScreen>> = {
  briefing: { tab: 'brief', call: null, scene: 'private' },
  caucus: { tab: 'caucus', call: { to: 'positions', words: 'toPosition', observers: false }, scene: 'private' },
  reveal: { tab: 'positions', call: { to: 'positions', words: 'toReveal', observers: true }, scene: 'reveal' },
  openings: { tab: 'record', call: toFloor, scene: 'debate' },
  floor: { tab: 'record', call: toFloor, scene: 'debate' },
  negotiation: { tab: 'communique', call: { to: 'communique', words: 'toText', observers: true }, scene: 'text' },
  ballot: { tab: 'communique', call: { to: 'communique', words: 'toBallot', observers: true }, scene: 'ballot' },
  reflection: { tab: 'reflection', call: toReflection, scene: 'reflection' },
  debrief: { tab: 'reflection', call: toReflection, scene: 'closing' },
}
