// What every scene of the stage is drawn from, and how a code is read aloud.
import type { RoomState } from '#simulation/room-state'
import type { RoomView } from '../room-view'

export type OnStage = { state: RoomState; roll: RoomView['roll']; presence: RoomView['presence']; now: () => number }

/** A code as it is read aloud: two groups of three. */
export const spoken = (code: string): string => `${code.slice(0, 3)}-${code.slice(3)}`
