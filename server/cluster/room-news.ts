/**
 * What servers tell one another about rooms: who has one open, who is connected to it there, who types words for a clause, and the rows
 * that were just saved. All of it may be lost; `behind` is called whenever there are rows in the log that were not heard.
 */

import { z } from 'zod'
import { compiled, readStored } from '#server/base/compiled'
import { ROOM_VERSION } from '#simulation/engine/versions'
import { asJson } from '#simulation/kernel/as-json'
import {
  type CommandId,
  commandId,
  never,
  type PersonId,
  personId,
  type RoomId,
  type SeatId,
  seatId,
  shortText,
} from '#simulation/kernel/ids'
import type { Recorded } from '#simulation/shapes/record'
import { ALONE, type Engine } from './engine'
import type { Peers } from './peers'
import { rankOf } from './rendezvous-hash'

/** What this server has of a room: connected pages, the number of its last row, and the people who are connected. */
type Here = { pages: number; seq: number; people: readonly PersonId[] }

/** An office that types words for a clause at this moment. */
export type WritingHere = { clause: string; seat: SeatId }

type RoomListener = {
  look(): Here
  /** Rows that another server saved after the row of the command `before`, perhaps again, perhaps not the next ones. */
  rows(rows: readonly Recorded[], before: CommandId | null): void
  /** The log goes on where this server's copy ends. */
  behind(): void
  /** Somebody at another server types words for a clause. */
  writing(writing: WritingHere): void
  /** Something changed in who is there, or in whether that can be known. */
  changed(): void
}

export type RoomChannel = {
  /** Hands rows that this server has saved after the row of the command `before` to the others that have the room open. */
  publish(rows: readonly Recorded[], before: CommandId | null): void
  /** Has the others told what `look` returns now, together with what changes in the next moments. */
  changed(): void
  /** Says to the others that somebody here types words for a clause. */
  writing(writing: WritingHere): void
  /** The people connected to the room at other servers, as far as is known. */
  readonly elsewhere: ReadonlySet<PersonId>
  /** Whether others are heard now. While they are not, nobody knows who is connected elsewhere. */
  readonly isHeard: boolean
  /** Whether another server may have saved rows of the room that have not come here yet. */
  readonly mayBeAhead: boolean
  /** 0 when what the room does by itself is this server's to do; how many servers come first otherwise. */
  readonly rank: number
  /** To be called when the room is closed here. */
  leave(): void
}

const message = compiled(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('here'),
      server: z.string(),
      asks: z.boolean(),
      pages: z.int(),
      seq: z.int(),
      people: z.array(personId),
    }),
    z.object({ kind: z.literal('gone'), server: z.string() }),
    z.object({ kind: z.literal('writing'), server: z.string(), clause: shortText, seat: seatId }),
    z.object({
      kind: z.literal('rows'),
      server: z.string(),
      v: z.int(),
      before: z.nullable(commandId),
      rows: z.array(z.unknown()),
    }),
  ]),
)
type Message = z.infer<typeof message>

/** Comings and goings within this time are told together. */
const GATHER_MS = 100

type Timers = { later(afterMs: number, run: () => void): () => void }

export class RoomNews {
  readonly #open = new Set<OpenRoom>()

  constructor(
    private readonly engine: Engine,
    private readonly peers: Peers,
    private readonly time: Timers,
  ) {
    const all = () => {
      for (const room of this.#open) room.othersChanged()
    }
    peers.onChange(all)
    engine.onChange(all)
  }

  /** Joins the room's channel. To be called before its log is read: rows saved in between would be missed for a second. */
  open(room: RoomId, listener: RoomListener): RoomChannel {
    if (this.engine === ALONE) return NOBODY
    const opened = new OpenRoom(room, listener, this.engine, this.peers, this.time, () => this.#open.delete(opened))
    this.#open.add(opened)
    return opened
  }
}

/** The channel of a room whose server is alone: it costs nothing. */
const NOBODY: RoomChannel = {
  publish: () => undefined,
  changed: () => undefined,
  writing: () => undefined,
  elsewhere: new Set(),
  isHeard: true,
  mayBeAhead: false,
  rank: 0,
  leave: () => undefined,
}

class OpenRoom implements RoomChannel {
  readonly #channel: string
  /** What the others have of the room, by server; of one that is gone it stays, in case it was only slow to be heard. */
  readonly #others = new Map<string, { pages: number; people: readonly PersonId[] }>()
  readonly #unsubscribe: () => void
  #told: (() => void) | null = null

  constructor(
    private readonly room: RoomId,
    private readonly listener: RoomListener,
    private readonly engine: Engine,
    private readonly peers: Peers,
    private readonly time: Timers,
    private readonly left: () => void,
  ) {
    this.#channel = `room:{${room}}`
    this.#unsubscribe = engine.subscribe(
      this.#channel,
      (text) => this.#hear(text),
      () => this.#say(true),
      () => this.listener.behind(),
    )
  }

  publish(rows: readonly Recorded[], before: CommandId | null): void {
    if (this.#others.size === 0 || !this.engine.isUp) return
    this.#send({ kind: 'rows', server: this.#self, v: ROOM_VERSION, before, rows: [...rows] })
  }

  changed(): void {
    this.#told ??= this.time.later(GATHER_MS, () => {
      this.#told = null
      this.#say(false)
    })
  }

  writing(writing: WritingHere): void {
    if (this.#others.size > 0) this.#send({ kind: 'writing', server: this.#self, ...writing })
  }

  get elsewhere(): ReadonlySet<PersonId> {
    return new Set(this.#living.flatMap(([, { people }]) => people))
  }

  get isHeard(): boolean {
    return this.engine.isUp
  }

  get mayBeAhead(): boolean {
    return !this.engine.isUp || this.#living.length > 0
  }

  get rank(): number {
    if (this.#others.size === 0) return 0
    const { pages } = this.listener.look()
    const others = this.#living
    const followed = others.filter((other) => other[1].pages > 0)
    // Where people are, the room is sure to be open; only where nobody is, one of those who watch it acts.
    if (pages > 0 || followed.length === 0)
      return rankOf(
        this.#self,
        (pages > 0 ? followed : others).map(([server]) => server),
        this.room,
      )
    return (
      followed.length +
      rankOf(
        this.#self,
        others.filter((other) => other[1].pages === 0).map(([server]) => server),
        this.room,
      )
    )
  }

  leave(): void {
    this.#told?.()
    this.#send({ kind: 'gone', server: this.#self })
    this.#unsubscribe()
    this.left()
  }

  othersChanged(): void {
    this.listener.changed()
  }

  get #self(): string {
    return this.peers.id
  }

  get #living() {
    return [...this.#others].filter(([server]) => this.peers.living.has(server))
  }

  #say(asks: boolean): void {
    this.#send({
      kind: 'here',
      server: this.#self,
      asks,
      ...this.listener.look(),
      people: [...this.listener.look().people],
    })
  }

  #send(what: Message): void {
    this.engine.publish(this.#channel, JSON.stringify(what))
  }

  #hear(text: string): void {
    const heard = message.safeParse(asJson(text)).data
    if (!heard) {
      this.listener.behind()
      return
    }
    if (heard.server === this.#self) return
    switch (heard.kind) {
      case 'here': {
        const { server, pages, people, seq, asks } = heard
        this.#others.set(server, { pages, people })
        if (asks) this.#say(false)
        if (seq > this.listener.look().seq) this.listener.behind()
        this.listener.changed()
        break
      }
      case 'gone':
        this.#others.delete(heard.server)
        this.listener.changed()
        break
      case 'writing':
        if (this.peers.living.has(heard.server)) this.listener.writing({ clause: heard.clause, seat: heard.seat })
        break
      case 'rows':
        this.#hearRows(heard)
        break
      default:
        never(heard)
    }
  }

  /**
   * Rows that cannot be read here are found again in the log, where that is dealt with; and so are those
   * of a server that does not live, as this one knows: somebody may say again what it once said of a log that has become shorter.
   */
  #hearRows({ server, v, before, rows }: Extract<Message, { kind: 'rows' }>): void {
    if (!this.peers.living.has(server)) {
      this.listener.behind()
      return
    }
    let read: Recorded[]
    try {
      read = rows.map((row) => readStored(v, row))
    } catch {
      this.listener.behind()
      return
    }
    this.listener.rows(read, before)
  }
}
