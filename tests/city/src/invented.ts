import { completeCitizenNumber } from '@hub/schemas/values/citizen-number.ts'
import { usccCheckCharacter } from '@hub/schemas/values/social-credit-code.ts'
import type { Random } from './random.ts'

const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈'
const given = '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲华红建国志海山林江春梅雪松云飞龙凤玉珍德福祥瑞'

/** An invented full name of two or three characters. */
export const inventedName = (random: Random): string =>
  random.pick([...surnames]) + random.pick([...given]) + (random.chance(0.75) ? random.pick([...given]) : '')

/** An invented citizen number, checksum-valid, of a birth day; `order` (0 to 499) keeps them apart within region and day. */
export const inventedCitizenNumber = (region: string, birthDay: string, order: number, male: boolean): string => {
  const sequence = String(order * 2 + (male ? 1 : 0)).padStart(3, '0')
  const first17 = region.slice(0, 6) + birthDay.replaceAll('-', '') + sequence
  return completeCitizenNumber(first17)
}

/** An invented mobile number. */
export const inventedPhone = (random: Random): string => `1390732${String(random.whole(0, 9999)).padStart(4, '0')}`

/** The unified social credit code of the n-th invented organisation. */
export const inventedUscc = (n: number): string => {
  const first17 = `91430300MA${String(n).padStart(7, '0')}`
  return first17 + usccCheckCharacter(first17)
}
