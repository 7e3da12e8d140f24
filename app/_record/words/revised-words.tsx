// What was changed in a post that its author wrote anew (rule H17), behind a line that opens it.
import { useTranslations } from 'next-intl'
import { changesThrough } from '#simulation/reading/log/differences'
import type { Revised } from '#simulation/shapes/homework'
import { ChangedWords } from './changed-words'
import styles from './revised-words.module.css'

export function RevisedWords({ revised, text }: { revised: Revised; text: string }) {
  const t = useTranslations('record.revised')
  return (
    <details className={styles.revised}>
      <summary>{t('changes')}</summary>
      <ol className="stack">
        {changesThrough(revised, text).map(({ before, after }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps only grow
          <li key={place}>
            <ChangedWords before={before} after={after} />
          </li>
        ))}
      </ol>
    </details>
  )
}
