// The research file of a course or of one of its activities, for its owner: what it holds, what it withholds, and what people are asked.

import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { courseFor } from '#access'
import { coursePath, researchPath } from '#paths'
import { readResearchActivities } from '#server/store/records/research'
import { countAnswers } from '#server/store/records/words-for-research'
import { Band } from '#ui/charts/band'
import { Messages, titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import styles from '../../courses.module.css'
import { AskForm } from './ask-form'
import { MakeFile } from './make-file'

type Props = { params: Promise<{ courseId: string }>; searchParams: Promise<{ activity?: string | string[] }> }

export const generateMetadata = titled('research.title')

export default async function ResearchPage({ params, searchParams }: Props) {
  const { courseId } = await params
  const { course } = await courseFor('take-research-file', courseId, researchPath(courseId))
  const asked = (await searchParams).activity
  const [t, activities] = await Promise.all([getTranslations('research'), readResearchActivities(course.id)])
  const chosen = activities.find(({ id }) => id === asked) ?? null
  if (asked !== undefined && !chosen) notFound()
  const answers = chosen ? await countAnswers(chosen.id) : null
  const asks = (chosen ? [chosen] : activities).some((activity) => activity.asks !== null)
  return (
    <Messages namespaces={['courses', 'research']}>
      <main id="main" className={`page ${styles.page}`}>
        <PageHead
          above={<Link href={coursePath(course.id)}>{course.title}</Link>}
          title={chosen ? `${t('title')}: ${chosen.title}` : t('title')}
          lead={t('holds')}
        />
        <nav aria-label={t('of')}>
          <ul className={`acts ${styles.links}`}>
            {[{ id: null, title: t('course') }, ...activities].map(({ id, title }) => (
              <li key={id}>
                <Link
                  href={researchPath(course.id, id)}
                  aria-current={id === (chosen?.id ?? null) ? 'page' : undefined}
                >
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <section className={`${styles.section} ${styles.form}`}>
          <p>
            {t('withholds')} {t(asks ? 'words.some' : 'words.none')}
          </p>
          <MakeFile courseId={course.id} activityId={chosen?.id ?? null} />
        </section>
        {chosen && answers ? (
          <section className={styles.section}>
            <Band level={2} title={t('ask.title')} />
            <p className={`lead ${styles.lead}`}>{t('ask.lead')}</p>
            <AskForm key={chosen.id} activityId={chosen.id} asks={chosen.asks} answers={answers} />
          </section>
        ) : null}
      </main>
    </Messages>
  )
}
