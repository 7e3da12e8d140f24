// Checks of agendas that a schema cannot make: there is one of each kind, the phases of each add up to its length, and the tensions,
// clauses and injects it names exist.

import { secondsAsked } from '../agenda/asked-work'
import { opens, type PhaseKind } from '../agenda/phase-kinds'
import { never, type TensionKey } from '../kernel/ids'
import { isTakenIn } from '../topics/homework/requirements'
import { filesIn } from './agenda-files'
import { clauseOf } from './lookup'
import type { Agenda, HomeworkAgenda, Scenario, SeminarAgenda, SeminarPhase } from './scenario'

/** Both wizards offer every scenario: one without a seminar, or without homework, would break a wizard's page. */
export function kindFaults({ agendas }: Scenario): string[] {
  const kinds = ['seminar', 'homework'] as const
  return kinds.flatMap((kind) =>
    agendas.some((agenda) => agenda.kind === kind) ? [] : [`Agendas: none is of the kind ${kind}; one has to be.`],
  )
}

export function agendaFaults(scenario: Scenario, agenda: Agenda): string[] {
  const at = `Agenda ${agenda.key}`
  const tensions = new Set(scenario.tensions.map((tension) => tension.key))
  const clauses = new Set(scenario.communique.clauses.map((clause) => clause.key))
  const faults = [
    ...ratificationFaults(phasesOf(agenda), at),
    ...casesFaults(agenda, at),
    ...agenda.plays.filter((key) => !tensions.has(key)).map((key) => `${at}: it plays ${key}, which is no tension.`),
    ...agenda.clauses.filter((key) => !clauses.has(key)).map((key) => `${at}: ${key} is no clause of the communiqué.`),
  ]
  const debated = new Set([...agenda.plays, ...foldedIn(agenda)])
  for (const key of agenda.clauses) {
    const tension = clauseOf(scenario, key)?.tension
    if (tension !== undefined && !debated.has(tension))
      faults.push(`${at}: it negotiates the clause ${key}, but neither plays nor folds in its tension ${tension}.`)
  }
  switch (agenda.kind) {
    case 'seminar':
      return [...faults, ...seminarFaults(scenario, agenda, at)]
    case 'homework':
      return [...faults, ...homeworkFaults(scenario, agenda, at)]
    default:
      return never(agenda)
  }
}

const foldedIn = (agenda: Agenda): readonly TensionKey[] =>
  agenda.kind === 'seminar' ? agenda.blocks.flatMap((block) => (block.block === 'round' ? block.folded : [])) : []
const phasesOf = (agenda: Agenda): readonly PhaseKind[] =>
  agenda.kind === 'seminar'
    ? agenda.blocks.flatMap(({ phases }) => phases.map(({ phase }) => phase))
    : agenda.phases.map(({ phase }) => phase)

/** A text is signed before it goes home, and goes home once. */
function ratificationFaults(phases: readonly PhaseKind[], at: string): string[] {
  const places = phases.flatMap((kind, place) => (opens({ kind }, 'ratifies') ? [place] : []))
  const early = places.some((place) => !phases.slice(0, place).some((kind) => opens({ kind }, 'votes')))
  return [
    ...(places.length > 1 ? [`${at}: it ratifies ${places.length} times; once is all that a text can be.`] : []),
    ...(early ? [`${at}: it ratifies before the text is voted on.`] : []),
  ]
}

/** Sides ask each other once, on the axis of a round. */
function casesFaults(agenda: Agenda, at: string): string[] {
  const times = phasesOf(agenda).filter((kind) => opens({ kind }, 'asksSides')).length
  const apart =
    agenda.kind === 'seminar' &&
    agenda.blocks.some(
      ({ block, phases }) => block !== 'round' && phases.some(({ phase }) => opens({ kind: phase }, 'asksSides')),
    )
  return [
    ...(times > 1 ? [`${at}: its sides ask each other ${times} times; once is all that a record can tell of.`] : []),
    ...(apart ? [`${at}: its sides ask each other outside a round, where there is no axis to guess on.`] : []),
  ]
}

function seminarFaults(scenario: Scenario, agenda: SeminarAgenda, at: string): string[] {
  const faults: string[] = []
  const phases = agenda.blocks.flatMap((block) => block.phases)
  const sum = phases.reduce((seconds, phase) => seconds + phase.seconds, 0)
  if (sum !== agenda.totalSeconds) {
    faults.push(`${at}: its phases last ${sum} seconds, but the whole says ${agenda.totalSeconds}.`)
  }
  const rounds = agenda.blocks.flatMap((block) => (block.block === 'round' ? [block] : []))
  if (rounds.map((round) => round.tension).join() !== agenda.plays.join()) {
    faults.push(
      `${at}: its rounds are ${rounds.map((round) => round.tension).join(', ')}, but it plays ${agenda.plays.join(', ')}.`,
    )
  }
  const tensions = new Set(scenario.tensions.map((tension) => tension.key))
  for (const round of rounds) {
    for (const key of round.folded) {
      if (!tensions.has(key)) faults.push(`${at}, round ${round.tension}: it folds in ${key}, which is no tension.`)
      if (agenda.plays.includes(key)) faults.push(`${at}, round ${round.tension}: ${key} is folded in and also played.`)
    }
  }
  for (const block of agenda.blocks) {
    const where = block.block === 'round' ? `${at}, round ${block.tension}` : `${at}, ${block.block}`
    for (const phase of block.phases) faults.push(...phaseFaults(scenario, phase, `${where}, ${phase.phase}`))
  }
  return [...faults, ...workFaults(scenario, agenda, at)]
}

/** No phase asks for more work than it has time for, and the first caucus files one position alone. */
function workFaults(scenario: Scenario, agenda: SeminarAgenda, at: string): string[] {
  const laid = agenda.blocks.flatMap((block) => block.phases.map((phase) => ({ block, phase })))
  const around = {
    ...{ sides: scenario.delegations.length, rounds: agenda.plays.length, clauses: agenda.clauses.length },
    prompts: scenario.reflectionPrompts.person.length,
    questions: scenario.knowledge?.length ?? 0,
  }
  const filed = laid.map((_, index) => filesIn(laid, index, agenda.plays))
  const first = filed.find((files) => files !== null)
  return [
    ...(first && first.rounds.length > 1
      ? [`${at}: its first caucus files ${first.rounds.length} positions; it has time for one.`]
      : []),
    ...laid.flatMap(({ block, phase: { phase: kind, seconds } }, index) => {
      const asked = secondsAsked({ kind, files: filed[index] ?? null }, around)
      const where = block.block === 'round' ? `${at}, round ${block.tension}` : `${at}, ${block.block}`
      return asked > seconds ? [`${where}, ${kind}: it asks for ${asked} seconds of work, but lasts ${seconds}.`] : []
    }),
  ]
}

function phaseFaults(scenario: Scenario, phase: SeminarPhase, at: string): string[] {
  const faults: string[] = []
  if (phase.inject !== undefined) {
    const { key, atSeconds } = phase.inject
    if (!scenario.injects.some((inject) => inject.key === key)) faults.push(`${at}: there is no inject ${key}.`)
    if (atSeconds >= phase.seconds)
      faults.push(`${at}: ${key} comes at ${atSeconds} seconds, after the phase has ended.`)
  }
  if (phase.foldAtSeconds !== undefined && phase.foldAtSeconds >= phase.seconds) {
    faults.push(`${at}: the folded question comes at ${phase.foldAtSeconds} seconds, after the phase has ended.`)
  }
  const speakers = scenario.delegations.length
  if (phase.speakingSeconds !== undefined && phase.speakingSeconds * speakers > phase.seconds) {
    faults.push(`${at}: ${speakers} speakers of ${phase.speakingSeconds} seconds do not fit into ${phase.seconds}.`)
  }
  return faults
}

function homeworkFaults(scenario: Scenario, agenda: HomeworkAgenda, at: string): string[] {
  const faults: string[] = []
  for (const [index, phase] of agenda.phases.entries()) {
    const where = `${at}, ${phase.phase} from day ${phase.fromDay}`
    if (phase.dueDay < phase.fromDay) faults.push(`${where}: it is due on day ${phase.dueDay}, before it begins.`)
    if (phase.dueDay > agenda.totalDays) {
      faults.push(`${where}: it is due on day ${phase.dueDay}, after the last day, ${agenda.totalDays}.`)
    }
    const before = agenda.phases[index - 1]
    if (before !== undefined && dueAt(phase, agenda) <= dueAt(before, agenda))
      faults.push(`${where}: it is due no later than ${before.phase}, the part before it.`)
    for (const { what } of phase.requires)
      if (!isTakenIn(what, phase.phase)) faults.push(`${where}: it asks for ${what}, which nobody can give in it.`)
    for (const { key, day } of phase.injects) {
      if (!scenario.injects.some((inject) => inject.key === key)) faults.push(`${where}: there is no inject ${key}.`)
      if (day < phase.fromDay || day > phase.dueDay)
        faults.push(`${where}: ${key} comes on day ${day}, outside the phase.`)
    }
  }
  return faults
}

/** When a part is due, as a text that sorts by time. */
const dueAt = ({ dueDay, dueTime }: HomeworkAgenda['phases'][number], { deadlineTime }: HomeworkAgenda): string =>
  `${String(dueDay).padStart(4, '0')} ${dueTime ?? deadlineTime}`
