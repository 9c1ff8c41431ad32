// The laboratory: tills, gateways and registers that work, for set-ups to break one thing of. Everything ends with it.
import {chmod, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createRegister} from '../../../source/register/index.ts';
import {
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

export type TillWish = Partial<SandboxTillOptions> & {
	/** Replaces the text of a file, or leaves it out where null comes back. */
	readonly edit?: Readonly<Record<string, (text: string) => string | null>>;
};

export type Lab = {
	readonly access: SandboxAccess;
	readonly certificates: SandboxCertificates;
	/** Another root's: what a stranger has. */
	readonly foreign: SandboxCertificates;
	/** A gateway that works, but for what is given. */
	gateway(options?: Partial<SandboxGatewayOptions>): Promise<SandboxGateway>;
	/** A register that works, with the till's names in its table. */
	register(options?: VirtualRegisterOptions): Promise<VirtualRegister>;
	/** A till that works; without an address of its own it gets a gateway and a register. */
	till(wish?: TillWish): Promise<SandboxTill>;
	folder(): Promise<string>;
	/** Runs when the set-up is over, the last one first. */
	afterwards(end: () => unknown): void;
	/** Ends what this set-up has made. */
	clear(): Promise<void>;
};

const names = [
	{slot: 2, name: 'СБП'},
	{slot: 3, name: 'WebMoney'},
	{slot: 4, name: 'WeChat'},
	{slot: 5, name: 'Alipay'},
];

export async function openLab(): Promise<Lab> {
	const access = makeSandboxAccess({posId: 'N100'});
	const [certificates, foreign] = await Promise.all([
		makeCertificates({posId: access.posId}),
		makeCertificates({posId: access.posId}),
	]);
	const ends: (() => unknown)[] = [];
	const afterwards = (end: () => unknown): void => void ends.push(end);
	let tables: Record<string, string> | null = null;

	const folder = async (): Promise<string> => {
		const path = await mkdtemp(join(tmpdir(), 'qrkassa-doctor-'));
		afterwards(() => rm(path, {recursive: true, force: true}));
		return path;
	};
	const gateway = async (options: Partial<SandboxGatewayOptions> = {}): Promise<SandboxGateway> => {
		const started = await startSandboxGateway({access, certificates, ...options});
		afterwards(() => started.close());
		return started;
	};
	const register = async (options: VirtualRegisterOptions = {}): Promise<VirtualRegister> => {
		tables ??= await tablesWithNames();
		const started = await startVirtualRegister({...options, state: {tables, ...options.state}});
		afterwards(() => started.stop());
		return started;
	};
	const till = async ({edit = {}, ...wish}: TillWish = {}): Promise<SandboxTill> => {
		const url = wish.gatewayUrl ?? (await gateway()).url;
		const address = wish.registerAddress === undefined ? addressOf(await register()) : wish.registerAddress;
		const made = await makeSandboxTill({
			folder: await folder(),
			access,
			certificates,
			servicePath: '/qpg1/ApiService.svc',
			...wish,
			gatewayUrl: url,
			registerAddress: address,
		});
		for (const [name, change] of Object.entries(edit)) await editFile(join(made.folder, name), change);
		return made;
	};
	return {
		access,
		certificates,
		foreign,
		gateway,
		register,
		till,
		folder,
		afterwards,
		clear: async () => {
			for (const end of ends.splice(0).reverse()) await end();
		},
	};
}

export const addressOf = ({host, port}: VirtualRegister): string => `${host}:${port}`;

async function editFile(path: string, change: (text: string) => string | null): Promise<void> {
	const text = change(await readFile(path, 'utf8'));
	if (text === null) return rm(path);
	await writeFile(path, text);
	await chmod(path, 0o600);
}

/** As `register names --write` leaves them. */
async function tablesWithNames(): Promise<Record<string, string>> {
	const virtual = await startVirtualRegister();
	const driver = createRegister({link: 'tcp', address: addressOf(virtual), slots: names});
	try {
		const end = await driver.writeNames();
		if (end.type === 'failed') throw new Error(end.fault.text);
		return virtual.state().tables;
	} finally {
		await driver.close();
		await virtual.stop();
	}
}
