// The choice of a scenario: its title where only one is offered, else a list, each with its packs to read first.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { offeredScenarioPath } from '#paths'
import type { Scenario } from '#simulation/scenario/scenario'
import { Choice, ChoiceGroup } from '#ui/controls/choice'
import styles from './wizard.module.css'

type ScenarioChoiceProps = {
  courseId: string
  legend: string
  chosen: Scenario
  offered: readonly Scenario[]
  /** A sentence about a scenario, such as its parties. */
  about: (scenario: Scenario) => ReactNode
}

export function ScenarioChoice({ courseId, legend, chosen, offered, about }: ScenarioChoiceProps) {
  if (offered.length > 1)
    return (
      <ChoiceGroup legend={legend}>
        {offered.map((scenario) => (
          <Choice
            key={scenario.key}
            name="scenario"
            value={scenario.key}
            title={scenario.title}
            defaultChecked={scenario.key === chosen.key}
          >
            {about(scenario)} <Packs courseId={courseId} scenario={scenario} />
          </Choice>
        ))}
      </ChoiceGroup>
    )
  return (
    <div>
      <h2 className={styles.heading}>{legend}</h2>
      <p>
        <b>{chosen.title}</b>
      </p>
      <p className="faint">
        {about(chosen)} <Packs courseId={courseId} scenario={chosen} />
      </p>
      <input type="hidden" name="scenario" value={chosen.key} />
    </div>
  )
}

/** To read before choosing: opened beside the wizard, whose choices stay as they are. */
function Packs({ courseId, scenario: { key } }: { courseId: string; scenario: Scenario }) {
  const t = useTranslations('pack')
  return (
    <>
      <a href={offeredScenarioPath(courseId, key)} target="_blank" rel="noreferrer">
        {t('student')}
      </a>{' '}
      ·{' '}
      <a href={offeredScenarioPath(courseId, key, 'instructor')} target="_blank" rel="noreferrer">
        {t('instructor')}
      </a>
    </>
  )
}
