'use client'
// A banner with the two answers to a join request or to a claim to a seat. The screen that shows it supplies the words.
import { useRouter } from 'next/navigation'
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
  /** The words of the button that lays another table, for who may do it: it comes once the answer was that every seat is taken. */
  further?: string
  /** The sentence for an answer that had no effect; null where no sentence is needed. */
  faultOf: (outcome: Exclude<Outcome, 'answered'>) => string | null
  children: ReactNode
}

export function KnockBanner({ requestId, title, yes, no, further, faultOf, children }: KnockBannerProps) {
  const tell = useToast()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [isFull, setFull] = useState(false)
  const answer = async (admit: boolean, more?: 'further') => {
    setBusy(true)
    const asked = { requestId, admit, ...(more ? { further: true } : {}) }
    const outcome: Outcome = await answerKnock(asked).catch(() => 'failed' as const)
    setBusy(false)
    setFull(outcome === 'full')
    // The page knows its tables from when it was made.
    if (more && outcome === 'answered') router.refresh()
    const fault = outcome === 'answered' ? null : faultOf(outcome)
    if (fault !== null) tell({ text: fault })
  }
  return (
    <Banner
      kind="help"
      title={title}
      action={
        <>
          {isFull && further ? (
            <Button size="dense" kind="primary" busy={busy} onClick={() => void answer(true, 'further')}>
              {further}
            </Button>
          ) : (
            <Button size="dense" busy={busy} onClick={() => void answer(true)}>
              {yes}
            </Button>
          )}
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
