// A disk that fails under a payment: nothing new is begun on it, the money of what runs is waited for and said, no receipt is
// printed without its intent; once the disk is well again the same call closes it: one order, one receipt.
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {brokenAt} from '../e2e/support/journal.ts';
import {type Ended, run, start} from '../e2e/support/program.ts';
import {openWorld, orderAt, type RegisterTill, type World} from '../e2e/support/world.ts';
import {buildShim, setFault} from './support/shim.ts';

let world: World;
const folder = mkdtempSync(join(tmpdir(), 'qrkassa-shim-'));
const shim = buildShim(folder);

beforeAll(async () => {
	world = await openWorld();
});
afterAll(async () => {
	await world.close();
	rmSync(folder, {recursive: true, force: true});
});

const call = (till: RegisterTill, orderId: string): readonly string[] => [
	...['pay', '--till', till.folder, '--order', orderId, '--amount', '50.00', '--method', 'sbp', '--json'],
];

/** Paid and said so, the receipt owed: printed without a row on disk it would be printed twice. */
function expectOwed(ended: Ended, till: RegisterTill): void {
	expect(ended.lines().at(-1)).toMatchObject({outcome: 'paid', receipt: {state: 'failed'}, exitCode: 8});
	expect(ended.code).toBe(8);
	expect(ended.stderr).toContain('Диск не принимает записей');
	expect(till.register.closedReceipts()).toBe(0);
}

/** The disk is well again: the same call must know all that has happened, and do nothing twice. */
async function expectWhole(till: RegisterTill, orderId: string): Promise<Ended> {
	const again = await run(call(till, orderId));
	expect(again.lines().at(-1)).toMatchObject({outcome: 'paid', receipt: {state: 'closed'}, exitCode: 0});
	expect(orderAt(world.gateway, orderId)).toMatchObject([{status: 'paid'}]);
	expect(till.register.closedReceipts()).toBe(1);
	expect(till.register.state().receipt).toBeNull();
	expect(brokenAt(till.folder)).toBeNull();
	return again;
}

const faults = [
	['EIO at fsync', {call: 'sync', error: 'EIO'}],
	['EIO at a write', {call: 'write', error: 'EIO'}],
	['no room (ENOSPC)', {call: 'write', error: 'ENOSPC'}],
	['a file system gone read-only (EROFS)', {call: 'write', error: 'EROFS'}],
] as const;

describe.skipIf(shim === null).concurrent('a disk that fails', () => {
	test.each(faults)(
		'given %s before a payment, then it is not begun, nothing is sent, and the words name the journal',
		async (name, fault) => {
			const till = await world.openTill();
			await run(['resolve', '--till', till.folder, '--json']);
			const faultFile = join(folder, `before-${faults.findIndex(([one]) => one === name)}`);
			setFault(faultFile, fault);
			const env = shim?.environment({root: till.folder, faultFile}) ?? {};
			const orderId = `B-${fault.call}-${fault.error}`;
			const refused = await run(call(till, orderId), {env});
			expect(refused.code).toBe(1);
			expect(refused.lines()).toMatchObject([{type: 'error', exitCode: 1, code: 'JOURNAL'}]);
			expect(orderAt(world.gateway, orderId)).toEqual([]);
			expect(till.register.closedReceipts()).toBe(0);
			await expectWhole(till, orderId);
		},
	);

	test.each(faults)(
		'given %s while the customer pays, then the money is told, the receipt waits for the disk, and is closed once',
		async (name, fault) => {
			const till = await world.openTill();
			const faultFile = join(folder, `amid-${faults.findIndex(([one]) => one === name)}`);
			setFault(faultFile, null);
			const env = shim?.environment({root: till.folder, faultFile}) ?? {};
			const orderId = `A-${fault.call}-${fault.error}`;
			const running = start(call(till, orderId), {env});
			await running.line(({type}) => type === 'qr');
			setFault(faultFile, fault);
			expectOwed(await running.ended, till);
			setFault(faultFile, null);
			await expectWhole(till, orderId);
		},
	);
});

/** A real small file system for a till; null where this process may mount none. */
function mountSmallDisk(bytes: number): {readonly folder: string; unmount(): void} | null {
	const place = mkdtempSync(join(tmpdir(), 'qrkassa-disk-'));
	const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes},mode=0700`, 'tmpfs', place]);
	if (mounted.status !== 0) {
		rmSync(place, {recursive: true});
		return null;
	}
	return {
		folder: place,
		unmount() {
			spawnSync('umount', [place]);
			rmSync(place, {recursive: true, force: true});
		},
	};
}

/** Until not even a byte more goes in. */
function fill(place: string): string {
	const file = join(place, 'filler');
	const {bavail, bsize} = statfsSync(place);
	writeFileSync(file, Buffer.alloc(bavail * bsize));
	expect(statfsSync(place).bavail).toBe(0);
	return file;
}

describe('a file system that is really full', () => {
	test('given a till on it, then nothing new is begun; the money of what runs is told; with room again its receipt is closed, once', async ({
		skip,
	}) => {
		const disk = mountSmallDisk(1024 * 1024);
		if (!disk) return skip('this process may not mount a tmpfs');
		onTestFinished(() => disk.unmount());
		const till = await world.openTill();
		for (const name of readdirSync(till.folder)) {
			spawnSync('cp', ['-p', join(till.folder, name), disk.folder]);
		}
		const onDisk = {...till, folder: disk.folder};
		await run(['resolve', '--till', disk.folder, '--json']);
		let filler = fill(disk.folder);
		const refused = await run(call(onDisk, 'F-1'));
		expect(refused.code).toBe(1);
		expect(refused.lines()).toMatchObject([{type: 'error', exitCode: 1, code: 'JOURNAL'}]);
		expect(orderAt(world.gateway, 'F-1')).toEqual([]);
		rmSync(filler);

		const running = start(call(onDisk, 'F-1'));
		await running.line(({type}) => type === 'qr');
		filler = fill(disk.folder);
		expectOwed(await running.ended, till);
		rmSync(filler);
		await expectWhole(onDisk, 'F-1');
	});

	test('given a till whose folder is gone in the middle, then its money is told; once it is back the receipt is closed, once', async () => {
		const till = await world.openTill();
		const running = start(call(till, 'G-1'));
		await running.line(({type}) => type === 'qr');
		renameSync(till.folder, `${till.folder}-away`);
		mkdirSync(till.folder);
		expectOwed(await running.ended, till);
		rmSync(till.folder, {recursive: true});
		renameSync(`${till.folder}-away`, till.folder);
		await expectWhole(till, 'G-1');
	});
});
