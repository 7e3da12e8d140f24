/**
 * Rooms full of members on either server, and two ways of speaking: as fast as statements are accepted, or at a fixed rate that slow
 * answers cannot hold up. Every member counts every statement: a run that lost, doubled or misordered one is void.
 */
import type { Hear } from './line'
import type { Member } from './member'
import { Metronome } from './metronome'

/** Brings a member into a room; `hear` receives what the member is sent. */
export type Open = (room: number, seat: number, hear: Hear) => Promise<Member>
export type Heard = { accepted: number; ackMs: number[]; deliveryMs: number[]; seconds: number }

const FILLER =
  'We would rather say it plainly than leave it for others to guess, and here is why we say it now. '.repeat(4)
const MARK = Buffer.from('@@')
const BYTES = 300
/** The members of each room that also record when they heard each statement. */
const NOTING = new Set([0, 10, 20, 29])

type Seat = { member: Member; heard: number }
type Room = { seats: Seat[]; said: number; speaker: Seat }

const micro = (): number => Math.round(performance.now() * 1000)

export class Crowd {
  readonly #rooms: Room[] = []
  #measuring = false
  #refused: string[] = []
  #disorder = 0
  #names = 0
  #ackMs: number[] = []
  #deliveryMs: number[] = []
  readonly #name: string

  private constructor(name: string) {
    this.#name = name
  }

  /** Seat 0 of each room speaks. */
  static async gather(name: string, rooms: number, seats: number, open: Open): Promise<Crowd> {
    const crowd = new Crowd(name)
    for (let number = 0; number < rooms; number += 1) {
      const gathered = await Promise.all(Array.from({ length: seats }, (_, seat) => crowd.#seat(number, seat, open)))
      await Promise.all(gathered.map(({ member }) => member.join()))
      crowd.#rooms.push({ seats: gathered, said: 0, speaker: gathered[0]! })
    }
    return crowd
  }

  async #seat(room: number, number: number, open: Open): Promise<Seat> {
    const notes = NOTING.has(number)
    const seat: Omit<Seat, 'member'> = { heard: 0 }
    const member = await open(room, number, (bytes, from, to) => {
      for (let at = bytes.indexOf(MARK, from); at >= 0 && at < to; at = bytes.indexOf(MARK, at + 2)) {
        const comma = bytes.indexOf(0x2c, at)
        const n = digits(bytes, at + 2, comma)
        if (n !== seat.heard + 1) this.#disorder += 1
        seat.heard = n
        const end = bytes.indexOf(MARK, comma)
        if (notes && this.#measuring) this.#deliveryMs.push((micro() - digits(bytes, comma + 1, end)) / 1000)
        at = end
      }
    })
    return Object.assign(seat, { member })
  }

  /** Keeps `window` statements in flight in every room. */
  async flatOut(window: number, warmMs: number, measureMs: number, begin: () => Promise<void>): Promise<Heard> {
    let speaking = true
    const again = (room: Room): void => {
      if (speaking) this.#say(room, micro(), () => again(room))
    }
    for (const room of this.#rooms) for (let one = 0; one < window; one += 1) again(room)
    await passed(warmMs)
    await begin()
    const begun = this.#begin()
    await passed(measureMs)
    const heard = this.#end(begun)
    speaking = false
    return heard
  }

  /** Speaks at an even beat that no answer can hold up, in one room after the other. */
  async steadily(perSecond: number, warmMs: number, measureMs: number, begin: () => Promise<void>): Promise<Heard> {
    const beat = new Metronome(perSecond, (number) =>
      this.#say(this.#rooms[number % this.#rooms.length]!, micro(), () => undefined),
    )
    await passed(warmMs)
    await begin()
    const begun = this.#begin()
    await passed(measureMs)
    const heard = this.#end(begun)
    await beat.stop()
    return heard
  }

  #begin(): number {
    this.#ackMs = []
    this.#deliveryMs = []
    this.#measuring = true
    return performance.now()
  }

  #end(begun: number): Heard {
    this.#measuring = false
    const { length: accepted } = this.#ackMs
    return { accepted, ackMs: this.#ackMs, deliveryMs: this.#deliveryMs, seconds: (performance.now() - begun) / 1000 }
  }

  #say(room: Room, sent: number, answered: () => void): void {
    room.said += 1
    this.#names += 1
    const head = `@@${room.said},${sent}@@ `
    const text = (head + FILLER).slice(0, BYTES).trim()
    room.speaker.member.say(`${this.#name}-statement-${this.#names}`, text, (refusal) => {
      if (refusal !== null) this.#refused.push(refusal)
      if (this.#measuring) this.#ackMs.push((micro() - sent) / 1000)
      answered()
    })
  }

  /** Waits until every member has heard every statement; throws where one never does or hears anything else. */
  async settle(): Promise<void> {
    const until = performance.now() + 20_000
    const missing = () => this.#rooms.flatMap(({ seats, said }) => seats.filter(({ heard }) => heard !== said)).length
    while (missing() > 0 && performance.now() < until) await passed(20)
    const lost = this.#rooms.flatMap(({ seats }) => seats.filter(({ member }) => member.isLost)).length
    if (missing() || lost || this.#refused.length > 0 || this.#disorder)
      throw new Error(
        `Void: ${missing()} members of ${this.#name} miss something, ${lost} lost their line, ${this.#refused.length} statements were refused (${this.#refused[0]}), ${this.#disorder} came doubled or out of turn`,
      )
  }

  /** How many statements were sent; after `settle`, all of them were accepted. */
  get said(): number {
    return this.#rooms.reduce((sum, { said }) => sum + said, 0)
  }

  leave(): void {
    for (const { seats } of this.#rooms) for (const { member } of seats) member.end()
  }
}

export const passed = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

function digits(bytes: Buffer, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) value = value * 10 + (bytes[at]! - 48)
  return value
}
