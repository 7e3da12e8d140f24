// The number of the entry that a URL hash names: `#e41`, `#eus12`. The entry itself may be absent from what the reader may read.
import { entryNumber } from '#simulation/kernel/ids'

export const entryInAddress = (hash: string): string | null =>
  hash.startsWith('#e') && entryNumber.safeParse(hash.slice(2)).success ? hash.slice(2) : null
