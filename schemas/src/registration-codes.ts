import { codeList } from './values/code-list.ts'

/**
 * As what somebody is entered when a file is opened (对象类别). Taken from the forms that stations fill in: no published
 * standard of the list has been found.
 */
export const registrationCategory = codeList('registrationCategory', {
  退伍义务兵: 'discharged conscript',
  自主就业退役士兵: 'soldier discharged to find their own work',
  安排工作退役士兵: 'soldier discharged to assigned work',
  逐月领取退役金退役军人: 'veteran with monthly severance pay',
  转业军官: 'officer transferred to civilian work',
  自主择业军官: 'officer who chose own employment',
  复员军官: 'demobilised officer',
  军休干部: 'retired officer in the care of the state',
  军休军士: 'retired NCO in the care of the state',
  无军籍退休退职职工: 'retired civilian employee of the armed forces',
  国家供养退役军人: 'veteran supported for life',
  其他: 'other',
})

/** The peoples of China. */
export const ethnicGroup = codeList(
  'ethnicGroup',
  {
    汉族: { en: 'Han', sign: '01' },
    蒙古族: { en: 'Mongol', sign: '02' },
    回族: { en: 'Hui', sign: '03' },
    藏族: { en: 'Zang', sign: '04' },
    维吾尔族: { en: 'Uygur', sign: '05' },
    苗族: { en: 'Miao', sign: '06' },
    彝族: { en: 'Yi', sign: '07' },
    壮族: { en: 'Zhuang', sign: '08' },
    布依族: { en: 'Buyei', sign: '09' },
    朝鲜族: { en: 'Chosen', sign: '10' },
    满族: { en: 'Man', sign: '11' },
    侗族: { en: 'Dong', sign: '12' },
    瑶族: { en: 'Yao', sign: '13' },
    白族: { en: 'Bai', sign: '14' },
    土家族: { en: 'Tujia', sign: '15' },
    哈尼族: { en: 'Hani', sign: '16' },
    哈萨克族: { en: 'Kazak', sign: '17' },
    傣族: { en: 'Dai', sign: '18' },
    黎族: { en: 'Li', sign: '19' },
    傈僳族: { en: 'Lisu', sign: '20' },
    佤族: { en: 'Va', sign: '21' },
    畲族: { en: 'She', sign: '22' },
    高山族: { en: 'Gaoshan', sign: '23' },
    拉祜族: { en: 'Lahu', sign: '24' },
    水族: { en: 'Sui', sign: '25' },
    东乡族: { en: 'Dongxiang', sign: '26' },
    纳西族: { en: 'Naxi', sign: '27' },
    景颇族: { en: 'Jingpo', sign: '28' },
    柯尔克孜族: { en: 'Kirgiz', sign: '29' },
    土族: { en: 'Tu', sign: '30' },
    达斡尔族: { en: 'Daur', sign: '31' },
    仫佬族: { en: 'Mulao', sign: '32' },
    羌族: { en: 'Qiang', sign: '33' },
    布朗族: { en: 'Blang', sign: '34' },
    撒拉族: { en: 'Salar', sign: '35' },
    毛南族: { en: 'Maonan', sign: '36' },
    仡佬族: { en: 'Gelao', sign: '37' },
    锡伯族: { en: 'Xibe', sign: '38' },
    阿昌族: { en: 'Achang', sign: '39' },
    普米族: { en: 'Pumi', sign: '40' },
    塔吉克族: { en: 'Tajik', sign: '41' },
    怒族: { en: 'Nu', sign: '42' },
    乌孜别克族: { en: 'Uzbek', sign: '43' },
    俄罗斯族: { en: 'Russ', sign: '44' },
    鄂温克族: { en: 'Ewenki', sign: '45' },
    德昂族: { en: 'Deang', sign: '46' },
    保安族: { en: 'Bonan', sign: '47' },
    裕固族: { en: 'Yugur', sign: '48' },
    京族: { en: 'Gin', sign: '49' },
    塔塔尔族: { en: 'Tatar', sign: '50' },
    独龙族: { en: 'Derung', sign: '51' },
    鄂伦春族: { en: 'Oroqen', sign: '52' },
    赫哲族: { en: 'Hezhen', sign: '53' },
    门巴族: { en: 'Monba', sign: '54' },
    珞巴族: { en: 'Lhoba', sign: '55' },
    基诺族: { en: 'Jino', sign: '56' },
    其他: { en: 'other', sign: '97' },
    外国血统中国籍人士: { en: 'Chinese national of foreign descent', sign: '98' },
  },
  'GB/T 3304-1991',
)

/** Membership of a party. */
export const politicalStatus = codeList(
  'politicalStatus',
  {
    中共党员: { en: 'member of the Communist Party', sign: '01' },
    中共预备党员: { en: 'probationary member of the Communist Party', sign: '02' },
    共青团员: { en: 'member of the Communist Youth League', sign: '03' },
    民革党员: { en: 'member of the Revolutionary Committee of the Kuomintang', sign: '04' },
    民盟盟员: { en: 'member of the China Democratic League', sign: '05' },
    民建会员: { en: 'member of the Democratic National Construction Association', sign: '06' },
    民进会员: { en: 'member of the Association for Promoting Democracy', sign: '07' },
    农工党党员: { en: "member of the Peasants' and Workers' Democratic Party", sign: '08' },
    致公党党员: { en: 'member of the China Zhi Gong Party', sign: '09' },
    九三学社社员: { en: 'member of the Jiu San Society', sign: '10' },
    台盟盟员: { en: 'member of the Taiwan Democratic Self-Government League', sign: '11' },
    无党派人士: { en: 'without party affiliation, a public figure', sign: '12' },
    群众: { en: 'none', sign: '13' },
  },
  'GB/T 4762-1984',
)

/** The highest level of schooling. */
export const education = codeList(
  'education',
  {
    研究生: { zh: '研究生教育', en: 'postgraduate', sign: '10' },
    大学本科: { zh: '大学本科教育', en: 'bachelor', sign: '20' },
    大学专科: { zh: '大学专科教育', en: 'junior college', sign: '30' },
    中等职业: { zh: '中等职业教育', en: 'secondary vocational', sign: '40' },
    普通高中: { zh: '普通高级中学教育', en: 'senior high school', sign: '60' },
    初中: { zh: '初级中学教育', en: 'junior high school', sign: '70' },
    小学: { zh: '小学教育', en: 'primary school', sign: '80' },
    其他: { en: 'other', sign: '90' },
  },
  'GB/T 4658-2006',
)

/** What somebody says of their marriage when a file is opened; the register of marriages is Civil Affairs'. */
export const maritalStatus = codeList(
  'maritalStatus',
  {
    未婚: { en: 'never married', sign: '10' },
    已婚: { en: 'married', sign: '20' },
    初婚: { en: 'married for the first time', sign: '21' },
    再婚: { en: 'married again', sign: '22' },
    复婚: { en: 'married again to the same person', sign: '23' },
    丧偶: { en: 'widowed', sign: '30' },
    离婚: { en: 'divorced', sign: '40' },
    未说明: { zh: '未说明的婚姻状况', en: 'not stated', sign: '90' },
  },
  'GB/T 2261.2-2003',
)

/** The kind of household register on the day of enlistment; one kind alone is registered since the two were made one. */
export const hukouKind = codeList('hukouKind', {
  农业: 'agricultural',
  非农业: 'non-agricultural',
  居民: 'resident, without a kind',
})
