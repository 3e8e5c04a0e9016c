import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** Bytes, compressed: what a browser takes before a page shows, on a slow phone within a second. */
const FIRST_VIEW_MAX = 100 * 1024;

/** The pages that somebody may see first. The player is besides: it loads when there is something to play. */
const FIRST_VIEW = /Page$/;
const ONLY_WHEN_NEEDED = /node_modules\/(?:hls\.js|tus-js-client|uplot)\//;

type Chunk = Rolldown.OutputChunk;

/** Fails the build when script and style of a first view, gzipped, are over the limit; prints what each page takes. */
export function budget(): Plugin {
  return {
    name: 'budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = new Map<string, Chunk>();
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') chunks.set(file.fileName, file);
      }
      const size = (name: string): number => {
        const file = bundle[name];
        if (!file) throw new Error(`the bundle has no ${name}`);
        return gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length;
      };
      const entry = [...chunks.values()].filter(chunk => chunk.isEntry);
      const pages = [...chunks.values()].filter(chunk => chunk.isDynamicEntry && FIRST_VIEW.test(chunk.name));
      if (pages.length === 0) this.error('the bundle has no chunk whose name ends in "Page"');
      for (const page of [undefined, ...pages]) {
        const view = page?.name ?? 'home, watch';
        const files = closure(page ? [...entry, page] : entry, chunks);
        const total = [...files].reduce((sum, name) => sum + size(name), 0);
        console.log(`${view.padEnd(14)} ${(total / 1024).toFixed(1).padStart(6)} KB of ${FIRST_VIEW_MAX / 1024}`);
        if (total > FIRST_VIEW_MAX) {
          this.error(`the page "${view}" takes ${total} bytes compressed: the limit is ${FIRST_VIEW_MAX}`);
        }
        const heavy = [...files].find(name => chunks.get(name)?.moduleIds.some(id => ONLY_WHEN_NEEDED.test(id)));
        if (heavy) this.error(`the page "${view}" loads ${heavy} at once: it may only when it is needed`);
      }
    },
  };
}

/** Everything that these chunks need before they run. */
function closure(start: Chunk[], chunks: Map<string, Chunk>): Set<string> {
  const found = new Set<string>();
  const visit = (chunk: Chunk | undefined): void => {
    if (!chunk || found.has(chunk.fileName)) return;
    found.add(chunk.fileName);
    chunk.viteMetadata?.importedCss.forEach(name => found.add(name));
    chunk.imports.forEach(name => visit(chunks.get(name)));
  };
  start.forEach(visit);
  return found;
}
