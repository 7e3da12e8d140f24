// Which entry of a record a hash names: `#e41`, `#eus12`. It must not know whether the entry stands in what is read.
import { entryNumber } from '#simulation/kernel/ids'

export const entryInAddress = (hash: string): string | null =>
  hash.startsWith('#e') && entryNumber.safeParse(hash.slice(2)).success ? hash.slice(2) : null
