'use client'
// All threads of a record in its order, each leading to its entry.
import { useTranslations } from 'next-intl'
import { annotationsFilePath } from '#paths'
import { KeyHint } from '#ui/words/key-hint'
import styles from './annotations.module.css'
import { useAnnotations } from './annotations-here'

/** As many letters of a comment as say which it is. */
const START = 60

export function ThreadsList() {
  const t = useTranslations('annotations')
  const here = useAnnotations()
  if (!here || (here.threads.length === 0 && here.chooses.length === 0)) return null
  const { threads } = here
  return (
    <details className={`unprinted ${styles.list}`}>
      <summary>{threads.length === 0 ? t('list.none') : t('list.title', { count: threads.length })}</summary>
      {threads.length === 0 ? <p>{t('list.empty')}</p> : null}
      <ol>
        {threads.map(({ id, entry, comments }) => {
          const first = comments.find(({ text }) => text !== null)
          const name = first?.isStaff ? t('staff') : (first?.name ?? t('someone'))
          return (
            <li key={id}>
              <a href={`#e${entry}`}>
                <bdi>{t('list.to', { no: entry, name, words: first?.text?.slice(0, START) ?? '' })}</bdi>
              </a>
            </li>
          )
        })}
      </ol>
      {here.chooses.length === 0 ? null : <p>{t('list.how')}</p>}
      <p>
        <a href={annotationsFilePath(here.owner.roomId)} download>
          {t(here.isStaff ? 'list.staffFile' : 'list.file')}
        </a>
      </p>
      <p>
        <KeyHint>{t('list.keys')}</KeyHint>
      </p>
    </details>
  )
}
