/** The README's script for a table of employees, run as it stands there, on the table and with the outcome shown with it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { inTree } from '../schema/documents.mjs';
import { command } from '../wasm/core.mjs';

test('the script for a table of employees prints what the README shows', () => {
  const [, section] = /^### A table of employees\n([^]*?)^### /m.exec(readFileSync(inTree('README.md'), 'utf8'));
  const [, script] = /^```python\n([^]*?)^```/m.exec(section);
  const [, employees, printed] = /^\$ cat employees\.csv\n([^]*?)\n\$ python3 leave\.py\n([^]*?)^```/m.exec(section);
  const folder = mkdtempSync(join(tmpdir(), 'employees-'));
  try {
    writeFileSync(join(folder, 'leave.py'), script);
    writeFileSync(join(folder, 'employees.csv'), employees);
    const env = { ...process.env, PATH: `${dirname(command)}:${process.env.PATH}`, PYTHONUTF8: '1' };
    const out = execFileSync('python3', ['leave.py'], { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    assert.equal(out, printed);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
