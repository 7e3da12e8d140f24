// What a URL hash calls an entry: `#e41`, `#eus12`, or `#ek-us1.1` for an earlier writing. The entry itself may be absent from what the
// reader may read.
import { entryNumber } from '#simulation/kernel/ids'

export function entryInAddress(hash: string): string | null {
  const [, name, number] = /^#e((.+?)(?:\.\d{1,9})?)$/.exec(hash) ?? []
  return name !== undefined && entryNumber.safeParse(number).success ? name : null
}
