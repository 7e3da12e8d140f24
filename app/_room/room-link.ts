// One page's connection to its room: joins, receives rows, rejoins after every loss, and publishes each change to the screen.

import { never, type RoomId, roomId } from '#simulation/kernel/ids'
import type { Viewer } from '#simulation/secrecy/viewer'
import {
  ack,
  displayNamesMessage,
  joinAnswer,
  knockMessage,
  leaveMessage,
  PROTOCOL,
  presenceMessage,
  roomMessage,
  rowsMessage,
  savingMessage,
} from '#simulation/wire/protocol'
import { askClock } from './ask-clock'
import { type HeardLog, heardWhole, hearMore, lastHeard, nothingHeard } from './heard-log'
import { Outbox, type OutboxStorage } from './outbox'
import { Outgoing } from './outgoing'
import { ANSWER_MS, Reconnecting, type RoomSocket } from './reconnecting'
import { beforeJoining, type Connection, type RoomView } from './room-view'
import { ServerClock } from './server-clock'

const SYNC_EVERY_MS = 120_000

export class RoomLink {
  view: RoomView
  #log: HeardLog = nothingHeard
  #socket: RoomSocket | null = null
  #reconnecting: Reconnecting | null = null
  /** Counts joins, so that a late answer to an older join is ignored. */
  #turn = 0
  /** Whether a join has no answer yet. Rows that arrive meanwhile are ignored: the answer will hold them. */
  #pending = false
  #stopped = false
  #syncing: ReturnType<typeof setInterval> | undefined
  readonly #clock = new ServerClock()
  readonly #outgoing: Outgoing
  readonly #listeners = new Set<() => void>()

  constructor(
    private readonly room: RoomId,
    private readonly as: 'self' | 'stage',
    private readonly given: { open: (room: RoomId) => Promise<RoomSocket>; shelf: OutboxStorage; reload: () => void },
  ) {
    this.#outgoing = new Outgoing({
      now: this.#clock.now,
      toldUpTo: () => this.#log.seq,
      unsavedSince: () => this.view.unsavedSince,
      changed: () => this.#show({ waiting: this.#outgoing.view, savedAt: this.#outgoing.savedAt }),
      post: (commandId, command, answered) => {
        const heard = (lost: Error | null, reply: unknown) =>
          answered(lost ? null : (ack.safeParse(reply).data ?? null))
        this.#socket?.timeout(ANSWER_MS).emit('submit', { roomId: room, commandId, command }, heard)
      },
    })
    this.view = {
      ...beforeJoining,
      now: this.#clock.now,
      submit: async (command) =>
        as === 'stage' ? { ok: false, rejection: 'not-joined' } : this.#outgoing.submit(command),
      dismiss: this.#outgoing.dismiss,
      retry: this.#outgoing.retry,
    }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async start(): Promise<void> {
    const socket = await this.given.open(this.room)
    if (this.#stopped) return
    this.#socket = socket
    this.#reconnecting = new Reconnecting(socket)
    socket.on('connect', () => this.#join())
    socket.on('disconnect', (reason) => this.#lost(reason === 'io server disconnect'))
    socket.on('connect_error', (error) => {
      if (error.message === 'signed-out') this.#end({ kind: 'refused', why: 'signed-out' })
      else this.#lost(!socket.active)
    })
    socket.on('tell', (message) => this.#tell(message))
    socket.on('roll', (message) => {
      const named = displayNamesMessage.safeParse(message).data
      this.#mine(named && { roomId: named.roomId, displayNames: named.roll })
    })
    socket.on('presence', (message) => this.#mine(presenceMessage.safeParse(message).data))
    socket.on('saving', (message) => this.#mine(savingMessage.safeParse(message).data))
    socket.on('knocks', (message) => this.#mine(knockMessage.safeParse(message).data))
    socket.on('room', (message) => this.#mine(roomMessage.safeParse(message).data))
    socket.on('leave', (message) => this.#leave(message))
    this.#syncing = setInterval(() => void this.#sync(), SYNC_EVERY_MS)
    socket.connect()
  }

  stop(): void {
    this.#stopped = true
    clearInterval(this.#syncing)
    this.#reconnecting?.calm()
    this.#outgoing.close()
    this.#socket?.disconnect()
  }

  #join(after = lastHeard(this.#log)): void {
    this.#turn += 1
    this.#pending = true
    const turn = this.#turn
    this.#outgoing.halt()
    const request = {
      protocol: PROTOCOL,
      roomId: this.room,
      as: this.as,
      after,
    }
    this.#socket?.timeout(ANSWER_MS).emit('join', request, (lost: Error | null, reply: unknown) => {
      if (turn !== this.#turn) return
      if (lost) {
        if (this.#socket?.connected) this.#joinSoon()
        return
      }
      this.#joined(reply)
    })
  }

  #joinSoon(): void {
    const turn = this.#turn
    setTimeout(() => turn === this.#turn && this.#socket?.connected && this.#join(), 500 + Math.random() * 1500)
  }

  #joined(reply: unknown): void {
    const answer = joinAnswer.safeParse(reply).data
    if (!answer) {
      this.given.reload()
      return
    }
    if (!answer.ok) {
      this.#notJoined(answer.refusal)
      return
    }
    const log = answer.from === 0 ? heardWhole(answer.rows) : hearMore(this.#log, answer.rows)
    const other = answer.from !== 0 && !isSame(answer.viewer, this.view.viewer)
    if (!log || other) {
      this.#join(null)
      return
    }
    this.#pending = false
    this.#reconnecting?.calm()
    this.#log = log
    this.#clock.glimpse(answer.now)
    const { viewer, roll: displayNames, presence, knocks, room, unsavedSince } = answer
    const waiting = this.#outgoing.told(log.seq)
    const shown = {
      state: log.state,
      seq: log.seq,
      waiting,
      viewer,
      displayNames,
      presence,
      knocks,
      room,
      unsavedSince,
    }
    this.#show({ ...shown, connection: { kind: 'live' } })
    this.#outgoing.resume()
    if (this.as === 'self') void this.#outgoing.open(new Outbox(this.room, viewer, this.given.shelf))
    void this.#sync()
  }

  #notJoined(refusal: Extract<ReturnType<typeof joinAnswer.parse>, { ok: false }>['refusal']): void {
    switch (refusal) {
      case 'removed':
        this.#end({ kind: 'removed' })
        break
      case 'taken-away':
        this.#end({ kind: 'refused', why: 'taken-away' })
        break
      case 'not-found':
      case 'brought-record':
      case 'malformed':
        this.#end({ kind: 'refused', why: 'not-found' })
        break
      case 'signed-out':
        this.#end({ kind: 'refused', why: 'signed-out' })
        break
      case 'made-by-newer':
        this.#end({ kind: 'refused', why: 'made-by-newer' })
        break
      case 'outdated':
        this.#show({ connection: { kind: 'outdated' } })
        this.given.reload()
        // Where it may not reload yet, or has loaded an old page once more, it asks again.
        this.#joinSoon()
        break
      case 'try-again':
      case 'slow-down':
        this.#joinSoon()
        break
      default:
        never(refusal)
    }
  }

  #tell(message: unknown): void {
    const told = rowsMessage.safeParse(message).data
    if (told && (told.roomId !== this.room || this.#pending)) return
    const log = told ? hearMore(this.#log, told.rows) : null
    if (log) {
      this.#log = log
      this.#show({ state: log.state, seq: log.seq, waiting: this.#outgoing.told(log.seq) })
    } else this.#join(told ? undefined : null)
  }

  /** Applies a message that replaces a part of the view, if it is about this room. */
  #mine(message: ({ roomId: RoomId } & Partial<RoomView>) | undefined): void {
    if (message?.roomId !== this.room) return
    const { roomId: _, ...change } = message
    this.#show(change)
  }

  #leave(message: unknown): void {
    const leave = leaveMessage.safeParse(message).data
    if (leave?.roomId !== this.room) return
    switch (leave.why) {
      case 'removed':
        this.#end({ kind: 'removed' })
        break
      case 'signed-out':
      case 'too-many':
        this.#end({ kind: 'refused', why: leave.why })
        break
      case 'rejoin':
        if (leave.to === undefined) this.#join(null)
        else this.#end({ kind: 'moved', to: leave.to })
        break
      case 'restarting':
        this.#reconnecting?.hurry()
        this.#show({ connection: { kind: 'restarting', since: this.#clock.now() } })
        break
      default:
        never(leave.why)
    }
  }

  /** `forGood`: Socket.IO does not come back by itself when the server ended or refused the connection. */
  #lost(forGood: boolean): void {
    this.#turn += 1
    this.#outgoing.halt()
    const { kind } = this.view.connection
    if (kind === 'removed' || kind === 'moved' || kind === 'refused' || this.#stopped) return
    if (kind === 'live') this.#show({ connection: { kind: 'offline', since: this.#clock.now() } })
    if (forGood) this.#reconnecting?.again(() => this.#stopped)
  }

  /** Ends the link for good. The state is dropped too, so that a removed person does not go on reading it. */
  #end(connection: Connection): void {
    this.#log = nothingHeard
    this.#turn += 1
    this.#outgoing.halt()
    this.#show({ state: null, seq: 0, viewer: null, displayNames: {}, knocks: [], connection })
    this.#socket?.disconnect()
  }

  async #sync(): Promise<void> {
    await this.#clock.sync(() => askClock(this.#socket))
  }

  #show(change: Partial<RoomView>): void {
    this.view = { ...this.view, ...change }
    for (const listener of this.#listeners) listener()
  }
}

function isSame(a: Viewer, b: Viewer | null): boolean {
  if (a.kind !== 'person' || b?.kind !== 'person') return a.kind === b?.kind
  return a.person === b.person && a.seat === b.seat
}

/** Reloads a page of an older build, once: if the new page is as old, reloading again would never end. */
export function reloadOnce(): void {
  const last = Number(sessionStorage.getItem('track-two-reloaded') ?? 0)
  if (Date.now() - last < 60_000) return
  sessionStorage.setItem('track-two-reloaded', String(Date.now()))
  location.reload()
}

export const roomIdOf = (id: string): RoomId => roomId.parse(id)
