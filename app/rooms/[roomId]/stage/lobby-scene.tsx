'use client'
// The scene before the start: join code and address as large as possible, and who has joined.
import { useTranslations } from 'next-intl'
import type { RoomAbout } from '#room/room-view.ts'
import { QrCode } from '#ui/qr-code'
import styles from './lobby-scene.module.css'
import { PeopleTable } from './people-table'
import type { StageContext } from './stage-context'

type LobbySceneProps = { on: StageContext; room: RoomAbout | null; isReachable: boolean }

export function LobbyScene({ on, room, isReachable }: LobbySceneProps) {
  const t = useTranslations('stage.lobby')
  const open = room?.code && room.joinUrl ? { code: room.code, url: room.joinUrl } : null
  return (
    <div className={styles.lobby} data-closed={open ? undefined : ''}>
      <div className={styles.words}>
        <h1>{room?.title ?? on.state.plan.title}</h1>
        {open ? (
          <>
            <p className={styles.where}>{t('where', { address: addressOf(open.url) })}</p>
            <p className={styles.code}>{open.code}</p>
            {isReachable ? null : <p className={styles.where}>{t('unreachable')}</p>}
          </>
        ) : (
          <p className={styles.where}>{t('closed')}</p>
        )}
      </div>
      {open ? (
        <span className={styles.qr}>
          <QrCode address={open.url} label={open.code} size={1400} />
        </span>
      ) : null}
      <div className={styles.people}>
        <PeopleTable on={on} />
      </div>
    </div>
  )
}

/** The address as people type it: the join page, without the code and the protocol. */
function addressOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname.slice(0, pathname.lastIndexOf('/'))}`
}
