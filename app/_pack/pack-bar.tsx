// The bar over a pack: where it belongs, and its siblings.
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { AppBar } from '../_device/app-bar'

export function PackBar({ place, items }: Pick<ComponentProps<typeof AppBar>, 'place' | 'items'>) {
  const t = useTranslations('pack.bar')
  return <AppBar place={place} itemsLabel={t('label')} items={items ?? []} />
}
