// Broken at the settings: folder, files, values, the dialect's map.
import {chmod, mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {TillWish} from '../lab.ts';
import {brokenAt, doubtfulAt, type Setup} from '../setup.ts';

const module = 'WebMoneySettings.txt';
const links = 'WebMoneyPaymentTypes.txt';

/** No gateway and no register: with such settings nobody asks for them. */
const alone: TillWish = {gatewayUrl: 'https://127.0.0.1:1', registerAddress: null};

const edited = (name: string, code: string, file: string, edit: (text: string) => string | null): Setup =>
	brokenAt(name, {id: 'settings', code}, async (lab) => lab.till({...alone, edit: {[file]: edit}}));

const json = (change: (till: Record<string, unknown>) => object) => (text: string) =>
	JSON.stringify({...change(JSON.parse(text) as Record<string, unknown>)});

const withRegister = (register: object) =>
	json((till) => ({...till, register: {...(till['register'] as object), ...register}}));

export const settingsSetups: readonly Setup[] = [
	brokenAt('an empty folder', {id: 'settings', code: 'noTill'}, async (lab) => ({
		folder: await lab.folder(),
	})),
	brokenAt('a link instead of the folder', {id: 'settings', code: 'folderIsLink'}, async (lab) => {
		const {folder} = await lab.till(alone);
		const link = join(await lab.folder(), 'till');
		await symlink(folder, link);
		return {folder: link};
	}),
	edited('no settings file', 'fileMissing', module, () => null),
	edited('no agent key', 'valueMissing', module, (text) => text.replace(/^AgentKey=.*\n/m, '')),
	edited('a name twice', 'nameTwice', module, (text) => `${text}AgentId=1002\n`),
	edited('letters in the agent id', 'valueForm', module, (text) =>
		text.replace(/^AgentId=.*/m, 'AgentId=A1'),
	),
	edited('a slash after the server', 'slashAtEnd', module, (text) => text.replace(/^(ServerUrl=.*)/m, '$1/')),
	edited('http without s', 'notHttps', module, (text) => text.replace('ServerUrl=https', 'ServerUrl=http')),
	edited('one code for two systems', 'codeForTwoSystems', links, (text) => text.replace(/=\d+/g, '=7')),
	edited('a comma too many in till.json', 'jsonSyntax', 'till.json', (text) => text.replace('{', '{,')),
	edited('a speed that no register has', 'fieldForm', 'till.json', withRegister({baudRate: 12_345})),
	edited('a register without an address', 'addressMissing', 'till.json', withRegister({link: 'tcp'})),
	edited(
		'a code without its payment type',
		'codeWithoutRow',
		'till.json',
		json((till) => ({...till, paymentTypes: []})),
	),
	edited(
		'a CA file that is not there',
		'caFileMissing',
		'till.json',
		json((till) => ({...till, gateway: {caFile: 'gone.pem'}})),
	),
	edited(
		'a slip without a register',
		'paperNeedsRegister',
		'till.json',
		json((till) => ({...till, customer: {qrOn: ['paper']}})),
	),
	brokenAt('settings in UTF-16', {id: 'settings', code: 'utf16'}, async (lab) => {
		const till = await lab.till(alone);
		const text = await readFile(till.settingsFile, 'utf8');
		await writeFile(till.settingsFile, Buffer.from(`\ufeff${text}`, 'utf16le'));
		return till;
	}),
	brokenAt('a map of the dialect with a word too many', {id: 'settings', code: 'UNKNOWN'}, async (lab) => {
		const till = await lab.till({...alone, dialect: 'wcf-json'});
		const own = join(till.folder, 'dialects');
		await mkdir(own);
		const map: unknown = JSON.parse(await readFile('settings/dialects/wcf-json.json', 'utf8'));
		await writeFile(join(own, 'wcf-json.json'), JSON.stringify({...(map as object), Ping2: 'Ping'}));
		return till;
	}),
	doubtfulAt('a settings file that all can read', {id: 'settings', code: 'fileOpenToOthers'}, async (lab) => {
		const till = await lab.till();
		await chmod(till.settingsFile, 0o644);
		return till;
	}),
	doubtfulAt('no system linked', {id: 'settings', code: 'noSystemLinked'}, (lab) =>
		lab.till({edit: {[links]: (text) => text.replace(/=\d+/g, '=')}}),
	),
	doubtfulAt('a response time of a minute', {id: 'settings', code: 'responseTimeoutShort'}, async (lab) =>
		lab.till({responseTimeoutS: 60}),
	),
];
