// What the packs of a scenario show, in the order in which it is read: the run sheet by minute or by day, the paragraphs by section, the rounds as an
// agenda plays them, and the briefs by delegation. The student's pack is made from `studentPack` alone, which leaves every confidence out.

import type { Brief } from '../../agenda/brief'
import type { DelegationPlan } from '../../agenda/parties'
import { opens, type PhaseKind } from '../../agenda/phase-kinds'
import type { DelegationId, TensionKey } from '../../kernel/ids'
import { briefsFor } from '../../planning/briefs'
import { factsNamed } from '../../scenario/fact-mark'
import { shownSource } from '../../scenario/facts'
import { agendaOf, injectOf, seatsOf, tensionOf, tensionsInOrder } from '../../scenario/lookup'
import type { Agenda, HomeworkAgenda, Inject, Reading, Scenario, SeminarAgenda, Tension } from '../../scenario/scenario'
import { ownRubric } from '../log/rubric'

export type PackFact = {
  key: string
  text: string
  source: { publication: string; date: string; url?: string | undefined } | null
}

/** The facts with the publications that a page may name. */
export const packFacts = ({ publicFacts }: Pick<Scenario, 'publicFacts'>): readonly PackFact[] =>
  publicFacts.map((fact) => ({ key: fact.key, text: fact.text, source: shownSource(fact) }))

export type PackSection = { section: string; paragraphs: Scenario['paragraphs'] }

/** The paragraphs of the sources in the author's order, by section. */
export function sectionsOf({ paragraphs }: Pick<Scenario, 'paragraphs'>): readonly PackSection[] {
  const names = [...new Set(paragraphs.map(({ section }) => section))]
  return names.map((section) => ({ section, paragraphs: paragraphs.filter((each) => each.section === section) }))
}

/** How an agenda plays a tension: as its nth round, within another round, or not at all. */
export type TensionPlace = { kind: 'round'; number: number } | { kind: 'folded'; number: number } | { kind: 'unplayed' }

export function placeOf(agenda: Agenda | undefined, key: TensionKey): TensionPlace {
  const played = agenda?.plays.indexOf(key) ?? -1
  if (played >= 0) return { kind: 'round', number: played + 1 }
  const rounds = agenda?.kind === 'seminar' ? agenda.blocks.filter((block) => block.block === 'round') : []
  const within = rounds.findIndex(({ folded }) => folded.includes(key))
  return within >= 0 ? { kind: 'folded', number: within + 1 } : { kind: 'unplayed' }
}

/** What stands behind the talks, for everybody; with the looks of the sides. */
export type PackBackground = Pick<Scenario, 'timeline' | 'map' | 'readings'> &
  Readonly<{ delegations: DelegationPlan[] }>

/** A scenario without what is any delegation's, any office's or the instructor's alone. */
export function studentPack(scenario: Scenario, agendaKey: string, rubric = ownRubric(scenario.rubric)) {
  const agenda = agendaOf(scenario, agendaKey)
  const { title, subtitle, asOf, asOfNote, sources, premise, seminarQuestion, learningOutcomes, reading } = scenario
  const { glossary, checkQuestions, delegations, timeline, map, readings } = scenario
  const tensions = tensionsInOrder(scenario).map(({ key, title, question, drawsOn, facts, whyItMatters, axis }) => ({
    ...{ key, title, question, drawsOn, facts: facts ?? [], whyItMatters, axis },
    place: placeOf(agenda, key),
  }))
  const told = { premise, seminarQuestion, learningOutcomes, reading, glossary, checkQuestions, tensions }
  const listed = new Set([
    ...factsNamed(told),
    ...tensions.flatMap(({ facts }) => facts),
    ...[...glossary, ...checkQuestions, ...timeline, ...(scenario.models ?? [])].flatMap(({ facts }) => facts ?? []),
    ...[premise, seminarQuestion].flatMap((each) => ('facts' in each ? (each.facts ?? []) : [])),
  ])
  return {
    ...{ title, subtitle, asOf, asOfNote, sources, ...told, timeline, map, readings },
    sections: sectionsOf(scenario),
    models: scenario.models ?? [],
    criteria: { ...rubric, criteria: rubric.criteria.map((each) => ({ ...each, hint: [] })) },
    facts: packFacts(scenario).filter(({ key }) => listed.has(key)),
    delegations: delegations.map(({ id, name, short, capital, letter, shape, hue }) => ({
      ...{ id, name, short, capital, letter, shape, hue },
    })),
  }
}
export type StudentPack = ReturnType<typeof studentPack>

/** The brief that is first to list each fact which the pack itself does not: the one place to which its citations lead. */
export function firstToList(
  { facts }: Pick<StudentPack, 'facts'>,
  briefs: readonly Brief[],
): ReadonlyMap<string, Brief['to']> {
  const listed = new Set(facts.map(({ key }) => key))
  const first = new Map<string, Brief['to']>()
  for (const { to, facts: own = [] } of briefs)
    for (const { key } of own) if (!listed.has(key) && !first.has(key)) first.set(key, to)
  return first
}

/** What the run sheet says of one round, for whoever plays it in another agenda. */
export const runRowOf = ({ runSheet }: Scenario, key: TensionKey) =>
  runSheet?.rounds.find(({ tension }) => tension === key)

export type RunRow = {
  /** Whole minutes from the start. */
  minute: number
  phase: PhaseKind | null
  tension: Pick<Tension, 'key' | 'title'> | null
  folded: readonly string[]
  say: string
  watch: string
  /** Of a round: its phases that the sheet speaks of, where the agenda comes to their kind for the first time. */
  within: readonly { phase: PhaseKind; say: string; watch: string }[]
  news: readonly { headline: string; minute: number }[]
}

/** A seminar on one page: each phase of the start and the close, and each round as a whole. */
export function runRows(scenario: Scenario, agenda: SeminarAgenda): readonly RunRow[] {
  const rows: RunRow[] = []
  const met = new Set<PhaseKind>()
  let at = 0
  const minute = (seconds: number) => Math.round(seconds / 60)
  for (const block of agenda.blocks) {
    if (block.block === 'round') {
      const begins = at
      const row = runRowOf(scenario, block.tension)
      const news: { headline: string; minute: number }[] = []
      const within: RunRow['within'][number][] = []
      for (const { phase, seconds, inject } of block.phases) {
        const own = met.has(phase) ? undefined : scenario.runSheet?.phases.find((each) => each.phase === phase)
        if (own) within.push(own)
        met.add(phase)
        const sent = inject && injectOf(scenario, inject.key)
        if (sent) news.push({ headline: sent.headline, minute: minute(at + inject.atSeconds) })
        at += seconds
      }
      const tension = tensionOf(scenario, block.tension)
      rows.push({
        ...{ minute: minute(begins), phase: null, say: row?.say ?? '', watch: row?.watch ?? '', news },
        tension: tension ? { key: tension.key, title: tension.title } : null,
        folded: block.folded.flatMap((key) => tensionOf(scenario, key)?.title ?? []),
        within,
      })
    } else {
      for (const { phase, seconds, note } of block.phases) {
        met.add(phase)
        const row = scenario.runSheet?.phases.find((each) => each.phase === phase)
        const said = { say: row?.say ?? note ?? '', watch: row?.watch ?? '' }
        rows.push({
          minute: minute(at),
          phase,
          tension: null,
          folded: [],
          ...said,
          within: [],
          news: [],
        })
        at += seconds
      }
    }
  }
  return rows
}

/** A homework debate on one page: each part with its days, what it asks, and the news that comes in it. */
export const dayRows = (scenario: Scenario, { phases, deadlineTime }: HomeworkAgenda) =>
  phases.map(({ phase, fromDay, dueDay, dueTime, note, required, injects }) => {
    const own = scenario.runSheet?.phases.find((each) => each.phase === phase)
    return {
      ...{ phase, from: fromDay, due: dueDay, time: dueTime ?? deadlineTime, note, required: required ?? null },
      /** What the run sheet says of it; only of the part that is talked over in class. */
      said: own && opens({ kind: phase }, 'unseals') ? { say: own.say, watch: own.watch } : null,
      news: injects.flatMap(({ key, day, time }) => {
        const sent = injectOf(scenario, key)
        return sent ? [{ headline: sent.headline, day, time }] : []
      }),
    }
  })

/** A part of a homework debate, as the instructor's one page shows it. */
export type DayRow = ReturnType<typeof dayRows>[number]

/** All briefs of a delegation, its own first, with every tension's band and stakes. */
export function briefsOfDelegation(scenario: Scenario, id: DelegationId): readonly Brief[] {
  const briefs = briefsFor(scenario, { rounds: tensionsInOrder(scenario), seats: scenario.seats })
  return [id, ...seatsOf(scenario, id).map((seat) => seat.id)].flatMap((to) =>
    briefs.filter((brief) => brief.to === to),
  )
}

/** Further readings that somebody has looked up, by the side from which they are written. */
export const readingsBySide = ({
  readings,
  delegations,
}: Pick<PackBackground, 'readings' | 'delegations'>): readonly { side: DelegationId; list: readonly Reading[] }[] =>
  delegations.map(({ id }) => ({
    side: id,
    list: readings.filter(({ side, looked }) => side === id && looked === 'looked-up'),
  }))

/** The injects that an agenda sends by itself. */
export const plannedNews = (agenda: Agenda | undefined): ReadonlySet<Inject['key']> =>
  new Set(
    agenda === undefined
      ? []
      : agenda.kind === 'seminar'
        ? agenda.blocks.flatMap(({ phases }) => phases.flatMap(({ inject }) => inject?.key ?? []))
        : agenda.phases.flatMap(({ injects }) => injects.map(({ key }) => key)),
  )

/** What an agenda's author says of its parts, in order. */
export type AgendaNote = { key: string; note: string; speakingSeconds: number | undefined }

export const agendaNotes = ({ blocks }: SeminarAgenda): readonly AgendaNote[] =>
  blocks.flatMap((block, at) =>
    block.phases.flatMap(({ phase, note, speakingSeconds }, place) =>
      note === undefined ? [] : [{ key: `${at}-${place}-${phase}`, note, speakingSeconds }],
    ),
  )
