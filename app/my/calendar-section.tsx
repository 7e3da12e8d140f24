'use client'
// Somebody's deadlines for the calendar of their phone: the secret address, to copy or to open, and another in its place.
import { useTranslations } from 'next-intl'
import { calendarPath } from '#paths'
import { Button, LinkButton } from '#ui/controls/button'
import { SubmitButton } from '#ui/controls/submit-button'
import { useToast } from '#ui/over/toast'
import { makeCalendar } from './calendar-actions'
import styles from './my.module.css'

/** `token` is null until an address has been made; `site`, the address of this site; `runs`, whether they run debates themselves. */
export function CalendarSection({ site, token, runs = false }: { site: string; token: string | null; runs?: boolean }) {
  const t = useTranslations('my.calendar')
  const address = token === null ? null : site + calendarPath(token)
  const tell = useToast()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address ?? '')
      tell({ text: t('copied') })
    } catch {
      tell({ text: t('notCopied') }) // browsers offer no clipboard on plain http
    }
  }
  return (
    <details className={styles.calendar}>
      <summary>{t('title')}</summary>
      <p>
        {t('text')} {runs ? t('runs') : null}
      </p>
      {address === null ? null : (
        <>
          <code className={styles.address}>{address}</code>
          <p className="tools">
            <LinkButton size="dense" href={address.replace(/^https?:/, 'webcal:')}>
              {t('open')}
            </LinkButton>
            <Button size="dense" onClick={() => void copy()}>
              {t('copy')}
            </Button>
          </p>
        </>
      )}
      <form action={makeCalendar}>
        <SubmitButton kind={address === null ? 'plain' : 'quiet'} size="dense">
          {t(address === null ? 'make' : 'renew')}
        </SubmitButton>
        {address === null ? null : <span> {t('renewText')}</span>}
      </form>
    </details>
  )
}
