// A delegation's shape, drawn: a triangle for the United States, a disc for Japan, a square for China. Beside other words it is decoration;
// alone it must be given its name.

import { useTranslations } from 'next-intl'
import type { DelegationId } from '#simulation/kernel/ids'
import { delegationColours } from './delegation-colours'
import styles from './shape.module.css'
import { VisuallyHidden } from './visually-hidden'

export function ShapeOutline({ delegation }: { delegation: DelegationId }) {
  switch (delegation) {
    case 'us':
      return <path d="M10 .5 20.1 17.9H-.1Z" />
    case 'jp':
      return <circle cx="10" cy="10" r="9.2" />
    case 'cn':
      return <rect x="1.7" y="1.7" width="16.6" height="16.6" />
    default:
      return delegation satisfies never
  }
}

type ShapeProps = {
  delegation: DelegationId
  /** The drawing only, when the words beside it already say the country. */
  silent?: boolean
}

export function Shape({ delegation, silent = false }: ShapeProps) {
  const t = useTranslations('common')
  return (
    <>
      <svg className={`${styles.shape} ${delegationColours(delegation)}`} viewBox="0 0 20 20" aria-hidden="true">
        <ShapeOutline delegation={delegation} />
      </svg>
      {silent ? null : <VisuallyHidden>{t(`delegations.${delegation}.name`)}</VisuallyHidden>}
    </>
  )
}
