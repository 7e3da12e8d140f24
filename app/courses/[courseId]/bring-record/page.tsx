// The page that imports a record's file into a course, for its staff.

import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { courseFor } from '#access'
import { bringRecordPath, coursePath } from '#paths'
import { LARGEST_FILE } from '#simulation/reading/record/record-file'
import { Messages, titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import styles from '../../courses.module.css'
import { BringForm } from './bring-form'

type Props = { params: Promise<{ courseId: string }> }

export const generateMetadata = titled('bring-record.title')

export default async function BringRecordPage({ params }: Props) {
  const { courseId } = await params
  const { course } = await courseFor('bring-record', courseId, bringRecordPath(courseId))
  const t = await getTranslations('bring-record')
  return (
    <Messages namespaces={['courses', 'bring-record']}>
      <main id="main" className={`page ${styles.page}`}>
        <PageHead above={<Link href={coursePath(course.id)}>{t('back')}</Link>} title={t('title')} lead={t('lead')} />
        <BringForm courseId={course.id} most={LARGEST_FILE} />
      </main>
    </Messages>
  )
}
