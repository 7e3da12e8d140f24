// Where the head who signed a clause takes its words to stand (rules Q21, Q22).
import { newestReading, notRead, readingsNow } from '../../questions/readings'
import { cleanVersion } from '../../questions/text'
import { seatsUntilDebrief } from '../../shapes/record'
import { accept, refuse } from '../../shapes/verdict'
import { closedTo } from '../../state/clock'
import { nextPrivate } from '../../state/private-numbers'
import { actingHead, clauseIn } from '../../state/room-state'
import type { Rule } from '../topic'

/** Its row is heard in the seat that reads and by the chair: not even the delegation knows that it was read. */
export const markReading: Rule<'markReading'> = (state, command, who, moment) => {
  if (who.kind !== 'seat') return refuse('not-seated')
  const { id: seat, delegation } = who.seat
  if (delegation === null) return refuse('not-in-caucus')
  const closed = closedTo(state, moment)
  if (closed) return refuse(closed)
  if (!readingsNow(state)) return refuse('wrong-phase')
  if (actingHead(state, delegation)?.id !== seat) return refuse('not-the-head')
  const clause = clauseIn(state, command.clause)
  if (!clause) return refuse('no-such-clause')
  const unfit = notRead(state, clause, delegation)
  if (unfit) return refuse(unfit)
  const { version, value } = command
  if (cleanVersion(clause)?.id !== version) return refuse('words-changed')
  const before = newestReading(state, clause.key, seat)
  if (before?.version === version && before.value === value) return refuse('nothing-changed')
  const no = before?.no ?? nextPrivate(state, 'm', seat)
  return accept(seatsUntilDebrief([seat], { type: 'ReadingMarked', no, seat, clause: clause.key, version, value }))
}
