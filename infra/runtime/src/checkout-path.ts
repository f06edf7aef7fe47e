import { join } from 'node:path'

/** Characters that a part of the tools reads as something else; Windows' drives have a colon. */
const unreadable = process.platform === 'win32' ? /[#%]/ : /[#%?*:]/

/** What to tell someone whose checkout lies in a folder that the tools can't load; undefined when they can. */
export const checkoutFault = (folder: string): string | undefined => {
  const [character] = unreadable.exec(folder) ?? []
  return character === undefined
    ? undefined
    : `The path of this checkout has a "${character}" in it, and the tools that load its files take that for something ` +
        `else: ${folder}\nMove it to a folder whose path is without # % ? * and colon; spaces and Chinese are fine.\n` +
        `本系统所在路径含有“${character}”，加载程序的工具会误读：${folder}\n` +
        `请移到路径不含 # % ? * 和冒号的文件夹；空格和汉字不受影响。\n`
}

const root = join(import.meta.dirname, '../../..')

/** Ends the process with a plain message where the checkout's path is one that the tools can't load. */
export const requireLoadableCheckout = (folder = root): void => {
  const fault = checkoutFault(folder)
  if (fault === undefined) return
  process.stderr.write(fault)
  process.exit(1)
}

// What imports this file may not be loadable itself: the check runs at once.
requireLoadableCheckout()
