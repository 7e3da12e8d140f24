// A button that has nothing to do says why, and stays the button it was.
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Button } from '../../../app/_ui/controls/button'

test('an idle button is described by its reason, which is no part of its name, and is not disabled', () => {
  const html = renderToStaticMarkup(<Button idle="This is the first clause.">Clause before</Button>)
  const [, id] = /aria-describedby="([^"]+)"/.exec(html) ?? []
  expect(html).toContain(`id="${id}"`)
  expect(html).toMatch(/aria-hidden="true">This is the first clause\.</)
  expect(html).toContain('aria-disabled="true"')
  expect(html).not.toMatch(/\sdisabled[\s=>]/)
})

test('one that can be pressed has no reason beside it', () => {
  expect(renderToStaticMarkup(<Button idle={null}>Clause before</Button>)).not.toMatch(/aria-(describedby|disabled)/)
})
