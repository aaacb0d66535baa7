/** nginx and Apache as Debian builds them, each run with a configuration of its own and none of the machine's. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../browser/server.mjs';
import { inTree } from '../schema/documents.mjs';

/** Where build.sh unpacks what it does not install, then the system. */
const ROOTS = [inTree('build/servers'), '/'];
const found = (path) => {
  const root = ROOTS.find((each) => existsSync(join(each, path)));
  if (!root) throw new Error(`no ${path}`);
  return join(root, path);
};

const asRoot = process.getuid() === 0;

const CONFIGURATION = {
  nginx: {
    program: 'usr/sbin/nginx',
    flags: (folder, file) => ['-p', folder, '-e', join(folder, 'errors'), '-c', file],
    /** @param {string} text stands in the server block */
    file: (folder, root, port, text) => `
      load_module ${found('usr/lib/nginx/modules/ngx_http_brotli_static_module.so')};
      ${asRoot ? 'user root;' : ''}
      daemon off;
      worker_processes 1;
      pid ${folder}/pid;
      error_log ${folder}/errors;
      events {}
      http {
        access_log off;
        ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n')}
        server {
          listen 127.0.0.1:${port};
          root ${root};
          add_header X-Frame-Options SAMEORIGIN always;
          ${text}
        }
      }`,
  },
  apache: {
    program: 'usr/sbin/apache2',
    flags: (folder, file) => ['-DFOREGROUND', '-d', folder, '-f', file],
    /** @param {string} text stands in the section of the folder; `.htaccess` files below it are read too */
    file: (folder, root, port, text) => `
      ${['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'rewrite', 'filter', 'deflate']
        .map((name) => `LoadModule ${name}_module ${found(`usr/lib/apache2/modules/mod_${name}.so`)}`)
        .join('\n')}
      ${asRoot ? 'User nobody\nGroup nogroup' : ''}
      TypesConfig /dev/null
      StartServers 1
      DefaultRuntimeDir ${folder}
      PidFile ${folder}/pid
      ErrorLog ${folder}/errors
      ServerName localhost
      Listen 127.0.0.1:${port}
      DocumentRoot ${root}
      Header always set X-Frame-Options SAMEORIGIN
      <Directory ${root}>
        Require all granted
        AllowOverride FileInfo Indexes
        ${text}
      </Directory>`,
  },
};

const answers = (port) =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );

/**
 * @param {'nginx' | 'apache'} kind
 * @param {string} root the folder it serves
 * @param {string} [text] of its configuration
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function start(kind, root, text = '') {
  const { program, flags, file } = CONFIGURATION[kind];
  const folder = mkdtempSync(join(tmpdir(), `${kind}-`));
  const port = await freePort();
  writeFileSync(join(folder, 'conf'), file(folder, root, port, text));
  const server = spawn(found(program), flags(folder, join(folder, 'conf')), { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.on('data', (chunk) => (said += chunk));
  const end = () => server.kill('SIGTERM');
  process.once('exit', end);
  const exited = once(server, 'exit');
  const close = async () => {
    end();
    await exited;
    rmSync(folder, { recursive: true });
  };
  for (let tries = 0; !(await answers(port)); tries++) {
    if (server.exitCode !== null || tries > 100) {
      const errors = join(folder, 'errors');
      if (existsSync(errors)) said += readFileSync(errors, 'utf8');
      await close();
      throw new Error(`${kind} does not start: ${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { origin: `http://localhost:${port}`, close };
}

/** A folder every server may read, gone at the end. */
export function folderFor(name) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'site'));
  return { root: join(folder, 'site'), remove: () => rmSync(folder, { recursive: true }) };
}
