// The blocks of an agenda with the rounds that an instructor chose: which phases each round has wherever it is played, how long they last,
// and where the caucus stands that files a round's opening (O10).

import { opens, type PhaseFeature } from '../agenda/phase-kinds'
import type { TensionKey } from '../kernel/ids'
import { files, openingCaucus } from '../scenario/agenda-files'
import type { AgendaBlock, SeminarAgenda, SeminarPhase } from '../scenario/scenario'

/** The rounds an instructor chose, in order; `seconds` is the length of the whole round, null keeps the agenda's. */
type ChosenRounds = readonly { tension: TensionKey; seconds: number | null }[]

/** What changes the blocks of an agenda; for the others see `withRatification` and `withCases`. */
export type Laying = { rounds: ChosenRounds; ratification?: boolean | undefined; cases?: boolean | undefined }

/** The blocks of an agenda as they are played. */
export const laidOut = (agenda: SeminarAgenda, { rounds, ratification, cases }: Laying): readonly AgendaBlock[] =>
  withCases(withRatification(blocksFor(agenda, rounds), ratification), cases)

/**
 * The agenda's blocks with the rounds chosen, in the order chosen. A tension that the agenda does not play gets the phases of its first
 * debated round. The last round, whatever its tension, gets the phases of the agenda's negotiating round, so that every seminar reaches
 * a communiqué.
 */
function blocksFor(agenda: SeminarAgenda, chosen: ChosenRounds): AgendaBlock[] {
  const roundBlocks = agenda.blocks.filter((block) => block.block === 'round')
  const debated = roundBlocks.find((block) => block.phases.some(({ phase }) => opens({ kind: phase }, 'debate')))
  const negotiated = roundBlocks.find((block) => block.phases.some(({ phase }) => opens({ kind: phase }, 'text')))
  const folded = (tension: TensionKey) => roundBlocks.find((block) => block.tension === tension)?.folded ?? []
  const rounds = chosen.flatMap(({ tension, seconds }, index): AgendaBlock[] => {
    const own = roundBlocks.find((block) => block.tension === tension && block !== negotiated)
    const shape = index === chosen.length - 1 ? (negotiated ?? debated) : (own ?? debated ?? negotiated)
    if (!shape) return []
    return [
      {
        block: 'round',
        tension,
        // A tension that was chosen as a round of its own is not folded into another too: its question would be put twice.
        folded: folded(tension).filter((key) => !chosen.some((round) => round.tension === key)),
        phases: scaled(inPlace(shape.phases, index, agenda), seconds),
      },
    ]
  })
  const start = agenda.blocks.filter((block) => block.block === 'start')
  const close = agenda.blocks.filter((block) => block.block === 'close')
  return [...start, ...rounds, ...close]
}

/**
 * O10: a round's phases with the caucus that files its opening, wherever the round is played. The caucus of the start serves the first
 * round; a later one that has none of its own, because the agenda plays it first, takes the one that the agenda gives to others.
 */
function inPlace(phases: readonly SeminarPhase[], index: number, agenda: SeminarAgenda): readonly SeminarPhase[] {
  const own = openingCaucus(phases)
  const started = agenda.blocks.some((block) => block.block === 'start' && block.phases.some(files))
  if (index === 0) return started ? phases.filter((phase) => !own.includes(phase)) : phases
  if (own.length > 0) return phases
  const given = agenda.blocks.find((block) => block.block === 'round' && openingCaucus(block.phases).length > 0)
  return given ? [...openingCaucus(given.phases), ...phases] : phases
}

/** The phases scaled to a total length in seconds, each keeping its share, the longest what rounding leaves over; null leaves them. */
export function scaled(phases: readonly SeminarPhase[], seconds: number | null): SeminarPhase[] {
  const whole = phases.reduce((sum, phase) => sum + phase.seconds, 0)
  const by = seconds === null ? 1 : seconds / whole
  const lengths = phases.map((phase) => Math.max(1, Math.round(phase.seconds * by)))
  const over = lengths.reduce((sum, length) => sum + length, 0) - (seconds ?? whole)
  const longest = lengths.indexOf(Math.max(...lengths))
  return phases.map((phase, index) => ({
    ...phase,
    seconds: Math.max(1, (lengths[index] ?? 1) - (index === longest ? over : 0)),
    ...(phase.inject ? { inject: { ...phase.inject, atSeconds: Math.round(phase.inject.atSeconds * by) } } : {}),
    ...(phase.foldAtSeconds === undefined ? {} : { foldAtSeconds: Math.max(1, Math.round(phase.foldAtSeconds * by)) }),
  }))
}

/** How long sides ask each other, and say each other's case. */
const CASES_SECONDS = 360

/** The place of the last floor debate before the text is negotiated, among all phases of the blocks; -1 where there is none. */
function lastDebate(blocks: readonly AgendaBlock[]): number {
  const kinds = blocks.flatMap(({ phases }) => phases.map(({ phase: kind }) => ({ kind })))
  const text = kinds.findIndex((phase) => opens(phase, 'text'))
  return kinds.slice(0, text === -1 ? undefined : text).findLastIndex((phase) => opens(phase, 'debate'))
}

/** The blocks with the phase in which sides ask each other right after the last floor debate before the text, where it is wanted (E1). */
function withCases(blocks: readonly AgendaBlock[], wanted = false): readonly AgendaBlock[] {
  const after = lastDebate(blocks)
  if (!wanted || after === -1 || hasPhase(blocks, 'asksSides')) return blocks
  let place = -1
  return blocks.map((block) => ({
    ...block,
    phases: block.phases.flatMap((phase): SeminarPhase[] => {
      place += 1
      return place === after ? [phase, { phase: 'cases', seconds: CASES_SECONDS }] : [phase]
    }),
  }))
}

/** How long the text is judged at home where the agenda does not say. */
const RATIFICATION_SECONDS = 240

const hasPhase = (blocks: readonly AgendaBlock[], what: PhaseFeature): boolean =>
  blocks.some(({ phases }) => phases.some(({ phase }) => opens({ kind: phase }, what)))

/** Whether an agenda has a vote, and so may have a ratification after it; and whether it has one by itself. */
export const mayRatify = ({ blocks }: SeminarAgenda): boolean => hasPhase(blocks, 'votes')
export const ratifiesByItself = ({ blocks }: SeminarAgenda): boolean => hasPhase(blocks, 'ratifies')

/** The blocks with a ratification right after the vote, or without one; undefined leaves what the agenda has. */
function withRatification(blocks: readonly AgendaBlock[], wanted: boolean | undefined): readonly AgendaBlock[] {
  if (wanted === undefined || wanted === hasPhase(blocks, 'ratifies')) return blocks
  return blocks.map((block) => ({
    ...block,
    phases: block.phases.flatMap((phase): SeminarPhase[] => {
      if (opens({ kind: phase.phase }, 'ratifies')) return []
      const added = wanted && opens({ kind: phase.phase }, 'votes')
      return added ? [phase, { phase: 'ratification', seconds: RATIFICATION_SECONDS }] : [phase]
    }),
  }))
}
