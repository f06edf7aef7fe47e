import './scalars.ts'
import './event/event-types.ts'
import './event/event-query.ts'
import './receipt.ts'
import './veteran/veteran.ts'
import './node.ts'
import './work-report.ts'
import './frozen-report.ts'
import './store-info.ts'
import './veteran/veterans.ts'
import './subscription/recorded-events.ts'
import './subscription/file-changed.ts'
import './subscription/replay.ts'
import './compare/compare-file.ts'
import './compare/compare-report.ts'
import { builder } from './builder.ts'

/** The GraphQL schema of the hub; its parts hang themselves on the builder. */
export const schema = builder.toSchema()
