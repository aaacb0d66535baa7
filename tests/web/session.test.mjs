/** What the reader has told so far: what is typed in a field and what is told are the same thing, whatever came before. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { modulesOf } from './sources.mjs';

const TIMES = Number(process.env.BIRTH_BENEFITS_RUNS ?? 1);
const DAY = '2024-06-01';

describe('a session', { timeout: 600_000 * TIMES }, () => {
  let page;
  let remove;
  let calculator;
  before(async () => {
    ({ page, remove } = await modulesOf(['calculator/calculator', 'session/inputs', 'session/json', 'session/session', 'session/told']));
    calculator = await page.loadCalculator();
  });
  after(() => remove?.());

  const begin = (told) => new page.Session(calculator, DAY, told && { as_of: DAY, ...told });
  const told = (session, pointer) => page.at(session.told, pointer);

  test('asks again for what was typed of a child that is no longer told of', () => {
    const session = begin();
    session.tellCount('/children', 2);
    session.tell('/children/0/birth_date', '2022-05-06', '2022.5.6');
    session.tell('/children/1/birth_date', '2021-05-06', '2021.5.6');
    session.tellCount('/children', 1);
    session.tellCount('/children', 2);
    assert.deepEqual(session.told.children, [{ birth_date: '2022-05-06' }, {}]);
    assert.equal(session.isInHand('/children/1/birth_date'), false);
    assert.equal(session.texts.has('/children/1/birth_date'), false);
  });

  test('asks again for what was typed of a birth that was then told not to be', () => {
    const session = begin({ delivery: { outcome: 'birth' } });
    session.tell('/delivery/date', '2024-05-06', '20240506');
    session.tell('/delivery', null);
    session.tell('/delivery/outcome', 'birth');
    assert.equal(session.isInHand('/delivery/date'), false);
    assert.ok(session.openQuestions.includes('/delivery/date'));
    session.ask('/delivery/outcome');
    session.next();
    const asked = new Set();
    for (; session.asking && !asked.has(session.asking); session.skip()) asked.add(session.asking);
    assert.ok(asked.has('/delivery/date'), [...asked].join());
  });

  test('takes nothing of a birth for that of a miscarriage, nor the other way round, and asks for it next', () => {
    const delivery = { outcome: 'birth', date: '2024-09-01', babies: 2, difficult: false };
    const session = begin({ delivery });
    session.tell('/delivery/outcome', 'birth');
    assert.deepEqual(session.told.delivery, delivery, 'the same answer once more');
    session.tell('/delivery/outcome', 'miscarriage');
    assert.deepEqual([session.told.delivery, session.errors.size], [{ outcome: 'miscarriage' }, 0]);
    session.next();
    assert.match(session.asking, /^\/delivery\//);
    session.tell('/delivery/date', '2024-05-06', '20240506');
    session.tell('/delivery/outcome', 'birth');
    assert.deepEqual(session.told.delivery, { outcome: 'birth' });
    assert.equal(session.isInHand('/delivery/date'), false);
  });

  test('passes over a question once, and asks it again only where it is asked for', () => {
    const session = begin();
    const asked = [];
    for (; session.asking && asked.length < 100; session.skip()) {
      assert.equal(session.left.length, session.openQuestions.length - asked.length, 'those passed over are left out');
      asked.push(session.asking);
    }
    assert.equal(new Set(asked).size, asked.length);
    assert.deepEqual([...session.openQuestions].sort(), asked.sort());
    session.tell('/pregnant', true);
    const [first] = session.openQuestions;
    session.ask(first);
    assert.equal(session.asking, first);
  });

  test('asks whoever is pregnant next about the pregnancy that was told not to be', () => {
    const session = begin({ delivery: null });
    session.ask('/pregnant');
    session.tell('/pregnant', true);
    session.next();
    assert.equal(session.told.delivery, undefined);
    assert.equal(session.asking, '/delivery/outcome');
    session.tell('/delivery/outcome', 'birth');
    session.next();
    assert.equal(session.asking, '/delivery/date');
  });

  test('and leaves a pregnancy that was told of as it is', () => {
    const session = begin({ delivery: { outcome: 'birth' } });
    session.tell('/pregnant', true);
    assert.deepEqual(session.told.delivery, { outcome: 'birth' });
  });

  test('moves grown babies of the delivery among the other children, where it is asked in whose care they are', () => {
    const session = begin({ delivery: { outcome: 'birth', date: '2019-05-01', babies: 2 }, children: [{ birth_date: '2017-01-01' }] });
    const next = session.moveBirth();
    assert.equal(next, '/children/1/care');
    assert.deepEqual(session.told.children, [{ birth_date: '2017-01-01' }, { birth_date: '2019-05-01' }, { birth_date: '2019-05-01' }]);
    assert.equal(session.told.delivery, null);
    assert.ok(session.openQuestions.includes(next));
  });

  test('tells of no past pregnancy in the place of the one that goes on', () => {
    const session = begin({ pregnant: true, mother: { employed: true }, delivery: { outcome: 'birth', date: '2019-05-01' } });
    session.moveBirth();
    assert.equal(session.isTold('/delivery/outcome'), false);
    assert.ok(session.openQuestions.includes('/delivery/outcome'));
    assert.equal(session.result.benefits.find(({ id }) => id === 'leave.maternity').status, 'unknown');
  });

  test('knows nothing of a person of whom the last answer is taken back; entries of lists and institutions stay', () => {
    const session = begin({});
    const before = structuredClone(session.told);
    session.tell('/father/employed', true);
    session.untell('/father/employed');
    assert.deepEqual(session.told, before);
    session.tell('/mother', null);
    session.untell('/mother/employed');
    assert.deepEqual(session.told, before);
    for (const pointer of ['/children/0/birth_date', '/institution/kindergarten/inclusive']) {
      const told = begin({ children: [{}], institution: { kindergarten: {} } });
      const kept = structuredClone(told.told);
      told.tell(pointer, pointer.endsWith('date') ? '2021-05-06' : true);
      told.untell(pointer);
      assert.deepEqual(told.told, kept);
    }
  });

  test('says nothing of a day while it is written, and all that is wrong with it once it is', () => {
    const session = begin({ delivery: { outcome: 'birth' } });
    const code = (text) => {
      session.tell('/delivery/date', text, text);
      return session.faultAt('/delivery/date')?.code;
    };
    for (const begun of ['2', '202', '2024', '2024-', '2024-0', '2024-1', '20241', '2024-3-', '2024-03-0', '2024年3月', '202403', '2024030', '２０２４']) assert.equal(code(begun), undefined, begun);
    for (const wrong of ['x', '2024-13', '202413', '2024-02-30', '20240230', '2024-3-32', 'soon', '20x']) assert.equal(code(wrong), 'invalid_date', wrong);
    assert.equal(code('2024-3-'), undefined);
    assert.equal(session.errorAt('/delivery/date').code, 'invalid_date', 'but it does not count');
    session.finish();
    assert.equal(session.faultAt('/delivery/date').code, 'invalid_date');
    code('2024-3-');
    session.tell('/lawful_birth', true);
    assert.equal(session.faultAt('/delivery/date').code, 'invalid_date', 'whoever answers something else has left it');
  });

  test('keeps the text as it is typed, and that of a field that is emptied only until something else is told', () => {
    const session = begin({ mother: { employed: true } });
    session.tell('/mother/monthly_wage_yuan', '6000,5', '6000,5 ');
    assert.equal(session.texts.get('/mother/monthly_wage_yuan'), '6000,5 ');
    session.tell('/father/employed', true);
    assert.equal(session.texts.get('/mother/monthly_wage_yuan'), '6000,5 ');
    session.untell('/mother/monthly_wage_yuan', '');
    assert.ok(session.isInHand('/mother/monthly_wage_yuan'));
    session.tell('/father/employed', false);
    assert.equal(session.isInHand('/mother/monthly_wage_yuan'), false);
  });

  test('gives the text of no entry of a list to another', () => {
    const session = begin({ children: [{}, {}, {}] });
    session.tell('/children/1/birth_date', '2021-05-06', '2021.5.6');
    session.tell('/children/2/birth_date', '2022-07-08', '2022.7.8');
    session.removeEntry('/children/1');
    assert.equal(told(session, '/children/1/birth_date'), '2022-07-08');
    assert.ok([undefined, '2022.7.8'].includes(session.texts.get('/children/1/birth_date')));
    assert.equal(session.texts.has('/children/2/birth_date'), false);
  });

  test('leaves the question on the table there when something else is removed', () => {
    const session = begin({ children: [{}, {}] });
    session.ask('/mother/employed');
    session.removeEntry('/children/0');
    assert.equal(session.asking, '/mother/employed');
    session.ask('/children/0/birth_date');
    session.removeEntry('/children/0');
    assert.ok(!session.asking.startsWith('/children/1'), 'who is gone is asked about no more');
    assert.ok(session.openQuestions.includes(session.asking));
  });

  test('asks a child that takes the place of a removed one what was passed over for that one', () => {
    const session = begin({ children: [{}, {}] });
    session.ask('/children/0/birth_date');
    session.skip();
    session.ask('/mother/employed');
    session.removeEntry('/children/0');
    const asked = new Set();
    for (; session.asking && !asked.has(session.asking); session.skip()) asked.add(session.asking);
    assert.ok(asked.has('/children/0/birth_date'), [...asked].join());
  });

  test('goes with the days unless one was chosen', () => {
    const session = begin();
    session.beginDay('2024-06-02');
    assert.equal(session.result.policy.as_of, '2024-06-02');
    session.tell('/as_of', '2024-06-03');
    session.beginDay('2024-06-04');
    assert.equal(session.result.policy.as_of, '2024-06-03');
    session.tell('/as_of', 'soon');
    assert.equal(session.result.policy.as_of, '2024-06-04', 'where what was typed is no day');
  });

  test('keeps today, once chosen by hand, as it was typed when a new day begins', () => {
    const chosen = begin();
    chosen.tell('/as_of', DAY, '2024.6.1');
    assert.equal(chosen.isOfToday, false);
    chosen.beginDay('2024-06-02');
    assert.deepEqual([chosen.told.as_of, chosen.result.policy.as_of, chosen.texts.get('/as_of')], [DAY, DAY, '2024.6.1']);
    const untouched = begin();
    untouched.beginDay('2024-06-02');
    assert.deepEqual([untouched.told.as_of, untouched.result.policy.as_of, untouched.texts.has('/as_of')], ['2024-06-02', '2024-06-02', false]);
  });

  test('takes of answers that are found what the core takes, whatever else is among them', () => {
    const found = (given) => page.foundIn(calculator, typeof given === 'string' ? given : JSON.stringify(given), DAY);
    const sound = { as_of: '2024-03-01', lawful_birth: true, mother: { employed: true }, assumptions: { 'leave.parental.year': 'child_year' } };
    assert.deepEqual(found(sound), { told: sound, complete: true });
    assert.deepEqual(found({ lawful_birth: true }), { told: { as_of: DAY, lawful_birth: true }, complete: true });
    assert.deepEqual(found({}), { told: { as_of: DAY }, complete: true });
    assert.deepEqual(found({ ...sound, assumptions: { ...sound.assumptions, 'gone.from.policy': 'x' } }), { told: sound, complete: false });
    assert.deepEqual(found({ ...sound, assumptions: { 'leave.parental.year': 'gone' }, gone: 1 }), { told: { ...sound, assumptions: {} }, complete: false });
    assert.deepEqual(found({ ...sound, as_of: 'today' }), { told: { ...sound, as_of: DAY }, complete: false });
    for (const none of ['', '{', 'null', '[]', '5', '"{}"', '{"gone":1}', `{"gone":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, `{"gone":"${'x'.repeat(1 << 20)}"}`])
      assert.equal(found(none), undefined, none.slice(0, 40));
  });

  /** What a reader does, by pointers as they come: lists are few and short, so that steps meet. */
  const steps = () => {
    const typed = page.INPUTS.filter(({ kind }) => kind === 'date' || kind === 'money').map(({ pointer }) => pointer);
    const parents = ['/mother', '/father', '/delivery', '/institution/tutoring'];
    const entries = (pointer) => fc.nat(2).map((index) => pointer.replace('/N', `/${index}`));
    const pointers = fc.constantFrom(...page.INPUTS.map(({ pointer }) => pointer)).chain(entries);
    const fields = fc.constantFrom(...typed).chain(entries);
    const lists = fc.constantFrom('/children', '/elders');
    return fc.array(
      fc.oneof(
        fc.tuple(fc.constant('tell'), fields, fc.constantFrom('2021-05-06', '2021.5.6', 'soon', '6,000', '6000'), fc.constant('typed')),
        fc.tuple(fc.constant('tell'), fc.oneof(pointers, fc.constantFrom(...parents)), fc.constantFrom(true, false, null, 'birth', 'miscarriage', 2), fc.constant(undefined)),
        fc.tuple(fc.constant('untell'), fc.oneof(pointers, fc.constantFrom(...parents)), fc.constant(undefined)),
        fc.tuple(fc.constant('untell'), fields, fc.constant('')),
        fc.tuple(fc.constant('tellCount'), lists, fc.nat(3)),
        fc.tuple(fc.constant('removeEntry'), fc.tuple(lists, fc.nat(2)).map((parts) => parts.join('/'))),
        fc.tuple(fc.constantFrom('skip', 'next')),
      ),
      { maxLength: 25 },
    );
  };

  /** A list is told before its entries are: no field of the third child stands there while there are two. */
  const isThere = (session, pointer) => {
    const entry = /^\/(children|elders)\/\d+/.exec(pointer)?.[0];
    return entry === undefined || told(session, entry) !== undefined;
  };

  test('supposes of an answer what telling it leads to, and tells nothing by that', () => {
    const answers = fc.tuple(
      fc.constantFrom('/lawful_birth', '/pregnant', '/delivery', '/delivery/outcome', '/mother', '/mother/employed', '/children'),
      fc.constantFrom(true, false, null, 'birth', 'miscarriage', [], [{}, {}]),
    );
    fc.assert(
      fc.property(steps(), answers, (taken, [pointer, value]) => {
        const session = begin();
        for (const [what, where, ...more] of taken) if (!where || isThere(session, where)) session[what](...[where, ...more].filter((each) => each !== undefined));
        const before = JSON.stringify([session.told, [...session.texts], session.asking]);
        const { result, error } = session.suppose(pointer, value);
        assert.equal(JSON.stringify([session.told, [...session.texts], session.asking]), before);
        session.tell(pointer, value);
        assert.deepEqual(result, session.result);
        assert.deepEqual(error, session.errors.get(pointer));
      }),
      { numRuns: 100 * TIMES },
    );
  });

  test('keeps a text only where its answer is told, or in the one field that was just emptied', () => {
    fc.assert(
      fc.property(steps(), (taken) => {
        const session = begin();
        let emptied;
        for (const [what, pointer, value, text] of taken) {
          if (pointer && !isThere(session, pointer)) continue;
          session[what](...[pointer, value, text && value].filter((each) => each !== undefined));
          if (what === 'untell') emptied = value === '' ? pointer : undefined;
          else if (pointer) emptied = undefined;
          for (const kept of session.texts.keys())
            assert.ok(told(session, kept) !== undefined || kept === emptied, `${kept} after ${what} ${pointer}: ${JSON.stringify(session.told)}`);
          for (const question of session.openQuestions)
            assert.ok(!session.isInHand(question) || session.errorAt(question) || question === emptied, `${question} is never asked after ${what} ${pointer}`);
        }
      }),
      { numRuns: 200 * TIMES },
    );
  });
});
