// A recorded trace sent again, command by command, to another register on TCP: a virtual one, never a shop's.
import {errorIn} from '../commands/command.ts';
import {createConnection} from '../connection/connection.ts';
import {tcpLimits} from '../link/limits.ts';
import {type TcpAddress, tcpTransport} from '../transport/tcp.ts';
import {littleEndian} from '../wire/bytes.ts';
import {withPassword} from './mask.ts';
import type {RecordedCommand} from './recorded.ts';

export type ReplayedCommand = {
	readonly recorded: RecordedCommand;
	/** What the register answers now; null: nothing, or the command was not sent. */
	readonly error: number | null;
	/** Nothing is compared where the trace has no answer, or the command writes a password. */
	readonly isSame: boolean;
};

const answerMs = 30_000;

/** `password` goes where the trace has its mask. Each command is told as soon as it is answered. */
export async function replayCommands(
	{address, password}: {readonly address: TcpAddress; readonly password: number},
	commands: readonly RecordedCommand[],
	onReplayed: (replayed: ReplayedCommand) => void,
): Promise<void> {
	const connection = createConnection({open: tcpTransport(address), limits: tcpLimits});
	try {
		for (const recorded of commands) {
			if (recorded.isSecret) {
				onReplayed({recorded, error: null, isSame: true});
				continue;
			}
			const payload = withPassword(recorded.payload, littleEndian(password, 4));
			const end = await connection.run({payload, kind: 'fiscal', answerMs});
			const error = end.type === 'answered' ? errorIn(payload, end.payload) : null;
			onReplayed({recorded, error, isSame: recorded.error === null || recorded.error === error});
		}
	} finally {
		await connection.close();
	}
}
