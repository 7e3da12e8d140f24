// What becomes of a visit to a room that the visitor may not enter.
import { notFound, redirect } from 'next/navigation'

/** Leads whoever was moved from it to the same page of the room they are in now; for everybody else there is no such room. */
export function leadOn(movedTo: string | null, path: (roomId: string) => string): never {
  if (movedTo !== null) redirect(path(movedTo))
  notFound()
}
