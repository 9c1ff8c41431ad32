import {readdirSync, readFileSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import {describe, expect, test} from 'vitest';
import {bareCode} from './house/bare-code.ts';
import {readImports} from './house/imports.ts';
import {
	doorFaults,
	importFaults,
	lineCount,
	longestLines,
	longFiles,
	rooms,
	wordFaults,
} from './house/law.ts';

const source = join(import.meta.dirname, '..', 'source');
const files = readdirSync(source, {recursive: true, withFileTypes: true})
	.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
	.map((entry) => {
		const path = join(entry.parentPath, entry.name);
		return {path: relative(source, path).split(sep).join('/'), text: readFileSync(path, 'utf8')};
	});

describe('the house as it stands', () => {
	test('there is something to look at', () => {
		expect(files.length).toBeGreaterThan(50);
		expect(files.flatMap(({text}) => readImports(text)).length).toBeGreaterThan(100);
	});

	test('every file imports only what its room may know, and through the door', () => {
		expect(files.flatMap(({path, text}) => importFaults(path, text))).toEqual([]);
	});

	test('nothing is written that must not be', () => {
		expect(files.flatMap(({path, text}) => wordFaults(path, text))).toEqual([]);
	});

	test('doors only re-export', () => {
		expect(files.flatMap(({path, text}) => doorFaults(path, text))).toEqual([]);
	});

	test(`no file is longer than ${longestLines} lines but for those whose reason is written`, () => {
		const long = files.filter(({text}) => lineCount(text) > longestLines).map(({path}) => path);
		expect(long).toEqual(Object.keys(longFiles));
	});

	test('files are small: half of them within 60 lines, nine of ten within 170', () => {
		const sizes = files.map(({text}) => lineCount(text)).sort((a, b) => a - b);
		expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60);
		expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(170);
	});

	test('every file says at its head what it is for', () => {
		// A language's sentences are explained where their shape is.
		const silent = files
			.filter(({path, text}) => !/^core\/wording\/(?:ru|en)\//.test(path) && !/^(?:\/\/|\/\*)/.test(text))
			.map(({path}) => path);
		expect(silent).toEqual([]);
	});
});

describe('the law can be broken, and it is seen', () => {
	test.each([
		['core/money.ts', "import {readFileSync} from 'node:fs';", 'no packages'],
		['core/money.ts', "import type {Dispatcher} from 'undici';", 'no packages'],
		['core/money.ts', "import {createEngine} from '../engine/index.ts';", 'core does not know engine'],
		[
			'engine/engine.ts',
			"import {createGateway} from '../gateway/index.ts';",
			'engine does not know gateway',
		],
		['engine/engine.ts', "import {decide} from '../core/payment/decide.ts';", 'past the door of core'],
		['engine/engine.ts', "const late = await import('undici');", 'no packages'],
		[
			'gateway/gateway.ts',
			"import {createRegister} from '../register/index.ts';",
			'gateway does not know register',
		],
		['gateway/gateway.ts', "import {systemClock} from '../engine/ports.ts';", 'only the types'],
		[
			'gateway/gateway.ts',
			"import {createEngine} from '../engine/index.ts';",
			'gateway does not know engine',
		],
		['gateway/a/b.ts', "export {x} from '../../journal/index.ts';", 'gateway does not know journal'],
		['gateway/gateway.ts', "export * from '../settings/index.ts';", 'gateway does not know settings'],
		['gateway/gateway.ts', "import {render} from 'ink';", 'React and Ink are for screens'],
		['settings/check.ts', "import React from 'react';", 'React and Ink are for screens'],
		['qr/cells.ts', "import Input from 'ink-text-input';", 'React and Ink are for screens'],
		[
			'console/app.tsx',
			"import {createGateway} from '../gateway/index.ts';",
			'console does not know gateway',
		],
		['console/app.tsx', "import type {Journal} from '../journal/index.ts';", 'console does not know journal'],
		['console/app.tsx', "import {x} from '../engine/engine.ts';", 'past the door of engine'],
		['sandbox/sandbox.ts', "import {parseRubles, cleanText} from '../core/index.ts';", 'only money'],
		['sandbox/sandbox.ts', "export * from '../core/index.ts';", 'only money'],
		[
			'sandbox/gateway/sign.ts',
			"import {sign} from '../../gateway/index.ts';",
			'sandbox does not know gateway',
		],
		[
			'doctor/doctor.ts',
			"import {createGateway} from '../gateway/index.ts';",
			'doctor does not know gateway',
		],
		['cli/main.ts', "import {x} from '../gateway/gateway.ts';", 'past the door of gateway'],
		['cli/main.ts', "import {x} from '../../test/x.ts';", 'outside of source'],
		['basement/x.ts', "import {x} from './y.ts';", 'no law for the room'],
		['qr/x.ts', "import '../register/index.ts';", 'qr does not know register'],
		['qr/x.ts', "import {\n\ta,\n\tb,\n} from '../register/index.ts';", 'qr does not know register'],
		['qr/x.ts', "import {type A} from '../register/index.ts';", 'qr does not know register'],
	])('%s: %s', (path, text, why) => {
		const faults = importFaults(path, text);
		expect(faults).toHaveLength(1);
		expect(faults[0]).toContain(why);
	});

	test.each([
		[
			'core/payment/decide.ts',
			"import {evolve} from './evolve.ts';\nimport type {Order} from '../order.ts';",
		],
		[
			'gateway/gateway.ts',
			"import type {GatewayPort} from '../engine/ports.ts';\nimport {request} from 'undici';",
		],
		['register/slip.ts', "import {raster} from '../qr/index.ts';"],
		[
			'sandbox/stories.ts',
			"import {parseRubles, type PaymentSystem as Name} from '../core/index.ts';\nimport {createServer} from 'node:https';",
		],
		['doctor/doctor.ts', "import type {Gateway} from '../gateway/index.ts';"],
		['console/app.tsx', "import {Text} from 'ink';\nimport {words} from '../core/wording/index.ts';"],
		['cli/main.ts', "import {createGateway} from '../gateway/index.ts';"],
		['core/money.ts', "// import {x} from '../engine/index.ts';\nconst text = \"import {x} from 'undici'\";"],
		['core/money.ts', '/* export * from "ink"; */ const rest = `import("ink")`;'],
	])('%s may say: %s', (path, text) => {
		expect(importFaults(path, text)).toEqual([]);
	});

	test.each([
		['engine/x.ts', 'const x: any = 1;', 'any'],
		['engine/x.ts', 'const x = y as any;', 'any'],
		['engine/x.ts', 'const x: Array<any> = [];', 'any'],
		['engine/x.ts', 'function f(a: string | any) {}', 'any'],
		['gateway/x.ts', 'connect({rejectUnauthorized: false});', 'verification'],
		['gateway/x.ts', 'connect({rejectUnauthorized:false});', 'verification'],
		['gateway/x.ts', ['// @ts', 'ignore'].join('-'), 'checker'],
		['gateway/x.ts', ['// biome', 'ignore lint'].join('-'), 'linter'],
		['gateway/x.ts', `// TO${'DO'}: later`, 'promised'],
		['core/x.ts', 'const now = Date.now();', 'time'],
		['core/x.ts', 'const now = new Date();', 'time'],
		['core/x.ts', 'const now = performance.now();', 'time'],
		['core/x.ts', 'const id = Math.random();', 'chance'],
		['core/x.ts', 'setTimeout(run, 1);', 'world'],
		['core/x.ts', 'const till = process.env.TILL;', 'world'],
	])('%s must not say: %s', (path, text, why) => {
		const faults = wordFaults(path, text);
		expect(faults).toHaveLength(1);
		expect(faults[0]).toContain(why);
	});

	test.each([
		['engine/x.ts', "const text = 'as any'; // any other"],
		['engine/x.ts', 'const any = (list: string[]) => list.any;'],
		['engine/x.ts', 'const now = new Date();'],
		['core/x.ts', "const text = 'Date.now()'; // new Date()"],
		['core/x.ts', 'const rule = /new Date/;'],
	])('%s may say: %s', (path, text) => {
		expect(wordFaults(path, text)).toEqual([]);
	});

	test('a door that does more than hand on is seen; one that hands on in all ways is not', () => {
		expect(doorFaults('qr/index.ts', "export * from './qr.ts';\nexport const x = 1;\n")).toHaveLength(1);
		expect(doorFaults('qr/index.ts', "import './polyfill.ts';\n")).toHaveLength(1);
		expect(
			doorFaults(
				'qr/index.ts',
				"// The door.\nexport * from './a.ts';\nexport * as b from './b.ts';\nexport {\n\tc,\n\ttype D,\n} from './c.ts';\nexport type {E} from './e.ts';\n",
			),
		).toEqual([]);
		expect(doorFaults('register/link/index.ts', 'const x = 1;')).toEqual([]);
	});
});

describe('reading code', () => {
	test('comments and the inside of texts become blanks, and every line stays where it is', () => {
		const text =
			"const a = 'x'; // b\n/* c\n d */ const e = `f ${g('h')} i`;\nconst j = /[/'\"]/.test(k) / 2; // l\n";
		const bare = bareCode(text);
		expect(bare.split('\n').map((line) => line.length)).toEqual(text.split('\n').map((line) => line.length));
		expect(bare.replaceAll(/ +/g, ' ')).toBe(
			"const a = ' '; \n \n const e = ` ${g(' ')} `;\nconst j = / /.test(k) / 2; \n",
		);
	});

	test('every form of import is found, with its line', () => {
		const text = [
			"import a from 'a';",
			"import type {B} from 'b';",
			"import {type C} from 'c';",
			"import type from 'd';",
			"import * as e from 'e';",
			"import 'f';",
			"export * from 'g';",
			"export type {H} from 'h';",
			"const i = await import('i');",
			"type J = import('j').J;",
			'import {',
			'\tk,',
			"} from 'k';",
		].join('\n');
		const found = readImports(text).toSorted((a, b) => a.line - b.line);
		expect(
			found.map(({specifier, isTypeOnly, line}) => `${line} ${specifier}${isTypeOnly ? ' type' : ''}`),
		).toEqual(['1 a', '2 b type', '3 c', '4 d', '5 e', '6 f', '7 g', '8 h type', '9 i', '10 j', '11 k']);
	});

	test('there is a law for every room, and no room without files', () => {
		for (const {path} of files) expect(Object.keys(rooms)).toContain(path.split('/')[0]);
	});
});
