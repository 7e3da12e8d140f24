// A group of radio buttons or checkboxes, each with an explaining sentence. Used for ballots, scenarios, joining rules and seats.
import { type ComponentProps, type ReactNode, useId } from 'react'
import styles from './choice.module.css'
import { ErrorText } from './error-text'

type ChoiceGroupProps = {
  legend: ReactNode
  legendHidden?: boolean
  hint?: ReactNode
  error?: ReactNode
  children: ReactNode
}

export function ChoiceGroup({ legend, legendHidden, hint, error, children }: ChoiceGroupProps) {
  const id = useId()
  return (
    <fieldset aria-describedby={hint || error ? id : undefined} aria-invalid={error ? true : undefined}>
      <legend className={legendHidden ? 'unseen' : styles.legend}>{legend}</legend>
      {children}
      {hint || error ? (
        <div id={id} className={styles.after}>
          {hint ? <p className="faint">{hint}</p> : null}
          {error ? <ErrorText>{error}</ErrorText> : null}
        </div>
      ) : null}
    </fieldset>
  )
}

type ChoiceProps = Omit<ComponentProps<'input'>, 'className' | 'style' | 'title' | 'children'> & {
  type?: 'radio' | 'checkbox'
  title: ReactNode
  /** What choosing it does, in a sentence. */
  children?: ReactNode
}

export function Choice({ type = 'radio', title, children, ...rest }: ChoiceProps) {
  const id = useId()
  return (
    <label className={styles.choice}>
      <input {...rest} type={type} aria-describedby={children ? id : undefined} />
      <span className={styles.words}>
        <b>{title}</b>
        {children ? (
          <span id={id} className={`note ${styles.sentence}`}>
            {children}
          </span>
        ) : null}
      </span>
    </label>
  )
}
