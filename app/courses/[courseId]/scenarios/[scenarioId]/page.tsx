// A scenario that staff of a course write.

import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { courseFor } from '#access'
import { scenariosPath, writtenScenarioPath } from '#paths'
import { accessWritten, readVersions, writtenKey } from '#server/store/scenarios/written'
import { Messages } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import styles from '../../../courses.module.css'
import { ReachForm } from '../reach-form'
import { WritingForm } from './writing-form'

type Props = { params: Promise<{ courseId: string; scenarioId: string }> }

async function access({ params }: Props) {
  const { courseId, scenarioId } = await params
  const { me, course } = await courseFor('make-activity', courseId, writtenScenarioPath(courseId, scenarioId))
  return { course, found: (await accessWritten({ me, courseId: course.id }, scenarioId)) ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await access(props)).found.title }
}

export default async function WrittenScenarioPage(props: Props) {
  const { course, found } = await access(props)
  const t = await getTranslations('scenarios')
  const versions = (await readVersions(found.id)).map(({ savedAt, ...line }) => ({
    ...line,
    savedAt: savedAt.getTime(),
  }))
  return (
    <Messages namespaces={['courses', 'scenarios']}>
      <main id="main" className={`page ${styles.page}`}>
        <PageHead
          above={<Link href={scenariosPath(course.id)}>{t('title')}</Link>}
          title={found.title}
          lead={t('writing.lead')}
        />
        <WritingForm
          courseId={course.id}
          scenarioId={found.id}
          scenarioKey={writtenKey(found.id)}
          version={found.version}
          own={found.own}
          versions={versions}
        >
          {found.mayShare ? (
            <ReachForm courseId={course.id} scenarioId={found.id} reach={found.reach} />
          ) : (
            <p>{t('sharing.byAuthor', { reach: t(`reach.${found.reach}`), author: found.author ?? '' })}</p>
          )}
        </WritingForm>
      </main>
    </Messages>
  )
}
