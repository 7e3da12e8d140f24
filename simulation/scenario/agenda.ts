// The agendas of a scenario: the order of phases with their planned lengths, in seconds for a seminar and in days for a homework debate.
import { z } from 'zod'
import { phaseKind, requirement } from '../agenda/plan'
import { delegationId, MOST_DELEGATIONS, tensionKey } from '../kernel/ids'
import { DAY_SECONDS } from '../kernel/time'
import { key, label, prose, spareProse } from './terms'

const seminarPhase = z.strictObject({
  phase: phaseKind,
  seconds: z.int().min(1).max(DAY_SECONDS),
  /** In openings: seconds for each speaker, one speaker for each delegation. */
  speakingSeconds: z.int().min(1).optional(),
  /** In a floor: at which second the chair turns to the folded tension's question. */
  foldAtSeconds: z.int().min(1).optional(),
  inject: z.strictObject({ key, atSeconds: z.int().min(0) }).optional(),
  note: prose.optional(),
})
export type SeminarPhase = z.infer<typeof seminarPhase>

const seminarPhases = z.array(seminarPhase).min(1).max(60)

const agendaBlock = z.discriminatedUnion('block', [
  z.strictObject({ block: z.literal('start'), phases: seminarPhases }),
  z.strictObject({
    block: z.literal('round'),
    tension: tensionKey,
    /** Tensions whose questions are put in the same floor; no positions are filed on them. */
    folded: z.array(tensionKey).max(60),
    phases: seminarPhases,
  }),
  z.strictObject({ block: z.literal('close'), phases: seminarPhases }),
])
export type AgendaBlock = z.infer<typeof agendaBlock>

const seminarAgenda = z.strictObject({
  kind: z.literal('seminar'),
  key,
  title: label,
  totalSeconds: z.int().min(1),
  plays: z.array(tensionKey).min(1).max(60),
  /** Clauses of the communiqué that are negotiated. */
  clauses: z.array(key).max(60),
  /** How many clauses each delegation may bring in; one where absent. */
  moreClauses: z.int().min(0).max(3).optional(),
  why: spareProse,
  blocks: z.array(agendaBlock).min(1).max(60),
})
export type SeminarAgenda = z.infer<typeof seminarAgenda>

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const homeworkPhase = z.strictObject({
  phase: phaseKind,
  fromDay: z.int().min(1),
  dueDay: z.int().min(1),
  /** Time of day in the course's time zone; the agenda's `deadlineTime` where absent. */
  dueTime: timeOfDay.optional(),
  note: spareProse,
  /** What is asked, in words; `requires` says the same as counts, by which completion is measured. */
  required: label.optional(),
  requires: z.array(requirement).max(60),
  injects: z.array(z.strictObject({ key, day: z.int().min(1), time: timeOfDay })).max(60),
})
export type HomeworkPhase = z.infer<typeof homeworkPhase>

export const homeworkAgenda = z.strictObject({
  kind: z.literal('homework'),
  key,
  title: label,
  totalDays: z.int().min(1).max(60),
  deadlineTime: timeOfDay,
  deadlineNote: spareProse,
  plays: z.array(tensionKey).min(1).max(60),
  clauses: z.array(key).max(60),
  /** How many clauses each delegation may bring in; one where absent. */
  moreClauses: z.int().min(0).max(3).optional(),
  why: spareProse,
  phases: z.array(homeworkPhase).min(1).max(60),
})
export type HomeworkAgenda = z.infer<typeof homeworkAgenda>

export const agenda = z.discriminatedUnion('kind', [seminarAgenda, homeworkAgenda])
export type Agenda = z.infer<typeof agenda>

export const speakingOrder = z.strictObject({
  rule: spareProse,
  /** The first round's order first. */
  rounds: z.array(z.array(delegationId).max(MOST_DELEGATIONS)).min(1).max(60),
  laterRounds: spareProse,
  speaker: spareProse,
})
