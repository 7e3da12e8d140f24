// All briefs, by delegation: its own, then each office's in the order in which seats fill. Folded on screen, open on paper.
import { useTranslations } from 'next-intl'
import { briefsOfDelegation } from '#simulation/reading/scenario-pack'
import { tensionsInOrder } from '#simulation/scenario/lookup'
import type { Scenario } from '#simulation/scenario/scenario'
import { delegationsIn } from '#ui/delegations.ts'
import { Placard } from '#ui/placard'
import { BriefSheet } from './brief-sheet'
import styles from './instructor.module.css'
import { PackPart } from './pack-page'

export function InstructorBriefs({ scenario }: { scenario: Scenario }) {
  const t = useTranslations('pack.briefs')
  const rounds = tensionsInOrder(scenario)
  return (
    <PackPart id="briefs" title={t('title', { count: scenario.seats.length })} right={t('right')} paper="new-page">
      {delegationsIn(scenario).map((delegation) => (
        <div key={delegation.id} className={styles.side}>
          <h3 className={styles.head}>
            <Placard delegation={delegation} size="sm" silent /> {delegation.name} <span>{delegation.capital}</span>
          </h3>
          {briefsOfDelegation(scenario, delegation.id).map((brief) => {
            const office = scenario.seats.find(({ id }) => id === brief.to)
            return (
              <details key={brief.to} className={styles.office}>
                <summary>
                  <b>{office ? brief.title : t('whole', { name: delegation.name })}</b>
                  {office ? <span>{office.head ? t('head', { charge: office.charge }) : office.charge}</span> : null}
                </summary>
                <BriefSheet brief={brief} rounds={rounds} without={office ? 'charge' : null} />
              </details>
            )
          })}
        </div>
      ))}
    </PackPart>
  )
}
