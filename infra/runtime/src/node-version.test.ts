import { expect, it } from 'vitest'
import { nodeFault } from './node-version.ts'

it('takes Node 24 and what comes after it', () => {
  for (const version of ['v24.0.0', 'v24.21.0', 'v25.1.0', 'v100.0.0']) expect(nodeFault(version)).toBeUndefined()
})

it('says plainly what is missing on an older Node, and what to do', () => {
  for (const version of ['v8.17.0', 'v20.19.0', 'v22.18.0', 'v23.11.1', 'no version'])
    expect(nodeFault(version)).toMatch(/needs Node 24 or newer; this is .*npm ci/s)
})
