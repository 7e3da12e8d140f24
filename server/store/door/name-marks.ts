/**
 * Which names of an activity its staff may want to look at: two from one device, two from one address within a minute, one that looks like
 * another, one in letters of two alphabets. A mark says what is so and accuses nobody; only staff are sent them.
 */
import { personId } from '#simulation/kernel/ids'
import type { NameMark } from '#simulation/wire/watching'
import type { ParticipantRow } from '../activities/participants'
import { lookOf, mixesAlphabets } from '../people/names'

const SAME_MINUTE_MS = 60_000
/** From so many on who came from one address in one minute it is a classroom, and says nothing of two of them. */
const A_CLASS = 4

type Comer = Pick<ParticipantRow, 'id' | 'name' | 'createdAt' | 'deviceHash' | 'addressHash' | 'rosterPlaceId'>

/** The marks by participant; who has none is not in it. The later of two is marked, and names the earlier. */
export function nameMarksOf(people: readonly Comer[]): ReadonlyMap<string, NameMark[]> {
  const inOrder = people.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const byDevice = new Map<string, Comer>()
  const byLook = new Map<string, Comer>()
  const byAddress = new Map<string, Comer[]>()
  for (const { addressHash } of inOrder) if (addressHash !== null) byAddress.set(addressHash, [])
  for (const person of inOrder) if (person.addressHash !== null) byAddress.get(person.addressHash)?.push(person)
  const marks = new Map<string, NameMark[]>()
  for (const person of inOrder) {
    const { deviceHash, addressHash, name } = person
    const device = deviceHash === null ? undefined : byDevice.get(deviceHash)
    const together = addressHash === null ? [] : (byAddress.get(addressHash) ?? []).filter(isNear(person))
    const before = together[together.indexOf(person) - 1]
    const own: NameMark[] = []
    if (device) own.push({ kind: 'same-device', as: personId.parse(device.id) })
    else if (before && together.length < A_CLASS) own.push({ kind: 'same-address', as: personId.parse(before.id) })
    const look = byLook.get(lookOf(name))
    if (look) own.push({ kind: 'look-alike', as: personId.parse(look.id) })
    // A name of the roster was written by staff.
    if (person.rosterPlaceId === null && mixesAlphabets(name)) own.push({ kind: 'mixed-alphabets' })
    if (own.length > 0) marks.set(person.id, own)
    if (deviceHash !== null && !device) byDevice.set(deviceHash, person)
    if (!look) byLook.set(lookOf(name), person)
  }
  return marks
}

const isNear = (one: Comer) => (other: Comer) =>
  Math.abs(one.createdAt.getTime() - other.createdAt.getTime()) <= SAME_MINUTE_MS
