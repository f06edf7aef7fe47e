import { compareFacts, type Fact, type FoldKey } from '@hub/file/fact.ts'
import type { VeteranFile } from '@hub/file/file.ts'
import { openBox, sealBox } from '@hub/sealing/box.ts'
import type { PersonKey } from '@hub/sealing/person-key.ts'
import type { Views } from '../open-views.ts'
import type { Projection } from './projection.ts'

/** A file as it is kept: the document, and the last fact in fold order that went into it. */
export type KeptFile = { file: VeteranFile; folded: FoldKey }

const boxName = (personId: string) => `file-${personId}`

/** The last of these in fold order. */
export const lastFolded = (facts: readonly Fact[], before?: FoldKey): FoldKey | undefined => {
  let last = before
  for (const fact of facts) if (!last || compareFacts(fact, last) > 0) last = fact
  return last && { time: last.time, knownTime: last.knownTime, stream: last.stream, revision: last.revision }
}

/** The kept file of a person; undefined where there is none, or none that can be opened. */
export const readKeptFile = (views: Views, personId: string, key: PersonKey | undefined): KeptFile | undefined => {
  const row = views.statement('SELECT box, folded FROM files WHERE person = ?').get(personId)
  if (!row || !key || typeof row.box !== 'string') return undefined
  return { file: openFileBox(personId, key, row.box), folded: JSON.parse(String(row.folded)) }
}

/** Opens a sealed file document. @throws {BoxNotOpened} */
export const openFileBox = (personId: string, key: PersonKey, box: string): VeteranFile =>
  JSON.parse(openBox(key, boxName(personId), box))

/** The place in which a person is served: where they live, else where the household register lies, else the office that registered them. */
const regionOfFile = ({ contact, residence, identity }: VeteranFile, regionOf: RegionOf): string | null => {
  const said = contact.residenceRegion?.value ?? residence.hukouRegion?.value
  if (said !== undefined || !identity.registeredOn) return said ?? null
  return regionOf(identity.registeredOn.source.eventId) ?? null
}

/** The acting office's region of an event, by its id; undefined where it is not known. */
export type RegionOf = (eventId: string) => string | undefined

/** Regions as the rows of the events have them. */
export const regionsOfRows =
  (views: Pick<Views, 'statement'>): RegionOf =>
  (eventId) => {
    const row = views.statement('SELECT region FROM facts WHERE event_id = ?').get(eventId)
    return typeof row?.region === 'string' ? row.region : undefined
  }

const birthYearOf = ({ birthDate, idDocument }: VeteranFile['identity']): number | null => {
  if (birthDate) return Number(birthDate.value.slice(0, 4))
  return idDocument?.value.kind === '居民身份证' ? Number(idDocument.value.number.slice(6, 10)) : null
}

/** What a file is listed by; in the open, and gone with the key: without it the file says none of it. */
export type OpenColumns = ReturnType<typeof openColumns>

/** By what a file is listed. */
export const openColumns = (file: VeteranFile, regionOf: RegionOf) => {
  const disability = file.identities.disability?.value
  const grade = disability?.data.grade
  return {
    region: regionOfFile(file, regionOf),
    status: file.status.alive?.value === false ? 'deceased' : 'alive',
    grade: disability?.status !== 'ended' && typeof grade === 'number' ? grade : null,
    birthYear: birthYearOf(file.identity),
    registeredOn: file.identity.registeredOn?.value ?? null,
  }
}

/** Files, sealed with their persons' keys, with what they are listed by. Without a key there is no document. */
export const files: Projection = {
  name: 'files',
  tables: `
  CREATE TABLE IF NOT EXISTS files (
    person TEXT PRIMARY KEY,
    region TEXT,
    status TEXT NOT NULL,
    disability_grade INTEGER,
    birth_year INTEGER,
    registered_on TEXT,
    box TEXT,
    folded TEXT NOT NULL
  ) STRICT;
`,
  indexes: `
  CREATE INDEX IF NOT EXISTS files_by_registration ON files (registered_on, person);
  CREATE INDEX IF NOT EXISTS files_by_region ON files (region);
`,
  apply: {
    file: (views, { file, folded, key, regionOf }) => {
      const { personId } = file
      const { region, status, grade, birthYear, registeredOn } = openColumns(file, regionOf)
      const box = key ? sealBox(key, boxName(personId), JSON.stringify(file)) : null
      views
        .statement(
          `INSERT INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (person) DO UPDATE SET
           region = excluded.region, status = excluded.status, disability_grade = excluded.disability_grade,
           birth_year = excluded.birth_year, registered_on = excluded.registered_on, box = excluded.box,
           folded = excluded.folded`,
        )
        .run(personId, region, status, grade, birthYear, registeredOn, box, JSON.stringify(folded))
    },
  },
}
