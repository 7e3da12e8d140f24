// The command of the hand-in at a deadline; its events are those of what is handed in.
import type { handInServerCommands } from '../../shapes/hand-in/schemas'
import type { CommandDefinitions, TypeIn } from '../topic'
import { handIn } from './hand-in'

export const handInCommandDefinitions: CommandDefinitions<TypeIn<typeof handInServerCommands>> = {
  handIn: { decide: handIn },
}
