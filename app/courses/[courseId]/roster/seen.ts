// What a save button promised, as the form sends it along: the server saves only while it is still so.
import type { RosterState } from './actions'

type Lines = Extract<RosterState['view'], { step: 'lines' }>['read']
type Comparison = Extract<RosterState['view'], { step: 'compare' }>['comparison']

export const linesSeen = ({ places, faults }: Lines): string => `${places.length} ${faults.length}`

export const comparisonSeen = ({ added, removed, kept }: Comparison): string =>
  `${added.length} ${removed.length} ${kept.length}`
