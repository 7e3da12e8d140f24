'use client'
// The button that has the research file made, how far it is, and what went wrong.
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { researchFilePath } from '#paths'
import { Button } from '#ui/button'
import { ErrorText } from '#ui/error-text'
import styles from '../../courses.module.css'
import { fetchFile, type Making } from './fetch-file'

export function MakeFile({ courseId, activityId }: { courseId: string; activityId: string | null }) {
  const t = useTranslations('research')
  const [making, tell] = useState<Making | null>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const busy = making !== null && 'kind' in making && making.kind === 'making'

  function make() {
    stop.current = new AbortController()
    tell({ kind: 'making', done: 0, of: 0 })
    void fetchFile(researchFilePath(courseId, activityId), tell, stop.current.signal)
  }
  function end() {
    stop.current?.abort()
    tell(null)
  }
  return (
    <div className={styles.form}>
      <p className={styles.row}>
        <Button kind="primary" busy={busy} onClick={make}>
          {t('make')}
        </Button>
        {busy ? <Button onClick={end}>{t('stop')}</Button> : null}
      </p>
      <div role="status" aria-live="polite">
        <Told making={making} />
      </div>
    </div>
  )
}

function Told({ making }: { making: Making | null }) {
  const t = useTranslations('research')
  if (making === null) return null
  if ('fault' in making) return <ErrorText>{t(`fault.${making.fault}`)}</ErrorText>
  if (making.kind === 'made') return <p>{t('made')}</p>
  return (
    <p>
      {making.of > 0 && making.done === making.of ? t('packing') : t('making', { done: making.done, of: making.of })}
    </p>
  )
}
