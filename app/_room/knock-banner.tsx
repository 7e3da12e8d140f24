'use client'
// A banner with the two answers to a join request or to a claim to a seat. The screen that shows it supplies the words.
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { Button } from '#ui/controls/button'
import { useSending } from '#ui/controls/use-sending.ts'
import { useToast } from '#ui/over/toast'
import { Banner } from '#ui/page/banner'
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
  const { busy, fault, send } = useSending<Exclude<Outcome, 'answered' | 'failed'>>()
  const answer = async (admit: boolean, more?: 'further') => {
    const missed = await send(async () => {
      const outcome = await answerKnock({ requestId, admit, ...(more ? { further: true } : {}) })
      return outcome === 'answered' ? null : outcome
    })
    // The page knows its tables from when it was made.
    if (more && missed === null) router.refresh()
    const words = missed ? faultOf(missed) : null
    if (words !== null) tell({ text: words })
  }
  return (
    <Banner
      kind="help"
      title={title}
      action={
        <>
          {fault === 'full' && further ? (
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
