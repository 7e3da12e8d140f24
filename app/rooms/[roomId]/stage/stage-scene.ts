// Which scene the stage shows, and what it announces, derived from the public state.

import { PHASE_SCREENS } from '#room/table/phase-screens.ts'
import { opens } from '#simulation/agenda/phase-kinds'
import type { ActorId } from '#simulation/kernel/ids'
import { newestAnnounced } from '#simulation/reading/room/notices'
import { turning } from '#simulation/reading/text/at-home'
import { DEBRIEF_SCENES, type StageScene } from '#simulation/shapes/injects'
import { phaseNow, type RoomState } from '#simulation/state/room-state'

export type Scene =
  /** Nothing at all: the chair has blanked it. */
  | 'blank'
  | 'lobby'
  | 'private'
  | 'reveal'
  | 'moved'
  | 'debate'
  | 'text'
  | 'ballot'
  | 'issued'
  | 'home'
  | 'reflection'
  | 'gap'
  | 'questions'
  | 'record'
  | 'agenda'
  | 'question'
/** The scene that the projector's keys chose at the close; what the desk chose goes before it. */
export type ClosingChoice = 'gap' | 'issued' | 'questions' | null

/** How long the issued text is shown before the debrief's questions replace it, in milliseconds. */
const ISSUED_MS = 90_000
const ANNOUNCED_MS = 45_000
const LEAST_ANNOUNCED_MS = 5_000

export function sceneOf(state: RoomState, now: number, wanted: ClosingChoice): Scene {
  if (state.stageScene === 'blank') return 'blank'
  const phase = phaseNow(state)
  if (!phase) return 'lobby'
  if (isDebriefScene(state.stageScene)) return 'questions'
  if (state.stageScene !== 'auto') return state.stageScene
  if (state.agenda.status === 'finished') return closing(state, now, wanted)
  const { scene } = PHASE_SCREENS[phase.kind]
  if (scene === 'closing') return closing(state, now, wanted)
  return scene === 'ballot' && state.issued ? 'issued' : scene
}

const isDebriefScene = (scene: StageScene): scene is (typeof DEBRIEF_SCENES)[number] =>
  DEBRIEF_SCENES.some((one) => one === scene)

/** The place of the question that the desk has put on the stage; null where it has put none. */
export function questionShown({ stageScene }: Pick<RoomState, 'stageScene'>): number | null {
  return isDebriefScene(stageScene) ? DEBRIEF_SCENES.indexOf(stageScene) : null
}

function closing(state: RoomState, now: number, wanted: ClosingChoice): Scene {
  // The cards are turned as the phase ends; on autopilot the next has begun by then.
  if (wanted === null && state.turned && !turning(state, now).over) return 'home'
  if (wanted && (wanted !== 'issued' || state.issued)) return wanted
  if (state.issued && now - state.issued.at < ISSUED_MS / state.plan.speed) return 'issued'
  return state.agenda.status === 'finished' ? 'gap' : 'questions'
}

/** Whether the room is at its close, where keys choose between the gap, the joint text and the questions. */
export const looksBack = (state: RoomState): boolean =>
  state.agenda.status === 'finished' || opens(phaseNow(state), 'unseals')

export type Announcement = { key: number } & (
  | { kind: 'news'; by: ActorId; form: string; headline: string; text: string }
  | { kind: 'note'; text: string }
)

/** An inject or a note to the room that was sent a moment ago; null again after a while. */
export function announcementAt(state: RoomState, now: number): Announcement | null {
  const lasts = Math.max(LEAST_ANNOUNCED_MS, ANNOUNCED_MS / state.plan.speed)
  const entry = newestAnnounced(state)
  if (!entry || entry.phase !== state.agenda.index || now - entry.at >= lasts) return null
  const { event, seq } = entry
  if (event.type === 'InjectSent') {
    const { form, headline, text } = event
    return { key: seq, kind: 'news', by: entry.by, form, headline, text }
  }
  return { key: seq, kind: 'note', text: event.text }
}
