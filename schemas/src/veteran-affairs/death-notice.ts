import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { inOrder } from '../rules/rule.ts'
import { codeList } from '../values/code-list.ts'
import { day, partialDate } from '../values/day.ts'
import { wording } from './wording.ts'

/** From where a station heard of a death. */
export const deathNoticeSource = codeList('deathNoticeSource', {
  走访: 'on a visit',
  年度确认: 'at the annual confirmation',
  家属告知: 'from the family',
  村社区告知: 'from the village or community',
  发放异常: 'from a payment that went wrong',
  其他: 'otherwise',
})

/** A station has heard that somebody died: a lead, not a death. */
export const DeathNoticed = defineEvent({
  department: 'veteran-affairs',
  name: 'DeathNoticed',
  titleZh: '死亡线索',
  titleEn: 'Death noticed',
  descriptionZh:
    '服务站获知当事人可能死亡的线索，载明来源和所述死亡日期。线索不是死亡登记：档案不因此关闭，待遇不因此中止或者终止，由民政核实；属误传的，以撤回事实更正。',
  descriptionEn:
    'A station has heard that the person may have died: from where, and on which day as it was told. A lead is no death: it closes no file and stops no payment, and asks Civil Affairs to look. One that was wrong is retracted.',
  time: { from: 'noticedOn', until: 'ended' },
  thing: { kind: 'deathLead', key: 'person' },
  rules: [inOrder('saidDiedOn', 'noticedOn')],
  data: {
    noticedOn: day,
    source: deathNoticeSource,
    /** The day of death as it was told, as exactly as it is known. */
    saidDiedOn: partialDate.optional(),
    note: wording(200).optional(),
  },
  example: { ...examplePersonAct, noticedOn: '2024-02-20', source: '走访', saidDiedOn: '2024-02-18' },
})
