'use client'
// The right end of every bar: the name of the person signed in, their account and sign-out. It reads the name from a cookie on the client,
// because cached pages are the same for every reader.
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { accountPath } from '#paths'
import { Button } from '#ui/controls/button'
import { Menu, type MenuItem } from '#ui/over/menu'
import styles from './account-menu.module.css'
import { LeaveForm } from './sign-out-form'
import { useNameHere } from './signed-in-mark'

/** `compact`: on a phone the icon stands alone, for bars without room; the name is then inside the menu. `more` is what the page itself offers there. */
export function OwnCorner({ compact = false, more = [] }: { compact?: boolean; more?: readonly MenuItem[] }) {
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
            <span className={`cut ${styles.name}`}>{name}</span>
          </Button>
        }
        items={[
          { kind: 'link', href: accountPath(), label: t('accountOf', { name }) },
          ...more,
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
