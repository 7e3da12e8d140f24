// Whether somebody's words are those of their delegation's brief (rules O12, T8): compared with the brief, whatever the writer says.
import type { Brief } from '../agenda/brief'
import type { DelegationId, TensionKey } from '../kernel/ids'
import type { RoomState } from '../state/room-state'

type Briefed = Pick<RoomState, 'briefs'>

/** What a delegation's brief says that it would file in a round, where this reader hears the brief; null where it says nothing. */
export function briefBand({ briefs }: Briefed, delegation: DelegationId, round: TensionKey): BriefBand | null {
  return briefs.find(({ to }) => to === delegation)?.bands.find((each) => each.round === round) ?? null
}
export type BriefBand = Brief['bands'][number]

/** The words that the brief offers in a round. */
export const briefWords = ({ stand, reading }: BriefBand): string => stand?.text ?? reading

/** Texts that differ in their white space alone are the same words. */
export const sameWords = (left: string, right: string): boolean => plain(left) !== '' && plain(left) === plain(right)
const plain = (text: string): string => text.trim().replace(/\s+/g, ' ')

/** Whether words are the brief's, of one round or of any. */
export function isBriefs(
  { briefs }: Briefed,
  delegation: DelegationId | null,
  text: string,
  round?: TensionKey,
): boolean {
  const bands = briefs.find(({ to }) => to === delegation)?.bands ?? []
  return bands.some((band) => (round === undefined || band.round === round) && sameWords(briefWords(band), text))
}

/** The field of an event that says so, in a room whose plan tells it. */
export const told = ({ plan }: Pick<RoomState, 'plan'>, isSo: boolean): { asBrief?: true } =>
  isSo && plan.tellsOrigin === true ? { asBrief: true } : {}
