import { type Figure, rowOf } from '../figure.ts'
import { whole } from './day-windows.ts'

const approval = rowOf(1, whole)

const versions = {
  names: ['ProcedureVersionAdopted'],
  where: [{ field: 'procedure', in: ['优抚资金审批'] }],
}

/** Row 1 beside the promise: what a version of the procedure asks for, refusals at the door, notices, remedies, survivors. */
export const entitlementFigures: readonly Figure[] = [
  approval.over(['materials-needed-before', '原需材料', 'Materials needed before'], 'number', versions, {
    kind: 'mostItems',
    list: 'materials',
  }),
  approval.over(['materials-needed-after', '现需材料', 'Materials needed now'], 'number', versions, {
    kind: 'fewestItems',
    list: 'materials',
  }),
  approval.derived(['materials-needed-cut', '材料精简', 'Materials cut'], {
    kind: 'cut',
    from: 'materials-needed-before',
    to: 'materials-needed-after',
  }),
  approval.over(['steps-before', '原办理环节', 'Steps before'], 'number', versions, {
    kind: 'mostItems',
    list: 'steps',
  }),
  approval.over(['steps-after', '现办理环节', 'Steps now'], 'number', versions, { kind: 'fewestItems', list: 'steps' }),
  approval.derived(['steps-cut', '环节压减', 'Steps cut'], { kind: 'cut', from: 'steps-before', to: 'steps-after' }),
  approval.count(
    ['applications-not-accepted', '不予受理', 'Applications not accepted'],
    'BenefitApplicationNotAccepted',
  ),
  approval.count(['public-notices', '公示', 'Public notices'], 'PublicNoticeHeld', { groupBy: 'matter' }),
  approval.count(['decisions-served', '决定送达', 'Decisions served'], 'DecisionServed', { groupBy: 'mode' }),
  approval.count(['appeals-lodged', '复议（诉讼）提起', 'Appeals lodged'], 'AppealLodged', { groupBy: 'kind' }),
  approval.count(['appeals-decided', '复议（诉讼）办结', 'Appeals decided'], 'AppealDecided', { groupBy: 'outcome' }),
  approval.count(
    ['death-circumstances', '残疾军人死亡性质认定', 'Deaths of disabled veterans whose circumstances were determined'],
    'DeathCircumstancesDetermined',
    { groupBy: 'circumstances' },
  ),
  approval.persons(
    ['survivors-assessed', '遗属享受条件审核', 'Survivors whose eligibility was assessed'],
    'SurvivorEligibilityAssessed',
    { groupBy: 'outcome' },
  ),
]
