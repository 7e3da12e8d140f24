'use client'
// Whether the score sheet is open at the desk, whose keys are then levels and criteria.
import { useState } from 'react'

export type DeskLayout = {
  scoring: boolean
  setScoring: (scoring: boolean) => void
}

export function useDeskLayout(): DeskLayout {
  const [scoring, setScoring] = useState(false)
  return { scoring, setScoring }
}
