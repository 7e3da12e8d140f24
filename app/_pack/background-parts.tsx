// Background for everybody: a timeline, a map, and further readings from each side.
import { useTranslations } from 'next-intl'
import { type PackBackground, readingsBySide } from '#simulation/reading/record/scenario-pack'
import { factMark } from '#simulation/scenario/fact-mark'
import { Shape } from '#ui/charts/shape'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './instructor.module.css'
import { MapDrawing } from './map-drawing'
import { PackPart } from './pack-page'
import { Citations } from './pack-text'

export function TimelinePart({ scenario }: { scenario: PackBackground }) {
  const t = useTranslations('pack.background')
  if (scenario.timeline.length === 0) return null
  return (
    <PackPart id="timeline" title={t('timeline')} right={t('timelineRight')} paper="new-page">
      <ol className={styles.timeline}>
        {scenario.timeline.map(({ when, text, by, facts = [] }) => (
          <li key={when}>
            <b>{when}</b>
            <span>
              {by.map((id) => {
                const delegation = delegationIn(scenario, id)
                return delegation ? <Shape key={id} delegation={delegation} /> : null
              })}
            </span>
            <span>
              {text}
              <Citations marks={facts.map(factMark)} />
            </span>
          </li>
        ))}
      </ol>
    </PackPart>
  )
}

export function MapPart({ scenario }: { scenario: PackBackground }) {
  const { map } = scenario
  if (map === null) return null
  return (
    <PackPart id="map" title={map.title}>
      <MapDrawing map={map} scenario={scenario} />
      <p className={styles.note}>{map.note}</p>
    </PackPart>
  )
}

export function ReadingsPart({ scenario }: { scenario: PackBackground }) {
  const t = useTranslations('pack.background')
  const sides = readingsBySide(scenario).filter(({ list }) => list.length > 0)
  if (sides.length === 0) return null
  return (
    <PackPart id="readings" title={t('readings')} right={t('readingsRight')}>
      {sides.map(({ side, list }) => (
        <div key={side} className={styles.side}>
          <h3 className={styles.head}>{delegationIn(scenario, side)?.name}</h3>
          <ul className={styles.plain}>
            {list.map(({ author, title, publisher, date, url, note }) => (
              <li key={title}>
                {author}, {url ? <a href={url}>“{title}”</a> : `“${title}”`}. {publisher}, {date}. <i>{note}</i>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </PackPart>
  )
}
