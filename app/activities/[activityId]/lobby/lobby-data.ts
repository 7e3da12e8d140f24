// What the lobby is given by its page; the rest it hears from its rooms. It knows neither.

export type LobbyRoom = { id: string; name: string }
export type LobbyPerson = { id: string; name: string; roomId: string | null }
/** `isRemoved`: the chair has removed whose seat it says is its own. */
export type LobbyKnock = { id: string; name: string; askedAt: number; claims: string | null; isRemoved: boolean }
export type LobbyDoor = {
  open: boolean
  closedAt: number | null
  untilStart: boolean
  /** As it is shown and read aloud. */
  code: string
  /** Where a code is typed. */
  joinUrl: string
  /** The link behind the QR: whoever opens it goes in without waiting. */
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
}
