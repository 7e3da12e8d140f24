'use client'
// Every way out of a record, and for whom: files for people, paper, and the whole of it for a program. The menu needs a script, so without one its
// files stand there as plain links.
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Button, LinkButton } from '#ui/button'
import { Menu, type MenuItem } from '#ui/menu'
import type { ForWhom } from './for-whom'
import { printFor } from './print-for'

const FORMATS = ['docx', 'md', 'csv'] as const
const NAMES = { docx: 'word', md: 'markdown', csv: 'sheet' } as const
const never = () => () => undefined

type ExportMenuProps = {
  /** The address of the room's exports. */
  file: string
  /** The wishes in the page's address; files for people follow them. */
  query: string
  /** Whether all of the record is theirs to read, so that the file can be brought back: what is private is for staff then. */
  isComplete: boolean
  /** Where to print from, when only a part of the record stands on this page. */
  paper: string | null
}

export function ExportMenu({ file, query, isComplete, paper }: ExportMenuProps) {
  const t = useTranslations('transcript')
  const scripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const own = isComplete ? 'staff' : 'one'
  const filesFor = (forWhom: ForWhom) =>
    FORMATS.map((format) => {
      const name = t(`export.${NAMES[format]}`)
      const asked = [`format=${format}`, forWhom === 'reader' ? 'for=reader' : '', query].filter((part) => part !== '')
      const label = t(`export.for.${forWhom === 'class' ? 'class' : own}`, {
        way: query ? t('export.excerpt', { format: name }) : name,
      })
      return { href: `${file}?${asked.join('&')}`, label }
    })
  const whole = { href: `${file}?format=json`, label: t(isComplete ? 'export.complete' : 'export.own') }
  if (!scripted) {
    return (
      <noscript>
        {[...filesFor('class'), ...filesFor('reader'), whole].map(({ href, label }) => (
          <LinkButton key={href} size="dense" href={href} download prefetch={false}>
            {label}
          </LinkButton>
        ))}
      </noscript>
    )
  }
  const links = (files: readonly { href: string; label: string }[]) =>
    files.map(({ href, label }): MenuItem => ({ kind: 'link', href, label, download: true }))
  const print = (forWhom: ForWhom): MenuItem[] =>
    paper === null
      ? [
          {
            label: t(`export.for.${forWhom === 'class' ? 'class' : own}`, { way: t('print') }),
            onSelect: () => printFor(forWhom),
          },
        ]
      : []
  const items: MenuItem[] = [
    ...links(filesFor('class')),
    ...print('class'),
    ...(paper === null ? [] : [{ kind: 'link', href: paper, label: t('long.print') } satisfies MenuItem]),
    { kind: 'divider' },
    ...links(filesFor('reader')),
    ...print('reader'),
    { kind: 'divider' },
    ...links([whole]),
  ]
  return (
    <Menu
      align="end"
      trigger={
        <Button size="dense" icon="down">
          {t('export.open')}
        </Button>
      }
      items={items}
    />
  )
}
