// Which positions each caucus of a seminar's agenda files, as the agenda is laid out (O10).
import { ruleOf } from '../agenda/phase-kinds'
import type { Filing } from '../agenda/plan'
import type { TensionKey } from '../kernel/ids'
import type { AgendaBlock, SeminarPhase } from './agenda'

/** Whether a phase files positions in a seminar. */
export const files = ({ phase }: SeminarPhase): boolean => ruleOf({ kind: phase }).seminarFiles

/** The caucus before a round's reveal, in which its opening is filed. */
export const openingCaucus = (phases: readonly SeminarPhase[]): readonly SeminarPhase[] => {
  const reveal = phases.findIndex(({ phase }) => ruleOf({ kind: phase }).reveals)
  return phases.slice(0, Math.max(0, reveal)).filter(files)
}

/** A phase within its block. */
export type Laid = { block: AgendaBlock; phase: SeminarPhase }

/** O10: what a phase files. Before its round's reveal the opening, after it the closing; at the start the first round's, and any round's that has no caucus of its own. */
export function filesIn(laid: readonly Laid[], index: number, played: readonly TensionKey[]): Filing | null {
  const here = laid[index]
  if (!here || !files(here.phase)) return null
  const { block } = here
  if (block.block === 'round') {
    const isOpening = openingCaucus(block.phases).includes(here.phase)
    return { stage: isOpening ? 'opening' : 'closing', rounds: [block.tension] }
  }
  const rounds = played.filter((tension, place) => {
    const own = laid.find(({ block }) => block.block === 'round' && block.tension === tension)?.block
    return place === 0 || !own || openingCaucus(own.phases).length === 0
  })
  return { stage: 'opening', rounds }
}
