// The admin's map: ours loads; each mistake is told with its line, all at once.
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {loadWcfMap} from '../../source/gateway/index.ts';

const text = readFileSync(new URL('../../settings/dialects/wcf-json.json', import.meta.url), 'utf8');

/** The problems as `line path code`. */
function problemsOf(map: string): string[] {
	const loaded = loadWcfMap(map, 'wcf-json.json');
	if (loaded.ok) return [];
	for (const {file} of loaded.problems) expect(file).toBe('wcf-json.json');
	return loaded.problems.map(({line, path, code}) => `${line} ${path} ${code}`);
}

const lineOf = (part: string, map = text): number => map.slice(0, map.indexOf(part)).split('\n').length;

test('given our own map, then it loads with the contract’s defaults', () => {
	const loaded = loadWcfMap(text, 'wcf-json.json');
	if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
	const {map} = loaded;
	expect(map.request.map(({name}) => name).slice(0, 5)).toEqual([
		'AgentId',
		'PosId',
		'CrsId',
		'Wmid',
		'OrderId',
	]);
	expect(map.sign).toEqual({algorithm: 'sha256', parts: null, joiner: ';', header: null});
	expect(map.success).toEqual({by: 'field', accepted: ['0']});
	expect(map.states['2']).toBe('paid');
	expect(map.systems).toEqual({sbp: 'SBP', webmoney: 'WEBMONEY', wechat: 'WECHAT', alipay: 'ALIPAY'});
});

test('given a byte order mark and comments, then it loads all the same', () => {
	expect(
		problemsOf(`\ufeff${text.replace('"operations": {', '"//": "note", "operations": {"// why": "x",')}`),
	).toEqual([]);
});

describe('a mistake is told with its line', () => {
	test.each([
		['"GetStatus": "GetStatus"', '"GetStatus": null', 'operations.GetStatus MISSING'],
		['"GetStatus": "GetStatus"', '"AskStatus": "GetStatus"', 'operations.AskStatus UNKNOWN'],
		['"GetStatus": "GetStatus"', '"GetStatus": "Get/Status"', 'operations.GetStatus TYPE'],
		['"qr": "QrData"', '"qr": null', 'answer.qr MISSING'],
		['"qr": "QrData"', '"qr": ""', 'answer.qr TYPE'],
		['"resultCode": "ResultCode"', '"resultCode": null', 'answer.resultCode MISSING'],
		['"amount": "Amount",\n\t\t"currency": null,', '"currency": null,', 'request.amount MISSING'],
		['"sign": "Sign"', '"sign": null', 'request.sign MISSING'],
		['"2": "paid"', '"2": "payed"', 'states.2 WORD'],
		['"2": "paid"', '"2": "declined"', 'states MISSING'],
		['"unit": "rubles"', '"unit": "roubles"', 'amount.unit WORD'],
		['"unit": "rubles",', '', 'amount.unit MISSING'],
		['"algorithm": "HMAC-SHA256"', '"algorithm": "MD5"', 'sign.algorithm WORD'],
		['"parts": null', '"parts": ["agentId", "colour"]', 'sign.parts WORD'],
		['"parts": null', '"parts": ["body"]', 'sign.parts WORD'],
		['"parts": null', '"parts": []', 'sign.parts MISSING'],
		['"accepted": [0]', '"accepted": []', 'success.accepted MISSING'],
		['"accepted": [0]', '"accepted": 0', 'success.accepted TYPE'],
		['"minimumS": 0', '"minimumS": -1', 'lifeTime.minimumS TYPE'],
		['"time": "seconds"', '"time": "minutes"', 'time WORD'],
		['"headers": {}', '"headers": {"Content-Length": "5"}', 'constants.headers.Content-Length UNKNOWN'],
		['"headers": {}', '"headers": {"X-A": "a\\r\\nX-B: b"}', 'constants.headers.X-A TYPE'],
		['"wrap": {', '"wrapping": {', 'wrapping UNKNOWN'],
		['"orderId": "OrderId"', '"orderId": "OrderId", "orderId": "Id"', 'request.orderId REPEATED'],
	])('given %j turned into %j, then it is %s', (from, to, problem) => {
		const broken = text.replace(from, to);
		expect(broken).not.toBe(text);
		const told = problemsOf(broken);
		const [path = ''] = problem.split(' ');
		expect(told.map((one) => one.replace(/^\d+ /, ''))).toContain(problem);
		const line = Number(told.find((one) => one.endsWith(problem))?.split(' ')[0]);
		// The member's own line, or that of the object it should stand in.
		const name = path.split('.').at(-1) ?? '';
		const parent = path.split('.').at(-2) ?? '';
		const own = broken.split('\n')[line - 1] ?? '';
		expect(own.includes(`"${name}"`) || own.includes(`"${parent}"`), own).toBe(true);
	});

	test('given a missing section, then each of its needed members is told', () => {
		const told = problemsOf('{"operations": {}}');
		expect(told).toContain('1 request MISSING');
		expect(told).toContain('1 operations.CreateOrder MISSING');
		expect(told.length).toBeGreaterThan(5);
	});

	test.each([
		['', 1],
		['{\n"operations": {\n"Ping": "Ping",,\n}}', 3],
		[`${text.trimEnd().slice(0, -1)}`, text.trimEnd().split('\n').length],
	])('given a text that is not JSON, then the line is told', (broken, line) => {
		expect(problemsOf(broken)).toEqual([`${line}  SYNTAX`]);
	});

	test.each(['[]', 'null', '"map"'])('given %s, then it is not an object', (broken) => {
		expect(problemsOf(broken)[0]).toBe('1  TYPE');
	});

	test('given names that objects are born with, then they are names like any other', () => {
		const broken = text.replace('"0": "waiting"', '"__proto__": "waiting"');
		const loaded = loadWcfMap(broken, 'x');
		if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
		expect(Object.getPrototypeOf(loaded.map.states)).toBe(Object.prototype);
		expect(Object.hasOwn(loaded.map.states, '__proto__')).toBe(true);
	});

	test('given two mistakes, then both are told with their own lines', () => {
		const broken = text.replace('"unit": "rubles"', '"unit": "x"').replace('"qr": "QrData"', '"qr": 5');
		expect(problemsOf(broken)).toEqual([
			`${lineOf('"qr": 5', broken)} answer.qr TYPE`,
			`${lineOf('"unit"', broken)} amount.unit WORD`,
		]);
	});
});
