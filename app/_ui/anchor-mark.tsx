'use client'
// An anchor (¶ E3.1) as a button that opens our summary of the paragraph and a link to the publisher's page. The author's sentences are
// not shipped.
import { useTranslations } from 'next-intl'
import styles from './anchor-mark.module.css'
import { Popover } from './popover'

type AnchorMarkProps = {
  /** The id of a source's paragraph, or an outside source as the speaker typed it. */
  anchor: string
  /** Our summary of the paragraph; an outside source has none. */
  gist?: string
  /** The publisher's page. */
  href?: string
}

const isParagraph = (anchor: string) => /^[A-Z]\d{1,2}\.\d{1,2}$/.test(anchor)

export function AnchorMark({ anchor, gist, href }: AnchorMarkProps) {
  const t = useTranslations('ui')
  const paragraph = isParagraph(anchor)
  const face = paragraph ? `¶ ${anchor}` : t('anchor.source')
  const title = paragraph ? t('anchor.paragraph', { id: anchor }) : t('anchor.outside')
  return (
    <Popover
      title={title}
      trigger={
        <button type="button" className={styles.mark} aria-label={title}>
          {face}
        </button>
      }
    >
      <p className={styles.gist}>{paragraph ? (gist ?? t('anchor.noGist')) : anchor}</p>
      {href ? (
        <p className={styles.more}>
          <a href={href} target="_blank" rel="noreferrer">
            {t('anchor.read')}
          </a>
        </p>
      ) : null}
    </Popover>
  )
}
