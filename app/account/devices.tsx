'use client'
// The signed-in devices of an account, each with its sign-out, and one button for all the others.
import { useLocale, useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { dateAndTime } from '#format/days'
import { SubmitButton } from '#ui/controls/submit-button'
import { Sheet } from '#ui/over/sheet'
import styles from './account.module.css'
import { endDevice, endOthers } from './actions'
import type { DeviceName } from './device-name'

type Device = DeviceName & { handle: string; isThis: boolean; lastSeenAt: number }

export function Devices({ devices }: { devices: readonly Device[] }) {
  const t = useTranslations('account.devices')
  const others = devices.filter(({ isThis }) => !isThis).length
  return (
    <Sheet aria-labelledby="devices">
      <h2 id="devices">{t('title')}</h2>
      <p className={styles.hint}>{t(others === 0 ? 'only' : 'text')}</p>
      <ul className={styles.devices}>
        {devices.map((device) => (
          <li key={device.handle} className={`ends ${styles.device}`}>
            <span>
              <b>{nameOf(device, t('unknown'))}</b>
              <small>{device.isThis ? t('this') : <LastSeen at={device.lastSeenAt} />}</small>
            </span>
            {device.isThis ? null : (
              <form action={endDevice}>
                <input type="hidden" name="device" value={device.handle} />
                <SubmitButton kind="plain" size="dense">
                  {t('end')}
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {others === 0 ? null : (
        <form action={endOthers}>
          <SubmitButton kind="plain">{t('endOthers')}</SubmitButton>
        </form>
      )}
    </Sheet>
  )
}

const nameOf = ({ browser, system }: DeviceName, unknown: string): string =>
  [browser, system].filter((part) => part !== null).join(' · ') || unknown

const never = () => () => {}

/** In the reader's time zone; before hydration in UTC, and labelled so. */
function LastSeen({ at }: { at: number }) {
  const t = useTranslations('account.devices')
  const locale = useLocale()
  const time = useSyncExternalStore(
    never,
    () => dateAndTime(locale, at),
    () => `${dateAndTime(locale, at, 'UTC')} UTC`,
  )
  return t('seen', { time })
}
