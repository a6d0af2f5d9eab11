import { chromium } from 'playwright-core'
import { readFileSync } from 'node:fs'
const url = /http:\S+enter#\S+/.exec(readFileSync('/tmp/demo.log','utf8'))[0]
const base = new URL(url).origin
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] })
const only = process.argv[2]
for (const [name, scheme, w, h] of [['light','light',1360,860],['dark','dark',1360,860],['phone','light',390,800]]) {
  if (only && only !== name) continue
  const context = await browser.newContext({ viewport: { width: w, height: h }, colorScheme: scheme })
  const page = await context.newPage()
  page.on('console', m => ['error','warning'].includes(m.type()) && console.log(name, m.type(), m.text().slice(0,200)))
  page.on('pageerror', e => console.log(name, 'pageerror', String(e).slice(0,200)))
  await page.goto(url); await page.waitForTimeout(1500)
  await page.screenshot({ path: `/tmp/shots/${name}-0.png` }); console.log(page.url())
  await page.goto(base + '/sites'); await page.waitForTimeout(800); await page.screenshot({ path: `/tmp/shots/${name}-sites.png` })
  await page.goto(base + '/sites/1/sessions'); await page.waitForTimeout(1500); await page.screenshot({ path: `/tmp/shots/${name}-sessions.png` }); console.log(page.url())
  const list = await page.evaluate(async () => (await (await fetch('/api/sites/1/sessions?where=recorded:is:true&where=pages:at-least:5&limit=5')).json()).items)
  await page.goto(base + '/sites/1/sessions/' + list[0].id); await page.waitForTimeout(2500); await page.screenshot({ path: `/tmp/shots/${name}-replay.png` }); console.log(page.url())
  await page.keyboard.press("Space"); await page.waitForTimeout(6000); await page.screenshot({ path: `/tmp/shots/${name}-replay2.png` })
  await page.goto(base + '/sites/1/heatmaps?page=%2F&device=' + (name === 'phone' ? 'mobile' : 'desktop')); await page.waitForTimeout(3500); await page.screenshot({ path: `/tmp/shots/${name}-heat.png` })
  await page.goto(base + '/sites/1/heatmaps?page=%2Fcheckout%2Fpayment&device=' + (name === 'phone' ? 'mobile' : 'desktop')); await page.waitForTimeout(3500); await page.screenshot({ path: `/tmp/shots/${name}-heat2.png` })
  await context.close()
}
await browser.close()
