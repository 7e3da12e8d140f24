// What every scene of the stage is drawn from.
import type { RoomState } from '#simulation/room-state'
import type { RoomView } from '../room-view'

export type OnStage = { state: RoomState; roll: RoomView['roll']; presence: RoomView['presence']; now: () => number }
