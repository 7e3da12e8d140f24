// The paragraphs of the sources, shaded by how often the room cited each; hatched where nobody did. Each opens the entries that cite it.

import { useFormatter, useTranslations } from 'next-intl'
import { transcriptPath } from '#paths'
import { Proof } from '#record/proof'
import { citationsBy, mostCited, type Use, usesOf } from '#simulation/reading/positions/debrief'
import { citedGrounds } from '#simulation/reading/positions/grounds'
import { Shape } from '#ui/charts/shape'
import { VisuallyHidden } from '#ui/page/visually-hidden'
import { type Delegation, delegationsIn } from '#ui/words/delegations.ts'
import type { DebriefData, EssayParagraph } from './debrief-data'
import styles from './essay-section.module.css'
import { Part } from './part'

type EssaySectionProps = { back: DebriefData; essay: readonly EssayParagraph[] }
type Painted = EssayParagraph & { uses: readonly Use[] }

export function EssaySection({ back: { room, state }, essay }: EssaySectionProps) {
  const t = useTranslations('debrief.essay')
  const uses = usesOf(
    state,
    essay.map(({ id }) => id),
  )
  const painted = essay.map((each): Painted => ({ ...each, uses: uses.get(each.id) ?? [] }))
  const most = Math.max(1, ...painted.map((each) => each.uses.length))
  const sections = [...new Set(essay.map(({ section }) => section))]
  return (
    <Part title={useTitle(painted)} sub={t('sub')} proof={<CitedProof room={room} state={state} painted={painted} />}>
      <ol className={`acts ${styles.essay}`}>
        {sections.map((section) => {
          const own = painted.filter((each) => each.section === section)
          return (
            <li key={section} className={styles.section} style={{ '--paragraphs': own.length } as React.CSSProperties}>
              <p className={`hint ${styles.name}`}>{section}</p>
              <ol className={styles.paragraphs}>
                {own.map((each) => (
                  <li key={each.id}>
                    <Paragraph room={room} paragraph={each} most={most} />
                  </li>
                ))}
              </ol>
            </li>
          )
        })}
      </ol>
    </Part>
  )
}

const HEIGHT = 64

function Paragraph({
  room,
  paragraph: { id, uses },
  most,
}: {
  room: { id: string }
  paragraph: Painted
  most: number
}) {
  const t = useTranslations('debrief.essay')
  const height = (uses.length / most) * HEIGHT
  const face = (
    <>
      <b>{id}</b>
      <span className={styles.count}>
        <span aria-hidden="true">{uses.length}</span>
        <VisuallyHidden>{t('cited', { count: uses.length })}</VisuallyHidden>
      </span>
      <svg viewBox={`0 0 10 ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <rect x="0" y={HEIGHT - height} width="10" height={height} />
      </svg>
    </>
  )
  return uses.length === 0 ? (
    <span className={styles.paragraph} data-untouched="">
      {face}
    </span>
  ) : (
    <a className={styles.paragraph} href={transcriptPath(room.id, `anchor=${id}`)}>
      {face}
    </a>
  )
}

function Citing({ delegations, uses }: { delegations: readonly Delegation[]; uses: readonly Use[] }) {
  const counts = citationsBy(uses)
  return (
    <span className={styles.citing}>
      {delegations
        .filter(({ id }) => counts.has(id))
        .map((by) => (
          <span key={by.id}>
            <Shape delegation={by} /> {counts.get(by.id)}
          </span>
        ))}
    </span>
  )
}

/** What the title counts: each paragraph in our words, who cited it, and where. */
function CitedProof({ room, state, painted }: Pick<DebriefData, 'room' | 'state'> & { painted: readonly Painted[] }) {
  const t = useTranslations('debrief.proof')
  const gists = new Map(painted.map(({ id, gist }) => [id, gist]))
  return (
    <Proof
      ways={['cited', 'lessCited', 'never']}
      says={t}
      grounds={citedGrounds(new Map(painted.map(({ id, uses }) => [id, uses])))}
      words={({ key, uses }) => (
        <>
          <b>{key}</b> {gists.get(key)} <Citing delegations={delegationsIn(state.plan)} uses={uses} />
        </>
      )}
      room={room.id}
    />
  )
}

/** The finding: the most cited paragraph, and how many were never cited. */
function useTitle(painted: readonly Painted[]): string {
  const t = useTranslations('debrief.essay')
  const format = useFormatter()
  const untouched = painted.filter(({ uses }) => uses.length === 0).map(({ id }) => id)
  const most = mostCited(new Map(painted.map(({ id, uses }) => [id, uses])))
  if (most === null) return t('nothing')
  const leaned = most.stands === 'many' ? t('flat') : t('leaned', { list: format.list(most.at) })
  const rest = { leaned, count: untouched.length }
  if (untouched.length === 0) return t('all', rest)
  return untouched.length <= 4
    ? t('few', { ...rest, list: format.list(untouched) })
    : t('many', { ...rest, of: painted.length })
}
