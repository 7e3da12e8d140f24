// The props of every scene of the stage.

import type { RoomView } from '#room/link/room-view.ts'
import type { RoomState } from '#simulation/state/room-state'

export type StageContext = {
  state: RoomState
  displayNames: RoomView['displayNames']
  presence: RoomView['presence']
  writing: RoomView['writing']
  now: () => number
}
