/** People who sit down over a bare socket: a class that only sits and raises its hand, and the students of stories that begin in their seats. */
import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { joinByCode } from '#server/store/door/door'
import { makeSessionCookie } from '#server/web/identity'
import type { SeatId } from '#simulation/kernel/ids'
import type { ClientCommand } from '#simulation/shapes/room-command'
import { ack, PROTOCOL } from '#simulation/wire/protocol'

export type Member = { submit: (command: ClientCommand) => Promise<void>; leave: () => void }

/** Brings somebody through the door and seats them by lot. `url` is the server's address, and its store is connected already. */
export async function memberOf(url: string, code: string, name: string): Promise<Member> {
  const joined = await joinByCode({ code, name, userAgent: 'a story', visitor: null })
  if (!joined.ok || !joined.sessionId || !joined.roomId) throw new Error(`${name} does not come in.`)
  return seatMember(url, { sessionId: joined.sessionId, roomId: joined.roomId }, null)
}

/** Opens the room as the person of this session and takes the seat, or with null one by lot. */
export async function seatMember(
  url: string,
  { sessionId, roomId }: { sessionId: string; roomId: string },
  seat: SeatId | null,
): Promise<Member> {
  const cookie = await makeSessionCookie(sessionId)
  const extraHeaders = { cookie: `${cookie.name}=${cookie.value}`, origin: url }
  const socket: Socket = io(url, { transports: ['websocket'], forceNew: true, extraHeaders })
  const join = () => socket.emitWithAck('join', { protocol: PROTOCOL, roomId, as: 'self', after: null })
  await join()
  const submit = async (command: ClientCommand) => {
    const answer = ack.parse(await socket.emitWithAck('submit', { roomId, commandId: randomUUID(), command }))
    if (!answer.ok) throw new Error(`Nobody may ${command.type} here: ${answer.rejection}.`)
  }
  // Whoever has sat down hears more than before, and joins anew.
  const seated = new Promise((left) => socket.once('leave', left))
  await submit({ type: 'takeSeat', seat })
  await seated
  await join()
  return { submit, leave: () => void socket.disconnect() }
}
