// What is worth a signal: the floor, and to be next.
import type { Now } from '#simulation/reading/talk/now'

export type Signal = 'floor' | 'openNext' | 'next'

/** What is worth a signal now; null when nothing is. */
export function signalOf({ task, happening }: Pick<Now, 'task' | 'happening'>): Signal | null {
  if (happening.kind !== 'phase') return null
  if (task.kind === 'speak') return 'floor'
  if (task.kind === 'open' && task.next) return 'openNext'
  return task.kind === 'in-queue' && task.place === 1 ? 'next' : null
}
