// Access line and PIN.
import {describe, expect, test} from 'vitest';
import {checkPin, hashPin, isPin, loadTill, splitAccessLine} from '../../source/settings/index.ts';
import {rightTill, tillFolder} from './folder.ts';

describe('the access line', () => {
	test.each([
		[
			'https://dev.runpay.com/PosIntegration2/ApiService.svc',
			'https://dev.runpay.com',
			'/PosIntegration2/ApiService.svc',
		],
		['  https://host.example:8443/a/b/ ', 'https://host.example:8443', '/a/b'],
		['https://[::1]:9/x', 'https://[::1]:9', '/x'],
		['https://касса.рф/api', 'https://касса.рф', '/api'],
	])('given %s, then server and service are split', (line, serverUrl, servicePath) => {
		expect(splitAccessLine(line)).toEqual({serverUrl, servicePath});
	});

	test.each([
		'http://host.example/a',
		'https://host.example',
		'https://host.example/',
		'https://user:password@host.example/a',
		'https://host.example/a?b=1',
		'https://host.example/a#b',
		'https://host.example/../a',
		'host.example/a',
		'',
	])('given «%s», then it is no access line', (line) => {
		expect(splitAccessLine(line)).toBeNull();
	});
});

describe('the PIN', () => {
	test('given a hash, then only its own PIN fits, and the hash is one that till.json takes', async () => {
		const hash = await hashPin('4711');
		expect(await checkPin('4711', hash)).toBe(true);
		expect(await checkPin('4712', hash)).toBe(false);
		expect(hash).not.toContain('4711');
		const end = loadTill(tillFolder({till: {...rightTill, pinHash: hash}}));
		expect(end.ok && end.till.pinHash).toBe(hash);
	});

	test('given the same PIN twice, then the hashes differ', async () => {
		expect(await hashPin('4711')).not.toBe(await hashPin('4711'));
	});

	test('given a text of another form in place of a hash, then no PIN fits', async () => {
		expect(await checkPin('4711', '4711')).toBe(false);
	});

	test.each(['123', '1234567890123', '12a4', '', '１２３４'])('given «%s», then it is no PIN', (text) => {
		expect(isPin(text)).toBe(false);
	});
});
