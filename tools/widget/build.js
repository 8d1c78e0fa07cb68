import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

import { build } from 'esbuild'

const here = path.dirname(fileURLToPath(import.meta.url))
const folder = path.resolve(process.argv[2] || path.join(here, '../../docs/assets'))

/** @type {import('esbuild').BuildOptions} */
const options = {
  absWorkingDir: here,
  outdir: folder,
  write: false,
  bundle: true,
  // One classic script runs from file:// too, where modules do not.
  format: 'iife',
  // In WeChat an iPhone has the engine of its system, an Android one of its own; offices keep old browsers. The language by itself says
  // nothing about style sheets.
  target: ['es2017', 'ios14', 'chrome78', 'firefox78'],
  // Its fault in old Safari is in a form that we do not write.
  supported: { destructuring: true },
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning'
}

const pages = await build({
  ...options,
  entryPoints: [
    { in: 'src/main.js', out: 'yanxi' },
    { in: 'src/yanxi.css', out: 'yanxi' },
    { in: 'src/print.css', out: 'print' },
    { in: 'src/reference.css', out: 'reference' },
    { in: 'src/page.js', out: 'page' },
    { in: 'src/study.js', out: 'study' },
    { in: 'src/study.css', out: 'study' },
    { in: 'src/classroom.js', out: 'classroom' },
    { in: 'src/classroom.css', out: 'classroom' },
    { in: 'src/home.js', out: 'home' },
    { in: 'src/home.css', out: 'home' },
    { in: 'src/search.js', out: 'search' },
    { in: 'src/search.css', out: 'search' },
    { in: 'src/qr-code.js', out: 'qr-code' },
    { in: 'src/vote-cards.css', out: 'vote-cards' }
  ]
})
// A worker from file:// is given the text of its script, and a function knows its own text.
const readers = await build({
  ...options,
  entryPoints: [
    { in: 'src/classroom-cards/card-reader.js', out: 'card-reader' },
    { in: 'src/classroom-cards/code-reader.js', out: 'code-reader' }
  ],
  banner: { js: '(function readerSource(){' },
  footer: { js: '})()' }
})

await mkdir(folder, { recursive: true })
for (const { path: file, contents } of [...pages.outputFiles, ...readers.outputFiles]) {
  await writeFile(file, contents)
  console.log(`${path.basename(file)}: ${contents.length} bytes, ${gzipSync(contents, { level: 9 }).length} gzip`)
}
