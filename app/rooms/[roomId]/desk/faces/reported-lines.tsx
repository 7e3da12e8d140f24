'use client'
// The lines that were reported, at the desk: they wait above the chair's notes until they are answered.
import { useTranslations } from 'next-intl'
import { ReportList } from '#room/off/report-list'
import { openReports } from '#simulation/reading/log/strikes'
import { Band } from '#ui/charts/band'
import { Button } from '#ui/controls/button'
import { type DeskView, nameOf } from '../scoring/desk-view'
import styles from './reported-lines.module.css'

export function ReportedLines({ desk, onLook }: { desk: DeskView; onLook: (entry: string) => void }) {
  const t = useTranslations('off.reports')
  const seat = useTranslations('desk.seat')
  const open = openReports(desk.state)
  if (open.length === 0) return null
  return (
    <section aria-label={t('title')}>
      <Band dense level={2} title={t('title')} right={<b>{t('unread', { count: open.length })}</b>} />
      <ReportList
        state={desk.state}
        nameOf={(person) => nameOf(desk.displayNames, person) ?? seat('someone')}
        act={desk.ask}
        look={(entry, label) => (
          <Button size="dense" onClick={() => onLook(entry)}>
            {label}
          </Button>
        )}
      />
      <p className={styles.foot}>{t('foot')}</p>
    </section>
  )
}
