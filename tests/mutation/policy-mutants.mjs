/** Mutants of the policy file: one figure, date, list or assumption changed at a time. */

const FORCES = ['claim', 'service', 'standard', 'encouraged', 'information'];

const dayLater = (date, days) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A number written as text, one more or less in its last place. */
function nudged(text, by) {
  const places = text.split('.')[1]?.length ?? 0;
  return (Number(text) + by / 10 ** places).toFixed(places);
}

/** What a figure's value, or an option's, may wrongly be. */
function wrong(value) {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return value === 0 ? [1] : [value + 1, value - 1];
  if (Array.isArray(value))
    return [
      ...value.flatMap((one, i) => wrong(one).map((other) => value.with(i, other))),
      ...value.map((_, i) => value.toSpliced(i, 1)),
    ];
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return [dayLater(value, 1), dayLater(value, -1)];
  if (/^\d\d-\d\d$/.test(value)) return [1, -1].map((by) => dayLater(`2023-${value}`, by).slice(5));
  if (/^[\d.]+$/.test(value)) return [nudged(value, 1), nudged(value, -1)];
  return /^\d+\/\d+$/.test(value) ? [value.replace(/^\d+/, (number) => String(Number(number) + 1))] : [];
}

/** A list with two neighbours in each other's place. */
const disordered = (list) => list.slice(1).map((word, i) => list.toSpliced(i, 2, word, list[i]));
/** A list without one of its words, or in another order. */
const spoilt = (list) => [...(list.length > 1 ? list.map((_, i) => list.toSpliced(i, 1)) : []), ...disordered(list)];

/** Every place of the policy that has mutants, with the values it may wrongly have. */
function* places(policy) {
  for (const fact of ['issued', 'published']) yield [['document', fact], wrong(policy.document[fact])];
  for (const [i, { default: used, options }] of policy.assumptions.entries()) {
    const here = ['assumptions', i];
    yield [[...here, 'default'], options.map(({ id }) => id).filter((id) => id !== used)];
    yield [[...here, 'options'], disordered(options)];
    for (const [j, { value }] of options.entries())
      if (value !== undefined) yield [[...here, 'options', j, 'value'], wrong(value)];
  }
  const holders = [[['common'], policy.common], ...policy.benefits.map((benefit, i) => [['benefits', i], benefit])];
  for (const [here, { figures = {}, lists = {}, sources = [], step_sources = {}, ask = [], force, measure }] of holders) {
    for (const [name, { values }] of Object.entries(figures))
      for (const [j, dated] of values.entries())
        for (const member of ['value', 'from', 'to'])
          if (member in dated) yield [[...here, 'figures', name, 'values', j, member], wrong(dated[member])];
    for (const [name, words] of Object.entries(lists)) yield [[...here, 'lists', name], spoilt(words)];
    yield [[...here, 'sources'], spoilt(sources)];
    for (const step of Object.keys(step_sources)) yield [[...here, 'step_sources', step], [sources[0]]];
    yield [[...here, 'ask'], spoilt(ask)];
    if (force) yield [[...here, 'force'], [FORCES[(FORCES.indexOf(force) + 1) % FORCES.length]]];
    if (measure) yield [[...here, 'measure'], [measure === 1 ? 2 : measure - 1]];
  }
}

const at = (document, path) => path.reduce((node, step) => node[step], document);

/** A path by ids, which outlive a change of places. */
const named = (policy, path) =>
  path.map((step, i) => (typeof step === 'number' ? (at(policy, path.slice(0, i + 1)).id ?? step) : step)).join('/');

const shown = (value) =>
  Array.isArray(value) ? `[${value.map((one) => one?.id ?? one).join(', ')}]` : JSON.stringify(value);

/**
 * @returns {{name: string, about: string | undefined, document: object}[]} `about` is the id of the benefit or assumption
 *   that is changed
 */
export function policyMutants(policy) {
  return [...places(policy)].flatMap(([path, values]) =>
    values.map((value) => {
      const document = structuredClone(policy);
      at(document, path.slice(0, -1))[path.at(-1)] = value;
      return {
        name: `${named(policy, path)}: ${shown(at(policy, path))} → ${shown(value)}`,
        about: at(policy, path.slice(0, 2)).id,
        document,
      };
    }),
  );
}
