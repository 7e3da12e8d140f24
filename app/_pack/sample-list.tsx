// Sample positions with the level each would reach and why: a few for whoever marks, and two of each side for students.
import { useTranslations } from 'next-intl'
import type { RoomPlan } from '#simulation/agenda/plan'
import type { Scenario } from '#simulation/scenario/scenario'
import { delegationIn } from '#ui/words/delegations.ts'
import { signed } from '#ui/words/signed.ts'
import styles from './instructor.module.css'
import { PackText } from './pack-text'

type SampleListProps = {
  samples: Scenario['samples']
  about: Pick<RoomPlan, 'delegations'> & { tensions: readonly { key: string; title: string }[] }
  /** The names of the levels 0 to 4. */
  scale: readonly string[]
}

export function SampleList({ samples, about, scale }: SampleListProps) {
  const t = useTranslations('pack.samples')
  return samples.map(({ tension, delegation, level, value, text, redLine, anchors, facts, why }) => (
    <article key={text} className={styles.paper}>
      <h3>
        {t('level', { level, name: scale[level] ?? '' })}{' '}
        <small>
          {delegationIn(about, delegation)?.name}, {about.tensions.find(({ key }) => key === tension)?.title},{' '}
          {signed(value)}
        </small>
      </h3>
      <p>
        <PackText text={text} anchors={anchors} facts={facts} />
      </p>
      <p>{t('redLine', { text: redLine })}</p>
      <p className={styles.note}>{why}</p>
    </article>
  ))
}
