/** What the page of the scenes is told: one record, and the moments of it that are drawn. */
import type { PersonId } from '#simulation/kernel/ids'
import type { Rubric } from '#simulation/scenario/scenario'
import type { VisibleRow } from '#simulation/secrecy/visible-row'
import type { ClosingChoice } from '../../../app/rooms/[roomId]/stage/stage-scene'

export type Scene = {
  name: string
  at: number
  /** How many rows each screen has heard. */
  stage: number
  desk: number
  phone: number
  /** Whether the door is open, and the address of it one that phones reach. */
  open: boolean
  reachable: boolean
  wanted: ClosingChoice
}

export type SceneRecord = {
  rows: { stage: readonly VisibleRow[]; desk: readonly VisibleRow[]; phone: readonly VisibleRow[] }
  /** Whose phone it is: a member of the first delegation. */
  student: PersonId
  names: Record<string, string>
  questions: readonly string[]
  rubric: Rubric
  code: string
  joinUrl: string
  scenes: readonly Scene[]
}

/** What is drawn of a scene. */
export type Screen = 'stage' | 'desk' | 'debrief' | 'phone'

/** What the page of the scenes offers to a test. */
export type Scenes = {
  scenes: {
    /** Takes the record, once. */
    tell: (told: SceneRecord) => void
    draw: (screen: Screen, scene: Scene) => void
    /** What the square on this picture says (PNG, base64); null where nothing can be read. */
    scan: (picture: string) => Promise<string | null>
  }
}
