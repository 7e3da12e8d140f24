/** Who holds which row of a live room: what is submitted, how the agenda is brought to a phase, and what each page has of one row. */
import { setTimeout } from 'node:timers/promises'
import { expect } from 'vitest'
import type { RoomId } from '#simulation/kernel/ids'
import { isRedacted } from '#simulation/secrecy/visible-row'
import type { ClientCommand } from '#simulation/shapes/room-command'
import type { Class } from './given-classroom'
import { accepted, type Page } from './given-page'

/** Submits it, and again where the room asks for a slower pace, as a page does. */
export async function says(page: Page, room: RoomId, command: ClientCommand): Promise<number> {
  for (;;) {
    const answer = await page.submit(room, command)
    if (answer.ok || answer.rejection !== 'slow-down') return accepted(answer)
    await setTimeout(200)
  }
}

/** Runs the agenda until a phase of that kind is on. */
export async function goTo(chair: Page, of: Class, kind: string): Promise<void> {
  const index = chair.state.plan.phases.findIndex((phase) => phase.kind === kind)
  while (chair.state.agenda.index < index) {
    const { agenda } = chair.state
    const command: ClientCommand =
      agenda.status === 'running'
        ? { type: 'endPhase', index: agenda.index }
        : { type: 'startPhase', index: agenda.index + 1 }
    await chair.hears(await says(chair, of.roomId, command))
  }
  expect(chair.state.plan.phases[chair.state.agenda.index]?.kind).toBe(kind)
}

/** The one row of that number as each page holds it: its event, or sealed. A note to the room is sent after it, with which its number comes. */
export async function heardBy(
  seq: number,
  pages: { chair: Page; [name: string]: Page },
  room: RoomId,
): Promise<Record<string, string>> {
  const later = await says(pages.chair, room, { type: 'nudge', to: 'room', text: 'Go on.' })
  const entries = Object.entries(pages).map(async ([name, page]) => {
    await page.hears(later)
    const row = page.rows[seq - 1]!
    return [name, isRedacted(row) ? 'sealed' : row.event.type] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}
