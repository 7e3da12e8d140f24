'use client'
// Who was taken out of the debate, each with a switch that keeps their grade in the gradebook and its files.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { startTransition, useOptimistic, useState } from 'react'
import { Checkbox } from '#ui/controls/checkbox'
import { ErrorText } from '#ui/controls/error-text'
import { keepInGrades } from './actions'
import styles from './gradebook.module.css'

type Switch = { id: string; kept: boolean }
type TakenOutProps = { activityId: string; people: readonly (Switch & { name: string })[] }

export function TakenOut({ activityId, people }: TakenOutProps) {
  const t = useTranslations('gradebook.takenOut')
  const router = useRouter()
  const [shown, show] = useOptimistic(people, (all, { id, kept }: Switch) =>
    all.map((one) => (one.id === id ? { ...one, kept } : one)),
  )
  const [failed, setFailed] = useState(false)
  if (people.length === 0) return null
  const keep = (id: string, kept: boolean) =>
    startTransition(async () => {
      show({ id, kept })
      const saved = await keepInGrades({ activityId, participantId: id, kept }).catch(() => false)
      setFailed(!saved)
      router.refresh()
    })
  return (
    <details className={styles.section}>
      <summary>{t('title', { count: people.length })}</summary>
      <p className={`hint ${styles.hint}`}>{t('lead')}</p>
      <ul>
        {shown.map((one) => (
          <li key={one.id}>
            <Checkbox checked={one.kept} onChange={(event) => keep(one.id, event.target.checked)}>
              {t('keep', { name: one.name })}
            </Checkbox>
          </li>
        ))}
      </ul>
      <p role="status">{failed ? <ErrorText>{t('failed')}</ErrorText> : null}</p>
    </details>
  )
}
