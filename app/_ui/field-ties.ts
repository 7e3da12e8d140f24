'use client'
// What ties a control to the label, hint and error of the field around it; outside of a field it ties nothing.
import { createContext, use } from 'react'

export type FieldTies = {
  controlId: string
  labelId: string
  /** The ids of what is said about the control, as it is read out: the hint, then the error. */
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

/** The attributes of the control inside a field; its own name for itself wins. */
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
