// The phases of a calendar as the wizard shows them, in the course's time zone.
import type { PhaseKind } from '#simulation/agenda/phase-kinds'

/** One phase as the server computed it: wall times, whether a change of clocks shifted the deadline, and what is wrong with it. */
export type ShownPhase = {
  kind: PhaseKind
  /** Its place in the whole agenda. */
  place: number
  /** A reveal has an instant and no length. */
  moment: boolean
  opens: string
  due: string
  /** How many hours it is open, rounded down; 0 for a moment. */
  hours: number
  planned: string
  turned: 'exact' | 'skipped' | 'repeated'
  fault: 'no-such-time' | 'before-the-last' | 'past' | null
  /** Where students of the roster have it in the night, by their devices: the time there, the zone, and how many they are. */
  nights: readonly { time: string; zone: string; students: number }[]
}

/** A part that is open for less than a day is warned of: some students have no free hour in it. */
export const isShort = ({ moment, hours, fault }: ShownPhase): boolean => !moment && fault === null && hours < 24

/** The debate by one of the agendas, before it is chosen: until when it lasts and on how many days of the class. */
export type OfferedLength = Readonly<{ key: string; tensions: number; until: string; classDays: number }>
