// What an understudy may say, why, and in which order; and what has been said already.

import type { DelegationId, Intent } from '../kernel/ids'
import type { Entry } from '../state/room-state'
import { draw, type UnderstudyContext } from './understudy-context'

/** Something to say: a line of the scenario, an answer to a claim, or a word of the glossary. */
export type Saying = Readonly<{
  /** Also the label under which the room's seed orders it. */
  id: string
  /** The office that says it; null where any may. */
  seat: string | null
  text: string
  intent: Intent
  /** To whom a question is put. */
  to: DelegationId | null
  anchors: readonly string[]
  facts?: readonly string[] | undefined
}>

/** What is said earlier has the smaller number; among equals the room's seed decides. */
const RANKS = ['to-a-person', 'unmet', 'reaction', 'reply', 'taking', 'answer', 'question', 'concession'] as const
export type Rank = (typeof RANKS)[number]
export type Candidate = Readonly<{
  line: Saying
  answers: number | null
  rank: Rank
  fit: number
  /** The person's statement to which it is said, also where it does not answer it. */
  heard?: number
}>

export function inOrder<One extends Candidate>(context: UnderstudyContext, candidates: readonly One[]): readonly One[] {
  const order = (one: Candidate) => RANKS.indexOf(one.rank) * 100 - one.fit * 10 + draw(context, 10, one.line.id)
  return candidates.toSorted((a, b) => order(a) - order(b))
}

export type SpokenLines = ReadonlyMap<string, Entry>

/** The statements on the record by their text, which for an understudy's statement is the text of its line. */
export function saidLines({ state }: UnderstudyContext): SpokenLines {
  const said = new Map<string, Entry>()
  for (const entry of state.record)
    if (entry.event.type === 'StatementMade' || entry.event.type === 'StatementPosted')
      said.set(entry.event.text, entry)
  return said
}
