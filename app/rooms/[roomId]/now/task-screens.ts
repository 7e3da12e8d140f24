// For each task, the tab in which it is done. The reading says what is asked; where this page does it is said here alone.
import type { RoomTab } from '#room/table/phase-screens.ts'
import type { When } from '#simulation/reading/positions/own-view'
import type { Task } from '#simulation/reading/talk/asked'

/** What a seat's page has: its tabs, and whether the record's tab is the waiting room still. */
export type Page = Readonly<{ inLobby: boolean; places: readonly RoomTab[] }>

/** Where one's own view is marked: in the waiting room, before the brief or, without one, before the record, and before the reflection. */
export function ownViewTab(when: When, { inLobby, places }: Page): RoomTab {
  if (inLobby || (when === 'before' && !places.includes('brief'))) return 'record'
  return when === 'before' ? 'brief' : 'reflection'
}

/** The tab of a task; null where it is done in whichever tab is open, or in none. */
export function tabOfTask(task: Task, page: Page): RoomTab | null {
  switch (task.kind) {
    case 'own-view':
      return ownViewTab(task.when, page)
    case 'read-brief':
      return 'brief'
    case 'talk-in-caucus':
      return 'caucus'
    case 'file':
    case 'propose':
    case 'proposed':
    case 'filed':
    case 'lay-chips':
    case 'propose-chips':
    case 'ask-side':
    case 'answer-side':
    case 'score-case':
    case 'guess-side':
    case 'say-case':
    case 'cases-done':
    case 'look':
      return 'positions'
    case 'owe-words':
    case 'tap-turn':
    case 'speak':
    case 'open':
    case 'in-queue':
      return 'record'
    case 'settle':
    case 'answer-offer':
    case 'initial':
    case 'mark-reading':
    case 'nothing-to-vote':
    case 'settled':
    case 'cast':
    case 'advise':
    case 'voted':
    case 'ratify':
    case 'home-sealed':
    case 'members-decide':
    case 'nothing-to-ratify':
    case 'chair-decided':
      return 'communique'
    case 'reflect':
    case 'reflected':
    case 'claim':
    case 'look-back-together':
      return 'reflection'
    case 'give-words':
    case 'observe':
      return 'task'
    case 'check-reading':
    case 'listen':
    case 'ask-for-floor':
    case 'watch':
      return 'record'
    case 'answer-motion':
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
