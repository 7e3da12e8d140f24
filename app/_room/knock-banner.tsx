'use client'
// Somebody waits for an answer: whoever may give it does so from this banner. Who is asked, and in which words, is its user's.
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
  /** What is said of an answer that did not reach whoever asked; null where nothing needs saying. */
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
