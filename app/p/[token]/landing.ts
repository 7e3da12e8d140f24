// Where a personal link leads once its student is known: straight to the one room they have, or home where there are several.

export function landingOf(places: readonly { roomId: string | null }[]): string {
  const [only, ...more] = places.filter(({ roomId }) => roomId !== null)
  return only && more.length === 0 ? `/rooms/${only.roomId}` : '/home'
}
