'use client'
// The board's live rooms, the rows made of them, and sending one command to several rooms.
import { useCallback, useMemo, useState } from 'react'
import type { Refusal, RoomView } from '#room/room-view.ts'
import type { ClientCommand } from '#simulation/shapes/room-command'
import type { RoomState } from '#simulation/state/room-state'
import type { BoardData, BoardRoom } from './board-data'
import { type Row, rowsOf } from './board-rows'

export type LiveRoom = { room: BoardRoom; view: RoomView; state: RoomState }
export type SendResult = { done: number; all: number; refused: readonly { room: string; why: Refusal }[] }
export type SendToRooms = (rooms: readonly LiveRoom[], command: ClientCommand) => Promise<SendResult>

export function useBoard({ rooms, people }: Pick<BoardData, 'rooms' | 'people'>) {
  const [views, setViews] = useState<Readonly<Record<string, RoomView>>>({})
  const [under, setUnder] = useState<SendResult | null>(null)
  const hear = useCallback((roomId: string, view: RoomView) => setViews((known) => ({ ...known, [roomId]: view })), [])

  const heard = useMemo(
    () =>
      rooms.flatMap((room): LiveRoom[] => {
        const view = views[room.id]
        return view?.state ? [{ room, view, state: view.state }] : []
      }),
    [rooms, views],
  )

  /** Sends to one room after another, so that a refusal can name its room; `under` is the progress shown meanwhile. */
  const carry: SendToRooms = useCallback(async (among, command) => {
    const refused: { room: string; why: Refusal }[] = []
    for (const [index, { room, view }] of among.entries()) {
      setUnder({ done: index, all: among.length, refused })
      const answer = await view.submit(command)
      if (!answer.ok && answer.rejection !== 'nothing-changed') refused.push({ room: room.name, why: answer.rejection })
    }
    const carried = { done: among.length, all: among.length, refused }
    setUnder(null)
    return carried
  }, [])

  const rows = useCallback(
    (now: number): Row[] =>
      heard.flatMap(({ room, state }) =>
        rowsOf(
          state,
          room,
          people.filter((person) => person.roomId === room.id),
          now,
        ),
      ),
    [heard, people],
  )

  return { hear, heard, rows, carry, under, waiting: rooms.length - heard.length }
}
