// A serial line without hardware: a pseudo terminal whose far end is a stream for the virtual register.
import {Duplex} from 'node:stream';
import {spawn} from '@lydell/node-pty';

export type PtyLine = {
	/** The device that the driver opens, such as `/dev/pts/3`. */
	readonly path: string;
	/** The register's end of the line. */
	readonly stream: Duplex;
	end(): void;
};

// The shell only holds the terminal open and raw: it reads nothing, so every byte is for whoever opens the device.
const holder = 'stty raw -echo && tty && exec sleep 600';

export async function openPtyLine(): Promise<PtyLine> {
	const terminal = spawn('sh', ['-c', holder], {encoding: null, cols: 80, rows: 24});
	const stream = new Duplex({
		read: () => undefined,
		write: (chunk: Buffer, _encoding, done) => {
			// With `encoding: null` it takes and gives bytes, whatever its types say.
			terminal.write(chunk as unknown as string);
			done();
		},
	});
	const path = await new Promise<string>((resolve) => {
		let said = '';
		let isKnown = false;
		terminal.onData((data: string | Uint8Array) => {
			if (isKnown) {
				stream.push(data);
				return;
			}
			said += Buffer.from(data).toString();
			const found = /(\/dev\/\S+)/.exec(said)?.[1];
			if (found === undefined || !/[\r\n]$/.test(said)) return;
			isKnown = true;
			resolve(found);
		});
	});
	return {
		path,
		stream,
		end: () => {
			stream.destroy();
			terminal.kill();
		},
	};
}
