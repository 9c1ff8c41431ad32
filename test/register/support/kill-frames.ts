// Real death: `pay` is killed at the nth frame that its register gets, and called again. Exactly one receipt in the end.
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {readJournal} from '../../../source/journal/index.ts';
import {
	makeCertificates,
	makeSandboxAccess,
	makeSandboxTill,
	startSandboxGateway,
	startVirtualRegister,
} from '../../../source/sandbox/index.ts';
import {buildProgram, type Program} from './program.ts';

export type KillEnd = {
	/** The running number of the frame, from 1, and its command. */
	readonly frame: number;
	readonly code: string;
	/** Null where there is one receipt, and program, register and journal agree; else what is wrong. */
	readonly wrong: string | null;
};

const call = ['--method', 'sbp', '--order', 'K-1', '--amount', '125.00', '--json'];

/** How many payments are killed side by side: they mostly wait for the gateway's story. */
const sideBySide = 16;

/** Every frame from the first question to the last look at the printer, slip and receipt included. */
export async function killAtEveryFrame(onEnd: (end: KillEnd) => void): Promise<number> {
	const folder = await mkdtemp(join(tmpdir(), 'qrkassa-kills-'));
	const access = makeSandboxAccess();
	const certificates = await makeCertificates({posId: access.posId});
	const program = await buildProgram();
	const place = {folder, access, certificates, program};
	try {
		const whole = await killAt(place, Number.POSITIVE_INFINITY);
		if (whole.wrong !== null) throw new Error(whole.wrong);
		let next = 0;
		const worker = async () => {
			while (next < whole.frame) {
				next += 1;
				onEnd(await killAt(place, next));
			}
		};
		await Promise.all(Array.from({length: sideBySide}, worker));
		return whole.frame;
	} finally {
		program.remove();
		await rm(folder, {recursive: true, force: true});
	}
}

type Place = {
	readonly folder: string;
	readonly access: ReturnType<typeof makeSandboxAccess>;
	readonly certificates: Awaited<ReturnType<typeof makeCertificates>>;
	readonly program: Program;
};

/** Killed while the frame's answer is still on the register's side: it is carried out, and nobody learns of it. */
async function killAt({folder, access, certificates, program}: Place, nth: number): Promise<KillEnd> {
	let frames = 0;
	let code = '';
	let kill = () => {};
	const device = await startVirtualRegister({
		onCommand: (entry) => {
			frames += 1;
			if (frames !== nth) return;
			code = entry.code;
			kill();
		},
	});
	const gateway = await startSandboxGateway({access, certificates});
	try {
		const till = await makeSandboxTill({
			folder: join(folder, `till-${nth}`),
			access,
			certificates,
			gatewayUrl: gateway.url,
			servicePath: gateway.servicePaths.qpg1,
			registerAddress: `${device.host}:${device.port}`,
			pollIntervalS: 1,
		});
		const pay = ['pay', '--till', till.folder, ...call];
		const first = await program.run(pay, (dead) => {
			kill = dead;
		});
		const seen = frames;
		const isDue = Number.isFinite(nth);
		// Between the last frame and the end of the process there is nothing left to kill.
		if (isDue && !first.isKilled && first.code !== 0) return {frame: nth, code, wrong: 'was not killed'};
		const {last, code: exitCode} = isDue ? await program.run(pay) : first;
		const rows: string[] = [];
		readJournal(till.folder, {onRow: ({orderId, event}) => orderId === 'K-1' && rows.push(event.type)});
		const facts = {
			exitCode,
			outcome: last?.['outcome'],
			receipts: device.closedReceipts(),
			isOpen: device.state().receipt !== null,
			orders: gateway.orders().length,
			closed: rows.filter((type) => type === 'receipt.closed').length,
			begun: rows.filter((type) => type === 'payment.started').length,
		};
		const right = {exitCode: 0, outcome: 'paid', receipts: 1, isOpen: false, orders: 1, closed: 1, begun: 1};
		const isRight = JSON.stringify(facts) === JSON.stringify(right);
		return {frame: isDue ? nth : seen, code, wrong: isRight ? null : JSON.stringify(facts)};
	} finally {
		await gateway.close();
		await device.stop();
	}
}
