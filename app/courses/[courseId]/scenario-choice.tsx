// The choice of a scenario: its title where only one is offered, else a list.
import type { ReactNode } from 'react'
import type { Scenario } from '#simulation/scenario/scenario'
import { Choice, ChoiceGroup } from '#ui/choice'
import styles from './_wizard/wizard.module.css'

type ScenarioChoiceProps = {
  legend: string
  chosen: Scenario
  offered: readonly Scenario[]
  /** A sentence about a scenario, such as its parties. */
  about: (scenario: Scenario) => ReactNode
}

export function ScenarioChoice({ legend, chosen, offered, about }: ScenarioChoiceProps) {
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
            {about(scenario)}
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
      <p className={styles.hint}>{about(chosen)}</p>
      <input type="hidden" name="scenario" value={chosen.key} />
    </div>
  )
}
