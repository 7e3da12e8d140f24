'use client'
// The ids that connect a control to the label, hint and error of the Field around it; outside of a Field there are none.
import { createContext, use } from 'react'

type FieldTies = {
  controlId: string
  labelId: string
  /** The ids for aria-describedby, in reading order: the hint, then the error. */
  saidIds: readonly string[]
  invalid: boolean
}

export const Ties = createContext<FieldTies | null>(null)

type Own = {
  id?: string | undefined
  'aria-label'?: string | undefined
  'aria-labelledby'?: string | undefined
  'aria-describedby'?: string | undefined
}

/** The attributes of a control inside a Field; an id or label of its own wins. */
export function useFieldTies(own: Own) {
  const ties = use(Ties)
  if (!ties) return {}
  const described = [own['aria-describedby'], ...ties.saidIds].filter(Boolean).join(' ')
  return {
    id: own.id ?? ties.controlId,
    'aria-labelledby': own['aria-labelledby'] ?? (own['aria-label'] === undefined ? ties.labelId : undefined),
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': ties.invalid || undefined,
  }
}
