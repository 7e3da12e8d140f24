'use client'
// The words of one brief, on a student's page and on the role sheets that the instructor prints; of an office that has one page, what stands
// behind it.
import { useTranslations } from 'next-intl'
import type { Brief } from '#simulation/agenda/brief'
import { Bands, type BriefAround, BriefFacts, Stakes } from './brief-rounds'
import { sectionsBehind } from './office-sheet'
import styles from './words/brief-text.module.css'
import { CitedText } from './words/cited-text'

type BriefBodyProps = {
  at: BriefAround
  brief: Brief
  /** The brief of the delegation, against whose range the wishes of an office are held. */
  delegation: Brief | undefined
}

export function BriefBody({ at, brief, delegation }: BriefBodyProps) {
  return (
    <>
      <Bands at={at} brief={brief} />
      <Cards brief={brief} />
      <Sections at={at} brief={brief} />
      <Stakes at={at} brief={brief} delegation={delegation} />
      <BriefFacts brief={brief} />
    </>
  )
}

function Sections({ at, brief }: { at: BriefAround; brief: Brief }) {
  const t = useTranslations('room.brief.sections')
  const from = { ...at.about, facts: brief.facts }
  return (
    <>
      {sectionsBehind(brief).map(({ heading, lines }) => (
        <div key={heading} className={styles.section}>
          <h3 className={heading === 'brief' ? 'unseen' : undefined}>{t(heading)}</h3>
          {lines.length > 1 ? (
            <ul>
              {lines.map((line) => (
                <li key={line.text}>
                  <CitedText {...line} from={from} />
                </li>
              ))}
            </ul>
          ) : (
            lines.map(({ text, anchors }) => (
              <p key={text}>
                <CitedText text={text} anchors={heading === 'brief' ? [] : anchors} from={from} />
              </p>
            ))
          )}
        </div>
      ))}
    </>
  )
}

/** What home asks of the delegation. Whether a card is met is said where the text is written. */
function Cards({ brief: { cards = [] } }: { brief: Brief }) {
  const t = useTranslations('room.home')
  if (cards.length === 0) return null
  return (
    <div className={styles.section}>
      <h3>{t('asks')}</h3>
      <ul>
        {cards.map(({ holder, asks, check }) => (
          <li key={asks}>
            <b>{holder}:</b> “{asks}” {t(check ? 'rulesCheck' : 'judged')}
          </li>
        ))}
      </ul>
    </div>
  )
}
