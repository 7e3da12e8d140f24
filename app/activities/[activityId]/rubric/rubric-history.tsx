// Who changed a rubric and when, whom that reached, and whose sum became which.
import { useTranslations } from 'next-intl'
import { Band } from '#ui/charts/band'
import styles from './rubric.module.css'

type Changed = Readonly<{ id: string; name: string; before: number | null; after: number | null }>
type RubricHistoryProps = {
  history: readonly { at: number; when: string; by: string | null; forAll: boolean; changed: readonly Changed[] }[]
}

export function RubricHistory({ history }: RubricHistoryProps) {
  const t = useTranslations('grading.editor.history')
  if (history.length === 0) return null
  return (
    <section className={styles.history}>
      <Band level={2} title={t('title')} />
      <ol>
        {history.map(({ at, when, by, forAll, changed }) => (
          <li key={at}>
            <p>{t(forAll ? 'all' : 'new', { when, who: by ?? t('somebody') })}</p>
            {forAll ? <ChangedSums changed={changed} /> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

export function ChangedSums({ changed }: { changed: readonly Changed[] }) {
  const t = useTranslations('grading.editor.history')
  if (changed.length === 0) return <p className="note">{t('nobody')}</p>
  return (
    <ul className="note">
      {changed.map(({ id, name, before, after }) => (
        <li key={id}>{t('changed', { name, before: before ?? t('none'), after: after ?? t('none') })}</li>
      ))}
    </ul>
  )
}
