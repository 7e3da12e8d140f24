'use client'
// Who is signed in on this device, the way to their account and the way out: the right end of every bar. It reads the device's own
// mark, so that a page which is the same for everybody can say it too. It must not know what the page is about.
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { accountPath } from '#paths'
import { Button } from '#ui/button'
import { Menu } from '#ui/menu'
import styles from './account-menu.module.css'
import { LeaveForm } from './sign-out-form'
import { useNameHere } from './signed-in-mark'

/** A bar that is full shows the sign alone; whose it is stands in the list behind it. */
export function OwnCorner({ compact = false }: { compact?: boolean }) {
  const t = useTranslations('ui.person')
  const name = useNameHere()
  const out = useRef<HTMLButtonElement>(null)
  if (name === null)
    return (
      <noscript>
        <a href={accountPath()}>{t('account')}</a>
      </noscript>
    )
  return (
    <div className={styles.corner} data-compact={compact || undefined}>
      <Menu
        align="end"
        trigger={
          <Button kind="quiet" size="dense" icon="person" aria-label={t('menu', { name })}>
            <span className={styles.name}>{name}</span>
          </Button>
        }
        items={[
          { kind: 'link', href: accountPath(), label: t('accountOf', { name }) },
          { kind: 'divider' },
          { label: t('signOut'), onSelect: () => out.current?.click() },
        ]}
      />
      <LeaveForm name={name} className={styles.hidden}>
        <button ref={out} type="submit">
          {t('signOut')}
        </button>
      </LeaveForm>
    </div>
  )
}
