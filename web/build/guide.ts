// What fills the embedding guide: snippets, server configurations and samples out of the files that are tested. Sizes and
// hashes of the finished build follow in inventory.ts.
import { readFileSync } from 'node:fs';
import type { Language } from '../addresses';
import { hostLine, hostPolicy, html, markup, SERVERS, WAYS, type Settings } from '../guide/snippet';
import type { Say } from '../words/messages';
import { catalogue, LANGUAGE_NAMES, LANGUAGES, strictSayer, type Catalogue } from './catalogue';
import { table } from './html';
import { escaped } from '../words/escaped';
import { policy } from './standard';

const text = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8').trimEnd();
const json = <T>(path: string): T => JSON.parse(text(path)) as T;

const { headers } = json<{ headers: Record<string, string> }>('./serving.json');
const CHANGES = json<({ version: string; date: string } & Record<string, string[]>)[]>(
  '../../assets/changelog.json',
);

/** An address that belongs to nobody's calculator, for readers without script and for the samples. */
const EXAMPLE = 'https://www.example.gov.cn/birth-benefits/';

/** Words as HTML: `code` and [links](#to), also to a file beside the page, are all the markup they have. */
const rich = (words: string): string =>
  escaped(words)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\[([^\]]+)\]\((#\w+|[\w-]+\.(?:json|html))\)/g, '<a href="$2">$1</a>');

/** Text to copy. */
const code = (say: Say, id: string, name: string, content: string): string =>
  `<figure class="code"><figcaption>${rich(name)}</figcaption>` +
  `<button type="button" data-copy="${id}" aria-label="${escaped(`${say('guide.copy')}: ${name.replace(/`/g, '')}`)}" hidden>${escaped(say('guide.copy'))}</button>` +
  `<pre id="${id}"><code>${escaped(content)}</code></pre></figure>`;

function example(say: Say, way: Settings['way']): string {
  const settings: Settings = {
    way,
    base: EXAMPLE,
    lang: say.lang,
    theme: 'auto',
    scope: [],
    shares: false,
    title: say('page.title'),
  };
  return html(markup(settings));
}

const ways = (say: Say): string =>
  WAYS.map(
    (way) =>
      code(say, `example-${way}`, say(`guide.way.${way}`), example(say, way)) +
      `<p>${rich(say(`guide.way.${way}.help`))}</p>`,
  ).join('');

const SERVER_NAMES = { nginx: 'nginx', apache: 'Apache', iis: 'IIS' };
const SERVER_FILES = { nginx: 'nginx.conf', apache: 'apache.htaccess', iis: 'web.config' };

function hosts(say: Say): string {
  const { origin } = new URL(EXAMPLE);
  return WAYS.map((way) =>
    [
      `<h3>${rich(say(`guide.way.${way}`))}</h3>`,
      code(say, `host-${way}`, say('guide.host.needs'), hostPolicy(way, origin)),
      `<details><summary>${rich(say('guide.host.lines'))}</summary>`,
      ...SERVERS.map((server) =>
        code(say, `host-${way}-${server}`, SERVER_NAMES[server], hostLine(server, way, origin)),
      ),
      '</details>',
    ].join(''),
  ).join('');
}

const servers = (say: Say): string =>
  SERVERS.map((server) => {
    const file = text(`../guide/servers/${SERVER_FILES[server]}`);
    const filled = file.replace(/\{\{([\w-]+)\}\}/g, (_, name: string) => headers[name] as string);
    return (
      `<h3>${SERVER_NAMES[server]}</h3><p>${rich(say(`guide.server.${server}`))}</p>` +
      code(say, `server-${server}`, `${SERVER_NAMES[server]}`, filled)
    );
  }).join('');

/** The groups of benefits that a webmaster can choose, in the order of the measures. */
const scopes = (say: Say): string =>
  [...new Set(policy.benefits.map(({ id }) => id.replace(/\..*/, '')))]
    .map(
      (group) =>
        `<label><input type="checkbox" name="scope" value="${group}"> ${escaped(say(`guide.scope.${group}`))}</label>`,
    )
    .join('');

const ATTRIBUTES: Readonly<Record<string, string>> = {
  lang: '`zh-CN` `en` `ko`',
  mode: '`frame` `inline`',
  theme: '`auto` `light` `dark`',
  accent: '`#14503f`',
  scope: '`leave 14`',
  height: '`600`',
  situation: '`{"lawful_birth":true}`',
  share: '`result`',
};

const heads = (say: Say, ...names: string[]): string[] =>
  names.map((name) => escaped(say(`guide.reference.${name}`)));

const attributes = (say: Say): string =>
  table(
    escaped(say('guide.reference.attributes')),
    heads(say, 'name', 'values', 'meaning'),
    Object.entries(ATTRIBUTES).map(([name, values]) => [
      rich(`\`${name}\``),
      rich(values),
      rich(say(`guide.attribute.${name}`)),
    ]),
  );

/** Names listed with their words, whose keys begin alike; tests compare the words with the element's own description. */
function explained(say: Say, words: Catalogue, kind: 'event' | 'style', beginning = ''): string {
  const prefix = `guide.${kind}.`;
  return table(
    escaped(say(`guide.reference.${kind}s`)),
    heads(say, 'name', 'meaning'),
    Object.entries(words)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, meaning]) => [rich(`\`${beginning}${key.slice(prefix.length)}\``), rich(meaning)]),
  );
}

const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  plain: ['plain.html'],
  React: ['react/index.html', 'react/main.jsx'],
  Vue: ['vue/index.html', 'vue/main.js', 'vue/App.vue', 'vue/vite.config.js'],
  headless: ['headless.html'],
};

const samples = (say: Say): string =>
  Object.entries(SAMPLES)
    .map(([title, files]) => {
      const key = { plain: 'guide.samples.plain', headless: 'guide.reference.headless' }[title];
      return [
        `<h3>${escaped(key ? say(key) : title)}</h3>`,
        title === 'headless' ? `<p>${rich(say('guide.reference.headless.help'))}</p>` : '',
        ...files.map((file) =>
          code(say, `sample-${file.replace(/\W/g, '-')}`, `\`${file}\``, text(`../guide/samples/${file}`)),
        ),
      ].join('');
    })
    .join('');

/** Each language by its own name, and what a plain frame is called in it. */
const options = (say: Say): string =>
  LANGUAGES.map((lang) => {
    const words = catalogue(lang);
    const selected = lang === say.lang ? ' selected' : '';
    return `<option value="${lang}" data-title="${escaped(words['page.title'] ?? '')}"${selected}>${LANGUAGE_NAMES[lang]}</option>`;
  }).join('');

const changes = (lang: Language): string =>
  CHANGES.map(
    ({ version, date, ...lines }) =>
      `<h3>${version} <time datetime="${date}">${date}</time></h3><ul>${(lines[lang] ?? [])
        .map((line) => `<li>${escaped(line)}</li>`)
        .join('')}</ul>`,
  ).join('');

const CHECK_POLICY = 'birth-benefits check-policy policy.json';
const CHECK_FILES = 'sha256sum -c SHA256SUMS\nGet-FileHash * -Algorithm SHA256';

/** @param calculator the page of the calculator in the same language */
export function guideFacts(lang: Language, words: Catalogue, calculator: string): Record<string, string> {
  const say = strictSayer(lang, words);
  const said = Object.entries(words).filter(([key]) => key.startsWith('guide.'));
  return {
    ...Object.fromEntries(said.map(([key, sentence]) => [key, rich(sentence)])),
    calculator,
    options: options(say),
    ways: ways(say),
    scopes: scopes(say),
    hosts: hosts(say),
    servers: servers(say),
    attributes: attributes(say),
    events: explained(say, words, 'event'),
    styles: explained(say, words, 'style', '--birth-benefits-'),
    samples: samples(say),
    'check.policy': code(say, 'check-policy', say('guide.update.policy.check'), CHECK_POLICY),
    'check.files': code(say, 'check-files', say('guide.update.check.how'), CHECK_FILES),
    changes: changes(lang),
  };
}
