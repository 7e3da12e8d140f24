'use client'
// One row for each student: name, link, copy and renew. Printed, each row is a slip to cut out.
import { useTranslations } from 'next-intl'
import { linksFilePath } from '#paths'
import { QrCode } from '#ui/charts/qr-code'
import { Button, LinkButton } from '#ui/controls/button'
import { SubmitButton } from '#ui/controls/submit-button'
import { Dialog, DialogClose } from '#ui/over/dialog'
import { useToast } from '#ui/over/toast'
import { renew } from './actions'
import styles from './links.module.css'

export type ShownLink = {
  placeId: string
  name: string
  address: string | null
  /** Where the chair can write from their own mail program; null where the server does, or no address is known. */
  mailTo: string | null
  account: boolean
  used: boolean
}

type LinkListProps = { courseId: string; from: string | undefined; course: string; links: readonly ShownLink[] }

export function LinkList({ courseId, from, course, links }: LinkListProps) {
  const t = useTranslations('courses.links')
  const tell = useToast()
  const open = links.flatMap(({ name, address }) => (address === null ? [] : [{ name, address }]))

  async function copy(text: string, done: string) {
    await navigator.clipboard.writeText(text)
    tell({ text: done })
  }

  return (
    <>
      <div className="row unprinted">
        <Button
          kind="primary"
          onClick={() =>
            copy(
              open.map(({ name, address }) => `${name}\t${address}`).join('\n'),
              t('copiedAll', { count: open.length }),
            )
          }
        >
          {t('copyAll')}
        </Button>
        <LinkButton href={linksFilePath(courseId)}>{t('csv')}</LinkButton>
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </div>
      <ul className={styles.links}>
        {links.map((link) => (
          <li key={link.placeId}>
            <b>{link.name}</b>
            {link.address === null ? (
              <span className={`hint ${styles.hint}`}>{link.account ? t('account') : t('stale')}</span>
            ) : (
              <code>{link.address}</code>
            )}
            {link.address === null ? null : (
              <span className={styles.slip}>
                <QrCode address={link.address} label={link.name} size={96} />
                <span>{t('slip', { course })}</span>
              </span>
            )}
            <span className={`hint ${styles.hint}`}>{link.used ? t('used') : t('unused')}</span>
            <span className={`acts unprinted ${styles.acts}`}>
              {link.address === null ? null : (
                <Button
                  size="dense"
                  aria-label={t('copyFor', { name: link.name })}
                  onClick={() => copy(link.address ?? '', t('copied', { name: link.name }))}
                >
                  {t('copy')}
                </Button>
              )}
              {link.address === null || link.mailTo === null ? null : (
                <LinkButton
                  kind="quiet"
                  size="dense"
                  aria-label={t('writeTo', { name: link.name })}
                  href={mailTo(
                    link.mailTo,
                    t('mailSubject', { course }),
                    t('mailBody', { name: link.name, course, address: link.address }),
                  )}
                >
                  {t('write')}
                </LinkButton>
              )}
              {link.account ? null : <RenewDialog key={link.address} courseId={courseId} from={from} link={link} />}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Opens a mail in the reader's own program. */
const mailTo = (to: string, subject: string, text: string): string =>
  `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`

function RenewDialog({ courseId, from, link }: Pick<LinkListProps, 'courseId' | 'from'> & { link: ShownLink }) {
  const t = useTranslations('courses.links')
  return (
    <Dialog
      alert
      trigger={
        <Button kind="quiet" size="dense" aria-label={t('renewFor', { name: link.name })}>
          {t('renew')}
        </Button>
      }
      title={t('renewTitle', { name: link.name })}
      description={t('renewLead')}
    >
      <form action={renew} className="row unprinted">
        <input type="hidden" name="courseId" value={courseId} />
        {from ? <input type="hidden" name="from" value={from} /> : null}
        <input type="hidden" name="placeId" value={link.placeId} />
        <SubmitButton>{t('renewGo')}</SubmitButton>
        <DialogClose>
          <Button>{t('cancel')}</Button>
        </DialogClose>
      </form>
    </Dialog>
  )
}
