// One criterion of the rubric: its levels, the descriptor of the chosen one, the entries that show it. A high level gets no
// colour.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ErrorText } from './error-text'
import styles from './rubric-row.module.css'

const levelsTo = (top: number): readonly number[] => Array.from({ length: top + 1 }, (_, level) => level)

type RubricRowProps = {
  criterion: string
  level: number | null
  /** The highest level; the lowest is 0. */
  top: number
  onLevel?: (level: number) => void
  /** The chosen level's descriptor; before choosing, the names of all five. */
  descriptor?: ReactNode
  /** Chips of the entries that show it, or "no evidence". */
  evidence?: ReactNode
  /** A level is chosen, but neither an entry nor "no evidence", so it is not saved. */
  unsaved?: boolean
  /** The row the keys act on. */
  current?: boolean
  actions?: ReactNode
}

export function RubricRow({
  criterion,
  level,
  top,
  onLevel,
  descriptor,
  evidence,
  unsaved,
  current,
  actions,
}: RubricRowProps) {
  const t = useTranslations('ui')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of a grid everywhere
    <div className={styles.row} role="group" aria-label={criterion} data-current={current || undefined}>
      <div className={styles.criterion}>{criterion}</div>
      {onLevel ? <LevelButtons {...{ criterion, level, top, onLevel }} /> : <LevelScale level={level} top={top} />}
      <div className={styles.words} data-chosen={(level !== null && !unsaved) || undefined}>
        {unsaved ? <ErrorText>{t('rubric.unsaved')}</ErrorText> : descriptor}
      </div>
      <div className={styles.evidence}>
        {evidence}
        {actions}
      </div>
    </div>
  )
}

function LevelButtons({
  criterion,
  level,
  top,
  onLevel,
}: {
  criterion: string
  level: number | null
  top: number
  onLevel: (level: number) => void
}) {
  const t = useTranslations('ui')
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div className={styles.levels} role="group" aria-label={t('rubric.level', { criterion })}>
      {levelsTo(top).map((one) => (
        <button key={one} type="button" aria-pressed={one === level} onClick={() => onLevel(one)}>
          {one}
        </button>
      ))}
    </div>
  )
}

/** A level on its scale, for reading. */
export function LevelScale({ level, top }: { level: number | null; top: number }) {
  const t = useTranslations('ui')
  const heard = level === null ? t('rubric.unmarked') : t('rubric.levelOf', { level, top })
  return (
    <span className={styles.levels} role="img" aria-label={heard}>
      {levelsTo(top).map((one) => (
        <span key={one} aria-hidden="true" data-on={one === level || undefined}>
          {one}
        </span>
      ))}
    </span>
  )
}
