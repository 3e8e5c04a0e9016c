// Installs the dependencies when the lock file is another one than at the last install.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const MARK = 'node_modules/.installed-lock';

const lock = createHash('sha256')
  .update(readFileSync('package-lock.json'))
  .update(process.versions.modules + process.platform + process.arch)
  .digest('hex');
if (existsSync(MARK) && readFileSync(MARK, 'utf8') === lock) {
  process.exit(0);
}
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const { status, error } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (error || status !== 0) {
  console.error('npm ci failed: the web client needs its dependencies (or build without it: -DskipWeb).');
  process.exit(1);
}
writeFileSync(MARK, lock);
