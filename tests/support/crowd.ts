/** A class of pages on bare sockets, for stories in which most of a room only sits and raises its hand. */
import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import { joinByCode } from '#server/store/door/door'
import { makeSessionCookie } from '#server/web/identity'
import type { ClientCommand } from '#simulation/kernel/room-command'
import { ack, PROTOCOL } from '#simulation/wire/protocol'

export type Member = { name: string; submit: (command: ClientCommand) => Promise<void>; leave: () => void }

/** Brings somebody through the door and seats them by lot. `url` is the server's address, and its store is connected already. */
export async function memberOf(url: string, code: string, name: string): Promise<Member> {
  const joined = await joinByCode({ code, name, userAgent: 'a story', visitor: null })
  if (!joined.ok || !joined.sessionId || !joined.roomId) throw new Error(`${name} does not come in.`)
  const { roomId } = joined
  const cookie = await makeSessionCookie(joined.sessionId)
  const extraHeaders = { cookie: `${cookie.name}=${cookie.value}`, origin: url }
  const socket: Socket = io(url, { transports: ['websocket'], forceNew: true, extraHeaders })
  const join = () => socket.emitWithAck('join', { protocol: PROTOCOL, roomId, as: 'self', after: null })
  await join()
  const submit = async (command: ClientCommand) => {
    const answer = ack.parse(await socket.emitWithAck('submit', { roomId, commandId: randomUUID(), command }))
    if (!answer.ok) throw new Error(`${name} may not ${command.type}: ${answer.rejection}.`)
  }
  // Whoever has sat down hears more than before, and joins anew.
  const seated = new Promise((left) => socket.once('leave', left))
  await submit({ type: 'takeSeat', seat: null })
  await seated
  await join()
  return { name, submit, leave: () => void socket.disconnect() }
}
