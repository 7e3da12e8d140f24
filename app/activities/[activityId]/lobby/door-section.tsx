'use client'
// The lobby's code, large, with its QR code, and the controls of the door. Screen readers get the code letter by letter. A page that is cut off
// says how the door stood, and offers nothing that would not arrive.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { timeOfDay } from '#format/clock-time'
import { useReaderZone } from '#room/hooks/use-reader-zone.ts'
import { known } from '#room/link/activity-view.ts'
import { useActivity } from '#room/link/use-activity.ts'
import { QrCode } from '#ui/charts/qr-code'
import { Button } from '#ui/controls/button'
import { ErrorText } from '#ui/controls/error-text'
import { SubmitButton } from '#ui/controls/submit-button'
import { useToast } from '#ui/over/toast'
import { PageHead } from '#ui/page/page-head'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { replaceCode, setDoor } from '../actions'
import styles from './lobby.module.css'
import type { LobbyDoor } from './lobby-data'

type DoorSectionProps = {
  activity: { id: string; title: string }
  door: LobbyDoor
  /** The course's, until it is known in which zone the reader is. */
  timeZone: string
  children: ReactNode
}

export function DoorSection({ activity, door, timeZone: courseZone, children }: DoorSectionProps) {
  const timeZone = useReaderZone() ?? courseZone
  const t = useTranslations('lobby')
  const tell = useToast()
  const told = useActivity(activity.id, (view) => known(view, () => true))
  const isCut = told.kind === 'stale'
  const time = (at: number) => timeOfDay(at, { seconds: false, timeZone })
  const state = isCut
    ? t(door.open ? 'state.openThen' : 'state.closedThen', { time: time(told.since) })
    : door.open
      ? t(door.untilStart ? 'state.openUntilStart' : 'state.open')
      : door.closedAt === null
        ? t('state.closed')
        : t('state.closedAt', { time: time(door.closedAt) })

  async function copy() {
    try {
      await navigator.clipboard.writeText(door.link)
      tell({ text: t('copied') })
    } catch {
      tell({ text: t('copyFailed') })
    }
  }

  return (
    <section aria-labelledby="join-at">
      <PageHead
        above={`${activity.title} · ${state}`}
        title={
          <span id="join-at">
            {t.rich('joinAt', {
              address: door.joinUrl.replace(/^https?:\/\//, ''),
              b: (words) => <span>{words}</span>,
            })}
          </span>
        }
      />
      <div className={`ends ${styles.codeBox}`}>
        <div>
          <p className={styles.code} data-closed={door.open ? undefined : ''}>
            <span aria-hidden="true">{door.code}</span>
            <VisuallyHidden>{t('code', { spelled: [...door.code.replace('-', '')].join(' ') })}</VisuallyHidden>
          </p>
          <div className={`bar ${styles.row}`}>
            <Button onClick={copy}>{t('copy')}</Button>
            {isCut ? null : (
              <>
                <form action={setDoor}>
                  <input type="hidden" name="activityId" value={activity.id} />
                  <input type="hidden" name="door" value={door.open ? 'close' : 'open'} />
                  <SubmitButton kind={door.open ? 'plain' : 'primary'}>
                    {door.open ? t('close') : t('open')}
                  </SubmitButton>
                </form>
                <form action={replaceCode}>
                  <input type="hidden" name="activityId" value={activity.id} />
                  <SubmitButton kind="quiet">{t('newCode')}</SubmitButton>
                </form>
              </>
            )}
          </div>
        </div>
        {door.open ? (
          <QrCode address={door.link} label={`${door.joinUrl.replace(/^https?:\/\//, '')} ${door.code}`} size={200} />
        ) : null}
      </div>
      {door.unreachable ? (
        <div className={styles.unreachable}>
          <ErrorText>
            {t(`unreachable.${door.unreachable.setting}`, {
              lan: door.unreachable.lan ?? 'none',
              address: door.joinUrl.replace(/^https?:\/\//, ''),
            })}
          </ErrorText>
        </div>
      ) : null}
      {isCut ? null : <p className={styles.hint}>{door.open ? t('openText') : t('closedText')}</p>}
      {children}
    </section>
  )
}
