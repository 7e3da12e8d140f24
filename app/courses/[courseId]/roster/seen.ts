// What a save button promised, as the form sends it along: the server saves only while it is still so.
type Many = readonly unknown[]

export const linesSeen = ({ places, faults }: { places: Many; faults: Many }): string =>
  `${places.length} ${faults.length}`

export const comparisonSeen = ({ added, removed, kept }: { added: Many; removed: Many; kept: Many }): string =>
  `${added.length} ${removed.length} ${kept.length}`
