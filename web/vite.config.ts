import { defineConfig } from 'vite';
import { bootScript } from './build/boot.ts';
import { budget } from './build/budget.ts';
import { compressed } from './build/compressed.ts';

/** Where `npm run dev` finds the API; the built client asks the origin that it came from. */
const api = process.env.SOCIALFLOW_ORIGIN ?? 'http://localhost:8080';

/**
 * What every page needs comes in one file, and with it the two pages that most people open first: many small files
 * would each cost a request, one after the other. hls.js stays apart (player/hlsSource), and so does what tells the server
 * what was watched (player/viewing): both come once something plays.
 */
const COMMON = [
  /\/src\/(?:main|App|routes)\./,
  // What lies deeper, in api/identity and the like, comes with the pages that need it.
  /\/src\/(?:api|api\/social|live|parts|parts\/post|parts\/timeline|router|shell)\/[^/]+$/,
  /\/src\/parts\/discover\/Beside\./,
  /\/src\/parts\/people\/FollowButton/,
  /\/src\/words\/(?:index|figures|en|en\/social)\.ts/,
  /\/src\/player\/(?!hlsSource|viewing\/)/,
  /\/src\/pages\/(?:HomePage|home|WatchPage|watch(?!\/(?:Comments|useComments)\.))/,
  /\/node_modules\/preact\/|preload-helper/,
];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [bootScript('src/boot.js'), budget(), compressed()],
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    // Every browser with native CSS nesting and light-dark() would be newer than some phones in use: these are lowered.
    target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
    // No data: addresses, which a stricter policy could refuse, and nothing written into the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // hls.js is as large as it is; build/budget.ts watches the rest.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'common', test: id => COMMON.some(one => one.test(id)) }] } },
    },
  },
  server: {
    proxy: {
      '/api': { target: api },
      '/media': { target: api },
    },
  },
});
