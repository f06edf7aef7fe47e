import type { FileOrder } from '../../views/read-types.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageSize } from '../connection.ts'
import { cursorsOf } from '../cursor.ts'
import type { VeteranView } from './sections.ts'
import { Veteran } from './veteran.ts'

const VeteranConnection = connectionOf<VeteranView>('Veteran', Veteran, 'files')

const VeteranFilter = builder.inputType('VeteranFilter', {
  description:
    'Which files; all conditions hold. Names are found whole, by surname or by pinyin initials, never by a part.',
  fields: (t) => ({
    name: t.string({ description: 'The full name. Give it in a variable.' }),
    surname: t.string({ description: 'The surname.' }),
    initials: t.string({ description: 'The first pinyin initials of the name, e.g. `wxm`.' }),
    regionUnder: t.field({ type: 'RegionCode', description: 'In this region or under it.' }),
    status: t.string({ description: 'The status.' }),
    disabilityGrade: t.int({ description: 'The disability grade, 1 to 10.' }),
    bornFrom: t.int({ description: 'Born in this year or later.' }),
    bornTo: t.int({ description: 'Born in this year or before.' }),
  }),
})

const VeteranOrder = builder.enumType('VeteranOrder', {
  description: 'The order of a list of files; stable by id. Never by name.',
  values: {
    REGISTERED_FIRST: { value: 'ASC', description: 'The first registered first.' },
    REGISTERED_LAST: { value: 'DESC', description: 'The last registered first.' },
  } satisfies Record<string, { value: FileOrder['direction']; description: string }>,
})

builder.queryField('veterans', (t) =>
  t.field({
    type: VeteranConnection,
    description: 'Files as they are now.',
    args: {
      filter: t.arg({ type: VeteranFilter, required: false, description: 'Which; all where nothing is said.' }),
      orderBy: t.arg({ type: VeteranOrder, required: false, description: 'In which order.' }),
      first: t.arg(pageArguments.first),
      after: t.arg(pageArguments.after),
    },
    resolve: async (_root, { filter, orderBy, first, after }, context) => {
      const { reader } = context
      const cursors = cursorsOf(context, 'veterans', { filter, orderBy })
      const [personId, registeredOn] = after ? cursors.read(after) : []
      const words = { name: filter?.name, surname: filter?.surname, initials: filter?.initials }
      const given = Object.fromEntries(Object.entries(words).filter(([, text]) => typeof text === 'string'))
      const page = reader.search({
        ...(Object.keys(given).length > 0 ? { tokens: reader.searchTokens(given) } : {}),
        region: filter?.regionUnder ?? undefined,
        status: filter?.status ?? undefined,
        grade: filter?.disabilityGrade ?? undefined,
        ...(filter?.bornFrom || filter?.bornTo
          ? { birthYears: { from: filter.bornFrom ?? undefined, to: filter.bornTo ?? undefined } }
          : {}),
        ...(personId === undefined
          ? {}
          : { after: { personId: String(personId), registeredOn: registeredOn ? String(registeredOn) : undefined } }),
        first: pageSize(first),
        orderBy: { field: 'registeredOn', direction: orderBy ?? 'ASC' },
      })
      const moment = reader.resolveMoment()
      const files = await reader.files(page.items.map((row) => row.personId))
      return {
        edges: page.items.flatMap((row) => {
          const file = files.get(row.personId)
          const cursor = cursors.write([row.personId, row.registeredOn ?? ''])
          return file ? [{ node: { file, moment }, cursor }] : []
        }),
        totalCount: page.totalCount,
        hasNextPage: page.hasMore,
        hasPreviousPage: Boolean(after),
      }
    },
  }),
)
