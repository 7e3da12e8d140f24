/**
 * A random story told to the rules alone, as the score for the same story on a real server: each command with its instant and the
 * verdict it must have there, and from which step on each onlooker may have heard which private word.
 */
import type { RoomCommand } from '#simulation/shapes/room-command'
import { clientCommand } from '#simulation/shapes/room-command'
import type { Rejection } from '#simulation/shapes/verdict'
import { Story } from '../../support/stories/stories'
import { type Deed, PEOPLE, type Script } from '../../support/stories/story-script'

export type Step = {
  by: string
  at: number
  command: RoomCommand
  /** Why it is refused, or null. */
  refused: Rejection | null
  /** How many rows the room has after it. */
  seq: number
  /** Whether a page could send it. */
  isOfPage: boolean
  /** Whether nothing more happens by itself before the next step of a person: the book is up to date. */
  endsBeat: boolean
  shutsOut: readonly string[]
  letsIn: readonly string[]
}

/** By onlooker: the steps after which a marked word was theirs to hear. */
export type Allowed = ReadonlyMap<string, ReadonlyMap<number, number>>

export type Beforehand = { story: Story; steps: readonly Step[]; openingRows: number; allowed: Allowed }

export const CHAIR_PAGE = 'the chair'
export const STAGE_PAGE = 'the stage'

/** Absence is noticed by who is connected, and here everybody always is; seats are kept by what was prepared before class, and here nothing was. */
const OF_THE_SERVER: readonly Deed[] = ['markAbsent', 'markReturned', 'keepSeats', 'sitInKeptSeat']

export function tellBeforehand(told: Script): Beforehand {
  const steps: Step[] = []
  const allowed = new Map<string, Map<number, number>>(
    [CHAIR_PAGE, STAGE_PAGE, ...PEOPLE].map((name) => [name, new Map<number, number>()]),
  )
  let rows = 0
  let openingRows = 0
  const note = (telling: Story) => {
    const viewers = telling.viewers()
    for (const [index, [name, heard]] of [...allowed].entries()) {
      const viewer = viewers[index]
      if (!viewer || telling.book.removed.has(name)) continue
      for (const token of telling.book.toldTo(viewer)) if (!heard.has(token)) heard.set(token, steps.length)
    }
  }
  const beats = told.beats.filter(({ deed }) => !OF_THE_SERVER.includes(deed))
  const story = new Story(
    { ...told, beats },
    {
      judged: ({ before, command, moment, verdict }, telling) => {
        const drafts = verdict.ok ? verdict.rows : []
        rows += drafts.length
        if (!before) openingRows = rows
        else {
          note(telling)
          steps.push({
            by: moment.by,
            at: moment.at,
            command: asSent(command, drafts[0]?.event),
            refused: verdict.ok ? null : verdict.rejection,
            seq: rows,
            isOfPage: /^(p|chair):/.test(moment.by) && clientCommand.safeParse(command).success,
            endsBeat: false,
            shutsOut: drafts.flatMap(({ event }) => (event.type === 'PersonRemoved' ? [event.person] : [])),
            letsIn: drafts.flatMap(({ event }) => (event.type === 'PersonReadmitted' ? [event.person] : [])),
          })
        }
      },
      beat: (telling) => {
        note(telling)
        const last = steps.at(-1)
        if (last) last.endsBeat = true
      },
    },
  )
  return { story, steps, openingRows, allowed }
}

type First = { type: string; seat?: string | null }

/** A seat that was drawn by lot is asked for by name: the server draws its own lots. */
function asSent(command: RoomCommand, first: First | undefined): RoomCommand {
  if (command.type !== 'takeSeat' || command.seat !== null || first?.type !== 'SeatTaken') return command
  return clientCommand.parse({ ...command, seat: first.seat })
}

/** U6: what understudies owe is filed by the server itself as the chair ends the phase, and not before. */
export function isFiledForTheChair(ahead: readonly Step[]): boolean {
  const next = ahead.find(({ by, command }) => !by.startsWith('understudy:') || command.type !== 'filePosition')
  return next !== ahead[0] && next?.command.type === 'endPhase' && next.isOfPage && next.at === ahead[0]?.at
}
