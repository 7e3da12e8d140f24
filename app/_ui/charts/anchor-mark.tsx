'use client'
// A citation as a button: ¶ E3.1 opens our summary of the paragraph and names its author, title and publisher, with the link; a fact or an
// outside source opens what it says and where. The author's sentences are not shipped.
import { useTranslations } from 'next-intl'
import { isParagraph } from '#simulation/kernel/ids'
import { Popover } from '../over/popover'
import styles from './anchor-mark.module.css'

type AnchorMarkProps = {
  /** The id of a source's paragraph, the name of a fact, or an outside source as the speaker typed it. */
  anchor: string
  /** Our summary of the paragraph; an outside source has none. */
  gist?: string | undefined
  /** The work that the paragraph is part of. */
  source?: { title: string; author: string; publisher: string; date: string; url?: string | undefined } | undefined
  /** A fact from outside the sources; its source is null where nobody has looked it up. */
  fact?: { text: string; source: { publication: string; date: string; url?: string | undefined } | null } | undefined
}

export function AnchorMark({ anchor, gist, source, fact }: AnchorMarkProps) {
  const t = useTranslations('ui.anchor')
  const paragraph = fact === undefined && isParagraph(anchor)
  const face = fact ? t('fact', { name: anchor }) : paragraph ? `¶ ${anchor}` : t('source')
  const title = fact ? t('factTitle') : paragraph ? t('paragraph', { id: anchor }) : t('outside')
  const url = source?.url ?? fact?.source?.url
  return (
    <Popover
      title={title}
      trigger={
        <button type="button" className={styles.mark} aria-label={fact ? t('factLabel', { name: anchor }) : title}>
          {face}
        </button>
      }
    >
      <p className={styles.gist}>{fact?.text ?? (paragraph ? (gist ?? t('noGist')) : anchor)}</p>
      {source ? <p className={styles.more}>{t('work', source)}</p> : null}
      {fact ? <p className={styles.more}>{fact.source ? t('publication', fact.source) : t('notLooked')}</p> : null}
      {url ? (
        <p className={styles.more}>
          <a href={url} target="_blank" rel="noreferrer">
            {t('read')}
          </a>
        </p>
      ) : null}
    </Popover>
  )
}
