// `qrkassa register …` in the test's own process, on a till whose register is a virtual one over TCP or a pseudo terminal.
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';
import {parseLine} from '../../../source/cli/command-line.ts';
import {register as registerCommand} from '../../../source/cli/commands/register.ts';
import {type Command, invocationOf} from '../../../source/cli/invocation.ts';
import {
	makeSandboxAccess,
	makeSandboxTill,
	sandboxPaymentNames,
	startVirtualRegister,
	type VirtualRegister,
	type VirtualRegisterOptions,
	withPaymentNames,
} from '../../../source/sandbox/index.ts';
import {openPtyLine} from '../../register/support/pty-line.ts';

export type Called = {
	readonly code: number;
	readonly out: string;
	readonly err: string;
	/** Standard output as JSON lines. */
	lines(): readonly Readonly<Record<string, unknown>>[];
};

export type CliTill = {
	readonly folder: string;
	readonly device: VirtualRegister;
	/** Words after `qrkassa`. */
	call(...words: readonly string[]): Promise<Called>;
};

/** Not a certificate: these commands never open one. */
const certificates = {
	caPem: '-',
	client: {pfx: Buffer.from('-'), certificatePem: '-', privatePem: '-', password: 'x'},
};

export async function openCliTill(
	link: 'tcp' | 'serial' | 'none',
	virtual: VirtualRegisterOptions = {},
): Promise<CliTill> {
	const folder = mkdtempSync(join(tmpdir(), 'qrkassa-register-'));
	const device = await startVirtualRegister({state: withPaymentNames(sandboxPaymentNames), ...virtual});
	const access = makeSandboxAccess();
	const files = await makeSandboxTill({
		folder,
		access,
		certificates,
		gatewayUrl: 'https://localhost:1',
		servicePath: '/x',
		registerAddress: link === 'none' ? null : `${device.host}:${device.port}`,
	});
	const line = link === 'serial' ? await openPtyLine() : null;
	if (line) {
		device.attach(line.stream);
		const till = JSON.parse(readFileSync(files.tillFile, 'utf8'));
		const serial = {...till.register, link: 'serial', address: line.path};
		writeFileSync(files.tillFile, JSON.stringify({...till, register: serial}), {mode: 0o600});
	}
	onTestFinished(async () => {
		line?.end();
		await device.stop();
		rmSync(folder, {recursive: true, force: true});
	});
	return {folder, device, call: (...words) => callProgram(['--till', folder, ...words])};
}

/** One call of the program, as it parses and runs it; commands other than `register` by their function. */
export async function callProgram(
	argv: readonly string[],
	command: Command = registerCommand,
): Promise<Called> {
	const parsed = parseLine(argv);
	if (!parsed.ok) throw new Error(`not parsed: ${parsed.fault.code}`);
	const said = {out: '', err: ''};
	const code = await command(
		invocationOf(parsed.line, {
			json: (line) => {
				said.out += `${JSON.stringify(line)}\n`;
			},
			out: (text) => {
				said.out += `${text}\n`;
			},
			err: (text) => {
				said.err += `${text}\n`;
			},
			drained: async () => undefined,
		}),
	);
	const lines = () =>
		said.out
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => JSON.parse(line));
	return {code, ...said, lines};
}
