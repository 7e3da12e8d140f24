'use client'
// What staff can do with words that were taken off: read them behind one press, each reading being noted, say why they
// are off, and put them back.
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { timeOfDay } from '#format/clock-time'
import { MINUTE_MS } from '#simulation/kernel/time'
import { countOff, type Struck } from '#simulation/reading/log/strikes'
import { Button } from '#ui/controls/button'
import { useSending } from '#ui/controls/use-sending.ts'
import { useToast } from '#ui/over/toast'
import { SealStrip } from '#ui/words/seal'
import { PutBackDialog } from './put-back-dialog'
import { ReasonDialog } from './reason-dialog'
import { readStruckWords } from './strike-actions'
import type { StrikeAct } from './strike-line'
import styles from './struck-tools.module.css'

const STAYS_MS = MINUTE_MS

type StruckToolsProps = {
  roomId: string
  entry: string
  name: string
  /** What is off: what its writer withdrew can be read and not put back. */
  off: readonly Struck[]
  act: StrikeAct
  timeZone?: string | undefined
}

type Read = { words: readonly string[]; at: number }

export function StruckTools({ roomId, entry, name, off, act, timeZone }: StruckToolsProps) {
  const t = useTranslations('off.staff')
  const counted = useTranslations('off')
  const tell = useToast()
  const [read, setRead] = useState<Read | null>(null)
  const { busy, send } = useSending()
  const [asked, ask] = useState<'back' | 'reason' | null>(null)
  useEffect(() => {
    if (read === null) return
    const timer = setTimeout(() => setRead(null), STAYS_MS)
    return () => clearTimeout(timer)
  }, [read])
  const press = async () => {
    if (read) return setRead(null)
    const fault = await send(async () => {
      const answer = await readStruckWords({ roomId, entry })
      if (answer.ok) setRead({ words: answer.words, at: answer.at })
      return answer.ok
    })
    if (fault) tell({ text: t('failed') })
  }
  const count = countOff(off)
  const puttable = off.some(({ by }) => by === 'chair')
  const label = count === 0 ? t('readSome') : t('read', { words: counted('words', { count }) })
  const zone = timeZone === undefined ? {} : { timeZone }
  return (
    <div className={`unprinted ${styles.tools}`}>
      {read ? (
        <section className={styles.block} aria-label={t('region', { name })}>
          <SealStrip />
          {read.words.map((words) => (
            <p key={words} className={styles.words}>
              {words}
            </p>
          ))}
          <p className={`quiet ${styles.noted}`}>{t('readAt', { time: timeOfDay(read.at, zone) })}</p>
        </section>
      ) : null}
      <div className="acts">
        <Button size="dense" icon="eye" pressed={read !== null} busy={busy} onClick={() => void press()}>
          {read ? t('close') : label}
        </Button>
        {puttable ? (
          <>
            <Button size="dense" kind="quiet" aria-haspopup="dialog" onClick={() => ask('reason')}>
              {t('reason')}
            </Button>
            <Button size="dense" kind="quiet" aria-haspopup="dialog" onClick={() => ask('back')}>
              {t('back')}
            </Button>
          </>
        ) : null}
      </div>
      {asked === 'back' ? <PutBackDialog {...{ roomId, entry, name, act }} onClose={() => ask(null)} /> : null}
      {asked === 'reason' ? <ReasonDialog {...{ roomId, entry, name, act }} onClose={() => ask(null)} /> : null}
    </div>
  )
}
