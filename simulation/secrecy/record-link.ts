// Which reader of a record may be given a link, and when it opens (D23).
import type { FileReader } from './file-reader'

/** The most days that a link is open. */
export const MOST_LINK_DAYS = 180

/** Whoever follows a link: nobody that is known, somebody of the course, or staff who read every room of it. */
export type LinkVisitor = 'stranger' | 'course' | 'staff'

/** Staff sign in: what is theirs goes by no link. */
export const mayGoByLink = (reader: FileReader): boolean => reader.kind !== 'own'

export const isLinkOpen = (link: { expiresAt: number; revokedAt: number | null }, now: number): boolean =>
  link.revokedAt === null && now < link.expiresAt

/** A publication for everybody; the rest for the course, and one side of a sealed record for staff alone (D8). */
export function opensFor(reader: FileReader, visitor: LinkVisitor, unsealed: boolean): boolean {
  switch (reader.kind) {
    case 'publication':
      return true
    case 'class':
      return visitor !== 'stranger'
    case 'side':
      return visitor === 'staff' || (visitor === 'course' && unsealed)
    case 'own':
      return false
    default:
      return reader satisfies never
  }
}
