'use client'
// The foot of a scenario's page: whether it is saved, what is missing to play it, and once nothing is, where it is tried and used.
import { useTranslations } from 'next-intl'
import { homeworkWithPath, seminarWithPath } from '#paths'
import { hold } from '#room/hooks/bring-to.ts'
import { Button, LinkButton } from '#ui/controls/button'
import { useWritten } from './use-writing'
import styles from './writing.module.css'
import { idOfPlace } from './written-field'

/** `scenarioKey` is what the wizards call it. */
export function WritingFoot({ scenarioKey }: { scenarioKey: string }) {
  const t = useTranslations('scenarios.writing')
  const { saved, heard, canUndo, undo, faults, courseId } = useWritten()
  const [first] = faults.keys()
  const toFirst = () => {
    if (first === undefined) return
    const place = document.getElementById(idOfPlace(first))
    const field = place?.querySelector<HTMLElement>('input, textarea, select, button')
    if (field) hold(field)
  }
  return (
    <footer className={styles.foot}>
      <p role="status">
        {t(`saved.${saved}`)} {heard ? t('heard') : null}
      </p>
      <div className="acts">
        <Button kind="quiet" size="dense" idle={canUndo ? null : t('nothingToUndo')} onClick={undo}>
          {t('undo')}
        </Button>
        {first === undefined && saved === 'saved' ? (
          <>
            <LinkButton size="dense" href={homeworkWithPath(courseId, scenarioKey)}>
              {t('homework')}
            </LinkButton>
            <LinkButton size="dense" href={seminarWithPath(courseId, scenarioKey)}>
              {t('seminar')}
            </LinkButton>
            <LinkButton size="dense" kind="primary" href={seminarWithPath(courseId, scenarioKey, 'try')}>
              {t('try')}
            </LinkButton>
          </>
        ) : (
          <Button size="dense" kind="primary" idle={first === undefined ? t('saved.waiting') : null} onClick={toFirst}>
            {t('missing', { count: faults.size })}
          </Button>
        )}
      </div>
    </footer>
  )
}
