'use client'
// Who was taken out of the debate, each with a switch that keeps their grade in the gradebook and its files.
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Checkbox } from '#ui/checkbox'
import { ErrorText } from '#ui/error-text'
import { keepInGrades } from './actions'
import styles from './gradebook.module.css'

type TakenOutProps = { activityId: string; people: readonly { id: string; name: string; kept: boolean }[] }

export function TakenOut({ activityId, people }: TakenOutProps) {
  const t = useTranslations('gradebook.takenOut')
  const router = useRouter()
  const [kept, setKept] = useState<Readonly<Record<string, boolean>>>({})
  const [failed, setFailed] = useState(false)
  if (people.length === 0) return null
  const keep = async (participantId: string, next: boolean) => {
    setKept((before) => ({ ...before, [participantId]: next }))
    const saved = await keepInGrades({ activityId, participantId, kept: next }).catch(() => false)
    setFailed(!saved)
    if (!saved) setKept((before) => ({ ...before, [participantId]: !next }))
    router.refresh()
  }
  return (
    <details className={styles.section}>
      <summary>{t('title', { count: people.length })}</summary>
      <p className={styles.hint}>{t('lead')}</p>
      <ul className={styles.takenOut}>
        {people.map((one) => (
          <li key={one.id}>
            <Checkbox checked={kept[one.id] ?? one.kept} onChange={(event) => void keep(one.id, event.target.checked)}>
              {t('keep', { name: one.name })}
            </Checkbox>
          </li>
        ))}
      </ul>
      <p role="status">{failed ? <ErrorText>{t('failed')}</ErrorText> : null}</p>
    </details>
  )
}
