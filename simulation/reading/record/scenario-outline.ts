// What anybody may read of a scenario before there is a class: the student's pack, who sits at the table, and its agendas by the minute or by
// the day. No brief, no news and nothing of the instructor's: a student who is to be surprised may read it too.
import type { PhaseKind } from '../../agenda/phase-kinds'
import type { DelegationId } from '../../kernel/ids'
import { homeworkAgendas, seatsOf, seminarAgendas } from '../../scenario/lookup'
import type { Scenario } from '../../scenario/scenario'
import { dayRows, runRows, type StudentPack, studentPack } from './scenario-pack'

export type Office = { id: string; title: string; charge: string; head: boolean }

/** An agenda: a phase of the start or the close, or a round by its title, and when it begins. */
export type SeminarShape = {
  key: string
  title: string
  minutes: number
  parts: readonly { minute: number; phase: PhaseKind | null; round: string | null }[]
}
export type DebateShape = {
  key: string
  title: string
  days: number
  parts: readonly { from: number; due: number; phase: PhaseKind }[]
}

export type ScenarioOutline = {
  pack: StudentPack
  offices: readonly { delegation: DelegationId; seats: readonly Office[] }[]
  seminars: readonly SeminarShape[]
  debates: readonly DebateShape[]
}

export function outlineOf(scenario: Scenario): ScenarioOutline {
  const seminars = seminarAgendas(scenario)
  return {
    pack: studentPack(scenario, seminars[0]?.key ?? ''),
    offices: scenario.delegations.map(({ id }) => ({
      delegation: id,
      seats: seatsOf(scenario, id).map(({ id: seat, title, charge, head }) => ({ id: seat, title, charge, head })),
    })),
    seminars: seminars.map((agenda) => ({
      key: agenda.key,
      title: agenda.title,
      minutes: Math.round(agenda.totalSeconds / 60),
      parts: runRows(scenario, agenda).map(({ minute, phase, tension }) => ({
        ...{ minute, phase },
        round: tension?.title ?? null,
      })),
    })),
    debates: homeworkAgendas(scenario).map((agenda) => ({
      key: agenda.key,
      title: agenda.title,
      days: agenda.totalDays,
      parts: dayRows(scenario, agenda).map(({ from, due, phase }) => ({ from, due, phase })),
    })),
  }
}
