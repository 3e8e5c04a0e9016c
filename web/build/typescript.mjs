import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformWithOxc } from 'vite';

const ENDINGS = ['.ts', '.tsx', '/index.ts'];

export async function resolve(specifier, context, next) {
  if (specifier.startsWith('.') && context.parentURL && !/\.\w+$/.test(specifier)) {
    const base = new URL(specifier, context.parentURL).href;
    const ending = ENDINGS.find(one => existsSync(new URL(base + one)));
    if (ending) return next(base + ending, context);
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (url.endsWith('.css')) return { format: 'module', source: '', shortCircuit: true };
  if (!/\.tsx?$/.test(url)) return next(url, context);
  const file = fileURLToPath(url);
  const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file, {
    jsx: { runtime: 'automatic', importSource: 'preact' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
