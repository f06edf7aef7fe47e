import { defineRefusals } from '@hub/schemas/refusal.ts'

/** Why a question can't be answered as it was asked. */
export const readingRefusals = defineRefusals('reading', {
  MOMENT_IN_FUTURE: {
    status: 422,
    en: [
      'the moment lies in the future: what is true or known then is not known yet',
      'Ask for a moment that has passed, or for none: that means now.',
    ],
    zh: ['时点在未来：届时的事实或所知尚不可知', '请填写已过去的时点；不填即为当前。'],
  },
  BEFORE_FOUNDING: {
    status: 422,
    en: ['nothing was known then: the store was founded later', 'Ask for a later moment.'],
    zh: ['该时点早于建库时间，当时一无所知', '请填写更晚的时点。'],
  },
  OTHER_STORE: {
    status: 422,
    en: [
      'the receipt, the cursor or the position belongs to another store',
      'Begin again without it, or ask the hub that gave it.',
    ],
    zh: ['该回执、游标或位置属于另一存储库', '请去掉后重新查询，或向发出它的枢纽查询。'],
  },
  NUMBERS_NOT_MATCHED: {
    status: 403,
    en: [
      'this caller may not match numbers by their keyed hashes',
      'Ask without the number, or as an official of oversight.',
    ],
    zh: ['无权以编号的加密标识比对事件', '请去掉该条件，或由监督人员查询。'],
  },
  REPORT_WINDOW_UNKNOWN: {
    status: 422,
    en: [
      'the report has no window of this name',
      'The report names its windows: workReport { windows { name } }, `hub report windows`, docs/reference/report.md.',
    ],
    zh: [
      '工作报告没有此名称的口径参数',
      '口径参数名称见 workReport { windows { name } }、`hub report windows` 或 docs/reference/report.md。',
    ],
  },
  REPORT_WINDOW_VALUE: {
    status: 422,
    en: [
      'the window does not take this value, or was said twice',
      'Send value for a time limit, from and to for days, within the bounds that the report names.',
    ],
    zh: ['该口径参数不接受此取值，或重复填写', '时限填 value，统计期填 from、to，并在报告所列上下限之内。'],
  },
  PARAMETER: {
    status: 400,
    en: [
      'not a parameter of this export, or not of its form',
      'See /openapi.json for what each export is chosen by; times are days or ISO instants, lists are parted by commas.',
    ],
    zh: ['不是该导出的参数，或取值形式不对', '各导出的参数见 /openapi.json；时间用日期或 ISO 时刻，多个值用逗号分隔。'],
  },
  NOTHING_TO_EXPORT: {
    status: 404,
    en: ['no person or figure is known by this id or key', 'Check the id or the key.'],
    zh: ['没有此编号的人员或此编码的指标', '请核对编号或编码。'],
  },
  SAMPLE_LARGER_THAN_FRAME: {
    status: 422,
    en: ['the sample is larger than the list that it is drawn from', 'Ask for fewer, or widen the filter.'],
    zh: ['所要样本多于被抽的名单', '请减少样本数或放宽筛选。'],
  },
})
