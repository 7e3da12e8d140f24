'use client'
// The scene before the start: address, join code and the square to scan, each in a track of its own, and who has joined.
import { useTranslations } from 'next-intl'
import type { RoomAbout } from '#room/link/room-view.ts'
import { heldSeats } from '#simulation/reading/homework/attendance'
import { QrCode } from '#ui/charts/qr-code'
import { Icon } from '#ui/words/icon'
import styles from './lobby-scene.module.css'
import { PeopleTable } from './people-table'
import type { StageContext } from './stage-context'

type LobbySceneProps = { on: StageContext; room: RoomAbout | null; isReachable: boolean }

export function LobbyScene({ on, room, isReachable }: LobbySceneProps) {
  const t = useTranslations('stage.lobby')
  const open = room?.code && room.joinUrl ? { code: room.code, url: room.joinUrl } : null
  return (
    <div className={`pane ${styles.lobby}`}>
      {open && !isReachable ? (
        <p className={`line ${styles.warning}`}>
          <Icon name="warning" />
          <span>{t('unreachable')}</span>
        </p>
      ) : null}
      <div className={styles.top}>
        <div className={styles.words}>
          {open ? (
            <>
              <p className={styles.where}>{t.rich('where', { address: () => <b>{addressOf(open.url)}</b> })}</p>
              <p className={styles.code}>{open.code}</p>
            </>
          ) : (
            <p className={styles.where}>{t('closed')}</p>
          )}
          <h1>{t('seated', { count: heldSeats(on.state).length })}</h1>
        </div>
        {open ? (
          <span className={styles.qr}>
            <QrCode address={open.url} label={open.code} size={1400} />
          </span>
        ) : null}
      </div>
      <PeopleTable on={on} />
    </div>
  )
}

/** The address as people type it: the join page, without the code and the protocol. */
function addressOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname.slice(0, pathname.lastIndexOf('/'))}`
}
