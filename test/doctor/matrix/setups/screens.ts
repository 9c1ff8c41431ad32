// Broken where the customer looks: the display on its line, the terminal.
import {join} from 'node:path';
import type {Lab} from '../lab.ts';
import {brokenAt, type Patient, type Setup, slowlyBrokenAt, slowlyDoubtfulAt} from '../setup.ts';

const withDisplay = (port: string) => (text: string) =>
	JSON.stringify({
		...(JSON.parse(text) as object),
		customer: {qrOn: ['screen', 'display'], display: {kind: 'mertech-qr-pay', port}},
	});

type Terminal = {readonly columns?: number; readonly rows?: number; readonly env?: Record<string, string>};

async function at(lab: Lab, {columns = 80, rows = 24, env = {}}: Terminal, qr = 'auto'): Promise<Patient> {
	const till = await lab.till({
		qrOn: ['screen'],
		edit: {'till.json': (text) => text.replace('"qr": "auto"', `"qr": "${qr}"`)},
	});
	// Nothing of the terminal that the test itself runs on.
	const {LC_ALL: _all, LC_CTYPE: _type, COLORTERM: _colours, NO_COLOR: _none, ...rest} = process.env;
	const usual = {TERM: 'xterm-256color', LANG: 'ru_RU.UTF-8'};
	return {folder: till.folder, terminal: {columns, rows, env: {...rest, ...usual, ...env}}};
}

export const screenSetups: readonly Setup[] = [
	brokenAt('a display that is unplugged', {id: 'display', code: 'DISPLAY_MISSING'}, (lab) =>
		lab.till({edit: {'till.json': withDisplay('/dev/ttyACM99')}}),
	),
	brokenAt('a display on a file', {id: 'display', code: 'DISPLAY_NO_PORT'}, async (lab) =>
		lab.till({edit: {'till.json': withDisplay(join(import.meta.dirname, 'screens.ts'))}}),
	),
	slowlyBrokenAt('a POSIX locale', {id: 'terminal', code: 'TERMINAL_LOCALE'}, (lab) =>
		at(lab, {env: {LANG: 'C'}}),
	),
	slowlyDoubtfulAt('a POSIX locale on a large screen', {id: 'terminal', code: 'TERMINAL_LOCALE'}, (lab) =>
		at(lab, {columns: 200, rows: 60, env: {LANG: 'POSIX'}}),
	),
	slowlyDoubtfulAt('a terminal of 70 columns', {id: 'terminal', code: 'TERMINAL_NARROW'}, (lab) =>
		at(lab, {columns: 70}),
	),
	slowlyBrokenAt('a terminal of 40×12', {id: 'terminal', code: 'TERMINAL_SMALL'}, (lab) =>
		at(lab, {columns: 40, rows: 12}),
	),
	slowlyBrokenAt('a dumb terminal', {id: 'terminal', code: 'TERMINAL_NO_COLOURS'}, (lab) =>
		at(lab, {env: {TERM: 'dumb'}}),
	),
	slowlyBrokenAt('no place for a QR', {id: 'terminal', code: 'TERMINAL_NO_QR'}, (lab) => at(lab, {}, 'none')),
];
