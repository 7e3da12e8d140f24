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
  planned: string
  turned: 'exact' | 'skipped' | 'repeated'
  fault: 'no-such-time' | 'before-the-last' | 'past' | null
  /** Where students of the roster have it in the night, by their devices: the time there, the zone, and how many they are. */
  nights: readonly { time: string; zone: string; students: number }[]
}
