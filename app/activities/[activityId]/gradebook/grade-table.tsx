'use client'
// The table of levels by student and criterion, with the sum in the last column; of one section where one is chosen.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { gradingPath } from '#paths'
import { columnsOf, type Rubric } from '#simulation/reading/log/rubric'
import { type Grading, levelOf } from '#simulation/reading/marks/grades'
import { inSection } from '#simulation/reading/room/class-sections'
import { SectionChoice } from '#ui/controls/section-choice'
import { ScrollRegion } from '#ui/page/scroll-region'
import styles from './gradebook.module.css'
import { type Grade, pointsOf, sharesAmong } from './grades'

type GradeTableProps = {
  activityId: string
  grades: readonly Grade[]
  newest: Rubric
  grading: Pick<Grading, 'late'>
}

export function GradeTable({ activityId, grades, newest, grading: { late } }: GradeTableProps) {
  const t = useTranslations('gradebook')
  const criteria = columnsOf(newest, grades)
  const beside = sharesAmong(grades)
  const [section, choose] = useState('')
  if (grades.length === 0) return <p className={styles.lead}>{t('empty')}</p>
  return (
    <>
      <SectionChoice people={grades} value={section} onChoose={choose} />
      <ScrollRegion className={styles.frame} label={t('caption')}>
        <table className={`table ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">{t('file.name')}</th>
              <th scope="col">{t('file.seat')}</th>
              {criteria.map(({ key, name }) => (
                <th scope="col" key={key}>
                  {name}
                </th>
              ))}
              {late || beside.length > 0 ? <th scope="col">{t('file.sum')}</th> : null}
              {beside.map((of) => (
                <th scope="col" key={of}>
                  {t(`beside.${of}`)}
                </th>
              ))}
              {late ? <th scope="col">{t('file.off')}</th> : null}
              <th scope="col">{t('outOf', { points: newest.points })}</th>
              <th scope="col">{t('file.state')}</th>
              <th scope="col">{t('overall')}</th>
            </tr>
          </thead>
          <tbody>
            {inSection(grades, section).map((grade) => (
              <tr key={grade.id}>
                <th scope="row">
                  <Link href={gradingPath(activityId, grade.id)} prefetch={false}>
                    {grade.name}
                  </Link>
                </th>
                <td className={`hint ${styles.hint}`}>
                  {[grade.room, grade.delegation, grade.seat].filter((words) => words !== '').join(' · ')}
                </td>
                {criteria.map(({ key }) => (
                  <td key={key}>{levelOf(grade, key) ?? t('none')}</td>
                ))}
                {late || beside.length > 0 ? <td>{grade.sum ?? t('none')}</td> : null}
                {beside.map((of) => (
                  <td key={of}>{pointsOf(grade, of) ?? t('none')}</td>
                ))}
                {late ? (
                  <td>
                    {grade.off ?? t('none')} <LateParts grade={grade} of={late.days} />
                  </td>
                ) : null}
                <td>
                  <b>{grade.total ?? t('none')}</b>
                </td>
                <td>{t('gradeState', { state: grade.again ? 'again' : grade.tookNoPart ? 'noPart' : grade.state })}</td>
                <td className={`hint ${styles.hint}`}>{grade.note?.comment}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}

/** Which parts came late, what each loses, and the late days that are left. */
function LateParts({ grade: { late, daysLeft }, of }: { grade: Grade; of: number }) {
  const t = useTranslations('gradebook')
  const phases = useTranslations('record.homeworkPhases')
  if (late.length === 0) return null
  return (
    <small className={`hint ${styles.hint}`}>
      {late.map(({ kind, days, loses }) => (
        <span key={kind}>{t('latePart', { what: phases(kind), days, loses })} </span>
      ))}
      {of > 0 ? t('lateDays', { left: daysLeft, of }) : null}
    </small>
  )
}
