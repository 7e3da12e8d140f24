// What every scene of the stage is drawn from.
import type { RoomState } from '#simulation/kernel/room-state'
import type { RoomView } from '../../../_room/room-view'

export type OnStage = { state: RoomState; roll: RoomView['roll']; presence: RoomView['presence']; now: () => number }
