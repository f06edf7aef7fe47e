import { defineRefusals } from '@hub/schemas/refusal.ts'

/** Why an export is not begun, beside what the read side refuses. */
export const exportRefusals = defineRefusals('graphql', {
  EXPORT_NOT_UNDERSTOOD: {
    status: 400,
    en: ['Export not understood', 'The export has the faults listed in errors. Put them right and ask again.'],
    zh: ['导出参数有误', '导出请求存在 errors 所列问题，请改正后重试。'],
  },
  EXPORTS_BUSY: {
    status: 503,
    en: ['Too many exports at once', 'Other exports are under way. Ask again after the seconds in Retry-After.'],
    zh: ['导出任务过多', '其他导出正在进行，请在 Retry-After 所示秒数后重试。'],
  },
})
