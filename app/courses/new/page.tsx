// The page for a new course.

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { caller } from '#access'
import { knownZones } from '#format/zones'
import { newCoursePath, signInPath } from '#paths'
import { titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import styles from '../courses.module.css'
import { NewCourseForm } from './new-course-form'

export const generateMetadata = titled('courses.new.title')

export default async function NewCoursePage() {
  const me = await caller()
  if (me?.kind !== 'account') redirect(signInPath(newCoursePath()))
  const t = await getTranslations('courses.new')
  return (
    <main id="main" className={`page ${styles.narrow}`}>
      <PageHead title={t('title')} />
      <NewCourseForm zones={knownZones()} />
    </main>
  )
}
