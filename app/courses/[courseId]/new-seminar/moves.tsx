'use client'
// Moves a round up or down among those that are played. A component of the browser, because a button that is idle there ignores presses.
import { useTranslations } from 'next-intl'
import { Button } from '#ui/controls/button'
import styles from './rounds-step.module.css'

export function Moves({ keyOf, title, first, last }: { keyOf: string; title: string; first: boolean; last: boolean }) {
  const t = useTranslations('new-seminar.rounds')
  return (
    <span className={styles.moves}>
      <Button
        kind="quiet"
        size="dense"
        type="submit"
        name="move"
        value={`${keyOf}:up`}
        idle={first ? t('first') : null}
        aria-label={t('up', { title })}
      >
        ↑
      </Button>
      <Button
        kind="quiet"
        size="dense"
        type="submit"
        name="move"
        value={`${keyOf}:down`}
        idle={last ? t('last') : null}
        aria-label={t('down', { title })}
      >
        ↓
      </Button>
    </span>
  )
}
