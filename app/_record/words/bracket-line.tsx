// How many brackets were open, as a line of steps over time; whoever draws it says in words what it shows.
import type { BracketStep } from '#simulation/reading/text/brackets-over-time'
import styles from './bracket-line.module.css'

const WIDTH = 200
const HEIGHT = 60
/** The line and its end stay within the drawing. */
const EDGE = 4

type BracketLineProps = {
  steps: readonly Pick<BracketStep, 'at' | 'open'>[]
  from: number
  to: number
  /** How far the line is drawn, where the time goes on. */
  until?: number
}

export function BracketLine({ steps, from, to, until = to }: BracketLineProps) {
  const most = Math.max(1, ...steps.map(({ open }) => open))
  const x = (at: number) => (to <= from ? EDGE : EDGE + ((at - from) / (to - from)) * (WIDTH - 2 * EDGE))
  const y = (open: number) => HEIGHT - EDGE - (open / most) * (HEIGHT - 2 * EDGE)
  const [first, ...others] = steps
  const last = steps.at(-1)
  if (!first || !last) return null
  const path = others.map(({ at, open }) => `H${x(at)}V${y(open)}`).join('')
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path className={styles.floor} d={`M0 ${HEIGHT - EDGE}H${WIDTH}`} />
      <path className={styles.steps} d={`M${x(first.at)} ${y(first.open)}${path}H${x(until)}`} />
    </svg>
  )
}
