import { randomBytes, randomUUID } from 'node:crypto'
import { type MasterKeys, oneMasterKey } from '@hub/keys/master-keys.ts'
import { type KeptPersonKeys, KeysUnavailable } from '@hub/keys/person-keys.ts'
import { rotateMasterKey } from '@hub/keys/rotate.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** How the suite opens an adapter over one place, again and again. */
export type PersonKeysPlace = {
  open(masterKeys: MasterKeys): Promise<KeptPersonKeys>
  /** Everything that is kept, as bytes: no key may stand in it. */
  bytes(): Promise<Buffer>
  end(): Promise<void>
}

const keyOf = (fill: number) => new Uint8Array(32).fill(fill)
const masters = (known: Record<number, Uint8Array>): MasterKeys => ({
  of: (version) => known[version],
  newest: () => Math.max(...Object.keys(known).map(Number)),
})
const first = oneMasterKey(keyOf(7))
const both = masters({ 1: keyOf(7), 2: keyOf(8) })
const persons = (count: number) => Array.from({ length: count }, () => `1${randomBytes(13).toString('hex')}`)

/** What every adapter of the persons' keys keeps to. `missing`: why it can't be run here. */
export const personKeysContract = (
  name: string,
  freshPlace: () => Promise<PersonKeysPlace>,
  missing?: string,
): void => {
  const title = missing === undefined ? `person keys: ${name}` : `person keys: ${name} (${missing})`
  let place: PersonKeysPlace
  const opened: KeptPersonKeys[] = []
  const open = async (masterKeys = first) => {
    const keys = await place.open(masterKeys)
    opened.push(keys)
    return keys
  }

  describe.skipIf(missing !== undefined)(title, () => {
    beforeEach(async () => {
      place = await freshPlace()
    })
    afterEach(async () => {
      for (const keys of opened.splice(0)) await keys.close()
      await place.end()
    })

    it('makes a key once, and gives the same one after opening again', async () => {
      const keys = await open()
      const [one, two] = persons(2) as [string, string]
      const made = await keys.ensure([one, two, one])
      expect([...made.keys()]).toEqual([one, two])
      expect(made.get(one)!.key).toHaveLength(32)
      expect(made.get(one)!.key).not.toEqual(made.get(two)!.key)
      const again = await open()
      expect(await again.find([one, randomUUID()])).toEqual(new Map([[one, made.get(one)!]]))
      expect(await again.ensure([one])).toEqual(new Map([[one, made.get(one)!]]))
    })

    it('answers nothing for nobody', async () => {
      const keys = await open()
      expect((await keys.ensure([])).size).toBe(0)
      expect((await keys.find([])).size).toBe(0)
    })

    it('agrees with others that make the same keys at the same time, in any order', async () => {
      const all = await Promise.all([open(), open(), open()])
      const wanted = persons(200)
      const answers = await Promise.all(
        all.flatMap((keys) => [keys.ensure(wanted), keys.ensure(wanted.toReversed()), keys.ensure(wanted.slice(50))]),
      )
      for (const answer of answers) for (const [person, key] of answer) expect(key).toEqual(answers[0]!.get(person))
      expect(answers[0]!.size).toBe(200)
    })

    it('never makes a destroyed key again, nor one that was destroyed before it was there', async () => {
      const keys = await open()
      const [one, two, three] = persons(3) as [string, string, string]
      await keys.ensure([one, two])
      await keys.destroy(one)
      await keys.destroy(three)
      expect([...(await keys.ensure([one, two, three])).keys()]).toEqual([two])
      expect((await keys.find([one, three])).size).toBe(0)
      expect([...(await (await open()).ensure([one, two, three])).keys()]).toEqual([two])
    })

    it('tells of whom nothing is kept, and makes nothing for them', async () => {
      const keys = await open()
      const [one, two, three] = persons(3) as [string, string, string]
      await keys.ensure([one])
      await keys.destroy(two)
      for (const asked of [keys, keys, await open()])
        expect(await asked.unseen([one, two, three, three])).toEqual([three])
      expect((await keys.find([three])).size).toBe(0)
      expect(await keys.unseen([])).toEqual([])
    })

    it('lets go of a key that another connection has destroyed', async () => {
      const [one, other] = [await open(), await open()]
      const [person] = persons(1) as [string]
      await one.ensure([person])
      await other.destroy(person)
      await expect.poll(async () => (await one.find([person])).size, { timeout: 5_000 }).toBe(0)
      expect((await one.ensure([person])).size).toBe(0)
    })

    it('keeps no key in the open', async () => {
      const keys = await open()
      const made = await keys.ensure(persons(3))
      const bytes = await place.bytes()
      expect(bytes.length).toBeGreaterThan(0)
      for (const { key } of made.values()) expect(bytes.includes(Buffer.from(key))).toBe(false)
    })

    it('does not open under another master key, with or without keys in it, and says what to check', async () => {
      await open()
      const error = await open(oneMasterKey(keyOf(9))).catch((caught: unknown) => caught)
      expect(error).toBeInstanceOf(KeysUnavailable)
      expect(String(error)).toMatch(/check the master key/)
    })

    it('is rewrapped under a newer master key while others read and make keys', async () => {
      const keys = await open(both)
      expect(await keys.masterVersion()).toBe(2)
      const olderPlace = await freshPlace()
      const older = await olderPlace.open(first)
      const made = await older.ensure(persons(300))
      const [gone] = [...made.keys()] as [string]
      await older.destroy(gone)
      const beside = await olderPlace.open(both)
      const rotating = await olderPlace.open(both)
      expect(await rotating.masterVersion()).toBe(1)
      const progress: number[] = []
      let working = true
      const made2 = new Map<string, unknown>()
      const worker = (async () => {
        while (working) for (const [person, key] of await beside.ensure(persons(5))) made2.set(person, key)
      })()
      const rotated = await rotateMasterKey(rotating, 2, { batch: 50, onProgress: ({ done }) => progress.push(done) })
      working = false
      await worker
      expect(rotated).toBeGreaterThanOrEqual(299)
      expect(progress.length).toBeGreaterThan(4)
      const onlyNew = await olderPlace.open(masters({ 2: keyOf(8) }))
      expect(await onlyNew.waiting()).toBe(0)
      const left = new Map([...made].filter(([person]) => person !== gone))
      expect(await onlyNew.find([...made.keys()])).toEqual(left)
      expect(await onlyNew.find([...made2.keys()])).toEqual(made2)
      for (const one of [older, beside, rotating, onlyNew]) await one.close()
      await olderPlace.end()
    })

    it('goes on with a rotation that was broken off', async () => {
      const keys = await open()
      const made = await keys.ensure(persons(120))
      const breaking = await open(both)
      await breaking.takeUp(2)
      expect(await breaking.rewrapSome(50)).toBe(50)
      await expect(breaking.dropOlder()).rejects.toThrow(KeysUnavailable)
      await breaking.close()
      opened.splice(opened.indexOf(breaking), 1)
      const again = await open(both)
      expect(await again.find([...made.keys()])).toEqual(made)
      expect(await rotateMasterKey(again, 2)).toBe(70)
      expect(await (await open(masters({ 2: keyOf(8) }))).find([...made.keys()])).toEqual(made)
    })

    it('refuses to make keys under a master key that was replaced and is not known, and makes none', async () => {
      const keys = await open()
      const [person] = persons(1) as [string]
      const rotating = await open(both)
      await rotateMasterKey(rotating, 2)
      await expect(keys.ensure([person])).rejects.toThrow(/version 2 of the master key.*add it/)
      expect((await rotating.find([person])).size).toBe(0)
    })
  })
}
