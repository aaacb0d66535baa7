/** What follows from what a reader does, without a page: what is drawn, what is passed on, and where the focus goes. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fragmentOf, full } from '../browser/families.mjs';
import { modulesOf } from './sources.mjs';

describe('a reader', { timeout: 600_000 }, () => {
  let page;
  let remove;
  let calculator;
  before(async () => {
    ({ page, remove } = await modulesOf(['calculator/calculator', 'app/reader', 'embed/narrowed']));
    calculator = await page.loadCalculator();
  });
  after(() => remove?.());

  /** On a page of ours whose address ends in `fragment`. @returns the reader, and what its screen was asked to do */
  function begin({ fragment = '', beginning, scope = '', narrowed } = {}) {
    const calls = [];
    const note = (name) => () => calls.push(name);
    const place = { ownsPage: true, remembers: true, fragment, link: { open: note('opened'), drop: note('dropped') }, narrowed };
    const screen = { draw: note('draw'), answered: note('answered'), toQuestion: note('toQuestion'), fault: () => 'no day' };
    const say = Object.assign((key) => key, { lang: 'en' });
    const reader = new page.Reader(calculator, say, place, scope, screen, beginning);
    return { reader, calls, take: () => calls.splice(0) };
  }
  const end = ({ reader }) => reader.pause.end();

  test('who answers the question on the table is led to the next', () => {
    const begun = begin();
    const { asking } = begun.reader.session;
    begun.reader.settle(asking, 'birth');
    assert.deepEqual(begun.take(), ['draw', 'dropped', 'answered', 'toQuestion']);
    assert.notEqual(begun.reader.session.asking, asking);
    begun.reader.settle('/lawful_birth', true);
    assert.deepEqual(begun.take(), ['draw', 'dropped', 'answered'], 'and who answers another is left there');
    end(begun);
  });

  test('who takes an answer back is asked for it next, and left where the answers are', () => {
    const begun = begin();
    for (const [pointer, value] of [['/delivery/outcome', 'birth'], ['/delivery/babies', 2], ['/lawful_birth', true]]) begun.reader.settle(pointer, value);
    begun.take();
    begun.reader.clear('/delivery/babies');
    assert.deepEqual([begun.reader.session.asking, begun.reader.session.isTold('/delivery/babies')], ['/delivery/babies', false]);
    assert.deepEqual(begun.take(), ['draw', 'dropped', 'answered']);
    end(begun);
  });

  test('hears of results that have changed, and of nothing else', async () => {
    const begun = begin();
    const heard = async () => {
      begun.reader.comeOrGo();
      return begun.reader.announced;
    };
    const announcement = ({ session: { result } }) => JSON.stringify(result.summary);
    begun.reader.speak(begun.reader.say, { announcement });
    begun.reader.tell('/delivery/date', '2026-02-30', '2026-02-30');
    assert.equal(await heard(), '');
    begun.reader.tell('/mother', null);
    const said = await heard();
    assert.notEqual(said, '');
    begun.reader.speak(begun.reader.say, { announcement });
    assert.equal(begun.reader.announced, '', 'in another language it is not said again');
    end(begun);
  });

  test('who goes on from an answer at fault stays with it, and hears what is wrong', () => {
    const begun = begin();
    begun.reader.ask('/delivery/date');
    begun.reader.tell('/delivery/date', 'soon', 'soon');
    begun.reader.next();
    assert.equal(begun.reader.session.asking, '/delivery/date');
    assert.equal(begun.reader.announced, 'no day');
    end(begun);
  });

  test('has the answers of a link, and keeps them for nobody', () => {
    const begun = begin({ fragment: fragmentOf(full) });
    begun.reader.kept = '{}';
    begun.reader.openLink();
    assert.deepEqual(begun.reader.session.accepted, full);
    assert.deepEqual([begun.reader.notice, begun.reader.keepsAnswers], ['shared', false]);
    assert.deepEqual(begun.take(), ['opened', 'draw']);
  });

  test('keeps what is told where a link is damaged', () => {
    const begun = begin({ fragment: '#a1=e30x', beginning: [{ as_of: '2024-06-01', pregnant: false }] });
    begun.reader.openLink();
    assert.equal(begun.reader.notice, 'unreadable');
    assert.equal(begun.reader.session.told.pregnant, false);
    assert.deepEqual(begun.take(), ['draw']);
  });

  test('begins with what a host hands in only where the core finds no fault in it', () => {
    assert.deepEqual(page.prefilled(calculator, full), [full, 'prefilled']);
    for (const given of [null, { as_of: 'today' }, { ...full, gone: 1 }]) assert.deepEqual(page.prefilled(calculator, given), [undefined, 'not_prefilled']);
  });

  test('finds what was kept untouched by what a host or a link brings', () => {
    for (const beginning of [page.prefilled(calculator, full), page.prefilled(calculator, null), page.found(undefined)]) {
      const { reader } = begin();
      reader.kept = '{}';
      reader.begin(beginning);
      assert.equal(reader.keepsAnswers, false);
    }
  });

  test('goes on with the same question under another policy and about other benefits, and is not asked again what was passed over', () => {
    for (const change of [(reader) => reader.goOn(calculator), (reader) => reader.about('leave')]) {
      const { reader } = begin({ narrowed: page.narrowed, beginning: [{ as_of: '2024-06-01', mother: { employed: true } }] });
      reader.kept = '{}';
      reader.skip();
      reader.tell('/mother/monthly_wage_yuan', '6000,5', '6000,5 ');
      const { asking, left } = reader.session;
      change(reader);
      assert.equal(reader.session.asking, asking);
      assert.deepEqual([...reader.session.left].sort(), left.filter((pointer) => reader.session.openQuestions.includes(pointer)).sort());
      assert.equal(reader.session.texts.get('/mother/monthly_wage_yuan'), '6000,5 ');
      assert.equal(reader.session.errors.size, 1);
      assert.equal(reader.keepsAnswers, true);
      // There is no storage here.
      reader.kept = null;
      reader.pause.end();
    }
  });

  test('who comes back on another day finds the readings of that day', (test) => {
    test.mock.timers.enable({ apis: ['Date'], now: new Date('2030-05-09T12:00:00') });
    const begun = begin({ beginning: [{ as_of: '2030-05-09', mother: { employed: true }, lawful_birth: true, delivery: null, children: [{ birth_date: '2027-05-10' }] }] });
    begun.reader.toggleCard('leave.parental /mother', true);
    const option = () => begun.reader.session.readings.get('leave.parental /mother').alternatives.find(({ assumption }) => assumption === 'age.attained');
    assert.equal(option()?.status, undefined);
    test.mock.timers.setTime(new Date('2030-05-10T12:00:00').getTime());
    begun.reader.comeOrGo();
    end(begun);
    assert.equal(option()?.status, 'entitled', 'on the birthday itself it depends on how ages are counted');
  });

  test('goes on under another policy, and is told of what that does not know', () => {
    const begun = begin({ beginning: [{ as_of: '2024-06-01', pregnant: false }] });
    begun.reader.goOn(calculator);
    assert.deepEqual([begun.reader.session.told.pregnant, begun.reader.notice], [false, undefined]);
    assert.equal(begun.take().filter((call) => call === 'answered').length, 1);
    const stricter = { ...calculator, evaluate: (told, options) => ('pregnant' in told ? { errors: [{ pointer: '/pregnant', code: 'unknown_member', args: {} }] } : calculator.evaluate(told, options)) };
    begun.reader.goOn(stricter);
    assert.equal(begun.reader.notice, 'set_aside');
  });

  test('sees all where a host asks for benefits that there are not', () => {
    const { reader } = begin({ scope: 'gone' });
    assert.deepEqual([reader.scope, reader.notice], ['', 'no_scope']);
  });

  test('sees what a host asks for once it has corrected that, and hears no more of it', () => {
    const { reader } = begin({ scope: 'gone', narrowed: page.narrowed, beginning: [{ as_of: '2024-06-01', pregnant: true }] });
    assert.equal(reader.notice, 'no_scope');
    reader.about('leave');
    assert.deepEqual([reader.scope, reader.notice], ['leave', undefined]);
    assert.ok(reader.session.result.benefits.every(({ id }) => id.startsWith('leave.')));
    assert.equal(reader.session.told.pregnant, true);
    reader.about('gone');
    assert.deepEqual([reader.scope, reader.notice], ['', 'no_scope']);
    reader.about('');
    assert.deepEqual([reader.scope, reader.notice], ['', undefined]);
  });

  test('hears of anything else also after the scope was corrected', () => {
    const { reader } = begin({ scope: 'leave', narrowed: page.narrowed });
    reader.notify('copied');
    reader.about('leave 14');
    assert.deepEqual([reader.scope, reader.notice], ['leave 14', 'copied']);
  });
});
