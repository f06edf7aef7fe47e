import type { Moment } from '../reader.ts'
import type { Cell } from './cells.ts'
import { type ExportParts, listOf, momentOf } from './export-lists.ts'
import { type AnyExport, newSeed } from './export-request.ts'
import type { AboutLine, ExportTable } from './export-table.ts'
import { type ExportList, pagesOf } from './list.ts'
import { drawSample } from './sample.ts'

const rowsAPage = 200

const momentLines = ({ asOf, knownTime, position }: Moment): AboutLine[] => [
  ['发生时间截至（asOf）', asOf ?? '不限'],
  ['知悉时间截至（asKnownAt）', knownTime || '无'],
  ['位置（position）', position],
]

type Asked = { sampleSize?: number | undefined; sampleSeed?: string | undefined; sampleBy?: string | undefined }
type Chosen = {
  entries(): AsyncIterable<readonly unknown[]>
  total: number | undefined
  about: readonly AboutLine[]
}

const wholeList = (list: ExportList<unknown>): Chosen => ({
  entries: () => list.entries(),
  total: list.total,
  about: [['抽样', '否，全部']],
})

/** The sample that is asked for, drawn before a byte is written. @throws {Refused} `SAMPLE_LARGER_THAN_FRAME` */
const sampleOf = async (list: ExportList<unknown>, size: number, { sampleSeed, sampleBy }: Asked): Promise<Chosen> => {
  const seed = sampleSeed ?? newSeed()
  const framed = async function* () {
    for await (const page of list.entries())
      yield page.map((entry) => ({
        key: list.keyOf(entry),
        stratum: sampleBy === undefined ? '' : list.stratumOf(sampleBy, entry),
        entry: list.held ? list.held(entry) : entry,
      }))
  }
  const drawn = await drawSample(framed(), { size, seed })
  return {
    entries: async function* () {
      yield* pagesOf(drawn.entries, rowsAPage)
    },
    total: size,
    about: [
      ['抽样', sampleBy === undefined ? '简单随机抽样' : `分层抽样，按 ${sampleBy}，按比例分配（最大余数法）`],
      ['抽样种子', seed],
      ['抽样方法', '取 SHA-256(JSON [种子, 编号]) 最小者；同一种子对同一总体抽出同一样本'],
      ['总体数', drawn.frame],
      ['样本数', size],
      ...(sampleBy === undefined
        ? []
        : drawn.strata.map(({ name, frame, drawn: own }): AboutLine => [`层 ${name}`, `总体 ${frame}，样本 ${own}`])),
    ],
  }
}

/**
 * What a request asks for as a table, its moment pinned and its sample drawn; the rows are read when they are written.
 * @throws {Refused} for a moment, an id or a sample that can't be
 */
export const prepareExport = async (parts: ExportParts, request: AnyExport): Promise<ExportTable> => {
  const moment = momentOf(parts.reader, request.query)
  const list = listOf(parts, request, moment)
  const asked: Asked = 'sampleSize' in request.query ? request.query : {}
  const { entries, total, about } =
    asked.sampleSize === undefined ? wholeList(list) : await sampleOf(list, asked.sampleSize, asked)
  return {
    title: list.title,
    columns: [{ heading: '序号', width: 8 }, ...list.columns],
    limit: request.query.limit,
    total,
    about: [
      ['导出内容', list.title],
      ...list.question,
      ...momentLines(moment),
      ['存储库', parts.storeId],
      ...about,
      ['导出时间', new Date(parts.now).toISOString()],
    ],
    pages: async function* () {
      let number = 0
      for await (const page of entries())
        yield (await list.rowsOf(page)).map((row): Cell[] => {
          number += 1
          return [number, ...row]
        })
    },
  }
}
