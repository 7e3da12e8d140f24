// Written words as they are drawn (rule H21): their signs, and never any markup of their own.
import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Formatted } from '#record/words/formatted-words'

const drawn = (text: string) => renderToStaticMarkup(createElement(Formatted, { text }))

test('a text without signs is drawn as it is, and no words are ever markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const tags = drawn(text).match(/<[^>]*>/g) ?? []
      for (const tag of tags)
        expect(tag).toMatch(
          /^<\/?em>$|^<\/?span( role="list(item)?")?( class="[^"]*")?>$|^<\/a>$|^<a href="https?:\/\//i,
        )
    }),
  )
  expect(drawn('<img src=x onerror=alert(1)> *<b>*')).toBe('&lt;img src=x onerror=alert(1)&gt; <em>&lt;b&gt;</em>')
})

test('only an address of the web becomes a link, whole and as it was typed, and none that hides its host', () => {
  expect(drawn('See https://example.org/a_(b), or http://x.test.')).toMatch(
    /^See <a href="https:\/\/example\.org\/a_\(b" target="_blank" rel="noopener noreferrer nofollow"[^>]*>https:\/\/example\.org\/a_\(b<\/a>\), or <a href="http:\/\/x\.test"[^>]*>http:\/\/x\.test<\/a>\.$/,
  )
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'https://good.org@bad.org/',
    'https://good.org:80@bad.org',
    'https://exаmple.org', // а Cyrillic letter
    'mailto:a@example.org',
  ])
    expect(drawn(`${text} *x*`), text).not.toContain('<a ')
})
