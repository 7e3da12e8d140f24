// What became of the text at home, once the cards are turned: the outcome, and side by side each side's cards, votes and reasons.
import { useLocale, useTranslations } from 'next-intl'
import { wholeOf } from '#simulation/questions/ratification'
import type { RoomState } from '#simulation/state/room-state'
import { Shape } from '#ui/charts/shape'
import { delegationsIn } from '#ui/words/delegations.ts'
import styles from './home-result.module.css'
import { homeTitle, sideLines, sideWords } from './home-words'
import { GappedWords } from './words/gapped-words'

export function HomeResult({ state }: { state: RoomState }) {
  const { turned, plan } = state
  const says = { record: useTranslations('record'), locale: useLocale(), plan }
  if (!turned) return null
  const title = homeTitle(says, wholeOf(turned.sides))
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {delegationsIn(plan).map((delegation) => {
        const side = turned.sides.find((each) => each.delegation === delegation.id)
        return side ? (
          <div key={delegation.id} className={styles.side}>
            <p>
              <Shape delegation={delegation} silent /> <b>{sideWords(says, side)}</b>
            </p>
            <ul>
              {sideLines(says, side).map((line) => (
                <li key={line}>
                  <GappedWords text={line} plan={plan} />
                </li>
              ))}
            </ul>
          </div>
        ) : null
      })}
    </section>
  )
}
