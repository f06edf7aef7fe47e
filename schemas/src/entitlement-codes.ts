import { codeList } from './values/code-list.ts'

/** How a disabled veteran died. */
export const deathCircumstances = codeList('deathCircumstances', {
  旧伤复发: 'of the old injury',
  因病: 'of an illness',
})

/** Whether somebody meets the conditions. */
export const eligibility = codeList('eligibility', { 符合: 'meets them', 不符合: 'does not meet them' })

/** On what ground a survivor of the fallen is entitled to a periodic pension. */
export const survivorGround = codeList('survivorGround', {
  无劳动能力无生活费来源: 'cannot work and has no means of living',
  收入低于当地平均: 'income below the local average',
  未满18周岁: 'under 18',
  上学无生活费来源: 'of age, at school, without means of living',
  残疾无生活费来源: 'of age, disabled, without means of living',
})

/** What a court, or the army, has imposed on somebody. */
export const penalty = codeList('penalty', {
  有期徒刑: 'fixed-term imprisonment',
  无期徒刑: 'life imprisonment',
  死刑: 'death penalty',
  剥夺政治权利: 'deprivation of political rights alone',
  拘役: 'short-term detention',
  管制: 'public surveillance',
  开除军籍: 'expulsion from the army',
})

/** Why a sentence is over. */
export const penaltyEnd = codeList('penaltyEnd', {
  刑满: 'served',
  假释: 'parole',
  赦免: 'pardon',
  改判无罪: 'acquitted after all',
  改判: 'another sentence in its place',
})

/** Why somebody is not wanted any more. */
export const wantedEnd = codeList('wantedEnd', { 归案: 'caught', 撤销通缉: 'notice withdrawn' })

/** At what stage of education somebody is. */
export const educationStage = codeList('educationStage', {
  义务教育: 'compulsory school',
  普通高中: 'upper secondary school',
  中等职业学校: 'vocational school',
  高等学校: 'college or university',
})
