// Around a student's own pages: at their foot, as on every page of theirs that holds no link to the room, what is asked at the table that
// waits for them, and the way back.

import type { ReactNode } from 'react'
import { caller } from '#access'
import { BackToTable } from '#room/table/back-to-table'
import { readTableOfNow } from '#server/store/rooms/own-rooms'
import styles from './my.module.css'

export default async function OwnLayout({ children }: { children: ReactNode }) {
  const me = await caller()
  const table = me && (await readTableOfNow(me.id))
  return (
    <div className={`pane ${styles.own}`}>
      <div>{children}</div>
      {table ? <BackToTable roomId={table.roomId} person={table.person} /> : null}
    </div>
  )
}
