// What everybody reads who may not enter a room: no such room, another table, or removed. It must not tell these apart.

import { getTranslations } from 'next-intl/server'
import { joinPath } from '#paths'
import { LinkButton } from '#ui/controls/button'
import { EmptyState } from '#ui/page/empty-state'
import { AppBar } from '../../_device/app-bar'

export default async function NoSuchRoom() {
  const t = await getTranslations('room.notFound')
  return (
    <>
      <AppBar />
      <main id="main" className="page">
        <EmptyState
          level={1}
          title={t('title')}
          action={
            <LinkButton kind="primary" href={joinPath()}>
              {t('action')}
            </LinkButton>
          }
        >
          {t('text')}
        </EmptyState>
      </main>
    </>
  )
}
