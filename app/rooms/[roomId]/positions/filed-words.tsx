'use client'
// What the delegation has filed, beside a form that holds other words; and what the form's own words are, where they are not the person's.
import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { GappedWords } from '#record/words/gapped-words'
import { dashed } from '#record/words/off-words.ts'
import { borrowedWords } from '#record/words/origin-words.ts'
import { holderName, type SeatView } from '#room/link/seat-view.ts'
import type { FilingStage, TensionKey } from '#simulation/kernel/ids'
import { actorSeat, type FormStart } from '#simulation/reading/log/filings'
import { positionOrigin } from '#simulation/reading/log/origin'
import type { PositionFile } from '#simulation/shapes/positions'
import { Button } from '#ui/controls/button'
import { Sheet } from '#ui/over/sheet'
import { beginning } from '#ui/words/delegations.ts'
import { signed } from '#ui/words/signed.ts'
import { type PositionDrafting, samePosition } from './position-draft'
import styles from './position-form.module.css'

type WordsProps = { at: SeatView; file: PositionFile; drafting: PositionDrafting }

/** The filed position in full, while the form holds another. `place` is where *Compare* goes. */
export function FiledWords({
  at,
  file: { filed, how },
  drafting,
  place,
}: WordsProps & { place: RefObject<HTMLDivElement | null> }) {
  const t = useTranslations('room.position')
  const said = useSaidAt(at.state)
  if (!filed || samePosition(filed.position, drafting.words)) return null
  const seat = actorSeat(at.state, filed.by)
  const time = said(filed.at)
  return (
    <div className={styles.block} ref={place} tabIndex={-1}>
      <Sheet edge="sealed" aria-label={t('filedWords')}>
        <p className="faint">
          {seat
            ? t('filedByWhom', { who: holderName(at, seat) ?? seat.title, time })
            : t('filedItself', { how: how ?? 'draft', time })}
        </p>
        <p className={styles.proposed}>
          <b>{signed(filed.position.value)}</b> <GappedWords text={filed.position.text} plan={at.state.plan} />
        </p>
        {filed.position.redLine ? (
          <p className="faint">{t('itsRedLine', { text: dashed(filed.position.redLine) })}</p>
        ) : null}
        <Button size="dense" onClick={() => drafting.change(filed.position)}>
          {t('take')}
        </Button>
      </Sheet>
    </div>
  )
}

/** Whose words the form holds while the person has changed nothing in them, and how much of them is the brief's. */
export function WhoseWords({
  at,
  file,
  drafting: { words, draft: typed },
  stage,
  from,
  round,
}: WordsProps & { stage: FilingStage; from: FormStart['from']; round: TensionKey }) {
  const t = useTranslations('room.position')
  const record = useTranslations('record')
  const said = useSaidAt(at.state)
  const { draft, filed } = file
  const whose = () => {
    if (filed && samePosition(filed.position, words))
      return t('whose.filed', { time: said(filed.at, { seconds: false }) })
    if (draft && samePosition(draft.position, words)) {
      const seat = at.state.seats[draft.seat]
      if (!seat || seat.id === at.seat.id) return null
      return t('whose.draft', {
        who: holderName(at, seat) ?? seat.title,
        time: said(draft.at, { seconds: false }),
      })
    }
    if (from === 'opening') return t('whose.opening', { stage })
    const { delegation } = at
    const origin = delegation && positionOrigin(at.state, round, delegation, typed.text, false)
    return beginning(borrowedWords(origin, record) ?? '')
  }
  const line = whose()
  return line ? <p className={`note ${styles.whose}`}>{line}</p> : null
}
