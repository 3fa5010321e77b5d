import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'

// Nesting, oklch and layers as they are written: as version numbers of Lightning CSS (major << 16).
const browsers = { chrome: 120 << 16, firefox: 121 << 16, safari: (17 << 16) | (2 << 8) }

/**
 * What stays outside of the server build: machine code, what finds its own files by their place, and what
 * only some starts need.
 */
const outside = [
  ...['better-sqlite3', 'sharp', '@node-rs/argon2', 'pino'],
  ...['opentype.js', 'nodemailer', 'pg'],
]

/**
 * What a library would ask for in other circumstances: React for developers, a `fetch` for old Nodes, a
 * database of newer ones.
 */
const isNeverAsked = (id: string) =>
  ['undici', 'node:sqlite'].includes(id) || id.endsWith('.development.js')

/**
 * The server build starts at our own server, which imports the routes, and takes its libraries in:
 * opening two thousand small files would be most of a start.
 */
const ownServer: Plugin = {
  name: 'own-server',
  config: (_config, { isSsrBuild }) =>
    isSsrBuild
      ? {
          build: {
            minify: 'esbuild',
            // Looking for what nobody uses costs a fifth of the build, and spares a fiftieth of the file.
            rollupOptions: { input: 'app/server.ts', treeshake: false },
            commonjsOptions: { ignore: isNeverAsked },
          },
          ssr: { noExternal: true, external: outside },
          // React brings two of itself and asks at run time which one to be.
          define: { 'process.env.NODE_ENV': '"production"' },
          // Names stay, for whoever reads a fault's trace.
          esbuild: { minifyWhitespace: true, minifySyntax: true, minifyIdentifiers: false },
        }
      : undefined,
}

const packers = {
  br: promisify(brotliCompress),
  gz: (text: string | Uint8Array) => promisify(gzip)(text, { level: 9 }),
}

/** What is text is kept compressed beside itself: nothing is compressed while serving. */
const precompressed: Plugin = {
  name: 'precompressed',
  enforce: 'post',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
  async generateBundle(_options, bundle) {
    const texts = Object.values(bundle).filter(({ fileName }) => /\.(js|css|svg)$/.test(fileName))
    const packed = texts.flatMap((file) => {
      const text = file.type === 'chunk' ? file.code : file.source
      return Object.entries(packers).map(async ([ending, pack]) => {
        const source = await pack(text)
        this.emitFile({ type: 'asset', fileName: `${file.fileName}.${ending}`, source })
      })
    })
    await Promise.all(packed)
  },
}

/**
 * The name of a script that a page asks for, by its sources: the server's build writes the name, the
 * browser's build the file, and each makes the code smaller in its own way.
 */
function nameOfScript({ name, moduleIds }: { name: string; moduleIds: string[] }) {
  const hash = createHash('sha256')
  for (const id of moduleIds) {
    const [file = ''] = id.split('?')
    if (file.startsWith('/')) hash.update(readFileSync(file))
  }
  return `assets/${name}-${hash.digest('base64url').slice(0, 8)}.js`
}

// A route without a page has no code for browsers; how Zod wrote its comments is its own affair.
const expected = ['EMPTY_BUNDLE', 'INVALID_ANNOTATION']

export default defineConfig({
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
        v3_singleFetch: false,
      },
    }),
    ownServer,
    precompressed,
  ],
  css: { transformer: 'lightningcss', lightningcss: { targets: browsers } },
  build: {
    target: 'es2022',
    cssMinify: 'lightningcss',
    sourcemap: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      onwarn: (warning, warn) =>
        warning.code && expected.includes(warning.code) ? undefined : warn(warning),
    },
  },
  worker: { format: 'es', rollupOptions: { output: { entryFileNames: nameOfScript } } },
})
