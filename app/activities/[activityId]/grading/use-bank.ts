'use client'
// The reader's kept comments, as they are kept and given up here.
import { useState } from 'react'
import type { KeptComment } from '#simulation/reading/comment-bank'
import type { GradingActs, GradingData } from './grading-data'

export type Bank = {
  kept: readonly KeptComment[]
  /** Resolves to why it was not kept; `named` asks to say so again. */
  keep: (text: string, named: boolean) => Promise<'named' | 'full' | 'failed' | null>
  drop: (id: string) => Promise<void>
}

export function useBank({ activityId, bank }: GradingData, acts: GradingActs): Bank {
  const [kept, setKept] = useState(bank)
  return {
    kept,
    keep: async (text, named) => {
      const answer = await acts.keepComment({ activityId, text, named }).catch(() => null)
      if (!answer?.ok) return answer?.fault === 'named' || answer?.fault === 'full' ? answer.fault : 'failed'
      setKept((before) => [answer.kept, ...before.filter(({ id }) => id !== answer.kept.id)])
      return null
    },
    drop: async (id) => {
      if (await acts.dropComment(id).catch(() => false)) setKept((before) => before.filter((one) => one.id !== id))
    },
  }
}
