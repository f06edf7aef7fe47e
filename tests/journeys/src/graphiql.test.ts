import { questions } from '@hub/graphql/questions/questions.ts'
import type { Hub } from '@hub/hub/hub.ts'
import { mayBeMissing } from '@hub/local/real-engine.fixture.ts'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localBrowser } from './local-browser.ts'
import { hubFolder, startOn } from './running-hub.ts'

const executablePath = localBrowser()
const operationName = (query: string) => /^query (\w+)/.exec(query)![1]!
const missing = mayBeMissing(
  executablePath === undefined
    ? 'Chromium: none is found here; set BROWSER_PATH, or apt-get install chromium'
    : undefined,
)

describe.skipIf(missing !== undefined)('GraphiQL in a browser', () => {
  const { folder, remove } = hubFolder()
  const elsewhere: string[] = []
  const faults: string[] = []
  let hub: Hub
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    hub = await startOn(folder)
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })
    page = await browser.newPage({ viewport: { width: 1_600, height: 900 } })
    page.on('request', (request) => {
      if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(hub.url)) elsewhere.push(request.url())
    })
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(`${hub.url}/graphql`)
    page.setDefaultTimeout(60_000)
    await page.waitForLoadState('networkidle')
    await page.locator('.graphiql-query-editor .view-line', { hasText: questions[0]!.titleZh }).waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await hub?.stop()
    remove()
  })

  it('opens with the questions of officials, a tab each, by their names', async () => {
    const names = await page.locator('.graphiql-tab-button').allTextContents()
    expect(names.map((name) => name.trim())).toEqual(questions.map(({ query }) => operationName(query)))
  })

  it('asks one and shows the answer', async () => {
    const { titleZh, query } = questions.find(({ key }) => key === 'deployments')!
    await page.locator('.graphiql-tab-button', { hasText: operationName(query) }).dispatchEvent('click')
    await page.locator('.graphiql-query-editor', { hasText: titleZh }).waitFor()
    await page.click('.graphiql-execute-button')
    await page.locator('.result-window', { hasText: 'totalCount' }).waitFor()
    const answer = await page.locator('.result-window').textContent()
    expect(answer).toContain('"events"')
    expect(answer).not.toContain('"errors"')
  })

  it('loads nothing from elsewhere, and nothing fails on the page', () => {
    expect(elsewhere).toEqual([])
    expect(faults).toEqual([])
  })
})
