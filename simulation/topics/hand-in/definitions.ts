// The command of the hand-in at a deadline; its events are those of what is handed in.
import type { serverCommands } from '../../shapes/hand-in'
import type { CommandDefinitions, TypeIn } from '../topic'
import { handIn } from './hand-in'

export const handInCommandDefinitions: CommandDefinitions<TypeIn<typeof serverCommands>> = {
  handIn: { decide: handIn },
}
