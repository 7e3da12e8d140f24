// The head of a student's marks: the result in a sentence, whose marks they are, and who sees them.
import { useTranslations } from 'next-intl'
import type { Cell } from '#marks/overview.ts'
import type { RoomPlan } from '#simulation/agenda/plan'
import { levelsOf, type Rubric } from '#simulation/reading/log/rubric'
import type { SeatOfRecord } from '#simulation/reading/log/seat-of-record'
import { Placard } from '#ui/charts/placard'
import { PageHead } from '#ui/page/page-head'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './own-marks.module.css'

type OwnFindingProps = {
  plan: RoomPlan | undefined
  rows: readonly Cell[]
  rubric: Rubric
  name: string | null
  seat: SeatOfRecord | null
  moments: number
}

export function OwnFinding({ plan, rows, rubric, name, seat, moments }: OwnFindingProps) {
  const t = useTranslations('marks.own')
  const delegation = delegationIn(plan, seat?.delegation)
  const given = rows.flatMap(({ criterion, mark }) => (mark ? [{ criterion, level: mark.level }] : []))
  const groups = levelsOf(rubric)
    .toReversed()
    .map((level) => ({ level, of: given.filter((one) => one.level === level) }))
    .filter(({ of }) => of.length > 0)
    .sort((a, b) => b.of.length - a.of.length)
  const word = (level: number) => (rubric.scale[level] ?? '').toLowerCase()
  return (
    <>
      <PageHead
        title={
          <>
            {groups.length === 0 ? t('finding.none') : null}
            {groups.slice(0, 3).map(({ level, of }, place) => {
              const [only] = of
              const sentence =
                of.length === 1 && only && place > 0
                  ? t('finding.one', { criterion: only.criterion.name, level: word(level) })
                  : t('finding.most', {
                      count: of.length,
                      level: word(level),
                      whole: of.length === rows.length ? 'yes' : 'no',
                    })
              return (
                <span key={level} className={styles.sentence}>
                  {sentence}{' '}
                </span>
              )
            })}
          </>
        }
      />
      <p className={`bar quiet ${styles.whose}`}>
        {delegation ? <Placard delegation={delegation} /> : null}
        <span>{t('seen', { name: name ?? '', title: seat?.title ?? t('noSeat'), levels: given.length, moments })}</span>
      </p>
    </>
  )
}
