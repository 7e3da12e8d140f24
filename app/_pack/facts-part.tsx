// Facts from outside the sources, each with the publication in which it can be read; of one that nobody has looked up none is named.
import { useTranslations } from 'next-intl'
import type { PackFact } from '#simulation/reading/record/scenario-pack'
import { factName } from '#simulation/scenario/fact-mark'
import styles from './pack.module.css'
import { PackPart } from './pack-page'

export function FactsPart({ facts }: { facts: readonly PackFact[] }) {
  const t = useTranslations('pack.facts')
  if (facts.length === 0) return null
  return (
    <PackPart id="facts" title={t('title')} right={t('right')}>
      <p className={styles.small}>{t('how')}</p>
      <FactList facts={facts} leadsHere={() => true} />
    </PackPart>
  )
}

/** `leadsHere`: whether citations on this page lead to a fact in this list; a page may list the same fact twice. */
export function FactList({ facts, leadsHere }: { facts: readonly PackFact[]; leadsHere: (key: string) => boolean }) {
  const t = useTranslations('pack.facts')
  return (
    <dl className={styles.facts}>
      {facts.map(({ key, text, source }) => (
        <div key={key} {...(leadsHere(key) ? { id: `fact-${key}` } : {})}>
          <dt>{factName(key)}</dt>
          <dd>{text}</dd>
          <dd className={styles.source}>
            {source === null ? (
              t('notLooked')
            ) : source.url ? (
              <a href={source.url} target="_blank" rel="noreferrer">
                {t('publication', { publication: source.publication, date: source.date })}
              </a>
            ) : (
              t('publication', { publication: source.publication, date: source.date })
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
