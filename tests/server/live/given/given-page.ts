/** A page on a bare socket that stores everything it receives, and what a test sends and waits for. */
import { setTimeout as wait } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import { expect, vi } from 'vitest'
import { z } from 'zod'
import { fold } from '#simulation/engine/room'
import { type CommandId, commandId, type RoomId } from '#simulation/kernel/ids'
import { isRedacted, joinedRows, type VisibleRow } from '#simulation/secrecy/visible-row'
import type { Recorded } from '#simulation/shapes/record'
import type { ClientCommand } from '#simulation/shapes/room-command'
import type { RoomState } from '#simulation/state/room-state'
import {
  type Ack,
  ack,
  type DisplayNames,
  displayNamesMessage,
  type JoinAnswer,
  joinAnswer,
  type Knock,
  knockMessage,
  type LastHeard,
  leaveMessage,
  PROTOCOL,
  type Presence,
  presenceMessage,
  rowsMessage,
} from '#simulation/wire/protocol'
import { unpacked } from '../../../../app/_room/link/unpacked'
import { patience } from '../../../support/patience'

let commands = 0
export const newId = (): CommandId => {
  commands += 1
  return commandId.parse(`test-${process.pid}-${Date.now()}-${commands}`)
}

const pages = new Set<Page>()

/** A page on a bare socket. It stores every byte it receives, so that a test can look for what should not be there. */
export class Page {
  readonly socket: Socket
  rows: VisibleRow[] = []
  told: VisibleRow[][] = []
  left: string[] = []
  /** The room that the last `leave` named as the one the chair moved this person to. */
  movedTo: string | null = null
  presence: Presence = { seats: [], people: [] }
  roll: DisplayNames = {}
  knocks: readonly Knock[] = []
  /** The names of the messages received, in order: 'ack', 'tell', 'leave' … */
  heard: string[] = []
  bytes = ''

  constructor(address: string, cookie: string, more: { origin?: string } = {}) {
    this.socket = io(address, {
      transports: ['websocket'],
      autoConnect: false,
      reconnection: false,
      forceNew: true,
      timeout: patience(20_000),
      extraHeaders: { cookie, origin: more.origin ?? address },
    })
    this.socket.io.on('open', () => {
      this.socket.io.engine.on('packet', (packet: { data?: unknown }) => {
        // What everybody hears comes to a joining page as bytes.
        if (typeof packet.data === 'string' || Buffer.isBuffer(packet.data)) this.bytes += String(packet.data)
      })
    })
    this.socket.on('tell', (message) => {
      const { rows } = rowsMessage.parse(message)
      this.heard.push('tell')
      this.told.push(rows)
      for (const row of rows) if (row.seq > this.seq) this.rows.push(row)
    })
    this.socket.on('leave', (message) => {
      this.heard.push('leave')
      const { why, to = null } = leaveMessage.parse(message)
      this.left.push(why)
      this.movedTo = to
    })
    this.socket.on('presence', (message) => {
      this.presence = presenceMessage.parse(message).presence
    })
    this.socket.on('roll', (message) => {
      this.roll = displayNamesMessage.parse(message).roll
    })
    this.socket.on('knocks', (message) => {
      this.knocks = knockMessage.parse(message).knocks
    })
    pages.add(this)
  }

  get seq(): number {
    return this.rows.at(-1)?.seq ?? 0
  }

  /** The last row that it holds, by which it comes back. */
  get last(): LastHeard {
    const last = this.readable.at(-1)
    if (!last || last.seq !== this.seq) throw new Error('This page does not end with a row that it may read.')
    return { seq: last.seq, commandId: last.commandId }
  }

  get state(): RoomState {
    const state = fold(this.rows)
    if (!state) throw new Error('This page has not joined.')
    return state
  }

  /** The rows this page could read. */
  get readable(): Recorded[] {
    return this.rows.flatMap((row) => (isRedacted(row) ? [] : [row]))
  }

  async connect(): Promise<this> {
    const { socket } = this
    await new Promise<void>((done, fail) => {
      socket.once('connect', done)
      socket.once('connect_error', fail)
      socket.connect()
    })
    return this
  }

  /** The answer is processed in the step in which it arrives, so that rows sent after it come after it. */
  join(room: RoomId, as: 'self' | 'stage' = 'self', after: LastHeard | null = null): Promise<JoinAnswer> {
    const request = { protocol: PROTOCOL, roomId: room, as, after }
    return new Promise((done, fail) => {
      this.socket.timeout(patience(5_000)).emit('join', request, (lost: Error | null, reply: unknown) => {
        const answer = lost ? undefined : joinAnswer.safeParse(unpacked(reply)).data
        if (!answer) {
          fail(lost ?? new Error('The answer to a join has another shape.'))
          return
        }
        if (answer.ok) this.#take(answer)
        done(answer)
      })
    })
  }

  #take(answer: Extract<JoinAnswer, { ok: true }>): void {
    const rows = joinedRows([answer.forAll, answer.rows], answer.from)
    this.rows = answer.from === 0 ? [...rows] : [...this.rows, ...rows]
    this.presence = answer.presence
    this.roll = answer.roll
    this.knocks = answer.knocks
  }

  async submit(room: RoomId, command: ClientCommand, id: CommandId = newId()): Promise<Ack> {
    const reply = await this.socket
      .timeout(patience(10_000))
      .emitWithAck('submit', { roomId: room, commandId: id, command })
    this.heard.push('ack')
    return ack.parse(reply)
  }

  async now(): Promise<number> {
    return z.strictObject({ now: z.number() }).parse(await this.socket.timeout(patience(5_000)).emitWithAck('clock'))
      .now
  }

  /** Resolves once this page has the row with that number. */
  async hears(seq: number): Promise<void> {
    await until(() => expect(this.seq).toBeGreaterThanOrEqual(seq))
  }
}

/** Disconnects every page. */
export function disconnectPages(): void {
  for (const page of pages) page.socket.disconnect()
  pages.clear()
}

export const until = (met: () => void | Promise<void>, within = 5_000): Promise<void> =>
  vi.waitFor(async () => await met(), { timeout: patience(within), interval: 10 })

/** Asks as a page does: again while the server says so, for instance because a notice about its person came in between. */
export async function askedAsPagesDo<Answer extends { ok: true } | { ok: false; refusal: string }>(
  ask: () => Promise<Answer>,
): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask()
    if (answer.ok || answer.refusal !== 'try-again' || tries === 8) return answer
    await wait(100)
  }
}

/** Whether the ack was accepted; the test says what it expected otherwise. */
export function accepted(answer: Ack): number {
  expect(answer).toMatchObject({ ok: true })
  if (!answer.ok) throw new Error(answer.rejection)
  return answer.seq
}
