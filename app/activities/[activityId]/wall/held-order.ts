// The order of the tables while the pointer or the focus is on them: what is being pointed at stays where it is, whatever happens at the
// tables. Pure, so that a law can play against it.

/** The ids that were shown as they began to be held, by the order that was chosen then. */
export type Held<Order> = { by: Order; ids: readonly string[] } | null

/** Holds what is shown from here on; what is held already stays as it is. */
export const holding = <Order>(before: Held<Order>, by: Order, ids: readonly string[]): Held<Order> =>
  before ?? { by, ids }

/**
 * What goes on being held. Another order that was chosen is shown also where the pointer rests on a table, and then held. A table that went
 * and comes back is new: in its old place it would push down what is pointed at.
 */
export function stillHeld<Order>(held: Held<Order>, by: Order, sorted: readonly string[]): Held<Order> {
  if (!held) return null
  const ids = held.by === by ? shownOrder(held, sorted) : sorted
  return held.by === by && ids.join() === held.ids.join() ? held : { by, ids }
}

/** The tables as they are shown: held ones where they were, without those that are gone, and new ones behind them. */
export function shownOrder(held: Held<unknown>, sorted: readonly string[]): readonly string[] {
  if (!held) return sorted
  const { ids } = held
  return [...ids.filter((id) => sorted.includes(id)), ...sorted.filter((id) => !ids.includes(id))]
}
