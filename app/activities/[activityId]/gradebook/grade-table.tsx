// The table of levels by student and criterion, with the sum in the last column.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { gradingPath } from '#paths'
import styles from './gradebook.module.css'
import { type Criterion, type Grade, pointsPossible } from './grades'

type GradeTableProps = { activityId: string; grades: readonly Grade[]; criteria: readonly Criterion[] }

export function GradeTable({ activityId, grades, criteria }: GradeTableProps) {
  const t = useTranslations('gradebook')
  if (grades.length === 0) return <p className={styles.lead}>{t('empty')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways must be reachable by keyboard
    <section className={styles.frame} aria-label={t('caption')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('file.name')}</th>
            <th scope="col">{t('file.seat')}</th>
            {criteria.map(({ key, name }) => (
              <th scope="col" key={key}>
                {name}
              </th>
            ))}
            <th scope="col">{t('outOf', { points: pointsPossible(criteria) })}</th>
            <th scope="col">{t('file.state')}</th>
            <th scope="col">{t('overall')}</th>
          </tr>
        </thead>
        <tbody>
          {grades.map((grade) => (
            <tr key={grade.id}>
              <th scope="row">
                <Link href={gradingPath(activityId, grade.id)} prefetch={false}>
                  {grade.name}
                </Link>
              </th>
              <td className={styles.hint}>
                {[grade.room, grade.delegation, grade.seat].filter((words) => words !== '').join(' · ')}
              </td>
              {grade.levels.map((level, index) => (
                <td key={criteria[index]?.key}>{level ?? t('none')}</td>
              ))}
              <td>
                <b>{grade.total ?? t('none')}</b>
              </td>
              <td>{t('gradeState', { state: grade.again ? 'again' : grade.tookNoPart ? 'noPart' : grade.state })}</td>
              <td className={styles.hint}>{grade.note?.comment}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
