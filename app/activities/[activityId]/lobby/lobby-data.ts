// What the page passes to the lobby. Seats and people come over the socket instead.
import type { MissingPerson } from '#simulation/reading/homework/missing'
import type { Knock } from '#simulation/wire/protocol'

export type LobbyRoom = { id: string; name: string }
export type LobbyDoor = {
  open: boolean
  closedAt: number | null
  untilStart: boolean
  /** The code with its separator, as it is shown and read aloud. */
  code: string
  /** The address where a code is typed, as it is shown. */
  joinUrl: string
  /** Why no phone can open the address, and the setting that opens it; null where phones can. */
  unreachable: { setting: 'HOST' | 'NEXTAUTH_URL'; lan: string | null } | null
  /** The link in the QR code; it carries a secret, so whoever opens it joins without the queue. */
  link: string
}
export type LobbyData = {
  activity: { id: string; title: string; kind: 'seminar' | 'homework' }
  timeZone: string
  door: LobbyDoor
  understudies: boolean
  practice: boolean
  rooms: readonly LobbyRoom[]
  waiting: readonly Knock[]
  /** Who of the roster had not come in. */
  missing: readonly MissingPerson[]
  rosterSize: number
}
