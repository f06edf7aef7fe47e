import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRunning } from './engine-process.ts'
import { startKafka } from './kafka.ts'
import { kafkaAnswers } from './kafka-answers.ts'
import { missingEngine } from './real-engine.fixture.ts'

const reason = await missingEngine('kafka')

describe.skipIf(reason !== undefined)(`a Kafka of this machine${reason ? ` (${reason})` : ''}`, () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hub-kafka-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('starts, comes back after a kill on the same port, and is gone when it is stopped', async () => {
    const kafka = await startKafka({ folder })
    const address = new URL(kafka.url).host
    const killed = kafka.pid()
    await kafka.kill()
    expect(isRunning(killed)).toBe(false)
    await expect(kafkaAnswers(address)).rejects.toThrow()
    await kafka.restart()
    await kafkaAnswers(address)
    await kafka.stop()
    expect(isRunning(kafka.pid())).toBe(false)
  }, 120_000)
})
