'use client'
// Everybody of the grading place with how far their grade is, each a way to their work.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { gradingPath } from '#paths'
import { SectionChoice } from '#ui/controls/section-choice'
import styles from './grading.module.css'
import { RegradesOpen } from './regrade-box'
import { useGrading } from './use-grading'

export function StudentList() {
  const t = useTranslations('grading')
  const { activityId, graded, listed, section, chooseSection } = useGrading()
  if (graded.length === 0) return <p className={styles.lead}>{t('nobody')}</p>
  return (
    <>
      <SectionChoice people={graded} value={section} onChoose={chooseSection} />
      <ul className={styles.list}>
        {listed.map(({ id, name, about, grade, regrades }) => (
          <li key={id}>
            <Link href={gradingPath(activityId, id)} prefetch={false}>
              {name}
            </Link>
            <span className={styles.hint}>{about}</span>
            <span>
              {t('state', { state: grade.again ? 'again' : grade.tookNoPart ? 'noPart' : grade.state })}
              <RegradesOpen regrades={regrades} />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
