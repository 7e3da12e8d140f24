/**
 * Converts between deadlines as typed (days and wall times in a course's time zone) and instants. A wall time that the clocks skip
 * moves forward by the length of the gap; one that occurs twice means the first.
 */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { ruleOf } from '#simulation/agenda/phase-kinds'
import { HOUR_MS } from '#simulation/kernel/time'
import type { HomeworkAgenda, HomeworkPhase } from '#simulation/scenario/scenario'

/** A date and time without a zone: `2026-11-27T20:00`. */
export const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
type WallTime = z.infer<typeof wallTime>
const calendarDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
type CalendarDay = z.infer<typeof calendarDay>

export type ResolvedTime = {
  at: number
  /** The wall time at that instant; differs from what was typed when the clocks skip that hour. */
  wall: WallTime
  turned: 'exact' | 'skipped' | 'repeated'
}

/** The instant of a wall time in a zone; null when there is no such day or time. */
export function resolveWallTime(zone: string, typed: WallTime): ResolvedTime | null {
  if (!wallTime.safeParse(typed).success) return null
  const plain = readWall(typed)
  if (!plain) return null
  const landed = plain.toZonedDateTime(zone, { disambiguation: 'compatible' })
  const last = plain.toZonedDateTime(zone, { disambiguation: 'later' })
  const skipped = !landed.toPlainDateTime().equals(plain)
  const turned = skipped ? 'skipped' : landed.epochMilliseconds === last.epochMilliseconds ? 'exact' : 'repeated'
  return { at: landed.epochMilliseconds, wall: wallOf(landed.epochMilliseconds, zone), turned }
}

/** Instants moved as far as a deadline that moves to this wall time: by the clock on the wall, so that 20:00 stays 20:00 where the clocks change. */
export function moveAlong(zone: string, from: number, to: WallTime): (at: number) => number {
  const plain = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime()
  const by = plain(from).until(Temporal.PlainDateTime.from(to))
  return (at) => plain(at).add(by).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}

/** The wall time of a zone at an instant. */
export function wallOf(at: number, zone: string): WallTime {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

export const dayOf = (at: number, zone: string): CalendarDay => wallOf(at, zone).slice(0, 10)

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

const DAWN = '06:00'
/** Of these zones, those in which this moment lies between midnight and six, with the time there. */
export const nightsAt = <In extends { zone: string }>(at: number, zones: readonly In[]): (In & { time: string })[] =>
  zones.flatMap((of) => {
    const time = wallOf(at, of.zone).slice(11)
    return time < DAWN ? [{ ...of, time }] : []
  })

/** Whether such a day exists: the 30th of February does not. */
export function isDay(typed: string): boolean {
  return calendarDay.safeParse(typed).success && readWall(`${typed}T00:00`) !== null
}

function readWall(typed: WallTime): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(typed, { overflow: 'reject' })
  } catch {
    return null
  }
}

export type ScheduledPhase = {
  kind: HomeworkPhase['phase']
  /** A phase without duration, such as a reveal: it opens and ends at once. */
  moment: boolean
  opens: ResolvedTime
  due: ResolvedTime
  /** The agenda's own deadline, before what was typed. */
  planned: WallTime
  injects: { key: string; at: number; wall: WallTime }[]
}
export type Calendar = {
  phases: ScheduledPhase[]
  faults: { phase: number; fault: 'no-such-time' | 'before-the-last' }[]
}

/**
 * Turns an agenda into instants, from its first day on. A typed deadline replaces the agenda's own; each phase opens in the morning of
 * its first day, or when the previous one ends.
 */
export function scheduleAgenda(
  agenda: HomeworkAgenda,
  start: CalendarDay,
  zone: string,
  typed: Readonly<Record<number, string>> = {},
): Calendar {
  const phases: ScheduledPhase[] = []
  const faults: Calendar['faults'] = []
  const land = (wall: WallTime): ResolvedTime => {
    const landed = resolveWallTime(zone, wall)
    if (!landed) throw new Error(`The agenda asks for a time that no day has: ${wall}`)
    return landed
  }
  const onDay = (day: number, time: string): WallTime => `${addDays(start, day - 1)}T${time}`
  for (const [index, phase] of agenda.phases.entries()) {
    const planned = onDay(phase.dueDay, phase.dueTime ?? agenda.deadlineTime)
    const chosen = typed[index] === undefined ? null : resolveWallTime(zone, typed[index])
    if (typed[index] !== undefined && !chosen) faults.push({ phase: index, fault: 'no-such-time' })
    const due = chosen ?? land(planned)
    const before = phases.at(-1)?.due ?? null
    const moment = ruleOf({ kind: phase.phase }).reveals
    if (before && (moment ? due.at < before.at : due.at <= before.at))
      faults.push({ phase: index, fault: 'before-the-last' })
    const morning = land(onDay(phase.fromDay, '00:00'))
    const opens = moment ? due : (opening(before, morning, due) ?? land(wallOf(due.at - HOUR_MS, zone)))
    const injects = (phase.injects ?? []).map(({ key, day, time }) => {
      const own = land(onDay(day, time))
      const at = own.at >= opens.at && own.at < due.at ? own : opens
      return { key, at: at.at, wall: at.wall }
    })
    phases.push({ kind: phase.phase, moment, opens, due, planned, injects })
  }
  return { phases, faults }
}

const EARLIEST = '18:00'
const LATEST = '22:00'

/** The days on which a class has deadlines: weekends only where they are wanted, and none that was struck out. */
export type ClassDays = Readonly<{ weekends: boolean; holidays?: readonly CalendarDay[] }>

const isFreeDay = (day: CalendarDay, { weekends, holidays = [] }: ClassDays): boolean =>
  holidays.includes(day) || (!weekends && Temporal.PlainDate.from(day).dayOfWeek > 5)

/** How many days of a class lie between these two, both counted. */
export function countClassDays(from: CalendarDay, to: CalendarDay, days: ClassDays): number {
  const length = Temporal.PlainDate.from(from).until(to).days + 1
  return Array.from({ length: Math.max(0, length) }, (_, day) => addDays(from, day)).filter(
    (day) => !isFreeDay(day, days),
  ).length
}

/**
 * An agenda from this first day on with days that a class keeps: at most one deadline a day, between six and ten in the evening, and none on
 * a day off. Each part has at least a day, and the first one two. Positions open when the papers are due, so that no morning of what follows
 * is lost. What follows a deadline that moves goes with it.
 */
export function eveningsOf(agenda: HomeworkAgenda, start: CalendarDay, days: ClassDays): HomeworkAgenda {
  let later = 0
  let last = { day: 1, time: EARLIEST }
  const phases = agenda.phases.map((phase, index) => {
    const before = later
    const injects = phase.injects.map((inject) => ({ ...inject, day: inject.day + before }))
    if (ruleOf({ kind: phase.phase }).reveals && index > 0)
      return { ...phase, fromDay: last.day, dueDay: last.day, dueTime: last.time, injects }
    while (isFreeDay(addDays(start, phase.dueDay + later - 1), days) || phase.dueDay + later <= last.day) later += 1
    const dueDay = phase.dueDay + later
    const time = phase.dueTime ?? agenda.deadlineTime
    const evening = time < EARLIEST ? EARLIEST : time > LATEST ? LATEST : time
    const isNextDay = dueDay === last.day + 1
    const dueTime = isNextDay && evening < last.time ? last.time : evening
    const fromDay = isNextDay ? Math.min(phase.fromDay + before, last.day) : phase.fromDay + before
    last = { day: dueDay, time: dueTime }
    return { ...phase, fromDay, dueDay, dueTime, injects }
  })
  return { ...agenda, totalDays: agenda.totalDays + later, phases }
}

/**
 * When a phase opens: the morning of its first day if that lies after the previous deadline and before its own, otherwise the previous
 * deadline.
 */
function opening(before: ResolvedTime | null, morning: ResolvedTime, due: ResolvedTime): ResolvedTime | null {
  const fits = morning.at < due.at && (before === null || morning.at > before.at)
  return fits ? morning : before
}
