/**
 * Rooms full of members on either server, which speak as fast as they are answered, or at an even beat that no answer holds up. Every member
 * counts every statement: a run in which one was lost, doubled or out of order is void.
 */
import { type Numbers, quantile } from './figures'
import type { Come, Member } from './member'
import { passed } from './processes'

const FILLER =
  'We would rather say it plainly than leave it for others to guess, and here is why we say it now. '.repeat(4)
const MARK = Buffer.from('@@')
/** Every tenth member also notes when a statement was heard. */
const NOTING = 10

type Seat = { member: Member; heard: number }
type Room = { seats: Seat[]; said: number }

const micro = (): number => Math.round(performance.now() * 1000)

export class Crowd {
  readonly #rooms: Room[] = []
  readonly #name: string
  #isMeasuring = false
  #refusals: string[] = []
  #disorder = 0
  #ackMs: number[] = []
  #deliveryMs: number[] = []

  private constructor(name: string) {
    this.#name = name
  }

  /** The first of each room speaks. */
  static async gather(name: string, rooms: readonly (readonly Come[])[]): Promise<Crowd> {
    const crowd = new Crowd(name)
    for (const comers of rooms) {
      const seats = await Promise.all(comers.map((come, at) => crowd.#seat(come, at % NOTING === 0)))
      await Promise.all(seats.map(({ member }) => member.join()))
      crowd.#rooms.push({ seats, said: 0 })
    }
    return crowd
  }

  async #seat(come: Come, notes: boolean): Promise<Seat> {
    const seat = { heard: 0 }
    // A statement begins with its number in the room and the moment at which it was said: `@@7,123456@@`.
    const member = await come((bytes, from, to) => {
      for (let at = bytes.indexOf(MARK, from); at >= 0 && at < to; at = bytes.indexOf(MARK, at + 2)) {
        const comma = bytes.indexOf(0x2c, at)
        const number = digits(bytes, at + 2, comma)
        if (number !== seat.heard + 1) this.#disorder += 1
        seat.heard = number
        const end = bytes.indexOf(MARK, comma)
        if (notes && this.#isMeasuring) this.#deliveryMs.push((micro() - digits(bytes, comma + 1, end)) / 1000)
        at = end
      }
    })
    return Object.assign(seat, { member })
  }

  /** Keeps as many statements under way in every room as it has members. */
  async flatOut(warmMs: number, ms: number, begin?: () => void): Promise<Numbers> {
    let goesOn = true
    const again = (room: Room): void => {
      if (goesOn) this.#say(room, () => again(room))
    }
    for (const room of this.#rooms) for (const _ of room.seats) again(room)
    const numbers = await this.#measure(warmMs, ms, begin)
    goesOn = false
    return numbers
  }

  /** Speaks at an even beat, in one room after the other. */
  async steadily(perSecond: number, warmMs: number, ms: number, begin?: () => void): Promise<Numbers> {
    const begun = performance.now()
    let beats = 0
    const beat = setInterval(() => {
      for (; beats < ((performance.now() - begun) * perSecond) / 1000; beats += 1)
        this.#say(this.#rooms[beats % this.#rooms.length]!, () => undefined)
    }, 1)
    const numbers = await this.#measure(warmMs, ms, begin)
    clearInterval(beat)
    return numbers
  }

  async #measure(warmMs: number, ms: number, begin?: () => void): Promise<Numbers> {
    await passed(warmMs)
    begin?.()
    this.#ackMs = []
    this.#deliveryMs = []
    this.#isMeasuring = true
    const begun = performance.now()
    await passed(ms)
    this.#isMeasuring = false
    const [ack, heard, accepted] = [this.#ackMs, this.#deliveryMs, this.#ackMs.length]
    const times = { ack50: quantile(ack, 0.5), ack99: quantile(ack, 0.99) }
    const perSecond = (accepted / (performance.now() - begun)) * 1000
    return { accepted, perSecond, ...times, heard50: quantile(heard, 0.5), heard99: quantile(heard, 0.99) }
  }

  #say(room: Room, answered: () => void): void {
    room.said += 1
    const sent = micro()
    const text = `@@${room.said},${sent}@@ ${FILLER}`.slice(0, 300).trim()
    const id = `${this.#name}-${this.#rooms.indexOf(room)}-${room.said}`
    room.seats[0]!.member.say(id, text, (refusal) => {
      if (refusal !== null) this.#refusals.push(refusal)
      if (this.#isMeasuring) this.#ackMs.push((micro() - sent) / 1000)
      answered()
    })
  }

  /** Waits until every member has heard every statement; throws where one never does, or hears anything else. */
  async settle(): Promise<void> {
    const seats = this.#rooms.flatMap((room) => room.seats.map((seat) => ({ room, seat })))
    const missing = () => seats.filter(({ room, seat }) => seat.heard !== room.said).length
    for (const until = performance.now() + 60_000; missing() > 0 && performance.now() < until; ) await passed(20)
    const lost = seats.filter(({ seat }) => seat.member.line.isLost).length
    const found = { missing: missing(), lost, refused: this.#refusals.slice(0, 3), disorder: this.#disorder }
    if (missing() + lost + this.#refusals.length + this.#disorder > 0)
      throw new Error(`Void, ${this.#name}: ${JSON.stringify(found)}`)
  }

  /** How many statements were sent; after `settle` all of them were accepted. */
  get said(): number {
    return this.#rooms.reduce((sum, { said }) => sum + said, 0)
  }

  leave(): void {
    for (const { seats } of this.#rooms) for (const { member } of seats) member.line.end()
  }
}

function digits(bytes: Buffer, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) value = value * 10 + (bytes[at]! - 48)
  return value
}
