import { gunzipSync } from 'node:zlib'

/** A workbook of Excel 97–2003 (BIFF8), packed: written by xlwt, a sheet of five rows and a hidden one. */
const packed = [
  'H4sICF0pDGsCA3NtYWxsLnhscwDtWE1IVFEU/u77c0YcnTEVNLJhIiuzhbTRQMcKdZX/YEV/mkOFpTG40Y1/CS2SghZR1EKwRRvLFv1Qge1C',
  'AiMXQRSoUS1cBZYt1Ne5573R0RQcqAHrfW/uueeee793z7v33PvuvDdjvomB4axJrEAxVCyYbhhRNkHJHSl4QfWmKdVI7qJkOthQcLtoIg0d',
  'zzyvE+QcyvmehIIH2kuSwBSlY7iIitaWkD+OOMA+NAjpQ5HQKPYU3KaUjEz2K5XlaZabWN7nts9ZlrCln2URtZ0QRzEWrMgtsOP4sBLgumSS',
  'Ao+Z854t+UjHKxnHndeE1VbH/vC5hvMbrCJbS8IgaErLQy2hsCxvw12kQLTDugJoOxHABcpdZwJoovxzKIAJpFEIDOK76QdmImt9xO/Y42sX',
  'IPvP5faENewumtiV9uuKBnTBPCVkgPchCWWarFGEp+5KtSzfMWS0KOJr6OzlORTKUOHFT+0zOmdrKRs/4qmjrLKypF4FavbkqxD7+me6P1zV',
  'IR72DvfMHi/AbG2ifCvwLuJdtot4eG0lkWyiuJO6j1eYlxyeu/ft7aHGquBJtnTxm8N6v2yXjsNEt2QQOZlrdJbkBXKZsZtlD991M+tZLNOo',
  'JeU5Vem2UtbLbS5xbQ71s5cxHtwRpe8kvW+6+kl236fgLtKHyic70obeBQdoUbjJe8FXL/JEnrh1U+JpMJILeyf6yDLzt13JpXht3037JZqC',
  'eSSy6mNpleToiMWSYo+VZItV2ILZqt1eMFtbLEm2brOVFewXtr8+TBcapHeMyvHRFRdZFfZBstQolp9YKs2DyiwjY7T0x9SNg/I+Kve7le1f',
  'RqTXkqvx0yz1aGAL2yx/5QnBqkpAtpA/tVhJxSPpE23bS4hHWIlFuVHDSqwZVjyqWG1UHThw4MCBAwf/OQSfNq2ztWaftA0+nVnfdeYpLTif',
  'Sf5Z1KCVrjb6+1iKFsrDaI8pfjKgi8i9xDo5ke+FEvXUexjNaGQ/mmOOXzomi+jnWTfR++eWUKz9L8Ti51/u/xfNVrlvABYAAA==',
].join('')

export const smallXls = (): Buffer => gunzipSync(Buffer.from(packed, 'base64'))
