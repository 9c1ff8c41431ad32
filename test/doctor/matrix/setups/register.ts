// Broken at the fiscal register: line, state, shift, paper, storage.
import type {VirtualRegister, VirtualRegisterOptions} from '../../../../source/sandbox/index.ts';
import {addressOf, type Lab} from '../lab.ts';
import {changedAnswers, serialLine} from '../register-lines.ts';
import {brokenAt, doubtfulAt, type Setup, slowlyBrokenAt} from '../setup.ts';
import {blackHole, closedPort, webServer} from '../strangers.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** A till with a register to which something has happened. */
async function tillWith(
	lab: Lab,
	options: VirtualRegisterOptions,
	happen: (register: VirtualRegister) => unknown = () => undefined,
) {
	const register = await lab.register(options);
	await happen(register);
	return lab.till({registerAddress: addressOf(register)});
}

/** till.json of a register on a serial line. */
const serial = (path: string, baudRate: number) => (text: string) => {
	const till = JSON.parse(text) as {register: object};
	return JSON.stringify({...till, register: {...till.register, link: 'serial', address: path, baudRate}});
};

const openShift = (hours: number) => ({
	isShiftOpen: true,
	shift: 7,
	shiftOpenedAtMs: Date.now() - hours * hourMs,
});

const storageStatus = [0xff, 0x01] as const;

async function tillWithStorage(lab: Lab, change: (data: Buffer) => void) {
	const register = await lab.register();
	return lab.till({registerAddress: await changedAnswers(lab, register, storageStatus, change)});
}

export const registerSetups: readonly Setup[] = [
	brokenAt(
		'the register off: nobody listens',
		{id: 'registerLink', code: 'REGISTER_UNREACHABLE'},
		async (lab) => lab.till({registerAddress: `127.0.0.1:${await closedPort()}`}),
	),
	slowlyBrokenAt(
		'a black hole instead of the register',
		{id: 'registerLink', code: 'REGISTER_UNREACHABLE'},
		async (lab) => lab.till({registerAddress: `127.0.0.1:${await blackHole(lab)}`}),
	),
	brokenAt(
		'the register off behind its adapter',
		{id: 'registerLink', code: ['REGISTER_SILENT', 'REGISTER_UNREACHABLE']},
		(lab) => tillWith(lab, {}, ({control}) => control.setPower(false)),
	),
	slowlyBrokenAt('a register that is silent', {id: 'registerLink', code: 'REGISTER_SILENT'}, (lab) =>
		tillWith(lab, {whenOff: 'ignore'}, ({control}) => control.setPower(false)),
	),
	slowlyBrokenAt('a printer at the address', {id: 'registerLink', code: 'REGISTER_SILENT'}, async (lab) =>
		lab.till({registerAddress: `127.0.0.1:${await webServer(lab)}`}),
	),
	slowlyBrokenAt(
		'another speed than the register has',
		{id: 'registerLink', code: 'REGISTER_SILENT'},
		async (lab) => {
			const path = await serialLine(lab, await lab.register(), 57_600);
			return path === null ? null : lab.till({edit: {'till.json': serial(path, 9600)}});
		},
	),
	brokenAt('a serial port that is not there', {id: 'registerLink', code: 'REGISTER_UNREACHABLE'}, (lab) =>
		lab.till({edit: {'till.json': serial('/dev/ttyUSB99', 115_200)}}),
	),
	brokenAt('another password of the register', {id: 'registerState', code: 'E4F'}, (lab) =>
		lab.till({
			edit: {'till.json': (text) => text.replace(/"password": \d+/, '"password": 4711')},
		}),
	),
	brokenAt("somebody's open receipt", {id: 'registerState', code: 'FOREIGN_RECEIPT'}, (lab) =>
		tillWith(lab, {}, ({control}) => control.openForeignReceipt(12_300)),
	),
	brokenAt('a register in its test run', {id: 'registerState', code: 'MODE'}, (lab) =>
		tillWith(lab, {}, ({control}) => control.setMode(10)),
	),
	doubtfulAt("a register's clock an hour fast", {id: 'registerState', code: 'CLOCK'}, (lab) =>
		tillWith(lab, {state: {clockAheadMs: hourMs}}),
	),
	doubtfulAt('other names in the register', {id: 'registerState', code: 'SLOT_NAME'}, (lab) =>
		tillWith(lab, {state: {tables: {}}}),
	),
	brokenAt('a shift of 25 hours', {id: 'shift', code: 'SHIFT_EXPIRED'}, (lab) =>
		tillWith(lab, {state: openShift(25)}),
	),
	brokenAt('no paper', {id: 'paper', code: 'PAPER'}, (lab) =>
		tillWith(lab, {state: openShift(1)}, ({control}) => control.setPaper(false)),
	),
	brokenAt('a storage at its end', {id: 'storage', code: 'STORAGE_REFUSES'}, (lab) =>
		tillWith(lab, {faults: [{fault: 'refuse', command: 'FF01', error: 0x12, times: 99}]}),
	),
	brokenAt('a storage whose archive is closed', {id: 'storage', code: 'STORAGE_PHASE'}, (lab) =>
		tillWithStorage(lab, (data) => {
			data[0] = 7;
		}),
	),
	brokenAt('an expired storage', {id: 'storage', code: 'STORAGE_EXPIRED'}, (lab) =>
		tillWith(lab, {state: {storageExpiresAtMs: Date.now() - 3 * dayMs}}),
	),
	doubtfulAt('a storage of twenty days', {id: 'storage', code: 'STORAGE_WARNING'}, (lab) =>
		tillWith(lab, {state: {storageExpiresAtMs: Date.now() + 20 * dayMs}}),
	),
	doubtfulAt('a storage nearly full', {id: 'storage', code: 'STORAGE_WARNING'}, (lab) =>
		tillWithStorage(lab, (data) => {
			data[4] = 0x04;
		}),
	),
	doubtfulAt('an operator that is silent', {id: 'storage', code: 'STORAGE_WARNING'}, (lab) =>
		tillWith(lab, {}, ({control}) => control.setOperatorReached(false)),
	),
];
