import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSettings, SettingsUnusable, settingsText } from './settings.ts'

const secret = 'f0'.repeat(32)
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const faultOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof SettingsUnusable) return error.message
  }
  return ''
}

describe('settings', () => {
  it('have their fallbacks, and only what is asked for', () => {
    expect(readSettings({ needed: [], other: ['HOST', 'PORT', 'BROKER_URL'] }, { HUB_KEY: secret })).toEqual({
      HOST: '127.0.0.1',
      PORT: 4000,
    })
  })

  it('can stand in a file where they are secret', () => {
    const file = join(folder, 'hub.key')
    writeFileSync(file, `${secret}\n`)
    const { HUB_KEY } = readSettings({ needed: ['HUB_KEY'], other: [] }, { HUB_KEY_FILE: file })
    expect(Buffer.from(HUB_KEY).toString('hex')).toBe(secret)
  })

  it('say all at once what is wrong, and never a value', () => {
    const message = faultOf(() =>
      readSettings(
        { needed: ['HUB_KEY', 'BROKER_URL', 'KEYS_URL'], other: ['PORT', 'EVENT_STORE_URL'] },
        { HUB_KEY: `${secret}0`, PORT: 'eighty', KEYS_URL: 'mysql://root:hush@db', EVENT_STORE_URL_FILE: folder },
      ),
    )
    expect(message).toMatch(/HUB_KEY must be 64 hex digits/)
    expect(message).toMatch(/BROKER_URL is not set.*embedded.*npm start/)
    expect(message).toMatch(/KEYS_URL must be a URL like postgres:/)
    expect(message).toMatch(/PORT must be a whole number/)
    expect(message).toMatch(/EVENT_STORE_URL can't be read from EVENT_STORE_URL_FILE/)
    expect(message).not.toMatch(new RegExp(`${secret}|hush|eighty`))
  })

  it('take an empty variable for one that is not set', () => {
    expect(readSettings({ needed: [], other: ['BROKER_URL', 'PORT'] }, { BROKER_URL: '', PORT: '' })).toEqual({
      PORT: 4000,
    })
  })

  it('are told with what they mean', () => {
    const text = settingsText({ needed: ['HUB_KEY'], other: ['PORT'] })
    expect(text).toMatch(/Needed.*\n {2}HUB_KEY .*HUB_KEY_FILE/)
    expect(text).toMatch(/PORT .*default 4000/)
  })
})
