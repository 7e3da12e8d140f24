// Which of the briefs that somebody may read are their own: their office's, and their delegation's.
import type { Brief } from '../agenda/plan'
import type { RoomState, Seat } from '../kernel/room-state'

export type OwnBriefs = { own: Brief | undefined; delegation: Brief | undefined }

/** A second seat of the same office reads the brief of that office. */
export function ownBriefs(
  { briefs }: Pick<RoomState, 'briefs'>,
  { id, mirrors, delegation }: Pick<Seat, 'id' | 'mirrors' | 'delegation'>,
): OwnBriefs {
  const to = (whom: string | null) => briefs.find((brief) => brief.to === whom)
  return { own: to(id) ?? to(mirrors), delegation: to(delegation) }
}
