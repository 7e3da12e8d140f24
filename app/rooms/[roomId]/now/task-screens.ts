// For each task, the tab in which it is done. The reading says what is asked; where this page does it is said here alone.
import type { RoomTab } from '#room/phase-screens.ts'
import type { Task } from '#simulation/reading/asked'
import type { When } from '#simulation/reading/own-view'

/** Where one's own view is marked: in the waiting room, before the brief, or before the reflection. */
export const ownViewTab = (when: When, inLobby: boolean): RoomTab =>
  inLobby ? 'record' : when === 'before' ? 'brief' : 'reflection'

/** The tab of a task; null where it is done in whichever tab is open, or in none. */
export function tabOfTask(task: Task, inLobby: boolean): RoomTab | null {
  switch (task.kind) {
    case 'own-view':
      return ownViewTab(task.when, inLobby)
    case 'read-brief':
      return 'brief'
    case 'talk-in-caucus':
      return 'caucus'
    case 'file':
    case 'propose':
    case 'proposed':
    case 'filed':
    case 'look':
      return 'positions'
    case 'owe-words':
    case 'speak':
    case 'open':
    case 'in-queue':
      return 'record'
    case 'settle':
      return task.acts ? 'communique' : 'caucus'
    case 'settled':
    case 'cast':
    case 'advise':
    case 'voted':
      return 'communique'
    case 'reflect':
    case 'reflected':
    case 'look-back-together':
      return 'reflection'
    case 'give-words':
    case 'observe':
      return 'task'
    case 'listen':
    case 'ask-for-floor':
    case 'watch':
      return 'record'
    case 'choose-seat':
    case 'draw-seat':
    case 'await-seat':
    case 'await-start':
    case 'await-phase':
    case 'look-back':
    case 'ended':
      return null
    default:
      return task satisfies never
  }
}
