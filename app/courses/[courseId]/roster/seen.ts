// What a save button promised, as the form sends it along: the server saves only while it is still so. Whom it leaves out, adds and removes
// is told by line and place and not by how many: one number typed into a line moves the fault to its namesake's, and the counts stay.
type Line = { line: number }
type OnRoster = { id: string }

export const linesSeen = ({ places, faults }: { places: readonly unknown[]; faults: readonly Line[] }): string =>
  `${places.length} ${faults.map(({ line }) => line).join()}`

type Compared = { added: readonly Line[]; removed: readonly OnRoster[]; kept: readonly unknown[] }

export const comparisonSeen = ({ added, removed, kept }: Compared): string =>
  [added.map(({ line }) => line).join(), removed.map(({ id }) => id).join(), kept.length].join(' ')
