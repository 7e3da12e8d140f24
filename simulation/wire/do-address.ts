// The end of an address that opens a room where one piece of owed work is done: `do=3.opening.framing`. Pages make it, and so may whatever
// the server sends; how a room follows it is in reading/where-done.ts.
import { type Requirement, requirement } from '../agenda/plan'
import { type TensionKey, tensionKey } from '../kernel/ids'

export type DoAddress = Readonly<{ phase: number; what: Requirement['what']; tension: TensionKey | null }>

/** Without its `#`. */
export const doHash = ({ phase, what, tension }: DoAddress): string =>
  `do=${[phase, what, ...(tension === null ? [] : [tension])].join('.')}`

/** What the end of an address names, with or without its `#`; null where it is none of these. */
export function readDoHash(hash: string): DoAddress | null {
  const [, phase = '', named = '', on] = /^#?do=(\d{1,3})\.([a-z-]+)(?:\.([a-z-]+))?$/.exec(hash) ?? []
  const what = requirement.shape.what.safeParse(named)
  if (phase === '' || !what.success) return null
  const tension = tensionKey.safeParse(on)
  return { phase: Number(phase), what: what.data, tension: tension.success ? tension.data : null }
}
