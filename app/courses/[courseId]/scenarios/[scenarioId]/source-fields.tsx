'use client'
// What is read before the class: each source with where it can be found.
import { useTranslations } from 'next-intl'
import { OUTLINE_MOST } from '#simulation/scenario/authoring/outline-bounds'
import { blankSource } from '#simulation/scenario/authoring/writing'
import { Rows } from './rows'
import { useWritten } from './use-writing'
import styles from './writing.module.css'
import { WrittenField } from './written-field'

export function SourceFields() {
  const t = useTranslations('scenarios.writing')
  const { own, change } = useWritten()
  return (
    <Rows
      place="sources"
      rows={own.sources}
      most={OUTLINE_MOST.sources}
      add={t('addSource')}
      begin={blankSource}
      nameOf={({ title }, place) => title || t('source', { place: place + 1 })}
      onRows={(sources, at) => change(at, { ...own, sources })}
    >
      {(source, _, set) => {
        const field = (name: 'title' | 'author' | 'url' | 'publisher' | 'date') => ({
          place: `sources/${source.id}/${name}`,
          label: t(`sourceFields.${name}`),
          value: source[name],
          most: name === 'url' ? OUTLINE_MOST.url : OUTLINE_MOST.label,
          onWords: (words: string) => set(name, words),
        })
        return (
          <div className={styles.pair}>
            <WrittenField {...field('title')} />
            <WrittenField {...field('author')} />
            <WrittenField {...field('url')} optional hint={t('sourceFields.urlHint')} />
            <WrittenField {...field('publisher')} optional />
            <WrittenField {...field('date')} optional />
          </div>
        )
      }}
    </Rows>
  )
}
