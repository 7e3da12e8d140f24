// A delegation's shape, drawn. Beside other words it is decoration; alone it must be given its name.

import { delegationColours } from './delegation-colours'
import type { Delegation } from './delegations'
import styles from './shape.module.css'
import { shapePath } from './shape-path'
import { VisuallyHidden } from './visually-hidden'

/** In a box of 20 units. */
export function ShapeOutline({ delegation: { shape } }: { delegation: Pick<Delegation, 'shape'> }) {
  return <path d={shapePath(shape, 10, 10, 9.1)} />
}

type ShapeProps = {
  delegation: Delegation
  /** The drawing only, when the words beside it already name the delegation. */
  silent?: boolean
  /** Not yet there: the outline alone. */
  hollow?: boolean
}

export function Shape({ delegation, silent = false, hollow = false }: ShapeProps) {
  return (
    <>
      <svg
        className={`${styles.shape} ${delegationColours(delegation)}`}
        viewBox="0 0 20 20"
        data-hollow={hollow || undefined}
        aria-hidden="true"
      >
        <ShapeOutline delegation={delegation} />
      </svg>
      {silent ? null : <VisuallyHidden>{delegation.name}</VisuallyHidden>}
    </>
  )
}
