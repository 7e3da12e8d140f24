// A scenario's packs before anything is made with it, so that an instructor reads before choosing.

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { courseFor } from '#access'
import { InstructorPack } from '#pack/instructor-pack'
import { PackNav } from '#pack/pack-nav'
import { StudentPack } from '#pack/student-pack'
import { newSeminarPath, offeredScenarioPath } from '#paths'
import { findIn } from '#server/store/scenarios/offered'
import { studentPack } from '#simulation/reading/record/scenario-pack'
import { seminarAgendas } from '#simulation/scenario/lookup'
import { Messages } from '#ui/page/messages'

type Props = {
  params: Promise<{ courseId: string; scenarioKey: string }>
  searchParams: Promise<{ pack?: string | string[] }>
}

async function access({ params }: Props) {
  const { courseId, scenarioKey } = await params
  const { me, course } = await courseFor('make-activity', courseId, offeredScenarioPath(courseId, scenarioKey))
  return { course, scenario: (await findIn({ me, courseId }, scenarioKey, await getLocale())) ?? notFound() }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await access(props)).scenario.title }
}

export default async function OfferedScenarioPage(props: Props) {
  const { course, scenario } = await access(props)
  const t = await getTranslations('pack')
  const forInstructor = (await props.searchParams).pack === 'instructor'
  const agendaKey = seminarAgendas(scenario)[0]?.key ?? ''
  return (
    <Messages namespaces={['transcript']}>
      <PackNav
        items={[
          { href: newSeminarPath(course.id), label: t('bar.back') },
          { href: offeredScenarioPath(course.id, scenario.key), label: t('student'), current: !forInstructor },
          {
            href: offeredScenarioPath(course.id, scenario.key, 'instructor'),
            label: t('instructor'),
            current: forInstructor,
          },
        ]}
      />
      {forInstructor ? (
        <InstructorPack
          scenario={scenario}
          agendaKey={agendaKey}
          foot={t('footInstructor', { title: scenario.title })}
        />
      ) : (
        <StudentPack
          pack={studentPack(scenario, agendaKey)}
          briefs={null}
          foot={t('foot', { title: scenario.title })}
        />
      )}
    </Messages>
  )
}
