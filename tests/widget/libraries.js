import { createRequire } from 'node:module'

/** The widget's libraries, which are installed beside it and not beside these tests. */
export const library = createRequire(new URL('../../tools/widget/package.json', import.meta.url))
