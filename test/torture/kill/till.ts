// A till in the torture chamber: its own gateway over mutual TLS, its own register over TCP, its folder, all real.
import {mkdtempSync, realpathSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {
	makeCertificates,
	makeSandboxAccess,
	makeSandboxTill,
	type SandboxAccess,
	type SandboxCertificates,
	type SandboxGateway,
	startSandboxGateway,
	startVirtualRegister,
	type VirtualRegister,
} from '../../../source/sandbox/index.ts';
import type {Happenings} from './moment.ts';

/** What all tills of a run share. Keys are what takes time. */
export type Chamber = {
	readonly folder: string;
	readonly access: SandboxAccess;
	readonly certificates: SandboxCertificates;
	close(): void;
};

export type TortureTill = {
	readonly folder: string;
	readonly gateway: SandboxGateway;
	readonly register: VirtualRegister;
	readonly happenings: Happenings;
	close(): Promise<void>;
};

export async function openChamber(): Promise<Chamber> {
	// The shim compares paths as the system has them, so no link may be in it.
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'qrkassa-torture-')));
	const access = makeSandboxAccess();
	const certificates = await makeCertificates({posId: access.posId});
	return {folder, access, certificates, close: () => rmSync(folder, {recursive: true, force: true})};
}

export async function openTortureTill(chamber: Chamber, name: string): Promise<TortureTill> {
	const requests = new Set<() => void>();
	const commands = new Set<() => void>();
	const tellAll = (listeners: ReadonlySet<() => void>): void => {
		for (const listener of [...listeners]) listener();
	};
	const gateway = await startSandboxGateway({
		access: chamber.access,
		certificates: chamber.certificates,
		slowMs: 1500,
		latePaidAfterMs: 300,
		processingPastExpiryMs: 400,
		onRequest: () => tellAll(requests),
	});
	const register = await startVirtualRegister({onCommand: () => tellAll(commands)});
	const {folder} = await makeSandboxTill({
		folder: join(chamber.folder, name),
		access: chamber.access,
		certificates: chamber.certificates,
		gatewayUrl: gateway.url,
		servicePath: gateway.servicePaths.qpg1,
		registerAddress: `${register.host}:${register.port}`,
		pollIntervalS: 1,
		// Time enough for a machine that is busy with others, and an end within patience where nobody pays.
		responseTimeoutS: 60,
	});
	const subscribe = (listeners: Set<() => void>) => (listener: () => void) => {
		listeners.add(listener);
		return () => void listeners.delete(listener);
	};
	return {
		folder,
		gateway,
		register,
		happenings: {onRequest: subscribe(requests), onCommand: subscribe(commands)},
		async close() {
			await Promise.all([gateway.close(), register.stop()]);
		},
	};
}
