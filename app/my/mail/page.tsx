// What a student is mailed: each kind by itself, for all their courses.

import { getTranslations } from 'next-intl/server'
import { signedIn } from '#access'
import { myMailPath } from '#paths'
import { environment } from '#server/base/environment'
import { isMailOff, readChoices } from '#server/store/mail/choices'
import { countOwnNews } from '#server/store/rooms/own-news'
import { CHOSEN_KINDS } from '#simulation/beside/mails'
import { Checkbox } from '#ui/controls/checkbox'
import { SubmitButton } from '#ui/controls/submit-button'
import { EmptyState } from '#ui/page/empty-state'
import { Messages, titled } from '#ui/page/messages'
import { PageHead } from '#ui/page/page-head'
import styles from '../my.module.css'
import { OwnBar } from '../own-bar'
import { chooseKinds } from './actions'

type Props = { searchParams: Promise<{ chosen?: string | string[] }> }

export const generateMetadata = titled('mail.own.title')

export default async function OwnMailPage({ searchParams }: Props) {
  const me = await signedIn(myMailPath())
  const [t, kinds] = await Promise.all([getTranslations('mail.own'), getTranslations('mail.kind')])
  const sends = environment().mail !== null
  const wanted = await readChoices(me.id)
  const { chosen } = await searchParams
  return (
    <Messages namespaces={['mail', 'my']}>
      <OwnBar account={me.kind === 'account'} current="mail" unread={await countOwnNews(me)} />
      <main id="main" className={`page ${styles.page}`}>
        {!sends || wanted === null ? (
          <EmptyState level={1} title={t('title')}>
            {t(sends ? 'noRoster' : 'noServer')}
          </EmptyState>
        ) : (
          <>
            <PageHead title={t('title')} lead={t('lead')} />
            <form action={chooseKinds} className={`fields ${styles.kinds}`}>
              {CHOSEN_KINDS.filter((kind) => !isMailOff(kind)).map((kind) => (
                <Checkbox key={kind} name="kind" value={kind} defaultChecked={wanted.includes(kind)}>
                  {kinds(kind)}
                </Checkbox>
              ))}
              <p className="tools">
                <SubmitButton>{t('save')}</SubmitButton>
                <span role="status">{chosen ? t('saved') : null}</span>
              </p>
            </form>
          </>
        )}
      </main>
    </Messages>
  )
}
