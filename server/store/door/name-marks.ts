/**
 * Which names of an activity its staff may want to look at: two from one device, two from one address within a minute, one that looks like
 * another, one in letters of two alphabets. A name that is proven is never marked, but another that looks like it is. A mark says what is so
 * and accuses nobody; only staff are sent them.
 */
import { personId } from '#simulation/kernel/ids'
import { MINUTE_MS } from '#simulation/kernel/time'
import type { NameMark } from '#simulation/wire/watching'
import { lookOf, mixesAlphabets } from '../people/names'
import type { DoorNews } from './door-news'

const SAME_MINUTE_MS = MINUTE_MS
/** From so many on who came from one address in one minute it is a classroom, and says nothing of two of them. */
const A_CLASS = 4

type Comer = Pick<
  DoorNews['participants'][number],
  'id' | 'name' | 'createdAt' | 'deviceHash' | 'addressHash' | 'rosterPlaceId' | 'proven'
>

/** The marks by participant; who has none is not in it. Of two the later is marked, or the one that is not proven, and names the other. */
export function nameMarksOf(people: readonly Comer[]): ReadonlyMap<string, NameMark[]> {
  const inOrder = people.toSorted(
    (a, b) => Number(b.proven) - Number(a.proven) || a.createdAt.getTime() - b.createdAt.getTime(),
  )
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
    if (own.length > 0 && !person.proven) marks.set(person.id, own)
    if (deviceHash !== null && !device) byDevice.set(deviceHash, person)
    if (!look) byLook.set(lookOf(name), person)
  }
  return marks
}

const isNear = (one: Comer) => (other: Comer) =>
  Math.abs(one.createdAt.getTime() - other.createdAt.getTime()) <= SAME_MINUTE_MS
