import { brotliCompressSync, gzipSync } from 'node:zlib'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'

// Nesting, oklch and layers as they are written: as version numbers of Lightning CSS (major << 16).
const browsers = { chrome: 120 << 16, firefox: 121 << 16, safari: (17 << 16) | (2 << 8) }

/** The server build starts at our own server, which imports the routes. */
const ownServer: Plugin = {
  name: 'own-server',
  config: (_config, { isSsrBuild }) =>
    isSsrBuild ? { build: { rollupOptions: { input: 'app/server.ts' } } } : undefined,
}

/** What is text is kept compressed beside itself: nothing is compressed while serving. */
const precompressed: Plugin = {
  name: 'precompressed',
  enforce: 'post',
  apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (!/\.(js|css|svg)$/.test(file.fileName)) continue
      const source = file.type === 'chunk' ? file.code : file.source
      const forms = { br: brotliCompressSync(source), gz: gzipSync(source, { level: 9 }) }
      for (const [ending, form] of Object.entries(forms))
        this.emitFile({ type: 'asset', fileName: `${file.fileName}.${ending}`, source: form })
    }
  },
}

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
  build: { target: 'es2022', cssMinify: 'lightningcss', sourcemap: false, assetsInlineLimit: 0 },
  worker: { format: 'es' },
})
