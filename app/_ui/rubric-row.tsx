// One criterion of the rubric: its levels 0 to 4, the descriptor of the chosen one, the entries that show it. A high level gets no
// colour.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ErrorText } from './error-text'
import styles from './rubric-row.module.css'

const LEVELS = [0, 1, 2, 3, 4] as const
export type Level = (typeof LEVELS)[number]

type RubricRowProps = {
  criterion: string
  level: Level | null
  onLevel?: (level: Level) => void
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
      {onLevel ? <LevelButtons criterion={criterion} level={level} onLevel={onLevel} /> : <LevelScale level={level} />}
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
  onLevel,
}: {
  criterion: string
  level: Level | null
  onLevel: (level: Level) => void
}) {
  const t = useTranslations('ui')
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    <div className={styles.levels} role="group" aria-label={t('rubric.level', { criterion })}>
      {LEVELS.map((one) => (
        <button key={one} type="button" aria-pressed={one === level} onClick={() => onLevel(one)}>
          {one}
        </button>
      ))}
    </div>
  )
}

/** A level on its scale, for reading. */
export function LevelScale({ level }: { level: Level | null }) {
  const t = useTranslations('ui')
  const heard = level === null ? t('rubric.unmarked') : t('rubric.levelOf', { level })
  return (
    <span className={styles.levels} role="img" aria-label={heard}>
      {LEVELS.map((one) => (
        <span key={one} aria-hidden="true" data-on={one === level || undefined}>
          {one}
        </span>
      ))}
    </span>
  )
}
