import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { minifySync, type Plugin } from 'vite';

const MARK = '<!-- boot -->';

/**
 * Serves one small classic script that runs before anything is painted: it chooses light or dark, so that a page never
 * flashes in the other. Modules would run too late for that, and the page's policy allows no inline script.
 */
export function bootScript(file: string): Plugin {
  let address = `/${file}`;
  return {
    name: 'boot-script',
    buildStart() {
      if (this.environment.config.command === 'serve') return;
      const source = minifySync('boot.js', readFileSync(file, 'utf8')).code;
      const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
      const fileName = `assets/boot-${hash}.js`;
      this.emitFile({ type: 'asset', fileName, source });
      address = `/${fileName}`;
    },
    transformIndexHtml: html => html.replace(MARK, `<script src="${address}"></script>`),
  };
}
