'use client'
// A homework debate's instructions on their way from the room's page to its head, past everything between that has no use for them.
import { createContext, useContext } from 'react'
import { Instructions } from './instructions'

export type InstructionsOf = { activityId: string; written: Instructions }

const Context = createContext<InstructionsOf | null>(null)

export const GivenInstructions = Context.Provider

/** The instructions where there are any. */
export function InstructionsHere() {
  const given = useContext(Context)
  return given ? <Instructions {...given} /> : null
}
