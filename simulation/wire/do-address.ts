// The end of an address that opens a room where one piece of owed work is done: `do=3.opening.framing`. Pages make it, and so may whatever
// the server sends; how a room follows it is in reading/where-done.ts. Every page makes addresses, so no schema is
// read here: it would come along with each of them.
import type { Requirement } from '../agenda/plan'
import type { TensionKey } from '../kernel/ids'

export type DoAddress = Readonly<{ phase: number; what: Requirement['what']; tension: TensionKey | null }>

/** Without its `#`. */
export const doHash = ({ phase, what, tension }: DoAddress): string =>
  `do=${[phase, what, ...(tension === null ? [] : [tension])].join('.')}`
