// An axis drawn as a scale: its two ends, and each whole step at its place with its name. On a narrow screen a list.
import { WHOLE_STEPS } from '#simulation/kernel/axis'
import { axisEnds, signedStep } from '#ui/words/signed.ts'
import styles from './scale.module.css'

type AxisScaleProps = { axis: { minus: string; plus: string; labels: Readonly<Record<string, string>> } }

export function AxisScale({ axis }: AxisScaleProps) {
  return (
    <div className={styles.axis}>
      <p className={`hint ${styles.ends}`}>
        <span>
          <b>{axisEnds.least}</b> {axis.minus}
        </span>
        <span>
          {axis.plus} <b>{axisEnds.most}</b>
        </span>
      </p>
      <ol className={styles.scale} data-steps="whole">
        {WHOLE_STEPS.map((step) => (
          <li className="hint" key={step} data-zero={step === 0 || undefined}>
            <b>{signedStep(step)}</b>
            <span>{axis.labels[String(step)]}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The levels of a criterion on a scale of their own. */
export function LevelScale({ names, levels }: { names: readonly string[]; levels: readonly string[] }) {
  return (
    <ol className={styles.scale} data-steps="levels">
      {levels.map((level, place) => (
        <li className="hint" key={level}>
          <span>
            <b className={styles.level}>
              {place} {names[place]}
            </b>{' '}
            {level}
          </span>
        </li>
      ))}
    </ol>
  )
}
