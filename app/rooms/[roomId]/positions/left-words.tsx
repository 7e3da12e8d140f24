'use client'
// Words for a position that no filing took, once its form has gone: they stay on this device and can be taken along.
import { useTranslations } from 'next-intl'
import { CopyWords } from '#room/copy-words'
import type { SeatView } from '#room/seat-view.ts'
import { readUnsettled } from '#room/use-local-storage.ts'
import { roundOf } from '#simulation/agenda/plan'
import { STAGES } from '#simulation/kernel/ids'
import { isRoundOver } from '#simulation/reading/filings'
import { positionDraft } from '#simulation/wire/draft-forms'
import { positionDraftKey } from '#simulation/wire/draft-key'
import { Band } from '#ui/band'
import { isUnsent } from './position-draft'
import styles from './positions-tab.module.css'

export function LeftWords({ at: { state, roomId, person, delegation } }: { at: SeatView }) {
  const t = useTranslations('room.position')
  if (delegation === null) return null
  const left = state.plan.rounds.flatMap(({ key: round }) =>
    STAGES.flatMap((stage) => {
      if (!isRoundOver(state, round, stage)) return []
      const draft = readUnsettled({ roomId, person }, positionDraftKey(round, stage), positionDraft)
      return draft && isUnsent(state, { round, stage, delegation }, draft) ? [{ round, stage, draft }] : []
    }),
  )
  if (left.length === 0) return null
  return (
    <section className={styles.left} aria-labelledby="left-words">
      <Band level={2} title={<span id="left-words">{t('leftTitle')}</span>} />
      {left.map(({ round, stage, draft }) => (
        <div key={`${round} ${stage}`}>
          <h3>{t('leftOf', { title: roundOf(state.plan, round)?.title ?? '', stage })}</h3>
          {[draft.text, draft.redLine].map((words) => (words.trim() === '' ? null : <p key={words}>{words}</p>))}
          <CopyWords text={[draft.text, draft.redLine].filter((words) => words.trim() !== '').join('\n')} />
        </div>
      ))}
    </section>
  )
}
