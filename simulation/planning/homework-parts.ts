// Which parts of a homework agenda an instructor may take out of it, and the agenda without them (H26). What was said in a part of the
// agenda that follows stays possible: a part stays as long as another that is there cannot be done without it.

import { type PhaseFeature, type PhaseKind, type PhaseRule, ruleOf } from '../agenda/phase-kinds'
import type { HomeworkAgenda, HomeworkPhase } from '../scenario/scenario'

type Rule = (rule: PhaseRule) => boolean

const has =
  (what: PhaseFeature): Rule =>
  (rule) =>
    Boolean(rule[what])
const filesOpenings: Rule = ({ weekFiles }) => weekFiles === 'opening'

/** Whoever does the first cannot do it without the second: a post is answered, and a side's position guessed, once there is one. */
const NEEDS: readonly (readonly [Rule, Rule])[] = [
  [({ weekPosts, asksSides }) => weekPosts === 'answers' && !asksSides, ({ weekPosts }) => weekPosts === 'openings'],
  [has('asksSides'), filesOpenings],
  [has('votes'), has('text')],
  [has('ratifies'), has('votes')],
]

/** A reveal is a moment and no part of its own: it opens what was filed, and goes with the part that files it. */
const isMoment = (kind: PhaseKind): boolean => ruleOf({ kind }).reveals

/** What keeps a part of these in the debate: `record`, because the record opens in it, or the kind of the part that needs it; null for nothing. */
export function neededBy(kinds: readonly PhaseKind[], kind: PhaseKind): PhaseKind | 'record' | null {
  const rule = ruleOf({ kind })
  if (rule.unseals) return 'record'
  const needs = NEEDS.filter(([, needed]) => needed(rule)).map(([needing]) => needing)
  return kinds.find((other) => other !== kind && needs.some((needing) => needing(ruleOf({ kind: other })))) ?? null
}

/** The kinds of an agenda's parts that can be chosen or taken out. */
export const partsOf = ({ phases }: Pick<HomeworkAgenda, 'phases'>): readonly PhaseKind[] =>
  phases.flatMap(({ phase }) => (isMoment(phase) ? [] : [phase]))

/** Those of the kinds that somebody wants out that can go: the last first, so that a part goes with all that need it. */
export function takenOut(agenda: HomeworkAgenda, wanted: readonly string[]): readonly PhaseKind[] {
  let kept = partsOf(agenda)
  for (const kind of kept.toReversed())
    if (wanted.includes(kind) && neededBy(kept, kind) === null) kept = kept.filter((other) => other !== kind)
  return partsOf(agenda).filter((kind) => !kept.includes(kind))
}

/** What stays of an agenda's phases: the places in it. A reveal stays as long as something is filed for it. */
export function keptPlaces(agenda: HomeworkAgenda, without: readonly string[]): readonly number[] {
  const gone = takenOut(agenda, without)
  const files = agenda.phases.some(({ phase }) => filesOpenings(ruleOf({ kind: phase })) && !gone.includes(phase))
  return agenda.phases.flatMap(({ phase }, place) => ((isMoment(phase) ? files : !gone.includes(phase)) ? [place] : []))
}

const earlier = (phase: HomeworkPhase, days: number): HomeworkPhase => ({
  ...phase,
  ...{ fromDay: Math.max(1, phase.fromDay - days), dueDay: Math.max(1, phase.dueDay - days) },
  injects: phase.injects.map((inject) => ({ ...inject, day: Math.max(1, inject.day - days) })),
})

/** The agenda without these parts; what follows comes earlier by the days that they alone had. */
export function agendaWithout(agenda: HomeworkAgenda, without: readonly string[]): HomeworkAgenda {
  const kept = keptPlaces(agenda, without)
  let freed = 0
  const phases = agenda.phases.flatMap((phase, place) => {
    if (kept.includes(place)) return [earlier(phase, freed)]
    if (!isMoment(phase.phase)) freed += phase.dueDay - (agenda.phases[place - 1]?.dueDay ?? 0)
    return []
  })
  return { ...agenda, totalDays: Math.max(1, agenda.totalDays - freed), phases }
}
