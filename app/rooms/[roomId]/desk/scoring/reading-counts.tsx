'use client'
// At the desk until the first positions open: who has checked their reading, and which questions failed most.
import { useLocale, useTranslations } from 'next-intl'
import { commaList } from '#format/lists'
import { isPreparing } from '#simulation/questions/strategy'
import { checkCount } from '#simulation/reading/homework/reading-check'
import { Button } from '#ui/controls/button'
import { Popover } from '#ui/over/popover'
import { type DeskView, nameOf } from './desk-view'
import styles from './strategy-sheets.module.css'

export function ReadingCounts({ desk: { state, displayNames } }: { desk: DeskView }) {
  const t = useTranslations('desk.readingCheck')
  const locale = useLocale()
  const count = isPreparing(state) ? checkCount(state) : null
  if (count === null || count.people.length === 0) return null
  const of = count.questions.length
  const missing = count.people.filter(({ answered }) => answered < of)
  const names = missing.map(({ person, answered }) => {
    const name = nameOf(displayNames, person) ?? t('someone')
    return answered === 0 ? name : t('part', { name, answered, of })
  })
  return (
    <Popover
      title={t('title')}
      side="top"
      trigger={
        <Button kind="quiet" size="dense">
          {t('title')}: {t('count', { done: count.done, of: count.people.length })}
        </Button>
      }
    >
      {names.length === 0 ? null : <p>{t('missing', { names: commaList(locale, names) })}</p>}
      <ul className={styles.sheets}>
        {count.questions.map(({ question, ask, answered, failed }) => (
          <li key={question}>
            <small>
              {answered === 0
                ? t('unanswered', { number: question + 1 })
                : t('question', { number: question + 1, failed, answered })}
            </small>{' '}
            {ask}
          </li>
        ))}
      </ul>
    </Popover>
  )
}
