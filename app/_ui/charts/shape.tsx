// A delegation's shape. Without `silent`, its accessible name is the delegation's.

import { VisuallyHidden } from '../page/visually-hidden'
import { delegationColours } from '../words/delegation-colours'
import type { Delegation } from '../words/delegations'
import styles from './shape.module.css'
import { shapePath } from './shape-path'

/** In a box of 20 units. */
export function ShapeOutline({ delegation: { shape } }: { delegation: Pick<Delegation, 'shape'> }) {
  return <path d={shapePath(shape, 10, 10, 9.1)} />
}

type ShapeProps = {
  delegation: Delegation
  /** Hidden from screen readers, where the text beside it already names the delegation. */
  silent?: boolean
  /** Draws the outline only, for a delegation or seat that is not there yet. */
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
