import { outlivesKey } from '@hub/file/evolve.ts'
import { reasonGone } from '@hub/file/fact.ts'
import type { Claim, Section, VeteranFile } from '@hub/file/file.ts'
import { countyOf, isUnder, regionOf } from '@hub/schemas/values/region-code.ts'
import type { Views } from '@hub/views/open-views.ts'
import { type OpenColumns, openColumns, regionsOfRows } from '@hub/views/projections/files.ts'
import { type SearchKey, tokensOfFile } from '@hub/views/search-tokens.ts'
import type { Policy } from '../policy.ts'
import type { FileRow, Moment, Reader, SearchQuery } from '../reader.ts'
import { shownClaim } from '../shown-claim.ts'
import type { Cell, Column } from './cells.ts'
import type { veteranStrata } from './export-request.ts'
import type { AboutLine } from './export-table.ts'
import type { ExportList } from './list.ts'

const pageSize = 200

const columns: readonly Column[] = [
  { heading: '人员编号', width: 30 },
  { heading: '姓名', width: 12 },
  { heading: '性别', width: 6 },
  { heading: '出生日期', width: 12 },
  { heading: '证件类型', width: 16 },
  { heading: '证件号码', width: 22 },
  { heading: '联系电话', width: 16 },
  { heading: '服务地区划', width: 14 },
  { heading: '服务地', width: 16 },
  { heading: '户籍地区划', width: 14 },
  { heading: '居住地址', width: 30 },
  { heading: '状态', width: 8 },
  { heading: '残疾等级', width: 10 },
  { heading: '优抚身份', width: 30 },
  { heading: '建档日期', width: 12 },
]

/** What stands in the place of a value that is not shown, so that an empty cell means only that nothing is known. */
const unseen = {
  MASKED: '（已遮蔽）',
  WITHHELD: '（不予提供）',
  ERASED: '（已销毁）',
  DAMAGED: '（数据损坏）',
  UNKNOWN: null,
  VISIBLE: null,
} as const

/** What a claim says. */
type Said<C> = NonNullable<C> extends Claim<infer T> ? T : never

type Entry = FileRow & { file?: VeteranFile }

const categoriesText = ({ identities, lost }: VeteranFile): string | null => {
  const active = identities.categories.filter(({ value }) => value.status !== 'ended')
  const gone = reasonGone(lost, false)
  return active.flatMap(({ value }) => value.data.category ?? (gone ? unseen[gone] : [])).join('、') || null
}

const cellsOf = (entry: Entry & { file: VeteranFile }, policy: Policy): Cell[] => {
  const { file } = entry
  const shown = <S extends Section, F extends keyof VeteranFile[S] & string>(
    section: S,
    field: F,
    text: (value: Said<VeteranFile[S][F]>) => string | undefined,
  ): string | null => {
    const view = shownClaim(
      file[section][field] as Claim<Said<VeteranFile[S][F]>> | undefined,
      policy.mayRead(file.personId, section),
      outlivesKey(section, field) ? undefined : reasonGone(file.lost, false),
    )
    return view.value === null ? unseen[view.visibility] : (text(view.value) ?? null)
  }
  const same = (text: string) => text
  const mayReadIdentities = policy.mayRead(file.personId, 'identities') === 'VISIBLE'
  return [
    entry.personId,
    shown('identity', 'name', same),
    shown('identity', 'sex', same),
    shown('identity', 'birthDate', same),
    shown('identity', 'idDocument', ({ kind }) => kind),
    shown('identity', 'idDocument', ({ number }) => number),
    shown('contact', 'phone', same),
    entry.region ?? null,
    entry.region === undefined ? null : (regionOf(entry.region)?.name ?? null),
    shown('residence', 'hukouRegion', same),
    shown('contact', 'addressLine', same),
    shown('status', 'alive', (alive) => (alive ? '在世' : '已故')) ?? '在世',
    entry.disabilityGrade === undefined ? null : String(entry.disabilityGrade),
    mayReadIdentities ? categoriesText(file) : unseen.WITHHELD,
    shown('identity', 'registeredOn', same),
  ]
}

/** Which files; as `veterans` in GraphQL has it. Tokens are made by `searchTokens`. */
export type VeteranSelection = Pick<SearchQuery, 'tokens' | 'region' | 'status' | 'grade' | 'birthYears'>

type Parts = { reader: Reader; views: Views; searchKey: SearchKey; moment: Moment; past: boolean }

const rowOf = (personId: string, open: OpenColumns): FileRow => ({
  personId,
  region: open.region ?? undefined,
  status: open.status,
  disabilityGrade: open.grade ?? undefined,
  birthYear: open.birthYear ?? undefined,
  registeredOn: open.registeredOn ?? undefined,
})

const fits = (row: FileRow, { region, status, grade, birthYears }: VeteranSelection): boolean =>
  (region === undefined || (row.region !== undefined && isUnder(row.region, region))) &&
  (status === undefined || row.status === status) &&
  (grade === undefined || row.disabilityGrade === grade) &&
  (birthYears?.from === undefined || (row.birthYear ?? -1) >= birthYears.from) &&
  (birthYears?.to === undefined || (row.birthYear ?? Number.POSITIVE_INFINITY) <= birthYears.to)

/** Rows of the files as they are now, by the day of registration. */
async function* rowsNow({ reader }: Parts, selection: VeteranSelection): AsyncGenerator<Entry[]> {
  let after: SearchQuery['after']
  for (;;) {
    const page = reader.search({
      ...selection,
      ...(after === undefined ? {} : { after }),
      first: pageSize,
      orderBy: { field: 'registeredOn', direction: 'ASC' },
    })
    yield [...page.items]
    if (!page.hasMore) return
    after = page.items.at(-1)
  }
}

/** Rows of the files as they were: each file is folded at the moment, and the conditions are asked of what it said then. */
async function* rowsThen(
  { reader, views, searchKey, moment }: Parts,
  selection: VeteranSelection,
): AsyncGenerator<Entry[]> {
  let after: SearchQuery['after']
  for (;;) {
    const page = reader.search({
      ...(after === undefined ? {} : { after }),
      first: pageSize,
      orderBy: { field: 'personId', direction: 'ASC' },
    })
    const files = await reader.files(
      page.items.map(({ personId }) => personId),
      moment,
    )
    yield page.items.flatMap(({ personId }) => {
      const file = files.get(personId)
      if (!file) return []
      const row = rowOf(personId, openColumns(file, regionsOfRows(views)))
      const tokens = new Set(selection.tokens?.length ? tokensOfFile(searchKey, file) : [])
      const named = selection.tokens?.every((token) => tokens.has(token)) ?? true
      return named && fits(row, selection) ? [{ ...row, file }] : []
    })
    if (!page.hasMore) return
    after = page.items.at(-1)
  }
}

const strata = {
  region: ({ region }: FileRow) => (region === undefined ? '无' : countyOf(region)),
  birthYear: ({ birthYear }: FileRow) => String(birthYear ?? '无'),
  status: ({ status }: FileRow) => status,
  disabilityGrade: ({ disabilityGrade }: FileRow) => String(disabilityGrade ?? '无'),
} satisfies Record<(typeof veteranStrata)[number], (row: FileRow) => string>

/** Files as a list to take away, under what the caller may see. A list of the past goes by person id. */
export const veteranList = (
  parts: Parts,
  { title, question, selection }: { title: string; question: readonly AboutLine[]; selection: VeteranSelection },
): ExportList<Entry> => ({
  title,
  question,
  columns,
  ...(parts.past ? {} : { total: parts.reader.search({ ...selection, first: 1 }).totalCount }),
  entries: () => (parts.past ? rowsThen(parts, selection) : rowsNow(parts, selection)),
  rowsOf: async (entries) => {
    const missing = entries.filter(({ file }) => !file).map(({ personId }) => personId)
    const files =
      missing.length === 0 ? new Map() : await parts.reader.files(missing, parts.past ? parts.moment : undefined)
    return entries.flatMap((entry) => {
      const file: VeteranFile | undefined = entry.file ?? files.get(entry.personId)
      return file ? [cellsOf({ ...entry, file }, parts.reader.policy)] : []
    })
  },
  keyOf: ({ personId }) => personId,
  stratumOf: (by, entry) => strata[by as keyof typeof strata](entry),
  held: ({ file: _, ...row }) => row,
})
