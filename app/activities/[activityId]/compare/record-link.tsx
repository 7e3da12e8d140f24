// A link into a table's record, for whoever reads it; for everybody else its words alone.
import type { ReactNode } from 'react'

/** The table whose record the reader takes part in; null for staff, who read every table's. */
export type OwnTable = { own: string | null }

export const RecordLink = ({
  own,
  table,
  href,
  children,
}: OwnTable & { table: string; href: string; children: ReactNode }) =>
  own === null || own === table ? <a href={href}>{children}</a> : children
