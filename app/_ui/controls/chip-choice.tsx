// One of a few short choices that stand in a row and break into several: a native radio button in a frame.
import type { ReactNode } from 'react'
import styles from './chip-choice.module.css'

type ChipChoiceProps = { name: string; checked: boolean; onChange: () => void; children: ReactNode }

export function ChipChoice({ name, checked, onChange, children }: ChipChoiceProps) {
  return (
    <label className={styles.chip}>
      <input type="radio" name={name} checked={checked} onChange={onChange} />
      {children}
    </label>
  )
}
