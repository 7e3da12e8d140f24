'use client'
// The board's live rooms, the rows made of them, and sending one command to several rooms.
import { useCallback, useMemo, useState } from 'react'
import type { Refusal, RoomView } from '#room/link/room-view.ts'
import type { ClientCommand } from '#simulation/shapes/room-command'
import type { RoomState } from '#simulation/state/room-state'
import type { BoardData, BoardRoom } from './board-data'
import { type Row, rowsOf } from './board-rows'

export type LiveRoom = { room: BoardRoom; view: RoomView; state: RoomState }
/** A student's row, with the room they sit in. */
export type RowInRoom = { row: Row; heard: LiveRoom }
export type SendResult = { done: number; all: number; refused: readonly { room: string; why: Refusal }[] }
export type SendToRooms = (
  rooms: readonly LiveRoom[],
  commandFor: (heard: LiveRoom) => ClientCommand | null,
) => Promise<SendResult>

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

  /** Sends to all of these rooms at once; a refusal names its room, and the others have it done. `under` is the progress shown meanwhile. */
  const carry: SendToRooms = useCallback(async (among, commandFor) => {
    let done = 0
    setUnder({ done, all: among.length, refused: [] })
    const answers = await Promise.all(
      among.map(async (heard): Promise<SendResult['refused']> => {
        const command = commandFor(heard)
        const answer = command && (await heard.view.submit(command))
        done += 1
        setUnder({ done, all: among.length, refused: [] })
        if (!answer || answer.ok || answer.rejection === 'nothing-changed') return []
        return [{ room: heard.room.name, why: answer.rejection }]
      }),
    )
    setUnder(null)
    return { done, all: among.length, refused: answers.flat() }
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
