// The names of an axis's two ends, below what is drawn on it.
import styles from './axis-ends.module.css'

export function AxisEnds({ axis }: { axis: { minus: string; plus: string } }) {
  return (
    <div className={`hint ${styles.ends}`}>
      <span>{axis.minus}</span>
      <span>{axis.plus}</span>
    </div>
  )
}
