// What the board is given by its page; how far everybody is it hears from the rooms themselves. It knows neither.

export type BoardRoom = { id: string; name: string }
export type BoardPerson = { id: string; name: string; roomId: string | null }
export type BoardData = {
  activity: { id: string; title: string }
  course: string
  timeZone: string
  rooms: readonly BoardRoom[]
  people: readonly BoardPerson[]
  /** On the roster, and without a place in this debate. */
  arrivals: readonly string[]
}
