'use client'
// What the delegation's brief would file, beside a form without words (rule O12), and the button that makes a draft of it.
import { useTranslations } from 'next-intl'
import { Cited } from '#record/words/cited'
import type { SeatView } from '#room/link/seat-view.ts'
import { anchorKey } from '#room/words/statement-draft.ts'
import type { DelegationId, TensionKey } from '#simulation/kernel/ids'
import { briefSuggestion } from '#simulation/reading/log/filings'
import { Button } from '#ui/controls/button'
import { Sheet } from '#ui/over/sheet'
import { signed } from '#ui/words/signed.ts'
import type { PositionDrafting } from './position-draft'
import styles from './position-form.module.css'

type BriefSuggestionProps = { at: SeatView; round: TensionKey; delegation: DelegationId; drafting: PositionDrafting }

export function BriefSuggestion({ at, round, delegation, drafting: { draft, change } }: BriefSuggestionProps) {
  const t = useTranslations('room.position')
  const brief = briefSuggestion(at.state, round, delegation)
  if (!brief || draft.text.trim() !== '') return null
  const { value, text, redLine, anchors } = brief
  return (
    <div className={styles.block}>
      <Sheet edge="sealed" aria-label={t('suggestion')}>
        <p className="faint">{t('suggestion')}</p>
        <p className={styles.proposed}>
          <b>{signed(value)}</b> {text}{' '}
          {anchors.map((anchor) => (
            <Cited key={anchorKey(anchor)} anchor={anchorKey(anchor)} from={at.about} />
          ))}
        </p>
        {redLine === '' ? null : <p className="faint">{t('itsRedLine', { text: redLine })}</p>}
        <Button size="dense" onClick={() => change({ text, redLine: draft.redLine || redLine, anchors })}>
          {t('startFrom')}
        </Button>
      </Sheet>
    </div>
  )
}
