'use client'
// Has the research file made, with released marks where that is chosen; how far it is, and what went wrong.
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { researchFilePath } from '#paths'
import { Button } from '#ui/controls/button'
import { Checkbox } from '#ui/controls/checkbox'
import { ErrorText } from '#ui/controls/error-text'
import styles from '../../courses.module.css'
import { fetchFile, type Making } from './fetch-file'

export function MakeFile({ courseId, activityId }: { courseId: string; activityId: string | null }) {
  const t = useTranslations('research')
  const [making, tell] = useState<Making | null>(null)
  const [withMarks, setWithMarks] = useState(false)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const busy = making !== null && 'kind' in making && making.kind === 'making'

  function make() {
    stop.current = new AbortController()
    tell({ kind: 'making', done: 0, of: 0 })
    void fetchFile(researchFilePath(courseId, activityId, withMarks), tell, stop.current.signal)
  }
  function end() {
    stop.current?.abort()
    tell(null)
  }
  return (
    <div className={styles.form}>
      <div>
        <Checkbox checked={withMarks} onChange={(event) => setWithMarks(event.currentTarget.checked)}>
          {t('marks')}
        </Checkbox>
        <p className="faint">{t('marksNote')}</p>
      </div>
      <p className="row">
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
