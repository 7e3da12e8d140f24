// The props of every scene of the stage.

import type { RoomView } from '#room/room-view.ts'
import type { RoomState } from '#simulation/kernel/room-state'

export type StageContext = {
  state: RoomState
  roll: RoomView['roll']
  presence: RoomView['presence']
  now: () => number
}
