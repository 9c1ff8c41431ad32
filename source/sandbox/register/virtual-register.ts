// The virtual register: memory, printer, links and faults put together, served over TCP and on any stream.

import {isRefused} from './command.ts';
import {byteTimeoutMs, setExchange} from './commands/exchange.ts';
import {makeControl} from './control.ts';
import type {Device} from './device.ts';
import {codeOf} from './execute.ts';
import {Faults} from './faults/faults.ts';
import {react} from './faults/react.ts';
import {Journal} from './journal.ts';
import {Port} from './link/port.ts';
import {serveTcp} from './link/tcp.ts';
import {models} from './model.ts';
import type {VirtualRegister, VirtualRegisterOptions} from './options.ts';
import {Power} from './power.ts';
import type {PrintSink} from './printer/printer.ts';
import {Printer} from './printer/printer.ts';
import {Roll} from './printer/roll.ts';
import {tapeLines} from './printer/tape.ts';
import {freshState, type RegisterState} from './state/state.ts';
import {loadState, saveState} from './state/state-file.ts';
import {Tables} from './tables/tables.ts';

const tcpByteTimeoutMs = 500;

/** Starts a register of its own; it lives until `stop`. */
export async function startVirtualRegister(options: VirtualRegisterOptions = {}): Promise<VirtualRegister> {
	const worldMs = options.nowMs ?? Date.now;
	const model = {...models[options.model ?? 'm-02f'], ...options.capabilities};
	const saved = options.stateFile === undefined ? null : loadState(options.stateFile);
	const state: RegisterState = saved ?? {...freshState(worldMs()), ...options.state};
	/** The register's clock goes with the world's, as far ahead as the host set it. */
	const nowMs = () => worldMs() + state.clockAheadMs;
	const save = () => {
		if (options.stateFile !== undefined) saveState(options.stateFile, state);
	};

	const tape: string[] = [];
	const roll = options.rollFolder === undefined ? null : new Roll(options.rollFolder, model);
	const toTape: PrintSink = (item) => {
		for (const line of tapeLines(item, model, options.tapeInk ?? 'dark')) {
			tape.push(line);
			options.onPrint?.(line);
		}
	};
	const sinks = roll ? [toTape, ((item) => roll.print(item)) satisfies PrintSink] : [toTape];
	const printer = new Printer(() => state.paper, sinks, {nowMs: worldMs, lineMs: options.printMs ?? 0});
	const device: Device = {state, model, tables: new Tables(() => state), printer, nowMs};

	const faults = new Faults();
	for (const fault of options.faults ?? []) faults.inject(fault);
	const journal = new Journal(worldMs, options.onCommand);
	const ports: Port[] = [];
	const power = new Power(() => {
		for (const port of ports) port.forgetAnswer();
		tcp.breakLines();
	});

	const newPort = (kind: 'tcp' | 'stream'): Port => {
		const port = new Port({
			react: (payload, on) => {
				const fault = faults.strike(payload);
				const around = {
					device,
					losePower: (offMs: number | undefined) => power.lose(offMs),
					breakLine: () => on.disconnect(),
				};
				const fate = react(payload, fault, around);
				save();
				if (codeOf(payload) === setExchange.code && fate.outcome && !isRefused(fate.outcome)) on.pickAnew();
				journal.add(payload, fault, fate);
				return fate.reaction;
			},
			byteTimeoutMs: () =>
				options.byteTimeoutMs ??
				(kind === 'tcp' ? tcpByteTimeoutMs : byteTimeoutMs(state.exchange.timeoutCode)),
			sendsFF: kind === 'tcp',
			hasLinkV2: model.hasLinkV2,
			isOn: () => power.isOn,
		});
		ports.push(port);
		return port;
	};

	const host = options.host ?? '127.0.0.1';
	const tcp = await serveTcp({
		host,
		port: options.port ?? 0,
		newPort: () => newPort('tcp'),
		whenOff: options.whenOff ?? 'refuse',
		isOn: () => power.isOn,
	});

	return {
		host,
		port: tcp.port,
		attach: (stream) => newPort('stream').connect(stream),
		control: makeControl({
			device,
			faults,
			setPower: (isOn) => power.set(isOn),
			resetLink: () => {
				for (const port of ports) port.resetLink();
			},
			save,
		}),
		tape: () => tape,
		documents: () => state.documents,
		closedReceipts: () => state.documents.filter((document) => document.type === 3).length,
		commands: () => journal.entries,
		state: () => structuredClone(state),
		flushRoll: () => roll?.flush() ?? [],
		async stop() {
			power.stop();
			for (const port of ports) port.resetLink();
			await tcp.close();
			roll?.flush();
			save();
		},
	};
}
