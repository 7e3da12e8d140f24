'use client'
// The exports of a record: files to read, paper, and JSON, each for the class or for the reader. The menu needs scripts; without them its
// files are plain links.
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import type { ForWhom } from '#simulation/reading/drawing'
import { Button, LinkButton } from '#ui/button'
import { Menu, type MenuItem } from '#ui/menu'
import { printFor } from './print-for'

const FORMATS = ['docx', 'md', 'csv'] as const
const NAMES = { docx: 'word', md: 'markdown', csv: 'sheet' } as const
const never = () => () => undefined

type ExportMenuProps = {
  /** The URL of the room's exports. */
  file: string
  /** The page's filter as a query; files to read apply it. */
  query: string
  /**
   * Whether the reader may read the whole record, so that its JSON file can be imported again; the private export is then labelled "for
   * staff".
   */
  isComplete: boolean
  /** The page to print from, when this page renders only part of the record. */
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
          <LinkButton key={href} size="dense" href={href} prefetch={false}>
            {label}
          </LinkButton>
        ))}
      </noscript>
    )
  }
  const links = (files: readonly { href: string; label: string }[]) =>
    files.map(({ href, label }): MenuItem => ({ kind: 'file', href, label }))
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
