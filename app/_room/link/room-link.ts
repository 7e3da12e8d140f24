// What a page hears of its room: joins, takes in rows, and publishes each change to the screen.

import { type RoomId, roomId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/kernel/viewer'
import { joinedRows } from '#simulation/secrecy/visible-row'
import {
  ack,
  displayNamesMessage,
  joinAnswer,
  knockMessage,
  leaveMessage,
  presenceMessage,
  roomMessage,
  rowsMessage,
  savingMessage,
  writingMessage,
} from '#simulation/wire/protocol'
import { type HeardLog, heardWhole, hearMore, lastHeard, nothingHeard } from './heard-log'
import { type Answered, Link } from './link'
import { deviceStorage, Outbox, type OutboxStorage } from './outbox'
import { Outgoing } from './outgoing'
import { ANSWER_MS, type RoomSocket } from './reconnecting'
import { reloadOnce } from './reload-once'
import { beforeJoining, type RoomView } from './room-view'
import { unpacked } from './unpacked'
import { Writers } from './writers'

type Heard = Omit<RoomView, 'connection'>

export class RoomLink extends Link<Heard> {
  protected readonly event = 'join'
  #log: HeardLog = nothingHeard
  /** Whether a join has no answer yet. Rows that arrive meanwhile are ignored: the answer will hold them. */
  #pending = false
  readonly #outgoing: Outgoing
  readonly #writers = new Writers((writing) => this.show({ writing }))

  constructor(
    private readonly room: RoomId,
    private readonly as: 'self' | 'stage',
    private readonly given: { open: (room: RoomId) => Promise<RoomSocket>; shelf: OutboxStorage; reload: () => void },
  ) {
    super(beforeJoining, { open: () => given.open(room), reload: given.reload })
    this.#outgoing = new Outgoing({
      now: this.clock.now,
      toldUpTo: () => this.#log.seq,
      unsavedSince: () => this.view.unsavedSince,
      changed: () => this.show({ waiting: this.#outgoing.view, savedAt: this.#outgoing.savedAt }),
      post: (commandId, command, answered) => {
        const heard = (lost: Error | null, reply: unknown) =>
          answered(lost ? null : (ack.safeParse(reply).data ?? null))
        this.socket?.timeout(ANSWER_MS).emit('submit', { roomId: room, commandId, command }, heard)
      },
    })
    this.show({
      now: this.clock.now,
      submit: async (command) =>
        as === 'stage' ? { ok: false, rejection: 'not-joined' } : this.#outgoing.submit(command),
      write: (clause) => {
        if (this.view.connection.kind !== 'live' || !this.#writers.isDue(clause)) return
        this.socket?.emit('writing', { roomId: room, clause })
      },
      dismiss: this.#outgoing.dismiss,
      retry: this.#outgoing.retry,
    })
  }

  override stop(): void {
    this.#outgoing.close()
    this.#writers.close()
    super.stop()
  }

  protected request(anew: boolean): object {
    this.#pending = true
    return { roomId: this.room, as: this.as, after: anew ? null : lastHeard(this.#log) }
  }

  protected answered(reply: unknown): Answered<Heard> {
    const answer = joinAnswer.safeParse(unpacked(reply)).data
    if (!answer) return 'unreadable'
    if (!answer.ok) return answer.refusal
    const rows = joinedRows([answer.forAll, answer.rows], answer.from)
    const log = answer.from === 0 ? heardWhole(rows) : hearMore(this.#log, rows)
    const other = answer.from !== 0 && !isSame(answer.viewer, this.view.viewer)
    if (!log || other) return 'anew'
    this.#pending = false
    this.#log = log
    const { now, viewer, roll: displayNames, presence, knocks, room, unsavedSince, space } = answer
    const waiting = this.#outgoing.told(log.seq)
    return {
      now,
      shows: {
        ...{ state: log.state, seq: log.seq, waiting, viewer, displayNames, presence, knocks, room },
        ...{ unsavedSince, space },
      },
    }
  }

  protected override live(): void {
    this.#outgoing.resume()
    const { viewer } = this.view
    if (this.as === 'self' && viewer) void this.#outgoing.open(new Outbox(this.room, viewer, this.given.shelf))
  }

  protected listen(socket: RoomSocket): void {
    socket.on('tell', (message) => this.#tell(message))
    socket.on('roll', (message) => {
      const named = displayNamesMessage.safeParse(message).data
      this.#mine(named && { roomId: named.roomId, displayNames: named.roll })
    })
    socket.on('presence', (message) => this.#mine(presenceMessage.safeParse(message).data))
    socket.on('saving', (message) => this.#mine(savingMessage.safeParse(message).data))
    socket.on('writing', (message) => {
      const heard = writingMessage.safeParse(message).data
      if (heard?.roomId === this.room) this.#writers.hear({ clause: heard.clause, seat: heard.seat })
    })
    socket.on('knocks', (message) => this.#mine(knockMessage.safeParse(message).data))
    socket.on('room', (message) => this.#mine(roomMessage.safeParse(message).data))
    socket.on('leave', (message) => {
      const leave = leaveMessage.safeParse(message).data
      if (leave?.roomId === this.room) this.left(leave)
    })
  }

  protected forget(): Partial<Heard> {
    this.#log = nothingHeard
    return { state: null, seq: 0, viewer: null, displayNames: {}, knocks: [], writing: [] }
  }

  protected override halt(): void {
    this.#outgoing.halt()
  }

  #tell(message: unknown): void {
    const told = rowsMessage.safeParse(message).data
    if (told && (told.roomId !== this.room || this.#pending)) return
    const log = told ? hearMore(this.#log, told.rows) : null
    if (log) {
      this.#log = log
      this.show({ state: log.state, seq: log.seq, waiting: this.#outgoing.told(log.seq) })
    } else this.follow(told === undefined)
  }

  /** Applies a message that replaces a part of the view, if it is about this room. */
  #mine(message: ({ roomId: RoomId } & Partial<Heard>) | undefined): void {
    if (message?.roomId !== this.room) return
    const { roomId: _, ...change } = message
    this.show(change)
  }
}

function isSame(a: Viewer, b: Viewer | null): boolean {
  if (a.kind !== 'person' || b?.kind !== 'person') return a.kind === b?.kind
  return a.person === b.person && a.seat === b.seat
}

/** The link of a page of this device to a room. */
export const linkTo = (id: string, as: 'self' | 'stage', socket: RoomSocket): RoomLink =>
  new RoomLink(roomId.parse(id), as, { open: async () => socket, shelf: deviceStorage(), reload: reloadOnce })
