'use client'
// The desk while delegations talk among themselves: which has filed, and who of each has written anything yet. No word of it stands here.
import { useTranslations } from 'next-intl'
import { attendanceOf } from '#simulation/reading/homework/attendance'
import { seatWork, sideFiling } from '#simulation/reading/room/desk-face'
import { SealStrip } from '#ui/words/seal'
import type { DeskView } from '../scoring/desk-view'
import { ForetoldLine } from '../scoring/foretold-line'
import styles from './face-caucus.module.css'
import { RemindButton } from './remind-button'
import { SideColumns } from './side-columns'

export function FaceCaucus({ desk }: { desk: DeskView }) {
  const t = useTranslations('desk')
  const { state, presence } = desk
  return (
    <div className={styles.caucus}>
      <SideColumns
        desk={desk}
        head={({ id }) => {
          const stands = sideFiling(state, id)
          return stands === null ? null : t(`face.side.${stands}`)
        }}
        below={({ id }) => {
          const stands = sideFiling(state, id)
          if (stands === null) return null
          return stands === 'filed' ? <SealStrip /> : <RemindButton desk={desk} delegation={id} of="filing" />
        }}
        of={(seat) => {
          const standing = attendanceOf(state, presence, seat)
          if (standing !== 'here') return { said: t(`seat.standing.${standing}`), done: false }
          const work = seatWork(state, seat)
          return { said: work === 'nothing' ? null : t(`face.work.${work}`), done: work !== 'nothing' }
        }}
      />
      <ForetoldLine state={state} className={styles.foretold} />
    </div>
  )
}
