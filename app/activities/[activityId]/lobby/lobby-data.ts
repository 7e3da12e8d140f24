// What the page passes to the lobby. Seats come over each room's socket instead.

export type LobbyRoom = { id: string; name: string }
export type LobbyPerson = { id: string; name: string; roomId: string | null }
/** `claims` is the participant the requester says they are; `isRemoved`: the chair has removed that participant. */
export type LobbyKnock = { id: string; name: string; askedAt: number; claims: string | null; isRemoved: boolean }
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
  people: readonly LobbyPerson[]
  waiting: readonly LobbyKnock[]
  /** Names of the roster of whom nobody has come in. */
  missing: readonly string[]
  rosterSize: number
}
