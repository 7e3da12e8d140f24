'use client'
// Another seat's proposal, shown while it differs from the reader's draft, with a button that copies it into the draft.
import { useTranslations } from 'next-intl'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { GappedWords } from '#record/words/gapped-words'
import { dashed } from '#record/words/off-words.ts'
import { holderName, type SeatView } from '#room/link/seat-view.ts'
import type { PositionFile } from '#simulation/shapes/positions'
import { Button } from '#ui/controls/button'
import { Sheet } from '#ui/over/sheet'
import { signed } from '#ui/words/signed.ts'
import { type PositionDrafting, samePosition } from './position-draft'
import styles from './position-form.module.css'

export function ProposedWords({
  at,
  file,
  drafting,
}: {
  at: SeatView
  file: PositionFile
  drafting: PositionDrafting
}) {
  const t = useTranslations('room.position')
  const said = useSaidAt(at.state)
  const { draft } = file
  if (!draft || draft.seat === at.seat.id || samePosition(draft.position, drafting.words)) return null
  const seat = at.state.seats[draft.seat]
  const who = (seat && (holderName(at, seat) ?? seat.title)) ?? ''
  return (
    <div className={styles.block}>
      <Sheet edge="sealed" aria-label={t('proposal')}>
        <p className="faint">{t('proposed', { who, time: said(draft.at) })}</p>
        <p className={styles.proposed}>
          <b>{signed(draft.position.value)}</b> <GappedWords text={draft.position.text} plan={at.state.plan} />
        </p>
        {draft.position.redLine ? (
          <p className="faint">{t('itsRedLine', { text: dashed(draft.position.redLine) })}</p>
        ) : null}
        <Button size="dense" onClick={() => drafting.change(draft.position)}>
          {t('take')}
        </Button>
      </Sheet>
    </div>
  )
}
