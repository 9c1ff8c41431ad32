// The letter's values on their way into WebMoneySettings.txt.
import type {SettingsProblem} from '../core/index.ts';
import {moduleFileName, type SettingChange, splitAccessLine} from '../settings/index.ts';
import type {LetterValues} from '../setup/index.ts';

export type LetterChanges =
	| {readonly ok: true; readonly changes: readonly SettingChange[]}
	| {readonly ok: false; readonly problem: SettingsProblem};

/** The settings of a letter; the access line is split, an empty secret stays as it is, numbers that were not given are 0. */
export function letterChanges(letter: LetterValues): LetterChanges {
	const line = letter.accessLine.trim();
	const parts = splitAccessLine(line);
	if (parts === null) return {ok: false, problem: noAccessLine(line)};
	const secrets = [
		{key: 'AgentKey', value: letter.agentKey.trim()},
		{key: 'CertificatePassword', value: letter.certificatePassword},
	].filter(({value}) => value !== '');
	return {
		ok: true,
		changes: [
			{key: 'ServerUrl', value: parts.serverUrl},
			{key: 'ServicePath', value: parts.servicePath},
			{key: 'AgentId', value: letter.agentId.trim()},
			{key: 'PosId', value: letter.posId.trim()},
			{key: 'CrsId', value: letter.crsId.trim() || '0'},
			{key: 'Wmid', value: letter.wmid.trim() || '0'},
			...secrets,
		],
	};
}

const noAccessLine = (value: string): SettingsProblem => ({
	code: 'valueForm',
	file: moduleFileName,
	line: null,
	column: null,
	key: 'ServerUrl',
	value: value.slice(0, 80),
	params: {},
});
