// The scenario's map as a drawing: coasts, lines and places, each place under every name that a side gives it. Beside it the same as a list,
// for whoever reads it aloud.
import { useTranslations } from 'next-intl'
import type { PackBackground } from '#simulation/reading/record/scenario-pack'
import type { ScenarioMap } from '#simulation/scenario/scenario'
import { ScrollRegion } from '#ui/page/scroll-region'
import { delegationIn } from '#ui/words/delegations.ts'
import styles from './map-drawing.module.css'

/** Units of the drawing to a degree of latitude. */
const UNIT = 22

export function MapDrawing({ map, scenario }: { map: ScenarioMap; scenario: Pick<PackBackground, 'delegations'> }) {
  const t = useTranslations('pack.background')
  const [west, south, east, north] = map.frame
  // A degree of longitude is drawn as wide as it is in the middle of the sheet.
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const at = ([longitude, latitude]: readonly [number, number]): readonly [number, number] => [
    Math.round((longitude - west) * narrow * UNIT * 10) / 10,
    Math.round((north - latitude) * UNIT * 10) / 10,
  ]
  const path = (points: readonly (readonly [number, number])[]) =>
    points.map((point, place) => `${place === 0 ? 'M' : 'L'}${at(point).join(' ')}`).join('')
  const [width, height] = at([east, south])
  const named = (text: string, by: string | null) => {
    const side = delegationIn(scenario, by)
    return side ? t('nameBy', { name: text, side: side.short }) : text
  }
  return (
    <figure className={styles.figure}>
      <ScrollRegion className={styles.view} label={t('drawing')}>
        <svg className={styles.map} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={map.title}>
          {map.land.map((coast) => (
            <path key={path(coast)} className={styles.land} d={`${path(coast)}Z`} />
          ))}
          {map.lines.map(({ key, points }) => (
            <path key={key} className={styles.line} d={path(points)} />
          ))}
          {map.places.map((place) => {
            const [x, y] = at(place.at)
            return (
              <g key={place.key} data-kind={place.kind}>
                {place.kind === 'sea' ? null : (
                  <circle className={styles.dot} cx={x} cy={y} r={place.kind === 'capital' ? 5 : 3.5} />
                )}
                {place.names.map(({ text, by }, line) => (
                  <text
                    key={text}
                    className={styles.name}
                    data-side={place.side}
                    x={x + (place.side === 'right' ? 9 : place.side === 'left' ? -9 : 0)}
                    y={y + (place.side === 'above' ? -9 - (place.names.length - 1 - line) * 17 : 5 + line * 17)}
                  >
                    {named(text, by)}
                  </text>
                ))}
              </g>
            )
          })}
        </svg>
      </ScrollRegion>
      <figcaption className={styles.caption}>
        <ul className="hint">
          {map.lines.map(({ key, label }) => (
            <li key={key}>{t('line', { label })}</li>
          ))}
          {map.places.map(({ key, names }) => (
            <li key={key}>{names.map(({ text, by }) => named(text, by)).join(', ')}</li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}
