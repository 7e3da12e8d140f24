// Asks the browser for the two upright Latin faces before the stylesheet names them; other cuts wait until they are needed.

const FACES = [
  new URL('@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2', import.meta.url),
  new URL('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2', import.meta.url),
]

export function FontPreload() {
  return FACES.map(({ pathname }) => (
    <link key={pathname} rel="preload" href={pathname} as="font" type="font/woff2" crossOrigin="anonymous" />
  ))
}
