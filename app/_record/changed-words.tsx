// What one wording changes of another, word by word: what goes is struck through, what comes is underlined.
import { useTranslations } from 'next-intl'
import { differences } from '#simulation/reading/differences'
import { VisuallyHidden } from '#ui/visually-hidden'
import styles from './changed-words.module.css'
import { dashed } from './off-words'

export function ChangedWords({ before, after }: { before: string; after: string }) {
  const t = useTranslations('record.changed')
  return (
    <span className={styles.words}>
      {differences(before, after).map(({ kind, text }, place) => {
        const key = `${place}/${kind}`
        if (kind === 'same') return <span key={key}>{dashed(text)}</span>
        const Mark = kind === 'gone' ? 'del' : 'ins'
        return (
          <Mark key={key}>
            <VisuallyHidden>{t(kind)} </VisuallyHidden>
            {dashed(text)}
          </Mark>
        )
      })}
    </span>
  )
}
