'use client'
// A banner with the two answers to a join request or to a claim to a seat. The screen that shows it supplies the words.
import { type ReactNode, useState } from 'react'
import { Banner } from '#ui/banner'
import { Button } from '#ui/button'
import { useToast } from '#ui/toast'
import { answerKnock } from './knock-actions'

type Outcome = Awaited<ReturnType<typeof answerKnock>> | 'failed'

type KnockBannerProps = {
  requestId: string
  title: string
  yes: string
  no: string
  /** The sentence for an answer that had no effect; null where no sentence is needed. */
  faultOf: (outcome: Exclude<Outcome, 'answered'>) => string | null
  children: ReactNode
}

export function KnockBanner({ requestId, title, yes, no, faultOf, children }: KnockBannerProps) {
  const tell = useToast()
  const [busy, setBusy] = useState(false)
  const answer = async (admit: boolean) => {
    setBusy(true)
    const outcome: Outcome = await answerKnock({ requestId, admit }).catch(() => 'failed' as const)
    setBusy(false)
    const fault = outcome === 'answered' ? null : faultOf(outcome)
    if (fault !== null) tell({ text: fault })
  }
  return (
    <Banner
      kind="help"
      title={title}
      action={
        <>
          <Button size="dense" busy={busy} onClick={() => void answer(true)}>
            {yes}
          </Button>
          <Button size="dense" busy={busy} onClick={() => void answer(false)}>
            {no}
          </Button>
        </>
      }
    >
      {children}
    </Banner>
  )
}
