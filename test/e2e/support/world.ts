// The world round a till: a gateway over mutual TLS and a register over TCP in the test's own process, tills in folders.
import {readFileSync, writeFileSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {
	type DialectName,
	makeCertificates,
	makeSandboxAccess,
	makeSandboxTill,
	type SandboxAccess,
	type SandboxCertificates,
	type SandboxGateway,
	type SandboxGatewayOptions,
	type SandboxTill,
	type SandboxTillOptions,
	startSandboxGateway,
	startVirtualRegister,
	type VirtualRegister,
	type VirtualRegisterOptions,
} from '../../../source/sandbox/index.ts';
import {endAll} from './program.ts';

export type GatewayOptions = Partial<Omit<SandboxGatewayOptions, 'access' | 'certificates'>>;

export type TillOptions = Partial<
	Pick<
		SandboxTillOptions,
		'name' | 'language' | 'qrOn' | 'responseTimeoutS' | 'statusErrorLimit' | 'pollIntervalS'
	>
> & {
	/** @default the world's own */
	readonly gateway?: SandboxGateway;
	readonly dialect?: DialectName;
	/** What the register is started with; null: a till without one. */
	readonly register?: VirtualRegisterOptions | null;
};

/** A till, and what it is connected to. */
export type TestTill = {
	readonly folder: string;
	readonly files: SandboxTill;
	readonly gateway: SandboxGateway;
	readonly register: VirtualRegister | null;
};

/** A till that has a register. */
export type RegisterTill = TestTill & {readonly register: VirtualRegister};

export type World = {
	/** Where tills and other files of the tests lie. */
	readonly folder: string;
	readonly access: SandboxAccess;
	readonly certificates: SandboxCertificates;
	readonly gateway: SandboxGateway;
	/** One more gateway with the same certificates. */
	openGateway(options?: GatewayOptions): Promise<SandboxGateway>;
	/** A till with a register of its own; polls every second. */
	openTill(options?: TillOptions): Promise<RegisterTill>;
	openTillWithout(options?: Omit<TillOptions, 'register'>): Promise<TestTill>;
	/** Ends all of it, the processes that a failed test has left first. */
	close(): Promise<void>;
};

/** Slow stories tell their tale in a second or two. */
const quickTiming = {slowMs: 1500, latePaidAfterMs: 300, processingPastExpiryMs: 400};

export async function openWorld(access: Partial<SandboxAccess> = {}): Promise<World> {
	const folder = await mkdtemp(join(tmpdir(), 'qrkassa-e2e-'));
	const identity = makeSandboxAccess(access);
	// Keys are what takes time: one set for all tills and gateways of a file.
	const certificates = await makeCertificates({posId: identity.posId});
	const gateways: SandboxGateway[] = [];
	const registers: VirtualRegister[] = [];
	let tills = 0;

	const openGateway = async (options: GatewayOptions = {}): Promise<SandboxGateway> => {
		const opened = await startSandboxGateway({...quickTiming, ...options, access: identity, certificates});
		gateways.push(opened);
		return opened;
	};
	const gateway = await openGateway();

	const open = async (options: TillOptions, register: VirtualRegister | null): Promise<TestTill> => {
		const {gateway: served = gateway, dialect = 'qpg1', register: _register, ...till} = options;
		tills += 1;
		const files = await makeSandboxTill({
			pollIntervalS: 1,
			...till,
			folder: join(folder, `till-${tills}`),
			access: identity,
			certificates,
			gatewayUrl: served.url,
			servicePath: served.servicePaths[dialect],
			dialect,
			registerAddress: register && `${register.host}:${register.port}`,
		});
		return {folder: files.folder, files, gateway: served, register};
	};

	return {
		folder,
		access: identity,
		certificates,
		gateway,
		openGateway,
		async openTill(options = {}) {
			const register = await startVirtualRegister(options.register ?? {});
			registers.push(register);
			return {...(await open(options, register)), register};
		},
		openTillWithout: (options = {}) => open(options, null),
		async close() {
			await endAll();
			await Promise.all([...gateways.map((one) => one.close()), ...registers.map((one) => one.stop())]);
			await rm(folder, {recursive: true, force: true});
		},
	};
}

/** Changes a text file in place. */
export function edit(file: string, change: (text: string) => string): void {
	writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/** Changes fields of a till's till.json. */
export function editTill(
	till: TestTill,
	change: (json: Record<string, unknown>) => Record<string, unknown>,
): void {
	edit(till.files.tillFile, (text) => JSON.stringify(change(JSON.parse(text))));
}

/** What was asked about an order at its gateway, by operation. */
export const askedAbout = (gateway: SandboxGateway, orderId: string): readonly string[] =>
	gateway
		.requests()
		.filter((request) => request.orderId === orderId)
		.map(({operation}) => operation);

/** An order as its gateway holds it. */
export const orderAt = (gateway: SandboxGateway, orderId: string) =>
	gateway.orders().filter((order) => order.orderId === orderId);
