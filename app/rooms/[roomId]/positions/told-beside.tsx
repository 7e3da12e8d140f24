'use client'
// What others did with the position while this person's form is open, and what will be filed without them. It lies over the foot of the
// form and moves nothing in it; the page keeps the field that is typed in clear of that place (`data-foot`).
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useSaidAt } from '#record/entries/use-said-at.ts'
import { useNow } from '#room/hooks/use-now.ts'
import { holderName, type SeatView } from '#room/link/seat-view.ts'
import type { DelegationId, FilingStage, TensionKey } from '#simulation/kernel/ids'
import { actorSeat, filedBy, filingOf, foretold } from '#simulation/reading/log/filings'
import { isEnding } from '#simulation/state/clock'
import { Button } from '#ui/controls/button'
import { signed } from '#ui/words/signed.ts'
import styles from './told-beside.module.css'

type ToldBesideProps = {
  at: SeatView
  delegation: DelegationId
  round: TensionKey
  stage: FilingStage
  /** Whether the form holds words of the person's own that are not filed. */
  unsent: boolean
  onCompare: () => void
  /** Null when no other round waits for a filing. */
  onNext: (() => void) | null
}

export function ToldBeside(props: ToldBesideProps) {
  const { at, delegation, round, stage, unsent, onCompare, onNext } = props
  const t = useTranslations('room.position')
  const said = useSaidAt(at.state)
  const { filed } = filingOf(at.state, round, stage, delegation)
  const seen = useRef(filed?.revision ?? 0)
  const [read, setRead] = useState(0)
  const isNew = filed !== null && filed.revision > Math.max(seen.current, read)
  const seat = filed && actorSeat(at.state, filed.by)
  const theirs = isNew && seat !== null && seat.id !== at.seat.id
  return (
    <div className={styles.beside} role="status" data-foot>
      {theirs ? (
        <p className={`ends ${styles.line}`}>
          <span>
            {t('arrived', {
              who: holderName(at, seat) ?? seat.title,
              time: said(filed.at, { seconds: false }),
              value: signed(filed.position.value),
            })}{' '}
            {unsent ? t('notUsed') : null}
          </span>
          <span className={`acts ${styles.acts}`}>
            <Button
              size="dense"
              onClick={() => {
                setRead(filed.revision)
                onCompare()
              }}
            >
              {t('compare')}
            </Button>
            {onNext ? (
              <Button
                size="dense"
                onClick={() => {
                  setRead(filed.revision)
                  onNext()
                }}
              >
                {t('nextRound')}
              </Button>
            ) : null}
          </span>
        </p>
      ) : null}
      <BeforeTheEnd at={at} delegation={delegation} />
    </div>
  )
}

/** In the last minute of a caucus: how many rounds are filed, and what is filed for the rest. */
function BeforeTheEnd({ at: { state, view }, delegation }: Pick<ToldBesideProps, 'at' | 'delegation'>) {
  const t = useTranslations('room.position')
  const now = useNow(view.now, 1000)
  if (!isEnding(state, now)) return null
  const rest = foretold(state, delegation).filter(({ how }) => how !== 'filed')
  const [first] = rest
  if (!first || first.how === 'filed') return null
  const { filed, of } = filedBy(state, delegation)
  const same = rest.every(({ how }) => how === first.how)
  return (
    <p className={`ends ${styles.line}`}>
      {of > 1 ? `${t('filedOf', { filed, count: of })}. ` : null}
      {t(`willStand.${same ? first.how : 'mixed'}`, {
        value: of === 1 && first.value !== null ? signed(first.value) : 'none',
      })}
    </p>
  )
}
