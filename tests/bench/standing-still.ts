import type { Page } from 'playwright-core'
import { BARE_PLACE, bareEditorScript } from './bare-editor.ts'

/**
 * The agreement as it stands on a page, with nothing that moves it: the same elements and styles, and in the place of the text that has the focus one bare TipTap
 * editor. What typing costs there is the browser's own on a page of this size, and the least that an editor in it can cost.
 */
export async function standingStill(page: Page): Promise<string> {
  const { html, css } = await page.evaluate(takeAsItStands, BARE_PLACE)
  const style = `<style>${css.replaceAll('</style', '<\\/style')}</style></head>`
  const open = html.replace('</head>', style).replace(/<\/body>\s*<\/html>$/, '')
  return `<!doctype html>${open}${await bareEditorScript()}`
}

/** Runs in the page. */
function takeAsItStands(place: string): { html: string; css: string } {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
  const here = document.activeElement
  here?.setAttribute('data-here', '')
  const root = document.documentElement.cloneNode(true) as HTMLElement
  here?.removeAttribute('data-here')
  for (const moving of root.querySelectorAll('script, link, style, meta')) moving.remove()
  const bare = document.createElement('div')
  bare.id = place
  root.querySelector('[data-here]')?.replaceWith(bare)
  return { html: root.outerHTML, css: rules.map((rule) => rule.cssText).join('\n') }
}
