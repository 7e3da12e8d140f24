/** A room that plays on from a moment of another, as the rules make it of the rows of a story. */
import { createHash } from 'node:crypto'
import { fold } from '#simulation/engine/room'
import { chairActor, personId } from '#simulation/kernel/ids'
import { type ForkOrder, forkFault, forkMoment, forkSeatsIn, forkSteps } from '#simulation/reading/record/fork'
import type { Recorded } from '#simulation/shapes/record'
import { PEOPLE } from './stories/story-script'

export const hash = (text: string) => createHash('sha256').update(text).digest('hex')

export function outcome<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

export const newId = (person: string) => personId.parse(`new-${person}`)

/** A fork of these rows at a share of them; null where nothing can follow. */
export function forkOf(
  rows: readonly Recorded[],
  share: number,
  seats: ForkOrder['seats'],
  comes: (name: string) => boolean = () => true,
) {
  const whole = fold(rows)
  const moment = outcome(forkMoment(rows, Math.max(1, Math.ceil(rows.length * share))))
  if (!whole || !moment || forkFault(moment.state) || !forkSeatsIn(whole.plan).includes(seats)) return null
  const people = new Map(PEOPLE.map((name) => [personId.parse(name), { id: newId(name), comes: comes(name) }] as const))
  const order: ForkOrder = {
    ...{ rows, whole, moment, seats, people, hash },
    ...{ room: 'Table 3', names: {}, chair: chairActor('again'), fingerprint: hash },
    now: (rows.at(-1)?.at ?? 0) + 86_400_000,
  }
  const fork = outcome(forkSteps(order))
  if ('fault' in fork) throw new Error(fork.fault)
  return { moment, fork, whole }
}
