/** A week of homework on a server that sends mail, by a clock that the test moves, and a post office that keeps what it is handed. */
import { onTestFinished, vi } from 'vitest'
import { database } from '#server/base/database'
import { MailPlanner } from '#server/jobs/mail-planning'
import { type Handed, type MailRound, type OutgoingMail, sendMails } from '#server/jobs/mail-sending'
import { scheduleAgenda } from '#server/store/activities/deadlines'
import { type ActorId, chairActor, participantActor, personId } from '#simulation/kernel/ids'
import { homeworkAgendaOf } from '#simulation/planning/homework-planning'
import { type RoomCommand, roomCommand } from '#simulation/shapes/room-command'
import { inSurroundings } from '../../support/machines/surroundings'
import { chinaGap } from '../../support/stories/china-gap'
import { BEFORE, givenHomework, START, ZONE } from '../homework/given-homework'
import { newId } from '../live/given/given-page'
import { givenRooms } from '../live/given/given-room'

export const SETTINGS = {
  NEXTAUTH_URL: 'https://seminar.example',
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'Track Two <no-reply@seminar.example>',
  MAIL_PER_MINUTE: '6000',
  NODE_ENV: 'test',
} as const

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
/** A time of the week in the course's zone. */
export const at = (wall: string): number => Date.parse(`${wall}+09:00`)

const agenda = homeworkAgendaOf(chinaGap(), 'homework-week')
/** The part in which every student owes one opening, the only work of this week. */
export const OPENINGS = agenda.phases.findIndex(({ phase }) => phase === 'openings')
const phases = scheduleAgenda(agenda, START, ZONE).phases.map((phase, index) => ({
  ...phase,
  requires: index === OPENINGS ? [{ what: 'opening' as const, count: 1, by: 'student' as const }] : [],
}))
export const DUE = phases[OPENINGS]?.due.at ?? 0

export const MORNING = at('2037-11-30T07:00')

export const address = (student: number): string => `student${student}@college.example`

/** Lines of a roster: Student 1, student1@college.example. */
export const listed = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `Student ${index + 1}, ${address(index + 1)}`)

/** A post office that answers as it is told, and keeps all that it was handed. */
export function givenOffice(answer: (mail: OutgoingMail, before: number) => Handed | Promise<Handed> = () => 'sent') {
  const handed: OutgoingMail[] = []
  return {
    handed,
    hand: async (mail: OutgoingMail): Promise<Handed> => {
      const before = handed.filter(({ messageId }) => messageId === mail.messageId).length
      handed.push(mail)
      return answer(mail, before)
    },
    /** Who was handed something, with its subject; and forgets it. */
    take: () => handed.splice(0).map(({ to, subject }) => `${to}: ${subject}`),
  }
}

/** Sets the clock of this process; `Date.now` is asked where news is made. */
export function moveClock(now: number): void {
  vi.setSystemTime(now)
}

export async function givenMailWeek(url: string, people = 6) {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  moveClock(BEFORE)
  inSurroundings(SETTINGS)
  // One database serves the file, and mail is sent for all its courses.
  await database().course.deleteMany()
  const made = await givenHomework(listed(people), { phases })
  const planner = new MailPlanner()
  const pauses: number[] = []
  /** Plans and sends, as the one server does that works for all. */
  async function round(hand: MailRound['hand']): Promise<void> {
    await planner.plan(Date.now())
    await sendMails({ now: Date.now, pause: async (ms) => void pauses.push(ms), isEnding: () => false, hand })
  }
  /** A room that is open at the hour of the clock. */
  async function open() {
    const { rooms, time } = givenRooms(url, BEFORE)
    onTestFinished(() => rooms.close())
    const live = await rooms.open(made.rooms[0]!)
    if (!live) throw new Error('The room has no log.')
    const { room } = live
    const moveTo = async (instant: number) => {
      moveClock(instant)
      await time.moveTo(instant, () => room.settled())
      await room.settled()
    }
    await moveTo(Date.now())
    const ask = async (by: ActorId, command: RoomCommand) => {
      const ack = await room.ask(by, newId(), command)
      if (!ack.ok) throw new Error(JSON.stringify(ack))
    }
    /** Somebody's opening, in these words. */
    const posts = (person: string, text: string) => {
      const said = { phase: OPENINGS, round: 'framing', text, intent: 'point', answers: null, anchors: [] }
      return ask(participantActor(personId.parse(person)), roomCommand.parse({ type: 'postStatement', ...said }))
    }
    return { room, moveTo, posts, chair: (command: RoomCommand) => ask(chairActor(made.instructor.id), command) }
  }
  return { ...made, round, open, pauses }
}
