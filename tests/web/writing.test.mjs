/** What is written into a field: how it is read, and what is asked back about it. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { modulesOf } from './sources.mjs';

const DAY = '2024-06-01';

describe('what is written', { timeout: 120_000 }, () => {
  let page;
  let remove;
  let calculator;
  before(async () => {
    ({ page, remove } = await modulesOf(['calculator/calculator', 'session/inputs', 'session/reading', 'session/session', 'session/writing']));
    calculator = await page.loadCalculator();
  });
  after(() => remove?.());

  const begin = (told) => new page.Session(calculator, DAY, { as_of: DAY, ...told });

  const AMOUNTS = {
    6000: ['6000', '6,000', '６０００', '¥6000', '6000元', '6000원', '6000 원', '6,000위안', '6000元/月', '6千', '6 千元', '6천', '6천원', '0.6万', '0.6만원', '6k', '6 K', '0.6w', '6k/月', '六千', '六千元', '6 千'],
    12000: ['1.2万', '1万2', '1万2千', '一万二', '一万二千元', '1만2천', '1만2천원', '12千', '1.2万元/月', '1.20000万', '１．２万', '1.2만'],
    10000: ['1万', '1.万', '10천'],
    // In binary 1.005 * 1000 and 0.57 * 10000 are others.
    1005: ['1.005千'],
    5700: ['0.57万'],
    12345.67: ['1.234567万', '12.34567千'],
    0.5: ['0.00005万'],
    1200000: ['1,200千'],
    '-6000': ['-6千'],
    5500: ['五千五', '5千5', '五千五百', '5千5百'],
    3050: ['三千零五十', '3千零50'],
    120000: ['十二万', '12万'],
    15200: ['一万五千二', '1万5千2百'],
    10500: ['一万零五百', '1万5百'],
  };
  for (const [amount, ways] of Object.entries(AMOUNTS))
    test(`as ${ways.join(', ')} is ${amount}`, () => {
      for (const way of ways) assert.equal(page.readNumber(way), Number(amount), way);
    });

  test('as no plain number stays as it is, for the core to judge', () => {
    for (const way of ['万', '千', '百', '千6', '6千万', '2千3万', '1万23千', '1.2万3', '1만2', '6천5', '1,2万', '6.5.5千', '6500,50', 'k', '6kk', '6k5', '1w2', '6kw', 'x元']) {
      const read = page.readNumber(way);
      assert.equal(typeof read, 'string', way);
      const session = begin({ mother: { employed: true } });
      session.tell('/mother/monthly_wage_yuan', read, way);
      assert.equal(session.errorAt('/mother/monthly_wage_yuan')?.code, 'wrong_type', way);
    }
  });

  test('as a count may be said in days', () => {
    for (const [way, count] of Object.entries({ 10: 10, '１０天': 10, '10 天': 10, 两天: 2, 十五日: 15, '3일': 3, '3 days': 3, '1 day': 1, 0: 0 })) assert.equal(page.readCount(way), count, way);
    for (const way of ['天', '几天', 'ten']) assert.equal(typeof page.readCount(way), 'string', way);
  });

  test('as it is said is told apart from what says by itself what it was read as', () => {
    for (const way of ['2024-03-01', '20240301', '2024年3月1日', '２０２４。３。１', '6000', '6,000.50', '6000元', '6 000']) assert.equal(page.isPlain(way), true, way);
    for (const way of ['24年3月1日', '二〇二四年三月一日', '1 March 2024', '1万2', '1万', '5k', '五千五']) assert.equal(page.isPlain(way), false, way);
  });

  test('of a birth is said to be an earlier one where she is pregnant long after it', () => {
    const delivery = { outcome: 'birth', date: '2024-03-20' };
    for (const [told, said] of [
      [{ pregnant: true, delivery }, 'again'],
      [{ pregnant: false, delivery }, undefined],
      [{ delivery }, undefined],
      [{ pregnant: true, delivery: { ...delivery, date: '2024-05-20' } }, 'overdue'],
      [{ pregnant: true, delivery: { ...delivery, date: '2024-07-20' } }, 'due'],
      [{ pregnant: true, delivery: { outcome: 'miscarriage', date: '2024-03-20', pregnancy_months: 2 } }, undefined],
    ]) {
      const session = begin(told);
      assert.equal(page.expectation(session), said, JSON.stringify(told));
      assert.equal(page.isGrown(session, '/delivery/date'), said === 'again');
    }
  });

  test('as a day may be written in any usual way', () => {
    for (const way of ['2024-03-01', '20240301', '2024.3.1', '2024/3/1', '2024年3月1日', '２０２４．３．１', '2024. 3. 1.', '2024 年 3 月 1 日', '2024년 3월 1일', '1 March 2024', '1 Mar 2024', 'March 1, 2024', 'Mar. 1, 2024', '24年3月1日', '24년 3월 1일', '二〇二四年三月一日', '二零二四年三月一日']) assert.equal(page.readDate(way), '2024-03-01', way);
    assert.equal(page.readDate('二〇二三年十一月二十九日'), '2023-11-29');
    assert.equal(page.readDate('二〇二三年十二月三十日'), '2023-12-30');
    assert.equal(page.readDate('56年3月1日'), '1956-03-01', 'an elder');
    for (const way of ['2024-3-', '240301', '24-3-1', '24.3.1', 'soon', '1 Foo 2024', 'March 2024', '腊月初八']) assert.equal(page.readDate(way), way);
    // The lunar calendar's days are others: 廿八 is the 28th of a moon, 初一 its first.
    for (const way of ['1965年五月廿八', '2025年四月廿八', '1955年三月廿四', '2025年二月初一', '2025年农历2月1日', '2025年闰6月1日', '农历2025年2月1日', '2025年2月1日（农历）', '乙巳年二月一日']) assert.doesNotMatch(page.readDate(way), /^\d{4}-\d\d-\d\d$/, way);
    for (const way of ['2024。3。1', '2024、3、1', '2024–3–1', '2024年3月1号', '2024 3 1', '2024_3_1']) assert.equal(page.readDate(way), '2024-03-01', way);
    for (const way of ['', '20', '2024-1', '2024年3月', '24年', '24年3月', '二〇二四年', '二〇二四年十', '1 M', '1 March 20', 'Mar 1']) assert.equal(page.isBegun(way), true, way);
    for (const way of ['2024-13', '12 foo', 'soon', '农历']) assert.equal(page.isBegun(way), false, way);
  });

  test('of a wage is asked about where hardly anybody earns that in a month, and counted all the same', () => {
    const pointers = ['/mother/monthly_wage_yuan', '/mother/employer_average_monthly_wage_yuan', '/father/monthly_wage_yuan'];
    for (const pointer of pointers)
      for (const [wage, doubtful] of [[0, true], [5, true], [99.99, true], [100, false], [6000, false], [100_000, false], [100_000.01, true]]) {
        const session = begin({});
        session.tell(pointer, wage, String(wage));
        assert.equal(page.isDoubtful(session, pointer), doubtful, `${pointer} ${wage}`);
        assert.equal(session.errorAt(pointer), undefined);
      }
    const price = '/institution/tutoring/price_yuan';
    const session = begin({});
    session.tell(price, 5, '5');
    assert.equal(page.isDoubtful(session, price), false, 'a lesson may cost that');
  });

  test('of a day is asked about where its year is mistyped more often than not', () => {
    for (const [pointer, told, days] of [
      ['/delivery/date', { delivery: { outcome: 'birth' } }, { '2024-03-01': false, '2025-03-01': false, '2029-03-01': true, '1924-03-01': true }],
      ['/delivery/date', { delivery: { outcome: 'miscarriage' } }, { '2024-03-01': false, '2025-03-01': true }],
      ['/children/0/birth_date', { children: [{}] }, { '2020-03-01': false, '2002-03-01': true }],
      ['/elders/0/birth_date', { elders: [{}] }, { '1960-03-01': false, '2020-03-01': true }],
    ])
      for (const [day, doubtful] of Object.entries(days)) {
        const session = begin(told);
        session.tell(pointer, day, day);
        assert.equal(page.isDoubtful(session, pointer), doubtful, `${pointer} ${day}`);
      }
  });

  test('of a birth long past moves among the other children only where there is room for all of them', () => {
    const { most } = page.inputAt('/children');
    const born = (delivery, others) => begin({ delivery: { outcome: 'birth', date: '2019-05-01', ...delivery }, children: Array.from({ length: others }, () => ({})) });
    const offered = (session) => page.isGrown(session, '/delivery/date');
    assert.equal(offered(begin({ delivery: { outcome: 'birth', date: '2019-05-01' } })), true);
    assert.equal(offered(born({}, most - 1)), true);
    assert.equal(offered(born({}, most)), false);
    assert.equal(offered(born({ babies: 2 }, most - 2)), true);
    assert.equal(offered(born({ babies: 2 }, most - 1)), false);
    assert.equal(offered(born({ date: '2023-05-01' }, 0)), false, 'nor before it goes to kindergarten');
    assert.equal(offered(born({ outcome: 'miscarriage' }, 0)), false);
    const full = born({ babies: 2 }, most - 2);
    full.moveBirth();
    assert.deepEqual([full.told.children.length, full.errors.size], [most, 0]);
  });

  test('of a birth still expected is a reservation only where dates follow from it', () => {
    const told = { pregnant: true, delivery: { outcome: 'birth', date: '2024-07-01' } };
    const about = (only, more) => {
      const situation = { as_of: DAY, ...told, ...more };
      return page.expectation({ told: situation, accepted: situation, result: calculator.evaluate(situation, { only }) });
    };
    const insured = { lawful_birth: true, mother: { employed: true, maternity_insured: true } };
    assert.equal(about('leave', insured), 'due');
    assert.equal(about('leave', { ...insured, as_of: '2024-07-08' }), 'overdue');
    assert.equal(about('leave'), undefined, 'no leave is certain yet');
    assert.equal(about('kindergarten', insured), undefined);
  });
});
