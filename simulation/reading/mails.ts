// Which mails are sent about a room, and what each of them tells. The titles are composed from kinds: no mail holds what somebody wrote.
import { z } from 'zod'
import type { PersonId } from '../kernel/ids'
import { extensionKey } from '../questions/homework'
import type { RoomState } from '../state/room-state'
import { type Deadline, deadlinesOf, movesDates } from './deadlines'

/** Those that each reader can turn off. */
export const CHOSEN_KINDS = ['published', 'dueDay', 'dueHours', 'moved', 'extended', 'released'] as const
export const chosenKind = z.enum(CHOSEN_KINDS)
export type ChosenKind = z.infer<typeof chosenKind>
export const mailKind = z.enum(['link', ...CHOSEN_KINDS])
export type MailKind = z.infer<typeof mailKind>

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const LAST_CALL_MS = 3 * HOUR_MS
/** A chair moves dates one after another: what is told of them waits for the last. */
const SETTLING_MS = 5 * 60_000

export type DateMail = Readonly<{
  kind: 'dueDay' | 'dueHours' | 'moved' | 'extended'
  /** The same for one piece of news for ever: the kind, the phase, its date or the row that moved it, and the person. */
  key: string
  /** When it is to be sent, ms since 1970. */
  dueAt: number
  deadline: Deadline
}>

/**
 * The mails about dates that are true of this person now: reminders while something is owed, and the newest change of dates. One that was
 * planned and is not among them any more is not sent.
 */
export function dateMailsOf(state: RoomState, person: PersonId, now: number): readonly DateMail[] {
  if (state.closedAt !== null || state.removed.includes(person)) return []
  const moved = state.record.toArray().findLast(({ event }) => movesDates(event) !== null)
  const phases = (moved && movesDates(moved.event)) ?? []
  const ahead = deadlinesOf(state, person, now).filter(({ at }) => at > now)
  const isExtended = ({ phase, at }: Deadline) => state.extensions[extensionKey(person, phase)] === at
  // One mail for all that moved together: it lists the dates after it too.
  const firstMoved = ahead.find((deadline) => phases.includes(deadline.phase) && !isExtended(deadline))
  return ahead.flatMap((deadline): DateMail[] => {
    const { phase, at, counted } = deadline
    const isOwed = counted.some(({ asked, done }) => done < asked)
    const mail = (kind: DateMail['kind'], version: number, dueAt: number): DateMail => ({
      ...{ kind, dueAt, deadline },
      key: [kind, phase, version, person].join('/'),
    })
    return [
      ...(isOwed && now < at - LAST_CALL_MS ? [mail('dueDay', at, at - DAY_MS)] : []),
      ...(isOwed ? [mail('dueHours', at, at - LAST_CALL_MS)] : []),
      ...(isExtended(deadline) ? [mail('extended', at, now)] : []),
      ...(moved && deadline === firstMoved && now < moved.at + DAY_MS
        ? [mail('moved', moved.seq, moved.at + SETTLING_MS)]
        : []),
    ]
  })
}

/** What a mail is written from. It names nobody. */
export type MailOrder = Readonly<{
  kind: MailKind
  locale: string
  /** The address of this site, without a slash at its end. */
  site: string
  course: string
  timeZone: string
  /** The activity; null for what belongs to the course alone. */
  activity: Readonly<{ id: string; title: string; roomId: string }> | null
  /** The token of a personal link, in a mail of that kind alone. */
  link: string | null
  /** The deadline that the mail is about. */
  deadline: Deadline | null
  /** Their deadlines from now on. */
  ahead: readonly Deadline[]
  /** The token of the address at which this kind is turned off; null for what cannot be. */
  off: string | null
}>

/** A mail in words: the HTML says the same as the text. */
export type MailWords = { subject: string; text: string; html: string }
