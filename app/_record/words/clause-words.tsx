// The words of a clause as it stands: what is common runs as text, and each bracket holds the wordings that differ, with who stands on them.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { Stretch } from '#simulation/reading/text/brackets'
import { delegationsIn } from '#ui/words/delegations.ts'
import { Bracket, BracketRow } from './bracket'
import styles from './clause-words.module.css'
import { GappedWords } from './gapped-words'

type ClauseWordsProps = {
  plan: RoomPlan
  stretches: readonly Stretch[]
  /** Set before the first words, such as the clause's heading. */
  lead?: ReactNode
}

export function ClauseWords({ plan, stretches, lead }: ClauseWordsProps) {
  const t = useTranslations('record.text')
  const delegations = delegationsIn(plan)
  const first = stretches[0]
  return (
    <div className={styles.words}>
      {lead && first?.kind !== 'common' ? <p>{lead}</p> : null}
      {stretches.map((stretch, place) =>
        stretch.kind === 'common' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one text keep their order
          <p key={place}>
            {place === 0 && lead ? <>{lead} </> : null}
            <GappedWords text={stretch.text.trim()} plan={plan} />
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Bracket key={place} label={t('bracket', { count: stretch.alternatives.length })}>
            {stretch.alternatives.map(({ text, who }) => (
              <BracketRow key={who.join()} delegations={delegations.filter(({ id }) => who.includes(id))}>
                {text.trim() === '' ? <i>{t('nothingMore')}</i> : <GappedWords text={text.trim()} plan={plan} />}
              </BracketRow>
            ))}
          </Bracket>
        ),
      )}
    </div>
  )
}
