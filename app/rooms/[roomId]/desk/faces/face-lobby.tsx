'use client'
// The desk before the start: how to come in, who has come, and who of the class has not.
import { useTranslations } from 'next-intl'
import { MissingList } from '#room/table/missing-list'
import { attendanceOf, companyOf } from '#simulation/reading/homework/attendance'
import { seatsIn } from '#simulation/state/room-state'
import { QrCode } from '#ui/charts/qr-code'
import type { DeskView } from '../scoring/desk-view'
import styles from './face-lobby.module.css'
import { SideColumns } from './side-columns'

/** How somebody comes in while the door is open. */
export type DeskJoin = { code: string; url: string } | null

export function FaceLobby({ desk, join }: { desk: DeskView; join: DeskJoin }) {
  const t = useTranslations('desk')
  const { state, presence, absent, displayNames } = desk
  return (
    <div className={styles.lobby}>
      <div className={styles.door}>
        {join === null ? (
          <p className="hint">{t('face.doorClosed')}</p>
        ) : (
          <>
            <QrCode address={join.url} label={join.code} size={320} />
            <p className={styles.code}>{join.code}</p>
          </>
        )}
        <MissingList
          names={absent.missing}
          of={absent.of}
          whom={absent.whom}
          displayNames={displayNames}
          understudies={state.plan.understudies}
        />
      </div>
      <SideColumns
        desk={desk}
        head={({ id }) => t('face.seated', { here: companyOf(state, id).people, of: seatsIn(state, id).length })}
        of={(seat) => {
          const standing = attendanceOf(state, presence, seat)
          return { said: standing === 'here' ? null : t(`seat.standing.${standing}`), done: standing === 'here' }
        }}
      />
    </div>
  )
}
