// What screens may ask of the floor, as the rule itself decides it. In which order hands are called is in reading/queue.ts.
import { opensNow, type RoomState, type Seat } from '../../kernel/room-state'

/** Whether a seat may have the floor in the running phase. */
export const maySpeak = (state: RoomState, { delegation }: Pick<Seat, 'delegation'>): boolean =>
  delegation !== null && opensNow(state, 'floor')
