/** The chair of a room by commands over a socket, as the desk sends them: for what a story needs and is not about. */
import type { Page } from '@playwright/test'
import { io, type Socket } from 'socket.io-client'
import { z } from 'zod'
import { joinAnswer, PROTOCOL } from '#simulation/wire/protocol'
import { unpacked } from '../../../app/_room/link/unpacked'
import { expect } from '../../support/browser'

const published = z.object({ phases: z.array(z.object({ dueAt: z.number().nullable() })) })

/** Sends the instructor's commands to a room, as the desk does. */
export class Chair {
  private count = 0
  /** The phase that a seminar is in. */
  private running: number
  private constructor(
    private readonly socket: Socket,
    private readonly roomId: string,
    private readonly displayNames: Record<string, string>,
    private readonly rows: readonly { event?: Record<string, unknown> }[],
  ) {
    this.running = Number(rows.findLast(({ event }) => event?.type === 'PhaseStarted')?.event?.index ?? 0)
  }

  static async of(page: Page, roomId: string): Promise<Chair> {
    const { origin } = new URL(page.url())
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const socket = io(origin, { transports: ['websocket'], extraHeaders: { cookie, origin } })
    const request = { protocol: PROTOCOL, roomId, as: 'self', after: null }
    const joined = joinAnswer.parse(unpacked(await socket.emitWithAck('join', request)))
    expect(joined).toMatchObject({ ok: true, viewer: { kind: 'chair' } })
    if (!joined.ok) throw new Error(joined.refusal)
    return new Chair(socket, roomId, joined.roll, [...joined.forAll, ...joined.rows])
  }

  personCalled(name: string): string {
    return Object.entries(this.displayNames).find(([, called]) => called === name)?.[0] ?? ''
  }

  /** When a part ends, as it was published: which day that is follows from the weekday of today. */
  dueOf(phase: number): number {
    const opened = this.rows.find(({ event }) => event?.type === 'RoomOpened')?.event
    return published.parse(opened?.plan).phases[phase]?.dueAt ?? 0
  }

  /** Who was given this seat when the debate was published. */
  holderOf(seat: string): string {
    const taken = this.rows.find(({ event }) => event?.type === 'SeatTaken' && event.seat === seat)
    return this.displayNames[String(taken?.event?.person)] ?? ''
  }

  async does(command: Record<string, unknown>): Promise<void> {
    this.count += 1
    const commandId = `chair-${Date.now()}-${this.count}`
    expect(await this.socket.emitWithAck('submit', { roomId: this.roomId, commandId, command })).toMatchObject({
      ok: true,
    })
  }

  /** Ends the phase that runs; the agenda of a seminar starts the next by itself. */
  async endsPhase(): Promise<void> {
    await this.does({ type: 'endPhase', index: this.running })
    this.running += 1
  }

  /** Opens one phase after the other up to this one, whatever the calendar says. */
  async opens(phase: number): Promise<void> {
    for (let index = 0; index <= phase; index += 1) {
      await this.does({ type: 'startPhase', index })
      if (index < phase) await this.does({ type: 'endPhase', index })
    }
  }

  leave(): void {
    this.socket.disconnect()
  }
}
